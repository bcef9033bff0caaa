"""The documentation says what the code does: generated pages are current, everything is listed, examples run."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docs.addresses import shown
from docs.generate import PAGES
from graph.asking.things import KINDS
from graph.cli import COMMANDS, main
from graph.commands.serve import examples
from graph.settings import Settings
from web import create_app
from web.routes import ROUTES

ROOT = Path(__file__).parents[1]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the example dispatches."""
    store = tmp_path_factory.mktemp("docs") / "store"
    assert run("demo", "--no-serve", "--store", str(store)).exit_code == 0
    return store


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_current(name: str) -> None:
    assert PAGES[name]() == page(name), "run `make docs`"


def test_every_command_of_the_readme_exists() -> None:
    called = set(re.findall(r"^(?:\$ )?depesche (\w+)", page("README.md"), re.MULTILINE))
    assert called and called <= set(COMMANDS)


def test_every_verb_of_the_readme_is_in_the_makefile() -> None:
    verbs = set(re.findall(r"\bmake (\w+)", page("README.md") + page("CONTRIBUTING.md")))
    targets = set(re.findall(r"^(\w+):", page("Makefile"), re.MULTILINE))
    assert verbs - {"sets"} <= targets


def test_every_route_is_in_the_documentation(demo: Path) -> None:
    written = page("docs/addresses.md")
    app = create_app(Settings(store=demo))
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    app.extensions["depesche"].close()
    assert [rule for rule in sorted(rules) if f"`{shown(rule)}`" not in written] == []


def test_every_address_told_of_is_one(demo: Path) -> None:
    told = set(re.findall(r"^\| `(/[^`?]*)` \|", page("docs/web.md"), re.MULTILINE))
    rules = [route.rule for route in ROUTES]
    one_kind = {f"/id/{kind}/<key>" for kind in KINDS}
    assert told and told <= {shown(rule) for rule in (*rules, *one_kind)}


def sparql() -> Iterator[str]:
    for name in ("README.md", *(str(file.relative_to(ROOT)) for file in sorted((ROOT / "docs").glob("*.md")))):
        yield from re.findall(r"```sparql\n(.*?)```", page(name), re.DOTALL)


def test_every_query_in_the_documentation_has_an_answer(demo: Path) -> None:
    for query in sparql():
        done = run("ask", query, "--store", str(demo), "--format", "csv")
        assert done.exit_code == 0, done.output
        assert len(done.stdout.splitlines()) > 1, f"no rows:\n{query}"


def test_links_lead_somewhere() -> None:
    files = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    for file in files:
        for target in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_the_examples_are_marked_as_such() -> None:
    assert all("sample: true" in file.read_text(encoding="utf-8") for file in examples().glob("*.md"))
