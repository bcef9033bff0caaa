"""How the code hangs together: which way imports run, how long things may be, and names that say nothing.

The tables are the law of the layout. A new module goes into a line of its own or is refused here.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# What stands in `graph`, top down: a part may import from the lines above its own, and from itself.
LAYERS = (
    ("model", "errors", "addresses", "processes", "collecting"),
    ("identity", "edtf"),
    ("settings", "records"),
    ("vocabulary",),
    ("reading", "language"),
    ("extraction",),
    ("rdf",),
    ("asking",),
    ("review",),
    ("parallel",),
    ("pipeline",),
    ("jobs",),
    ("commands",),
    ("cli",),
    ("__main__",),
)

# Libraries that only some parts may know.
ALLOWED = {
    "rdflib": {"graph.vocabulary", "graph.rdf", "graph.asking"},
    "pyoxigraph": {"graph.vocabulary", "graph.rdf", "graph.asking"},
    "oxrdflib": {"graph.rdf", "graph.asking"},
    "pyshacl": {"graph.rdf"},
    "networkx": {"graph.asking"},
    "HanTa": {"graph.language"},
    "text_to_num": {"graph.language"},
    "yaml": {"graph.reading"},
    "trafilatura": {"graph.reading"},
    "feedparser": {"graph.reading"},
    "lxml": {"graph.reading"},
    "pypdf": {"graph.reading"},
    "warcio": {"graph.reading"},
    "backports": {"graph.reading"},
    "protego": {"graph.reading"},
    "urllib3": {"graph.reading", "graph.rdf"},
    "certifi": {"graph.reading"},
    "socket": {"graph.reading", "web"},
    "click": {"graph.cli", "graph.commands"},
    "rich": {"graph.commands"},
    "distributed": {"graph.parallel"},
    "flask": {"web"},
    "werkzeug": {"web"},
    "jinja2": {"web"},
    "waitress": {"web"},
}

# Imports inside a function: only where a command should not wait for what it does not need, and these, each with its reason.
DEFERRED = {"graph.commands", "graph.cli"}
DEFERRED_THERE = {
    ("graph.language.tokens", "HanTa"),  # imports numpy; only needed when a text is read
    ("graph.rdf.shapes", "pyshacl"),  # takes a second, and only the referee of the shapes needs it
    ("graph.parallel.cluster", "distributed"),  # optional
    ("graph.asking.worker", "resource"),  # exists on Unix only
}

SAYS_NOTHING = {"utils", "util", "helpers", "helper", "core", "common", "manager", "service", "services", "misc", "base"}
MODULE_LINES = 300
FUNCTION_LINES = 40


@dataclass(frozen=True)
class Import:
    """One import: what is imported as a dotted name, and whether that waits until a function runs."""

    line: int
    target: str
    deferred: bool


@dataclass(frozen=True)
class Module:
    """A source file and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def part(self) -> str:
        """`graph.rdf` for everything below it; `web` for everything in it."""
        return self.name if self.name == "graph" else ".".join(self.name.split(".")[: 2 if self.name.startswith("graph.") else 1])

    def imports(self) -> Iterator[Import]:
        top = {id(node) for node in self.tree.body}
        guarded = {id(node) for each in self.tree.body if isinstance(each, ast.If | ast.Try) for node in ast.walk(each)}
        for node in ast.walk(self.tree):
            deferred = id(node) not in top | guarded
            if isinstance(node, ast.Import):
                yield from (Import(node.lineno, alias.name, deferred) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                yield from (Import(node.lineno, f"{origin}.{alias.name}", deferred) for alias in node.names)

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.name.split(".") if self.path.name == "__init__.py" else self.name.split(".")[:-1]
        return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])


