"""Files and folders in, articles out, in a fixed order.

A bad file or line becomes an `InputError` that is handed on in its place, so that one of them never stops the others.
Folders are read deep, in the order of their names; hidden files are left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from ..errors import InputError
from ..model import Article
from .fields import article_from
from .formats import Described
from .kinds import KINDS, READABLE
from .unpacking import kind_of, opened

HANDED_OVER = (".htm", ".html", ".json", ".jsonl", ".md", ".pdf", ".txt")  # packed files and crawls hold too much to look at
_OF_MANY = (".json", ".jsonl")


def _say_nothing(_: str) -> None:
    pass


def read(paths: Iterable[Path], notice: Callable[[str], None] = _say_nothing) -> Iterator[Article | InputError]:
    """The articles of `paths` (files and folders) in order; what cannot be read comes as the error that says why.

    `notice` is told what is no error but good to know: an article without a date.
    """
    for path in paths:
        for file in _files(path):
            if isinstance(file, InputError):
                yield file
                continue
            for found in _described(file):
                yield found if isinstance(found, InputError) else article_of(found, notice)


def read_stream(
    stream: BinaryIO, name: str, notice: Callable[[str], None] = _say_nothing, told: Mapping[str, object] | None = None
) -> Iterator[Article | InputError]:
    """The articles of a file called `name` that is handed over, not packed, its kind told by its suffix.

    `told` says what is so where the file itself is silent; files of many articles speak for themselves.
    """
    kind = Path(name).suffix.lower()
    if kind not in HANDED_OVER:
        yield InputError(f"files of this kind are not read here ({' '.join(HANDED_OVER)} are)", file=name)
        return
    try:
        for found in KINDS[kind](stream, name):
            yield found if isinstance(found, InputError) else article_of(_completed(found, kind, told or {}), notice)
    except InputError as error:
        yield error


def _completed(found: Described, kind: str, told: Mapping[str, object]) -> Described:
    own = {name: value for name, value in found.given.items() if value not in (None, "")}
    return found if kind in _OF_MANY else replace(found, given={**told, **own})


def expected(paths: Iterable[Path]) -> int:
    """About how many articles `paths` hold, told without reading them: a line of JSON lines, any other file, counts as one.

    Packed files count as one, since they would have to be unpacked for it.
    """
    files = (file for path in paths for file in _files(path) if isinstance(file, Path) and file.is_file())
    return sum(_lines(file) if file.suffix.lower() == ".jsonl" else 1 for file in files)


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:  # `read` says so
        return 0


def _files(path: Path) -> Iterator[Path | InputError]:
    if not path.is_dir():
        yield path
        return
    shown = sorted(each for each in path.rglob("*") if kind_of(each) in KINDS and _is_shown(each, path))
    if not shown:
        yield InputError(f"nothing in this folder can be read ({READABLE})", file=path)
    yield from shown


def _is_shown(file: Path, within: Path) -> bool:
    """Whether this is a file that neither is hidden nor belongs to a store that happens to lie in the folder."""
    hidden = any(part.startswith(".") for part in file.relative_to(within).parts)
    return not hidden and file.is_file() and not (file.name == "meta.json" and (file.parent / "quads").is_dir())


def _described(file: Path) -> Iterator[Described | InputError]:
    kind = kind_of(file)
    try:
        if not file.exists():
            raise InputError("there is no such file", file=file)
        if kind not in KINDS:
            raise InputError(f"files of this kind are not read ({READABLE})", file=file)
        with opened(file) as stream:
            yield from KINDS[kind](stream, str(file))
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(f"cannot be read: {error.strerror or error}", file=file)


def article_of(found: Described, notice: Callable[[str], None] = _say_nothing) -> Article | InputError:
    """The article that was described, or the error that says why it is none; `notice` is told what is missing or guessed."""
    place = found.place if found.line is None else f"{found.place}:{found.line}"
    try:
        article = article_from(found.given)
    except ValueError as error:
        return InputError(str(error), file=found.place, line=found.line)
    if found.remark:
        notice(f"{place}: {found.remark}")
    if article.published is None:
        notice(f"{place}: no publication date, so words like „gestern“ stay unresolved")
    return article
