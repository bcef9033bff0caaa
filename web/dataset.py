"""What the store says of itself as a data set: its description (VoID), the JSON-LD context, and whole copies of it."""

from flask import Blueprint, Response, json, jsonify, request, send_file

from . import urls
from .negotiation import asked_for, content_type
from .source import FORMS, NotFoundError, context, extent, results, void
from .visit import fresh, visit

blueprint = Blueprint("dataset", __name__)

_FORMATS = {"ttl": results.TURTLE, "nt": results.N_TRIPLES, "rdf": results.RDF_XML, "jsonld": results.JSON_LD}


@blueprint.get("/context.jsonld")
def json_ld_context() -> Response:
    """The names that our JSON-LD uses; the same for every store."""
    response = Response(json.dumps(context(), indent=1) + "\n", content_type=results.JSON_LD)
    response.add_etag()
    response.headers["Cache-Control"] = "public, max-age=3600"  # seconds; names are added now and then, never changed
    response.make_conditional(request)
    return response


@blueprint.get("/.well-known/void")
def description() -> Response:
    """How much there is of what, in which vocabularies, with examples to begin from."""
    media_type = asked_for(results.TRIPLE_TYPES, request.args.get("format"), _FORMATS)

    def make() -> Response:
        here = visit()
        found = here.kept("extent", lambda: extent(here.reader))
        return Response(void(urls.site(), here.source.base, found, media_type), content_type=content_type(media_type))

    return fresh(make, request.host)


@blueprint.get("/dump/<form>")
def dump(form: str) -> Response:
    """The whole store as a file; made at the first request after a change."""
    if form not in FORMS:
        raise NotFoundError(f"there is no copy of the form {form[:40]!r}; there are {', '.join(FORMS)}")
    about = FORMS[form]
    file, revision = visit().source.dumps.file(form)
    name = f"depesche.{about.suffix}"
    response = send_file(file, about.media_type, True, name, etag=f"{form}-{revision}", last_modified=None, max_age=0)
    response.headers["Depesche-Revision"] = str(revision)
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/dump")
def dumps() -> Response:
    """The forms in which the whole store can be fetched."""
    told = [
        {"form": name, "href": urls.external(f"/dump/{name}"), "media_type": form.media_type, "meaning": form.meaning}
        for name, form in FORMS.items()
    ]
    return jsonify(told)
