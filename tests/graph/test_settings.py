"""Settings: which place wins, where a value came from, and that a misspelt key never passes."""

from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.settings import Settings, config_folder, data_folder, meanings, read_settings


def home(tmp_path: Path, **more: str) -> dict[str, str]:
    return {"HOME": str(tmp_path / "home"), **more}


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_default_store_stands_in_the_users_data_folder(tmp_path: Path) -> None:
    settings = read_settings({}, home(tmp_path), tmp_path)
    assert settings.store == data_folder(home(tmp_path)) / "store"
    assert settings.origins == {}


def test_each_place_goes_before_the_one_below_it(tmp_path: Path) -> None:
    user = write(config_folder(home(tmp_path)) / "config.toml", "port = 1\n")
    assert read_settings({}, home(tmp_path), tmp_path).port == 1
    assert read_settings({}, home(tmp_path), tmp_path).origins == {"port": str(user)}

    local = write(tmp_path / "depesche.toml", "port = 2\n")
    assert read_settings({}, home(tmp_path), tmp_path).origins == {"port": str(local)}

    environ = home(tmp_path, DEPESCHE_PORT="3")
    assert read_settings({}, environ, tmp_path).port == 3
    assert read_settings({}, environ, tmp_path).origins == {"port": "DEPESCHE_PORT"}

    settings = read_settings({"port": 4}, environ, tmp_path)
    assert (settings.port, settings.origins) == (4, {"port": "--port"})


def test_a_flag_that_was_not_given_decides_nothing(tmp_path: Path) -> None:
    assert read_settings({"host": None}, home(tmp_path), tmp_path) == read_settings({}, home(tmp_path), tmp_path)


def test_an_unknown_key_names_its_file(tmp_path: Path) -> None:
    file = write(tmp_path / "depesche.toml", "qery_deadline = 3\n")
    with pytest.raises(SettingsError, match="unknown setting 'qery_deadline'") as caught:
        read_settings({}, home(tmp_path), tmp_path)
    assert str(caught.value).startswith(str(file))


def test_variables_of_the_build_and_of_the_tests_are_no_settings(tmp_path: Path) -> None:
    environ = home(tmp_path) | {"DEPESCHE_NO_UI": "1", "DEPESCHE_BROWSER": "/usr/bin/chromium"}
    assert not [origin for origin in read_settings({}, environ, tmp_path).origins.values() if origin.startswith("DEPESCHE_")]


def test_an_unknown_variable_is_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DEPESCHE_PROT: unknown setting 'prot'"):
        read_settings({}, home(tmp_path, DEPESCHE_PROT="3"), tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("port = 70000", "port must be a whole number from 0 to 65535, not 70000"),
        ("port = true", "port must be a whole number"),
        ("port = 1.5", "port must be a whole number"),
        ('base = "depesche.example"', "base must be an http address that ends in a slash"),
        ('language = "fr"', "language must be de or en, not 'fr'"),
        ("store = 3", "store must be a path"),
        ("[port]\nx = 1", "port must be a whole number"),
        ("port = ", "cannot be read"),
    ],
)
def test_a_wrong_value_is_told_with_what_would_be_right(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path / "depesche.toml", text)
    with pytest.raises(SettingsError, match=message):
        read_settings({}, home(tmp_path), tmp_path)


def test_a_store_named_in_a_file_is_meant_from_that_file(tmp_path: Path) -> None:
    write(tmp_path / "depesche.toml", 'store = "claims"\n')
    assert read_settings({}, home(tmp_path), tmp_path).store == tmp_path / "claims"


def test_every_setting_has_a_meaning_and_a_row(tmp_path: Path) -> None:
    names = [row[0] for row in Settings().rows()]
    assert names == list(meanings())
    assert all(meanings().values())


def test_user_folders_follow_the_platform(tmp_path: Path) -> None:
    environ = {"HOME": "/h", "APPDATA": "/roaming", "XDG_CONFIG_HOME": "/x"}
    assert config_folder(environ, "linux") == Path("/x/depesche")
    assert data_folder(environ, "linux") == Path("/h/.local/share/depesche")
    assert data_folder(environ, "darwin") == Path("/h/Library/Application Support/depesche")
    assert config_folder(environ, "win32") == Path("/roaming/depesche")


def test_a_store_may_be_the_address_of_an_engine_beside_a_folder_of_state(tmp_path: Path) -> None:
    settings = read_settings({"store": "http://a.example/sparql"}, home(tmp_path), tmp_path)
    assert (settings.address, settings.folder) == ("http://a.example/sparql", data_folder(home(tmp_path)) / "state")

    write(tmp_path / "depesche.toml", 'store = "https://a.example"\nstate = "claims"\n')
    settings = read_settings({}, home(tmp_path), tmp_path)
    assert (settings.address, settings.folder) == ("https://a.example", tmp_path / "claims")

    settings = read_settings({"store": tmp_path / "mine"}, home(tmp_path), tmp_path)
    assert (settings.address, settings.folder) == (None, tmp_path / "mine")


@pytest.mark.parametrize(
    "address", ["http://", "http://a.example/?x=1", "http://a.example/#a", "http://a.example:x/", "HTTP:///a"]
)
def test_an_address_that_is_none_is_an_error(tmp_path: Path, address: str) -> None:
    with pytest.raises(SettingsError, match="store must be an http address"):
        read_settings({"store": address}, home(tmp_path), tmp_path)


@pytest.mark.parametrize("name", ["store", "engine_update"])
def test_a_password_within_an_address_is_refused_and_not_repeated(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="set DEPESCHE_ENGINE_USER and DEPESCHE_ENGINE_PASSWORD") as refused:
        read_settings({name: "http://anna:geheim@a.example/"}, home(tmp_path), tmp_path)
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize("name", ["engine_user", "engine_password", "engine_token"])
def test_secrets_have_no_place_in_a_file(tmp_path: Path, name: str) -> None:
    write(tmp_path / "depesche.toml", f'{name} = "geheim"\n')
    with pytest.raises(SettingsError, match="unknown setting") as refused:
        read_settings({}, home(tmp_path), tmp_path)
    assert "geheim" not in str(refused.value)
