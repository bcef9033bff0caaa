"""The language of a page, and the words of the interface."""

from flask.testing import FlaskClient

from web.language import LANGUAGES, messages


def shown(answer: object) -> str:
    return "de" if '<html lang="de"' in answer.text else "en"  # type: ignore[attr-defined]


def test_the_address_goes_before_the_cookie_before_the_browser(browser: FlaskClient) -> None:
    german, english = {"Accept-Language": "de"}, {"Accept-Language": "fr, en;q=0.5"}

    assert shown(browser.get("/", headers=german)) == "de"
    assert shown(browser.get("/", headers=english)) == "en"
    assert shown(browser.get("/?lang=de", headers=english)) == "de"
    assert shown(browser.get("/", headers=english)) == "de"  # remembered
    assert shown(browser.get("/?lang=en", headers=german)) == "en"
    assert shown(browser.get("/?lang=xx", headers=german)) == "en"


def test_what_nobody_asks_for_is_the_setting(client: FlaskClient) -> None:
    assert shown(client.get("/", headers={"Accept": "text/html"})) == "de"


def test_answers_vary_by_language(browser: FlaskClient) -> None:
    assert {"Accept-Language", "Cookie"} <= set(browser.get("/").vary)


def test_both_languages_have_the_same_messages() -> None:
    assert set(messages("de")) == set(messages("en"))


def test_scripts_get_the_same_words(client: FlaskClient) -> None:
    for language in LANGUAGES:
        assert client.get(f"/messages/{language}.json").json == dict(messages(language))
    assert client.get("/messages/fr.json").status_code == 404
