"""Segments into clauses: what opens, what continues, what closes, and what hangs on what.

German shows it: a subordinator or relative pronoun opens a clause that waits for its verb; a segment without a verb
continues the clause that still waits for one; a finite verb in first place after a finished stretch is an insert.
"""

from collections.abc import Sequence
from dataclasses import replace
from operator import is_

import simplemma

from ...model import Sentence
from ..clause import Analysis, Case, Clause, ClauseKind, Filler, Link, Mood, Phrase, Role, Verb, Voice
from ..known_names import KnownNames
from ..tokens import Tagger, Token
from ..wordlists import word_list
from .appositions import with_appositions
from .attributes import attribute_clauses
from .datives import with_wanted_datives
from .drafts import Draft
from .infinitives import split_infinitives
from .phrases import list_commas, phrases
from .placing import place_segments
from .repair import repaired
from .retagging import retagged
from .roles import fillers, is_plural_verb
from .segments import segments
from .verbs import verb_group

_FEMININE = word_list("de", "feminine_er")
_SAYING = word_list("de", "plain_saying_verbs")
_WITH_ACCUSATIVE = frozenset({"für", "gegen", "durch", "ohne", "um"})
_DATIVE_VERBS = word_list("de", "dative_verbs")


class GermanClauses:
    """Builds the clause form of German sentences; `analyse` is the one door."""

    def __init__(
        self, tagger: Tagger | None = None, sayings: frozenset[str] = frozenset(), names: KnownNames | None = None
    ) -> None:
        """`sayings` are the verbs that may be inserted in what is said (", erklärte er,"); with none, all verbs may.
        `names` are words that can be nothing but names."""
        self.tagger, self.sayings, self.names = tagger or Tagger(), sayings, names or KnownNames()
        simplemma.is_known("Haus", "de")  # loads its dictionary with all the rest, not in the midst of the first article

    def analyse(self, sentence: Sentence, text: str) -> Analysis:
        """The sentence's tokens, phrases and clauses; `text` is the article's."""
        tagged = self.names.marked(self.tagger.tokens(sentence.span.of(text), sentence.span.start))
        tagged = retagged(tagged, self.tagger)
        rough = phrases(tagged)
        cut = segments(tagged, rough)
        tokens = repaired(tagged, cut, rough, self.tagger)
        unchanged = all(map(is_, tokens, tagged))
        found = _listed(tokens, rough if unchanged else phrases(tokens))
        cut = cut if unchanged else segments(tokens, found)  # a comma that joins a list is no conjunction, and cuts nothing
        drafts = split_infinitives(tokens, found, place_segments(tokens, found, cut, self.sayings))
        found = with_appositions(tokens, _unjoined_across(found, drafts), drafts)
        clauses = [self._clause(tokens, found, drafts, i) for i in range(len(drafts))]
        clauses = _with_shared_parts(tokens, clauses, drafts)
        clauses = [_with_speaker(found, clauses, clause) for clause in clauses]
        found, clauses = with_wanted_datives(tokens, _with_number(tokens, found, clauses), clauses)
        found, clauses = attribute_clauses(tokens, found, clauses, self.tagger)
        return Analysis(sentence, tokens, tuple(found), tuple(clauses))

    def _clause(self, tokens: Sequence[Token], found: Sequence[Phrase], drafts: Sequence[Draft], index: int) -> Clause:
        draft = drafts[index]
        members = sorted(draft.tokens)
        borrowed = self._verb(tokens, drafts[draft.shares]) if draft.shares is not None else None
        verb = verb_group(tokens, members, self.tagger, borrowed) if draft.kind is not ClauseKind.VERBLESS else None
        link = draft.link
        if (
            draft.kind is ClauseKind.MAIN
            and link is Link.COORDINATE
            and draft.parent is not None
            and draft.opener in (",", ":", "")
        ):
            reported = verb is not None and verb.mood in (Mood.REPORTED, Mood.UNREAL)
            joined = tokens[members[0]].tag == "KON"  # ", und er ging"
            reported = reported or (draft.opener == "," and not joined and self._is_said(tokens, found, drafts[draft.parent]))
            link = Link.COMPLEMENT if reported or draft.opener == ":" else link
        meant = _with_antecedent(tokens, found, draft)
        roles = fillers(tokens, meant, members, verb, draft.kind, draft.continues is not None)
        if draft.kind is ClauseKind.PARTICIPIAL and draft.antecedent is not None:
            roles = (Filler(Role.ACCUSATIVE, draft.antecedent), *(f for f in roles if f.role is Role.PREPOSITION))
        return Clause(
            index, draft.kind, tuple(members), verb, roles,
            draft.introducer, draft.parent, link, draft.antecedent, draft.quoted,
        )  # fmt: skip

    def _is_said(self, tokens: Sequence[Token], found: Sequence[Phrase], above: Draft) -> bool:
        """X sagte, die USA mischten sich ein: behind a verb of saying that has no object a clause is what was said, in
        whatever mood."""
        verb = self._verb(tokens, above) if above.kind is ClauseKind.MAIN else None
        if verb is None or verb.lemma not in _SAYING or verb.voice is not Voice.ACTIVE or verb.modal is not None:
            return False
        roles = fillers(tokens, found, sorted(above.tokens), verb, above.kind)
        return not any(f.role is Role.ACCUSATIVE for f in roles) and any(f.role is Role.SUBJECT for f in roles)

    def _verb(self, tokens: Sequence[Token], draft: Draft) -> Verb | None:
        return verb_group(tokens, sorted(draft.tokens), self.tagger)


