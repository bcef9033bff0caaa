"""Named questions: a page with a form for each, and the same answers as flat JSON, CSV or TSV."""

from collections.abc import Mapping

from flask import Blueprint, Response, request

from . import urls
from .answer_model import AnswerPage, Field, Option, QuestionLink, QuestionsPage
from .answer_table import laid_out
from .page_models import Alternate
from .pages import fresh_page
from .source import NotFoundError, Parameter, Question, Reply, UsageError, flat, questions, wording
from .visit import Visit, fresh, page, visit

blueprint = Blueprint("answers", __name__)

_SHOWN = 500  # rows on a page: more is for a download
_MEDIA_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "tsv": "text/tab-separated-values; charset=utf-8"}


@blueprint.get("/ask")
def every() -> Response:
    """All named questions."""
    return fresh_page(lambda: page("questions.html", QuestionsPage(_links(visit()))))


@blueprint.get("/ask/<name>")
def one(name: str) -> Response:
    """A named question, its form and its answer."""
    question = _question(name)
    return fresh_page(lambda: _page(question, visit()))


@blueprint.get("/api/ask/<name>")
def data(name: str) -> Response:
    """The answer to a named question as a list of flat objects, or as `format` says."""
    question = _question(name)
    form = request.args.get("format", "json")

    def make() -> Response:
        reply = visit().ask(question, _given(question, strict=True))
        response = Response(flat.write(reply, form), content_type=_MEDIA_TYPES[form])
        if reply.truncated:
            response.headers["Depesche-Truncated"] = str(len(reply.rows))
        if form != "json":
            response.headers["Content-Disposition"] = f'attachment; filename="{question.name}.{form}"'
        return response

    if form not in _MEDIA_TYPES:
        raise UsageError(f"there is no format {form[:40]!r}; there are {', '.join(_MEDIA_TYPES)}")
    return fresh(make)


def _question(name: str) -> Question:
    found = questions().get(name)
    if found is None:
        raise NotFoundError(f"there is no question called {name[:40]!r}")
    return found


def _given(question: Question, *, strict: bool = False) -> Mapping[str, str]:
    """What the address gives; with `strict`, also what the question does not know, so that it is refused."""
    beside = ("format", "lang")
    return {name: value for name, value in request.args.items() if name in question.parameters or (strict and name not in beside)}


def _page(question: Question, here: Visit) -> Response:
    given, wrong, reply = _given(question), None, Reply((), ())
    try:
        reply = here.ask(question, given)
    except (UsageError, NotFoundError) as error:
        wrong = str(error)
    model = AnswerPage(
        name=question.name,
        question=question.label(here.language),
        fields=[_field(each, given, here) for each in question.parameters.values()],
        table=laid_out(reply, here, _SHOWN),
        notes=[note.text(here.language) for note in reply.notes],
        total=len(reply.rows),
        shown=_SHOWN,
        truncated=reply.truncated,
        wrong=wrong,
        downloads=[] if wrong else _downloads(question, given),
        editor=urls.at("/sparql", name=question.name),
        others=[link for link in _links(here) if link.name != question.name],
    )
    response = page("answer.html", model)
    response.status_code = 400 if wrong else 200
    return response


def _links(here: Visit) -> list[QuestionLink]:
    found = questions().values()
    return [QuestionLink(each.name, each.label(here.language), urls.at(f"/ask/{each.name}")) for each in found]


def _downloads(question: Question, given: Mapping[str, str]) -> list[Alternate]:
    address = f"/api/ask/{question.name}"
    return [Alternate(_MEDIA_TYPES[form], form.upper(), urls.at(address, **given, format=form)) for form in flat.FORMATS]


def _field(parameter: Parameter, given: Mapping[str, str], here: Visit) -> Field:
    value = given.get(parameter.name, "") or parameter.default or ""
    options = [Option(word, wording.choice(parameter.name, word, here.language)) for word in parameter.choices]
    if parameter.kind == "relation":
        codes = here.source.vocabulary.relations
        options = [Option("", "—"), *(Option(code, here.words.relation(code, alone=True)) for code in codes)]
    kind = "choice" if options else parameter.kind
    return Field(parameter.name, wording.column(parameter.name, here.language), kind, value, options)
