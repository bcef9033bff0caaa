"""One frozen `Settings`: every value that a user may choose, where it came from, and nothing else.

A flag goes before `DEPESCHE_*`, that before `./depesche.toml`, that before the `config.toml` in the user's config
folder, that before the default. The environment and the working folder are handed in, so that nothing here reads the
machine behind a caller's back. An unknown key is an error that names its file: a misspelt limit must not be a default.
"""

import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .addresses import is_address
from .errors import SettingsError

PREFIX = "DEPESCHE_"
LOCAL_FILE = "depesche.toml"
_NOT_SETTINGS = {
    "DEPESCHE_NO_UI", "DEPESCHE_BROWSER",  # read by the build hook and by the tests alone
    "DEPESCHE_ENGINE_USER", "DEPESCHE_ENGINE_PASSWORD", "DEPESCHE_ENGINE_TOKEN",  # secrets: in no file, never shown
}  # fmt: skip


def _path(value: object) -> Path:
    if not isinstance(value, str | Path) or not str(value):
        raise ValueError("must be a path")
    return Path(value).expanduser()


def _store(value: object) -> Path | str:
    return _engine(value) if isinstance(value, str) and is_address(value) else _path(value)


def _engine(value: object) -> str:
    """An address of an engine; it is not repeated in an error, as a password may stand in it."""
    try:
        parts = urlsplit(str(value))
        host, secret = parts.hostname if parts.port != 0 else None, "@" in parts.netloc
    except ValueError:
        host, secret = None, False
    if secret:
        hint = "set DEPESCHE_ENGINE_USER and DEPESCHE_ENGINE_PASSWORD"
        raise SettingsError(f"the address of an engine must not hold a user or a password; {hint}")
    if not is_address(str(value)) or not host or parts.query or parts.fragment:
        raise ValueError("must be an http address without ? and #")
    return str(value)


