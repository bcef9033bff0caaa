"""Printed pages as running text: what repeats at head and foot goes, words cut at a line's end are whole again.

Knows lines only: no PDF, no article. All of it is by the look of the lines, since a PDF says nothing about them.
"""

import re
from collections import Counter
from collections.abc import Sequence

_MARGIN = 3  # lines at either end of a page that may be its running head or foot
_OFTEN = 0.5  # share of the pages on which a line must stand to be one: heads alternate between left and right pages
_NUMBER = re.compile(
    r"(?:[-–—|/]\s*)?(?:(?:Seite|Page|S\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|von|of)\s*\d{1,4})?(?:\s*[-–—|/])?",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_JOINING = re.compile(r"(?:und|oder|bzw\.|sowie|bis)\b")  # "Außen-" and the line after it: "und Sicherheitspolitik"
_ENDS = re.compile(r"[.!?:…][\"“”»«)\]]*$")
_SHORT = 0.8  # of the usual length of a line: one that ends a sentence there ends its paragraph
_HEADING = 0.6  # and one that ends in the middle of nothing there is a heading


def running_text(pages: Sequence[str]) -> str:
    """The text of pages, a paragraph in each line, an empty line between them.

    >>> running_text(["Die Verhand-\\nlungen ruhen."])
    'Die Verhandlungen ruhen.'
    """
    lines = [line for page in without_margins([_lines(page) for page in pages]) for line in page]
    return "\n\n".join(_paragraphs(lines))


def without_margins(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of each page without page numbers, and without heads and feet that run through at least two pages."""
    seen = Counter(line for page in pages for line in {_masked(page[at]) for at in _margin(page)})
    often = {line for line, times in seen.items() if times >= max(2, _OFTEN * len(pages))}
    return [[line for at, line in enumerate(page) if at not in _margin(page) or not _runs(line, often)] for page in pages]


def _lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.replace("\xa0", " ").splitlines()]


def _margin(page: Sequence[str]) -> set[int]:
    """Where the first and last lines with words in them stand."""
    told = [at for at, line in enumerate(page) if line]
    return {*told[:_MARGIN], *told[-_MARGIN:]}


def _runs(line: str, often: set[str]) -> bool:
    return bool(_NUMBER.fullmatch(line)) or (bool(line) and _masked(line) in often)


def _masked(line: str) -> str:
    """A line as it is on every page, whatever the page's number."""
    return re.sub(r"\d+", "#", line)


def _paragraphs(lines: Sequence[str]) -> list[str]:
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[3 * len(lengths) // 4] if lengths else 0  # of a full line: headings and last lines are less than half
    found: list[str] = []
    before, gap = "", False  # the line before, and whether empty ones stand between
    for line in lines:
        if not line:
            gap = True
            continue
        if before and not _ended(before, line, usual, gap):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(line)
        before, gap = line, False
    return found


def _ended(line: str, following: str, usual: float, gap: bool) -> bool:
    """Whether a paragraph, or a heading, ends with `line`: a sentence does, or it leaves room that the next words had filled."""
    if _CUT.search(line) or following[:1].islower():
        return False
    if _ENDS.search(line):
        return gap or len(line) < _SHORT * usual
    return len(line) < _HEADING * usual


def _joined(before: str, line: str) -> str:
    """Two lines as one; a word cut between them is whole again, a hyphen that belongs to it stays."""
    if not _CUT.search(before):
        return f"{before} {line}"
    if _JOINING.match(line):
        return f"{before[:-1]}- {line}"
    return before[:-1] + ("" if line[:1].islower() else "-") + line
