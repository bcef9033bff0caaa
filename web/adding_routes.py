"""The routes by which articles are added from a browser. Part of `routes`."""

from .contract import HTML, LANGUAGE, TEXT, Given, Route
from .payloads import JobPayload
from .schemas import Schema, ref

_JOB = Given("job", "the job's number", {"type": "integer", "minimum": 1}, "path", True)
_MARK: Schema = {"type": "object", "required": ["mark"], "properties": {"mark": TEXT}}
_GIVEN: Schema = {
    "type": "object",
    "required": ["mark", "means"],
    "properties": {
        "means": {"enum": ["text", "file", "address"]},
        **dict.fromkeys(("mark", "text", "title", "outlet", "published", "language", "address"), TEXT),
        "file": {"type": "string", "format": "binary"},
    },
}
_FORM, _PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
# For browsers on this machine that hold the cookie of this run of the server; everybody else gets 403.
ADDING = (
    Route("/add", "Forms for a text, a file or an address to read, and the jobs that there are", HTML, (LANGUAGE,), (403,)),
    Route(
        "/add", "Have something read; leads to its job", HTML, (LANGUAGE,), (400, 403, 413, 503), "post",
        {_PARTS: _GIVEN, _FORM: _GIVEN}, redirects=True,
    ),
    Route("/add/<int:job>", "A job: how far it is, and what was read, sentence by sentence", HTML, (_JOB, LANGUAGE), (403, 404)),
    Route(
        "/add/<int:job>/store", "Store what was read; leads to the job", {}, (_JOB,), (400, 403, 404), "post",
        {_FORM: _MARK}, redirects=True,
    ),
    Route(
        "/add/<int:job>/discard", "Forget a job and what was read for it", {}, (_JOB,), (400, 403, 404), "post",
        {_FORM: _MARK}, redirects=True,
    ),
    Route("/api/jobs/<int:job>", "How far a job is", {"application/json": ref(JobPayload)}, (_JOB,), (403, 404)),
)  # fmt: skip