def _with_antecedent(tokens: Sequence[Token], found: Sequence[Phrase], draft: Draft) -> Sequence[Phrase]:
    """The phrases with the relative pronoun as what it means: singular or plural ("die Waffen, die Norwegen liefert"), and
    one for a known name may act itself ("Peru, das Kuba überfiel"), as "das" for a thing does not and "der" for "die" cannot."""
    if draft.kind is not ClauseKind.RELATIVE or draft.antecedent is None:
        return found
    meant = found[draft.antecedent]
    place = next((p for p in found if p.first in draft.tokens and p.pronoun in ("die", "welche", "das", "der")), None)
    if place is None:
        return found
    if place.pronoun == "der":  # die Partei, der er Betrug vorwirft: she does nothing
        hers = tokens[meant.first].low in ("die", "eine", "diese", "keine") and meant.plural is not True
        return [replace(p, cases=frozenset({Case.DATIVE})) if p is place and hers else p for p in found]
    if place.pronoun == "das":
        after = [t.low for t in tokens[place.last + 1 : place.last + 2]]  # none where a text breaks off
        acts = tokens[meant.head].whole and after != ["der"]  # Peru, das der Sudan angriff
        return [replace(p, pronoun="welches") if p is place and acts else p for p in found]
    several = any(p.joined_to == draft.antecedent for p in found)
    open_form = meant.plural is None and tokens[meant.head].low.endswith(("er", "el")) and meant.lemma.lower() not in _FEMININE
    plural = True if several or open_form else meant.plural  # Flugkörper, die: masculine, and so a plural
    return [replace(p, plural=plural) if p is place else p for p in found]


def _listed(tokens: Sequence[Token], found: tuple[Phrase, ...]) -> list[Phrase]:
    """Members of comma lists joined to the first one, so that "A, B und C" is one group of three."""
    out = list(found)
    for before, after in list_commas(tokens, found).values():
        if out[after].joined_to is None:
            out[after] = replace(out[after], joined_to=before)
    return out


def _unjoined_across(found: Sequence[Phrase], drafts: Sequence[Draft]) -> list[Phrase]:
    """Phrases that turned out to stand in different clauses are not coordinated."""

    def together(phrase: Phrase) -> bool:
        partner = found[phrase.joined_to] if phrase.joined_to is not None else phrase
        return any(phrase.first in d.tokens and partner.first in d.tokens for d in drafts)

    return [p if together(p) else replace(p, joined_to=None) for p in found]