def _engine_or_none(value: object) -> str:
    return "" if value == "" else _engine(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("must be text")
    return value


def _base(value: object) -> str:
    parts = urlsplit(_text(value))
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment or not parts.path.endswith("/"):
        raise ValueError("must be an http address that ends in a slash")
    return str(value)


def _language(value: object) -> str:
    if value not in {"de", "en"}:
        raise ValueError("must be de or en")
    return str(value)


def _cors(value: object) -> str:
    if value not in {"auto", "on", "off"}:
        raise ValueError("must be auto, on or off")
    return str(value)


def _switch(value: object) -> str:
    if value not in {"on", "off"}:
        raise ValueError("must be on or off")
    return str(value)


def _agent(value: object) -> str:
    text = _text(value)
    if not (text.isascii() and text.isprintable() and text[0].isalpha()):
        raise ValueError("must be a name in plain letters, as in “Depesche (archive@example.org)”")
    return text


def _number(low: int, high: int) -> Callable[[object], int]:
    """A whole number from `low` to `high`, also as text (the environment knows nothing else)."""

    def parse(value: object) -> int:
        text = str(value).strip()
        if isinstance(value, bool | float) or not text.isascii() or not text.isdecimal() or not low <= int(text) <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return int(text)

    return parse


def _about(parse: Callable[[object], Any], meaning: str) -> dict[str, Any]:
    return {"parse": parse, "meaning": meaning}


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `origins` tells for each name where its value came from."""

    store: Path | str = field(
        default=Path("store"),
        metadata=_about(
            _store, "folder of the store, or the address of an engine that keeps its RDF; by default `store` in your data folder"
        ),
    )
    state: Path = field(
        default=Path("state"),
        metadata=_about(
            _path,
            "folder of all that an engine does not keep, where `store` is the address of one; by default `state` in your data "
            "folder",
        ),
    )
    base: str = field(
        default="http://depesche.localhost/id/",
        metadata=_about(_base, "what the IRIs of a new store begin with; fixed when the store is created"),
    )
    host: str = field(
        default="127.0.0.1",
        metadata=_about(_text, "address that `serve` and `demo` listen on; other machines reach it only if you say so here"),
    )
    port: int = field(
        default=1870, metadata=_about(_number(0, 65535), "port that `serve` and `demo` listen on; 0 takes any free one")
    )
    cors: str = field(
        default="auto",
        metadata=_about(
            _cors, "whether scripts of other sites may read the data: on, off, or auto (on unless `host` is loopback)"
        ),
    )
    language: str = field(
        default="de",
        metadata=_about(_language, "language of the pages where neither address, cookie nor browser asks for one: de or en"),
    )
    query_deadline: int = field(default=10, metadata=_about(_number(1, 3600), "seconds after which a query is ended"))
    query_memory: int = field(
        default=1024, metadata=_about(_number(256, 1_048_576), "megabytes of memory that one query may take")
    )
    query_rows: int = field(
        default=10_000, metadata=_about(_number(1, 10_000_000), "rows after which an answer is cut, and says so")
    )
    query_size: int = field(default=16_384, metadata=_about(_number(1, 10_000_000), "bytes that a query may be long"))
    workers: int = field(default=2, metadata=_about(_number(1, 64), "processes that answer queries"))
    read_workers: int = field(
        default=1,
        metadata=_about(_number(1, 64), "processes that read articles for `add` and `watch`, each with 300 MB of memory"),
    )
    upload_size: int = field(
        default=10, metadata=_about(_number(1, 1024), "megabytes that a text or file given in a browser may have")
    )
    fetch_private: str = field(
        default="off",
        metadata=_about(
            _switch,
            "whether pages may be fetched from this machine, its local network and any port: on or off; "
            "off reaches public addresses alone, on ports 80 (http) and 443 (https)",
        ),
    )
    fetch_size: int = field(
        default=16, metadata=_about(_number(1, 1024), "megabytes that a fetched page may have, also after unpacking")
    )
    fetch_seconds: int = field(
        default=30, metadata=_about(_number(1, 3600), "seconds that fetching a page may take, with all its redirects")
    )
    fetch_redirects: int = field(default=5, metadata=_about(_number(0, 20), "redirects that are followed for a page"))
    fetch_delay: int = field(
        default=2,
        metadata=_about(_number(0, 3600), "seconds between two requests to one host; a host's robots.txt can ask for more"),
    )
    fetch_agent: str = field(
        default="Depesche",
        metadata=_about(_agent, "how fetching introduces itself; its first word is what robots.txt can address"),
    )
    engine_update: str = field(
        default="",
        metadata=_about(_engine_or_none, "address that an engine takes updates at, where it is not that of `store`"),
    )
    engine_batch: int = field(
        default=1000,
        metadata=_about(_number(1, 1_000_000), "triples that an engine is told at once; Virtuoso fails at 5,000"),
    )
    engine_seconds: int = field(default=60, metadata=_about(_number(1, 3600), "seconds that an engine may take for an answer"))
    engine_tries: int = field(
        default=6, metadata=_about(_number(1, 100), "times that an engine is told something that does not arrive; six take 6 s")
    )
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str | None:
        """The address of the engine that keeps the quads; None when the store's folder holds them."""
        return self.store if isinstance(self.store, str) else None

    @property
    def folder(self) -> Path:
        """The folder of the store, with all that an engine elsewhere does not keep."""
        return self.state if isinstance(self.store, str) else self.store

    def rows(self) -> Iterator[tuple[str, str, str, str]]:
        """Name, value, origin and meaning of each setting, in the order of the documentation."""
        for name, meaning in meanings().items():
            yield name, str(getattr(self, name)), self.origins.get(name, "default"), meaning


def meanings() -> dict[str, str]:
    """What each setting means, by its name."""
    return {each.name: each.metadata["meaning"] for each in fields(Settings) if "meaning" in each.metadata}


def read_settings(flags: Mapping[str, object], environ: Mapping[str, str], folder: Path) -> Settings:
    """The settings for a call with `flags` (None: not given) and `environ`, made in `folder`.

    Raises SettingsError for an unknown key or a wrong value, naming the file or variable that it stands in.
    """
    parsers = {each.name: each.metadata["parse"] for each in fields(Settings) if "parse" in each.metadata}
    values: dict[str, object] = {name: data_folder(environ) / name for name in ("store", "state")}
    origins: dict[str, str] = {}
    for origin, given in _layers(flags, environ, folder):
        for key, value in given.items():
            if key not in parsers:
                raise SettingsError(f"{origin}: unknown setting {key!r}; there are {', '.join(parsers)}")
            try:
                values[key] = parsers[key](value)
            except ValueError as error:
                raise SettingsError(f"{origin}: {key} {error}, not {value!r}") from None
            origins[key] = origin
    return Settings(**values, origins=origins)  # type: ignore[arg-type]  # each value comes from its own parser


def _layers(flags: Mapping[str, object], environ: Mapping[str, str], folder: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Where values stand, weakest first, each with the name of its origin."""
    for file in (config_folder(environ) / "config.toml", folder / LOCAL_FILE):
        if file.is_file():
            yield str(file), _table(file)
    for variable in sorted(environ):
        if variable.startswith(PREFIX) and variable not in _NOT_SETTINGS:
            yield variable, {variable.removeprefix(PREFIX).lower(): environ[variable]}
    for name, value in flags.items():
        if value is not None:
            yield "--" + name.replace("_", "-"), {name: value}


def _table(file: Path) -> dict[str, Any]:
    """What a TOML file says; a folder given there is meant from the file's own folder."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file}: cannot be read: {error}") from None
    for name in ("store", "state"):
        if isinstance(table.get(name), str) and table[name] and not is_address(table[name]):
            table[name] = file.parent / Path(table[name]).expanduser()
    return table


def config_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where the user's `config.toml` stands, as the platform has it."""
    return _user_folder(environ, platform, "XDG_CONFIG_HOME", ".config", "APPDATA")


def data_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where the user's stores stand, as the platform has it."""
    return _user_folder(environ, platform, "XDG_DATA_HOME", ".local/share", "LOCALAPPDATA")


def _user_folder(environ: Mapping[str, str], platform: str, variable: str, usual: str, windows: str) -> Path:
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or Path.home())
    if platform == "win32":
        return Path(environ.get(windows) or home) / "depesche"
    if platform == "darwin" and variable not in environ:
        return home / "Library" / "Application Support" / "depesche"
    return Path(environ.get(variable) or home / usual) / "depesche"
