"""The words of the interface: the same keys in both languages, the same values in them, and no key that nobody knows."""

import re
import tomllib
from pathlib import Path

import web

FOLDER = Path(web.__file__).parent
# Keys that are put together from a code: `stance_` and `denies`, `month_` and `7`.
_FAMILIES = (
    "add_fault_", "add_means_", "as_", "clock_", "fault_", "glyph_", "job_", "kind_", "language_", "lens_", "mark_",
    "modality_", "month_", "outcome_", "refused_", "role_", "stance_", "standing_", "switch_", "tally_", "take_", "view_",
    "voice_",
)  # fmt: skip


def messages(language: str) -> dict[str, str]:
    return tomllib.loads((FOLDER / "messages" / f"{language}.toml").read_text(encoding="utf-8"))


def asked_for() -> set[str]:
    """Every key that a template or a script asks for by its whole name."""
    templates = "".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "templates").glob("*.html")))
    scripts = "".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "ui" / "src").rglob("*.ts")))
    plain = re.findall(r"""_\(["'](\w+)["']""", templates) + re.findall(r"""\bt\("(\w+)["']""", scripts)
    counted = re.findall(r"""count\("(\w+)\"""", templates + scripts)
    return {key for key in [*plain, *counted, *(f"{key}_one" for key in counted)] if not key.endswith("_")}


def test_both_languages_have_the_same_keys_and_fill_in_the_same_values() -> None:
    german, english = messages("de"), messages("en")
    assert list(german) == list(english)
    places = re.compile(r"\{\w+\}")
    assert [key for key in german if sorted(places.findall(german[key])) != sorted(places.findall(english[key]))] == []


def test_every_key_asked_for_exists() -> None:
    assert asked_for() - messages("de").keys() == set()


def test_no_key_is_left_over() -> None:
    sources = [*(FOLDER / "templates").glob("*.html"), *(FOLDER / "ui" / "src").rglob("*.ts"), *FOLDER.glob("*.py")]
    words = set(re.findall(r"\w+", "".join(path.read_text(encoding="utf-8") for path in sources)))
    keys = (key for key in messages("de") if not key.startswith(_FAMILIES))
    assert [key for key in keys if key.removesuffix("_one") not in words] == []