def _with_number(tokens: Sequence[Token], found: Sequence[Phrase], clauses: Sequence[Clause]) -> list[Phrase]:
    """Subjects whose form does not tell take their number from the verb ("die Außenminister wollen"), nouns behind "den"
    theirs from what governs them: "stürzte den Präsidenten", "mit den Präsidenten"."""
    out = list(found)
    for clause in clauses:
        finite = clause.verb.finite if clause.verb is not None else None
        for index in clause.fillers_in(Role.SUBJECT):
            several = any(p.joined_to == index for p in found)
            if finite is not None and out[index].plural is None and not several:
                out[index] = replace(out[index], plural=is_plural_verb(tokens[finite]))
    objects = {f.phrase: (f.role, c.verb) for c in clauses for f in c.fillers if f.role in (Role.ACCUSATIVE, Role.DATIVE)}
    for phrase in found:
        open_ = phrase.plural is None and phrase.pronoun is None and tokens[phrase.head].tag == "NN"
        if open_ and any(t.low == "den" for t in tokens[phrase.first : phrase.last]):
            role, verb = objects.get(phrase.index, (None, None))
            direct = role is Role.ACCUSATIVE and (verb is None or verb.lemma not in _DATIVE_VERBS)
            out[phrase.index] = replace(phrase, plural=not direct and phrase.preposition not in _WITH_ACCUSATIVE)
    return out


def _with_speaker(found: Sequence[Phrase], clauses: Sequence[Clause], clause: Clause) -> Clause:
    """Die Taliban bestreiten, …: beside a clause as object the one bare phrase that may be the subject is it, whatever its
    number seems to be."""
    bare = clause.fillers_in(Role.ACCUSATIVE)
    active = clause.kind is ClauseKind.MAIN and clause.verb is not None and clause.verb.voice is Voice.ACTIVE
    if not active or len(bare) != 1 or clause.fillers_in(Role.SUBJECT) or clause.fillers_in(Role.DATIVE):
        return clause
    speaker = found[bare[0]]
    said = any(c.parent == clause.index and c.link is Link.COMPLEMENT for c in clauses)
    if not said or Case.NOMINATIVE not in speaker.cases or speaker.pronoun is not None or clause.link is Link.COORDINATE:
        return clause
    roles = (replace(f, role=Role.SUBJECT) if f.phrase == speaker.index else f for f in clause.fillers)
    return replace(clause, fillers=tuple(roles))


def _with_shared_parts(tokens: Sequence[Token], clauses: list[Clause], drafts: Sequence[Draft]) -> list[Clause]:
    """A coordinated clause without subject has the subject of the clause that it continues."""
    out = list(clauses)
    for i, clause in enumerate(clauses):
        source = drafts[i].continues
        bare = clause.fillers_in(Role.ACCUSATIVE)
        counted = tokens[clause.tokens[0]].tag in ("CARD", "PIS") and not bare  # zwei Menschen getötet und drei verletzt
        if source is None or clause.verb is None or counted:
            continue
        has_subject = any(f.role == "subject" for f in clause.fillers)
        inherited = tuple(f for f in out[source].fillers if f.role == "subject") if not has_subject else ()
        out[i] = replace(clause, fillers=(*inherited, *clause.fillers))
        if drafts[i].shares == source or drafts[source].shares == i:
            out[source] = _with_shared_voice(tokens, out[source], out[i])
    return out


def _with_shared_voice(tokens: Sequence[Token], first: Clause, second: Clause) -> Clause:
    """entführt und misshandelt worden, soll geschlagen und gequält worden sein: one auxiliary makes both passive."""
    if first.verb is None or second.verb is None or second.verb.voice is not Voice.PASSIVE:
        return first
    lacks = tokens[first.verb.head].tag == "VV(PP)" and (first.verb.voice is Voice.STATIVE or first.verb.modal is not None)
    if not lacks or first.verb.finite != second.verb.finite:
        return first
    return replace(first, verb=replace(first.verb, voice=Voice.PASSIVE, evidential=second.verb.evidential))
