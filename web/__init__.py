"""The window: Flask pages, linked data, a JSON API and a SPARQL endpoint over a store. Reads only; jobs add."""

from pathlib import Path

from flask import Flask

from . import (
    adding,
    answers,
    api,
    assets,
    dataset,
    dossier,
    drawn,
    errors,
    headers,
    language,
    linked,
    network,
    openapi,
    pages,
    reconcile,
    sparql,
    views,
    writing,
)
from .options import Options
from .source import VERSION, Settings, Source

_ROOM = 4096  # bytes of a request's body beyond three times the longest query: a form writes ü as %C3%BC


def create_app(settings: Settings, options: Options | None = None) -> Flask:
    """The application over the store that `settings` name; `app.extensions["depesche"].close()` ends its processes.

    Raises StoreError when there is no store, or one of another format.
    """
    chosen = options or Options()
    static = chosen.static or Path(__file__).parent / "static"
    source = Source(settings, chosen.hire)
    app = Flask(__name__, static_folder=str(static), static_url_path="/static")
    app.extensions["depesche"] = source
    app.config.update(
        DEPESCHE_HOST=settings.host,
        DEPESCHE_WITH_TEXT=chosen.with_text,
        DEPESCHE_VERSION=VERSION,
        DEPESCHE_UPLOAD_SIZE=settings.upload_size,
        MAX_CONTENT_LENGTH=3 * settings.query_size + _ROOM,
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.globals["vocabulary"] = source.vocabulary
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    language.install(app, settings.language)
    app.extensions["depesche-assets"] = assets.install(app, static)
    headers.install(app, settings.host, chosen.hosts, settings.cors)
    writing.install(app, settings.host, chosen.token)
    errors.install(app)
    for part in (pages, answers, dossier, drawn, network, linked, api, sparql, dataset, reconcile, openapi, adding, views):
        app.register_blueprint(part.blueprint)
    return app
