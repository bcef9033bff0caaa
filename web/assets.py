"""The built front end: which hashed file stands for `site.css` or `explorer.ts`, sent packed where the browser unpacks.

Vite writes the manifest when the package is built; without it pages say so instead of coming up bare.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from flask import Flask, Response, request, send_from_directory
from werkzeug.security import safe_join

_MANIFEST = Path(".vite") / "manifest.json"


class FrontEndMissing(Exception):
    """The front end is not built, or lacks a file that a page needs."""


class Assets:
    """The files of the front end in `folder`; read anew when the manifest changes, so that a rebuild shows at once."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _MANIFEST
        self._changed = -1
        self._names: Mapping[str, str] = {}
        self._imports: Mapping[str, tuple[str, ...]] = {}
        self._version = ""

    @property
    def version(self) -> str:
        """Changes with every build; empty where nothing is built."""
        with suppress(FrontEndMissing):
            self._load()
        return self._version

    def name(self, source: str) -> str:
        """The built file for a source such as `site.css`. FrontEndMissing when there is none."""
        self._load()
        try:
            return self._names[source]
        except KeyError:
            raise FrontEndMissing(f"{source} is not among the built files; build the front end anew") from None

    def parts(self, source: str) -> tuple[str, ...]:
        """The built files that a built script cannot begin without, in order: a browser may fetch them beside it."""
        self._load()
        found: dict[str, str] = {}
        waiting = list(self._imports.get(source, ()))
        while waiting:
            each = waiting.pop(0)
            if each not in found:
                found[each] = self._names[each]
                waiting += self._imports[each]
        return tuple(found.values())

    def _load(self) -> None:
        try:
            changed = self._file.stat().st_mtime_ns
            if changed == self._changed:
                return
            text = self._file.read_text(encoding="utf-8")
            entries = json.loads(text)
            self._names = {source: entry["file"] for source, entry in entries.items()}
            self._imports = {source: tuple(entry.get("imports", ())) for source, entry in entries.items()}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise FrontEndMissing(f"{self._file}: {error}") from error
        self._changed, self._version = changed, sha256(text.encode()).hexdigest()[:12]


def install(app: Flask, folder: Path) -> Assets:
    """Give templates `asset()`, the address of a built file, and `parts_of()`, those of the files that a script imports."""
    assets = Assets(folder)

    def asset(source: str) -> str:
        return f"{request.script_root}/static/{assets.name(source)}"

    def parts_of(source: str) -> list[str]:
        return [f"{request.script_root}/static/{name}" for name in assets.parts(source)]

    app.jinja_env.globals.update(asset=asset, parts_of=parts_of)
    app.view_functions["static"] = lambda filename: _sent(app, folder, filename)
    return assets


def _sent(app: Flask, folder: Path, filename: str) -> Response:
    """A built file, packed if it was packed when it was built and the browser takes it so: a third of the bytes."""
    packed = f"{filename}.gz"
    if not safe_join(str(folder), packed) or not (folder / packed).is_file():
        return app.send_static_file(filename)
    if request.accept_encodings.quality("gzip"):
        response = send_from_directory(folder, packed, mimetype=guess_type(filename)[0])
        response.content_encoding = "gzip"
    else:
        response = app.send_static_file(filename)
    response.vary.add("Accept-Encoding")
    return response