@cache
def modules() -> tuple[Module, ...]:
    found = []
    for package in ("graph", "web"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if "node_modules" not in parts and "static" not in parts:
                name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
                found.append(Module(name, path, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)


def refused(found: Iterator[str]) -> None:
    messages = sorted(set(found))
    assert not messages, "\n" + "\n".join(messages)


def test_imports_run_downwards_only() -> None:
    rank = {part: number for number, line in enumerate(LAYERS) for part in line}

    def wrong() -> Iterator[str]:
        for module in modules():
            own = module.name.split(".")[1] if module.name.startswith("graph.") else None
            if own is None:
                continue
            if own not in rank:
                yield f"{module.name}: no line of LAYERS names it"
                continue
            for each in module.imports():
                parts = each.target.split(".")
                other = parts[1] if parts[0] == "graph" and len(parts) > 1 else own
                if other != own and rank.get(other, -1) >= rank[own]:
                    yield f"{module.name}:{each.line} imports {each.target}, which stands below or beside it"

    refused(wrong())


def test_there_is_no_cycle_among_modules() -> None:
    names = {module.name for module in modules()}

    def target(name: str) -> str | None:
        while name and name not in names:
            name = name.rpartition(".")[0]
        return name or None

    edges = {m.name: {target(i.target) for i in m.imports() if not i.deferred} - {None, m.name} for m in modules()}
    while leaves := {name for name, others in edges.items() if not others & edges.keys()}:
        edges = {name: others for name, others in edges.items() if name not in leaves}
    packages = {m.name for m in modules() if m.path.name == "__init__.py"}
    refused(f"{name} → {sorted(o for o in others if o in edges)}" for name, others in edges.items() if name not in packages)


def test_libraries_are_known_only_where_they_may_be() -> None:
    refused(
        f"{module.name}:{each.line} may not import {each.target}"
        for module in modules()
        for each in module.imports()
        if module.part not in ALLOWED.get(each.target.split(".")[0], {module.part})
    )


def test_the_two_packages_meet_in_one_place_each() -> None:
    def wrong() -> Iterator[str]:
        for module in modules():
            for each in module.imports():
                origin = each.target.split(".")[0]
                if module.part == "web" and origin == "graph" and module.name != "web.source":
                    yield f"{module.name}:{each.line} imports {each.target}; only web.source may"
                if module.part != "web" and origin == "web" and module.name != "graph.commands.serve":
                    yield f"{module.name}:{each.line} imports {each.target}; only graph.commands.serve may"

    refused(wrong())


def test_imports_inside_a_package_are_relative() -> None:
    refused(
        f"{module.name}:{node.lineno} names its own package; write a relative import"
        for module in modules()
        for node in ast.walk(module.tree)
        for name in _absolute(node)
        if name.split(".")[0] == module.name.split(".")[0]
    )


def _absolute(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and not node.level and node.module else []


def test_imports_stand_at_the_top_but_in_commands() -> None:
    refused(
        f"{module.name}:{each.line} imports {each.target} inside a function"
        for module in modules()
        for each in module.imports()
        if each.deferred and module.part not in DEFERRED
        if (module.name, each.target.split(".")[0]) not in DEFERRED_THERE
    )


def test_no_variable_is_called_graph() -> None:
    def names(node: ast.AST) -> str | None:
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.alias(asname=str(name)):
                return name
        return None

    refused(f"{m.name}:{getattr(node, 'lineno', '?')}" for m in modules() for node in ast.walk(m.tree) if names(node) == "graph")


def test_modules_are_short_and_say_what_they_know() -> None:
    def wrong() -> Iterator[str]:
        for module in modules():
            lines = len(module.path.read_text(encoding="utf-8").splitlines())
            if lines > MODULE_LINES:
                yield f"{module.name} has {lines} lines"
            if lines and not ast.get_docstring(module.tree):
                yield f"{module.name} has no docstring"
            if SAYS_NOTHING & set(module.name.split(".")):
                yield f"{module.name}: the name says nothing"

    refused(wrong())


def test_functions_are_short() -> None:
    def wrong() -> Iterator[str]:
        for module in modules():
            for node in ast.walk(module.tree):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
                    lines = node.end_lineno - node.lineno + 1
                    if lines > FUNCTION_LINES:
                        yield f"{module.name}.{node.name} has {lines} lines"

    refused(wrong())


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    refused(str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").exists())


@pytest.mark.parametrize(
    "source", ["import flask", "from ..asking import x", "def f():\n    import rdflib", "from graph import model"]
)
def test_the_tests_above_see_what_they_look_for(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    bad = Module("graph.language.bad", ROOT / "graph" / "language" / "bad.py", ast.parse(f'"""Bad."""\n{source}\n'))
    monkeypatch.setattr(f"{__name__}.modules", lambda: (bad,))
    checks = (
        test_imports_run_downwards_only,
        test_libraries_are_known_only_where_they_may_be,
        test_imports_inside_a_package_are_relative,
    )
    failures = 0
    for check in checks:
        try:
            check()
        except AssertionError:
            failures += 1
    assert failures
