"""A reading as one line of JSON, and back without loss: what `extract` prints and what a store keeps.

The keys that others rely on (`id`, `language`, `claims`, `speech`) are those of the documented format; more keys stand
beside them so that nothing of a reading is lost. Knows the model only: no files, no RDF.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from .errors import InputError
from .identity import article_key
from .model import (
    Article,
    Claim,
    Closeness,
    Entity,
    Kind,
    Link,
    LinkReason,
    Modality,
    Party,
    Profile,
    Reading,
    Scope,
    Sentence,
    Span,
    Speech,
    SpeechType,
    Stance,
    Step,
    Time,
)  # fmt: skip

Json = dict[str, Any]  # only inside this module: what `json` gives and takes
_Value = TypeVar("_Value")


def reading_to_json(reading: Reading, *, text: bool = True) -> str:
    """One line: the documented format, the article's own fields beside it; without its text if `text` is False."""
    article = reading.article
    key = article_key(article)
    head = {"id": article.identifier or key, "language": article.language}
    return _line({**head, **_extraction(reading), "article": _article(article, key, text)})


def reading_from_json(line: str, article: Article | None = None) -> Reading:
    """The reading that `line` tells; a line without the article's text needs the `article`. InputError if malformed."""
    return _parsed(line, lambda data: _reading(data, article or _article_from(data)))


def extraction_to_json(reading: Reading) -> str:
    """What was extracted, without the article: the same for each article of this text, date, outlet and language."""
    return _line(_extraction(reading))


def extraction_from_json(line: str, article: Article) -> Reading:
    """The reading of `article` that `extraction_to_json` told. InputError if malformed."""
    return _parsed(line, lambda data: _reading(data, article))


def _line(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)


def _parsed(line: str, build: Callable[[Json], Reading]) -> Reading:
    try:
        return build(json.loads(line))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"not a reading: {type(error).__name__}: {error}") from error


# Reading → JSON


def _extraction(reading: Reading) -> Json:
    text = reading.article.text
    return {
        "sentences": [[s.index, s.span.start, s.span.end] for s in reading.sentences],
        "claims": [_claim(claim, text) for claim in reading.claims],
        "speech": [_speech(speech) for speech in reading.speech],
    }


def _article(article: Article, key: str, text: bool) -> Json:
    fields = {
        "key": key,
        "identifier": article.identifier,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "outlet": article.outlet,
        "url": article.url,
        "sample": article.sample,
        "author": article.author,
    }
    return {**fields, "text": article.text} if text else fields


def _claim(claim: Claim, text: str) -> Json:
    return {
        "evidence": {"start": claim.evidence.start, "end": claim.evidence.end},
        "sentence": _span(claim.sentence),
        "actor": _party(claim.actor, text),
        "relation": claim.relation,
        "recipient": _party(claim.recipient, text),
        "theme": claim.theme,
        "theme_class": claim.theme_class,
        "modality": claim.modality.value,
        "negated": claim.negated,
        "attribution": [_step(step, text) for step in claim.attribution],
        "time": {"text": claim.time.text, "value": claim.time.value} if claim.time else None,
        "place": claim.place,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _party(party: Party | None, text: str) -> Json | None:
    if party is None:
        return None
    entity = party.entity
    return {
        "name": entity.name,
        "mention": party.mention.of(text) if party.mention else entity.name,
        "kind": entity.kind.value,
        "wikidata": entity.wikidata,
        "span": _span(party.mention),
        "gazetteer": entity.gazetteer,
        "state": entity.state,
        "local": entity.local,
        "link": _link(party.link),
    }


def _link(link: Link | None) -> Json | None:
    return {"reason": link.reason.value, "alternatives": list(link.alternatives)} if link else None


def _step(step: Step, text: str) -> Json:
    return {
        "source": _party(step.source, text),
        "stance": step.stance.value,
        "anonymous": step.anonymous,
        "cue": _span(step.cue),
        "profile": _profile(step.profile),
        "scope": step.scope.value if step.scope else None,
    }


def _profile(profile: Profile | None) -> Json | None:
    if profile is None:
        return None
    closeness = profile.closeness.value if profile.closeness else None
    return {"class": profile.source_class, "number": profile.number, "closeness": closeness}


def _speech(speech: Speech) -> Json:
    return {
        "content": [_span(span) for span in speech.content],
        "speaker": _span(speech.speaker),
        "cue": _span(speech.cue),
        "type": speech.type.value,
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


# JSON → reading


def _reading(data: Json, article: Article) -> Reading:
    return Reading(
        article,
        tuple(Sentence(index, Span(start, end)) for index, start, end in data["sentences"]),
        tuple(map(_claim_from, data["claims"])),
        tuple(map(_speech_from, data["speech"])),
    )


def _article_from(data: Json) -> Article:
    fields = data["article"]
    return Article(
        text=fields["text"],
        title=fields["title"],
        published=_maybe(fields["published"], date.fromisoformat),
        outlet=fields["outlet"],
        url=fields["url"],
        language=data["language"],
        identifier=fields["identifier"],
        sample=fields["sample"],
        author=fields["author"],
    )


def _claim_from(data: Json) -> Claim:
    return Claim(
        evidence=Span(data["evidence"]["start"], data["evidence"]["end"]),
        sentence=_span_from(data["sentence"]),
        relation=data["relation"],
        actor=_maybe(data["actor"], _party_from),
        recipient=_maybe(data["recipient"], _party_from),
        rule=data["rule"],
        theme=data["theme"],
        theme_class=data["theme_class"],
        modality=Modality(data["modality"]),
        negated=data["negated"],
        attribution=tuple(map(_step_from, data["attribution"])),
        time=_maybe(data["time"], lambda time: Time(time["text"], time["value"])),
        place=data["place"],
        confidence=data["confidence"],
    )


def _party_from(data: Json) -> Party:
    entity = Entity(data["name"], Kind(data["kind"]), data["gazetteer"], data["wikidata"], data["state"], data["local"])
    return Party(entity, _maybe(data["span"], _span_from), _maybe(data.get("link"), _link_from))


def _link_from(data: Json) -> Link:
    return Link(LinkReason(data["reason"]), tuple(data["alternatives"]))


def _step_from(data: Json) -> Step:
    return Step(
        _maybe(data["source"], _party_from),
        Stance(data["stance"]),
        data["anonymous"],
        _maybe(data["cue"], _span_from),
        _maybe(data["profile"], _profile_from),
        _maybe(data["scope"], Scope),
    )


def _profile_from(data: Json) -> Profile:
    return Profile(data["class"], data["number"], _maybe(data["closeness"], Closeness))


def _speech_from(data: Json) -> Speech:
    return Speech(
        tuple(map(_span_from, data["content"])),
        SpeechType(data["type"]),
        _maybe(data["speaker"], _span_from),
        _maybe(data["cue"], _span_from),
    )


def _span_from(data: Sequence[int]) -> Span:
    start, end = data
    return Span(start, end)


def _maybe(data: Any, build: Callable[[Any], _Value]) -> _Value | None:
    return None if data is None else build(data)
