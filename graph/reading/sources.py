"""Whatever a user names (files, folders, addresses) in; articles out, in the order in which they were named."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..addresses import is_address
from ..errors import InputError
from ..model import Article
from . import web
from .files import article_of, expected, read
from .visiting import Visitor

Source = Path | str  # a file or folder, or the address of a page, feed or sitemap


def source(named: str) -> Source:
    """What a user means by `named`: an address when it begins like one, else a file or folder."""
    return named if is_address(named) else Path(named)


def read_sources(sources: Iterable[Source], visitor: Visitor, notice: Callable[[str], None]) -> Iterator[Article | InputError]:
    """The articles of `sources`; what cannot be read comes as the error that says why, in its place.

    Addresses are visited, and nothing else reaches the network. `notice` is told what is no error but good to know.
    """
    for each in sources:
        if isinstance(each, Path):
            yield from read((each,), notice)
            continue
        for found in web.described(each, visitor, notice):
            yield found if isinstance(found, InputError) else article_of(found, notice)


def expected_of(sources: Iterable[Source]) -> int:
    """About how many articles to expect: those of files, and one for each address."""
    sources = tuple(sources)
    paths = [each for each in sources if isinstance(each, Path)]
    return expected(paths) + len(sources) - len(paths)
