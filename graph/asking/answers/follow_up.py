"""What was announced: not reported as done in time, or carried out, and how long that took."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...rdf.derived import counts
from ..answering import Case, Found, Reply, reply
from ..edge_reports import Ends, Told, day_given, last_day, limits, mirrors, told
from ..plans import Plan, plans
from ..recall import recall
from ..sentences import Sentence, claim_address, sentences
from ..tallies import Voices
from ..unread import MOST_ARTICLES, Search, Unread, titles, unread
from ..wording import note


@dataclass(frozen=True, slots=True)
class Announced:
    """The sentence that announced it, by whom, and where."""

    source: str | None
    outlet: str | None
    sentence: str
    claim: str


@dataclass(frozen=True, slots=True)
class Open:
    """An announcement whose time is over: `overdue` days before the last day looked at, or before `late`, when it was done
    after all. The counts are of the reports that announce, or deny, the plan. `unread` articles of its time name both
    parties and tell nothing that was read about them; `unread_in` names the newest of them.
    """

    ends: Ends
    announced: str
    deadline: str
    overdue: int
    late: str | None
    voices: Voices
    told: Announced
    unread: int | None
    unread_in: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """An announcement that was carried out, `lead` days later; the counts are of the reports that announce it."""

    ends: Ends
    announced: str
    done: str
    lead: int
    voices: Voices
    told: Announced
    done_sentence: str
    done_claim: str


_Pending = tuple[Told, Plan]


def follow_up(found: Found, case: Case) -> Reply:
    """The announcements whose time is over without a report of the act, those first whose time ended last."""
    until = day_given(case, "until") or last_day(case.desk)
    edges, planned = _plans(found, case, until)
    late = [(edge, plan) for edge, plan in planned if not plan.in_time and plan.deadline < until]
    late.sort(key=lambda each: each[1].deadline, reverse=True)
    words = sentences(case.desk, (plan.first.claim for _, plan in late), case.language)
    searches = {each: search for each in late if (search := _search(*each))}
    missed = unread(case.desk, list(searches.values()))
    rows = (_open(case, each, words, until, missed[searches[each]] if each in searches else None) for each in late)
    notes = (note("follow-up", until=until, days=case.given["days"]), recall().note, note("unread-limit", articles=MOST_ARTICLES))
    return reply(Open, rows, *notes, *limits(edges))


def carried_out(found: Found, case: Case) -> Reply:
    """The announcements that were carried out in time, the latest first."""
    until = day_given(case, "until") or last_day(case.desk)
    edges, planned = _plans(found, case, until)
    kept = [(edge, plan) for edge, plan in planned if plan.in_time]
    kept.sort(key=lambda each: each[1].done or date.min, reverse=True)
    claims = (report.claim for _, plan in kept for report in (plan.first, plan.act) if report)
    words = sentences(case.desk, claims, case.language)
    return reply(Kept, (_kept(case, each, words) for each in kept), note("carried-out", days=case.given["days"]), *limits(edges))


def _plans(found: Found, case: Case, until: date) -> tuple[tuple[Told, ...], list[_Pending]]:
    edges = told(found, case)
    mirrored = mirrors(edges, case)
    planned = []
    for each in edges:
        acts = (*each.reports, *mirrored.get(each.edge, ()))
        planned += [(each, plan) for plan in plans(each.reports, acts, int(case.given["days"]), until)]
    return edges, planned


def _search(edge: Told, plan: Plan) -> Search | None:
    """What may tell of the act within its time."""
    one, other = edge.edge.actor, edge.edge.recipient
    return Search(one, other, plan.announced, plan.deadline) if one and other else None


def _open(case: Case, each: _Pending, words: Mapping[str, Sentence], until: date, missed: Sequence[Unread] | None) -> Open:
    edge, plan = each
    return Open(
        ends=edge.ends,
        announced=plan.announced.isoformat(),
        deadline=plan.deadline.isoformat(),
        overdue=((plan.done or until) - plan.deadline).days,
        late=plan.done.isoformat() if plan.done else None,
        voices=Voices.of(counts(plan.reports)),
        told=_announced(case, plan, words),
        unread=None if missed is None else len(missed),
        unread_in=titles(missed or ()),
    )


def _kept(case: Case, each: _Pending, words: Mapping[str, Sentence]) -> Kept:
    edge, plan = each
    assert plan.act is not None and plan.done is not None
    return Kept(
        ends=edge.ends,
        announced=plan.announced.isoformat(),
        done=plan.done.isoformat(),
        lead=(plan.done - plan.announced).days,
        voices=Voices.of(counts(plan.reports)),
        told=_announced(case, plan, words),
        done_sentence=words[plan.act.claim].sentence,
        done_claim=claim_address(case.desk, plan.act.claim),
    )


def _announced(case: Case, plan: Plan, words: Mapping[str, Sentence]) -> Announced:
    said = words[plan.first.claim]
    return Announced(said.source, said.outlet, said.sentence, claim_address(case.desk, plan.first.claim))
