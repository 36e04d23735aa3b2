"""Wider phrases of a clause: where a thing stands, how a deed is done, what a thing lacks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeGuard

from mongyudo.reading.candidates import (
    LONGEST_WIDE,
    Candidate,
    Pattern,
    case_role,
    closes,
    holds_object,
    is_vague,
    last_word,
    object_particle,
    short_name,
    subject_particle,
)
from mongyudo.reading.chunks import Chunk, Noun, Other, Verb
from mongyudo.reading.english import (
    modifier_english,
    nominal_of,
    noun_english,
    place_english,
    verb_english,
)
from mongyudo.reading.hangul import adnominal, romanise
from mongyudo.reading.words import word_list
from mongyudo.records import Kind, Token

_REACH = 6
_CHAIN = 3
_SHARED = ("고", "며", "면서", "어서", "아서", "어", "아", "다가", "자")
_SELVES = ("나", "저", "내", "제")


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with what stands to its left in its own clause."""

    verb: Verb
    subject: Noun | None
    thing: Noun | None
    place: Noun | None
    topic: Noun | None
    adverb: Other | Noun | None
    myself: Other | None


def clause_at(chunks: list[Chunk], index: int) -> Clause:
    """The clause of the predicate at `index`: the nearest noun of each role."""
    found: dict[str, Noun] = {}
    adverb = myself = None
    verb = chunks[index]
    for before in reversed(chunks[max(0, index - _REACH) : index]):
        if before.sentence != verb.sentence or closes(before):
            break
        if isinstance(before, Noun) and not _says_how(before):
            role = _role(before, verb, found)
            found.setdefault(role, before)
        elif isinstance(before, Other) and before.tag == "NP" and before.form in _SELVES:
            myself = myself or before
    last = chunks[index - 1] if index else None
    if last and last.sentence == verb.sentence and _says_how(last):
        adverb = last
    assert isinstance(verb, Verb)
    kept = {role: noun for role, noun in found.items() if not is_vague(noun)}
    return Clause(
        verb, kept.get("S"), kept.get("O"), kept.get("B"), kept.get("topic"), adverb, myself
    )


def _says_how(chunk: Chunk) -> TypeGuard[Other | Noun]:
    if isinstance(chunk, Noun):
        return chunk.text in word_list("manner nouns")
    return (
        isinstance(chunk, Other)
        and chunk.tag == "MAG"
        and chunk.form not in word_list("plain adverbs")
    )


def _role(noun: Noun, verb: Chunk, found: dict[str, Noun]) -> str:
    role = case_role(noun, verb, next_to=not found)
    if role == "T" and noun.particle in ("까지", "부터"):
        return "B"
    return "topic" if role == "S" and "S" in found and noun.case == "T" else role


class Widener:
    """Makes the wider phrases of each predicate of a text."""

    def __init__(self, text: str, tokens: tuple[Token, ...], chunks: list[Chunk]) -> None:
        self.text = text
        self.tokens = tokens
        self.chunks = chunks

    def of(self, index: int) -> Iterator[Candidate]:
        """The wider phrases of the predicate at `index`."""
        clause = clause_at(self.chunks, index)
        verb = clause.verb
        if verb.ending == "EC" and verb.form in ("게", "도록"):
            yield from self._looking(clause)
            return
        after = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if verb.ending == "ETM" and isinstance(after, Noun) and verb.tail == after.first:
            yield from self._attribute(clause, after)
        if verb.lemma == "있다":
            yield from self._located(clause)
        elif verb.lemma == "없다":
            yield from self._lacking(clause)
        elif verb.lemma in ("같다", "하다"):
            yield from self._alike(index, clause)
        elif verb.lemma not in word_list("vague verbs"):
            yield from self._done(clause)
            yield from self._chained(index, clause)
            yield from self._taken_up(index, clause)
        elif verb.lemma in word_list("moving verbs") and clause.subject and not verb.negated:
            yield from self._turned(clause, clause.subject)

    def _attribute(self, clause: Clause, noun: Noun) -> Iterator[Candidate]:
        """Before its noun: 먼저 간 남편, 지붕 위에 있는 개 -> 지붕 위의 개."""
        verb = clause.verb
        if clause.adverb and not is_vague(noun):
            written = self._written(verb)
            ko = f"{_text(clause.adverb)} {written} {noun.text}"
            en = f"{modifier_english(verb)} {noun_english(noun)}"
            yield self._made(ko, en, "full", noun, clause.adverb.first, noun.last)
        if verb.lemma == "있다" and clause.place and clause.place.tail == verb.first:
            yield self._at(clause.place, noun, clause.place.first, noun.last)

    def _written(self, verb: Verb) -> str:
        start, end = self.tokens[verb.first].start_char, self.tokens[verb.tail - 1].end_char
        return " ".join(self.text[start:end].split())

    def _at(self, place: Noun, noun: Noun, first: int, last: int) -> Candidate:
        en = f"{noun_english(noun)} {place_english(place)}"
        return self._made(f"{place.text}의 {last_word(noun)}", en, "located", noun, first, last)

    def _located(self, clause: Clause) -> Iterator[Candidate]:
        """거실에 갯벌이 있다 -> 거실의 갯벌."""
        place, subject = clause.place, clause.subject
        if place and subject and not clause.verb.negated and place.particle.startswith("에"):
            first, last = self._ends(place, subject)
            yield self._at(place, subject, first, last)

    def _lacking(self, clause: Clause) -> Iterator[Candidate]:
        """문에 손잡이가 없다, 문은 손잡이가 없다 -> 손잡이 없는 문."""
        owner, subject = clause.place or clause.topic, clause.subject
        if owner and subject and owner.particle not in ("로", "으로"):
            ko = f"{last_word(subject)} 없는 {last_word(owner)}"
            en = f"{noun_english(owner)} without {noun_english(subject)}"
            first, last = self._ends(owner, subject, clause.verb)
            yield self._made(ko, en, "lacking", owner, first, last)

    def _done(self, clause: Clause) -> Iterator[Candidate]:
        verb, subject, thing = clause.verb, clause.subject, clause.thing
        if clause.adverb:
            yield self._manner(clause.adverb, verb)
        if verb.negated:
            return
        if subject and not thing:
            yield from self._turned(clause, subject)
            yield from self._going_on(clause, subject)
        if thing and clause.place:
            ko = f"{clause.place.text}{clause.place.particle} {self._form(verb, past=True)}"
            en = f"{verb_english(verb)} {noun_english(thing)} {place_english(clause.place)}"
            ends = self._ends(clause.place, thing, verb)
            yield self._made(f"{ko} {short_name(thing)}", en, "put", thing, *ends)
        if clause.myself and not subject:
            yield self._me(clause, clause.myself)

    def _looking(self, clause: Clause) -> Iterator[Candidate]:
        """불꽃이 파랗게 올라오다 -> 파란 불꽃."""
        verb, subject = clause.verb, clause.subject or clause.thing
        if verb.adjective and verb.stem and subject and not verb.negated:
            ko = f"{self._form(verb)} {short_name(subject)}"
            en = f"{modifier_english(verb)} {noun_english(subject)}"
            yield self._made(ko, en, "along", subject, *self._ends(subject, verb))

    def _alike(self, index: int, clause: Clause) -> Iterator[Candidate]:
        """다리가 솜 같다 -> 솜 같은 다리; 고추가 나무만 하다 -> 나무만 한 고추."""
        verb, like = clause.verb, self.chunks[index - 1] if index else None
        if not isinstance(like, Noun) or like.tail != verb.first or verb.ending == "ETM":
            return
        if verb.lemma == "하다" and like.particle != "만":
            return
        subject = next(
            (
                c
                for c in reversed(self.chunks[max(0, index - _REACH) : index - 1])
                if isinstance(c, Noun) and c.case in ("S", "T") and c.sentence == verb.sentence
            ),
            None,
        )
        if subject and not is_vague(subject):
            form = "같은" if verb.lemma == "같다" else "한"
            link = "만" if verb.lemma == "하다" else ""
            ko = f"{last_word(like)}{link} {form} {short_name(subject)}"
            en = f"{noun_english(subject)} like {noun_english(like)}"
            yield self._made(ko, en, "same", subject, *self._ends(like, subject, verb))

    def _going_on(self, clause: Clause, subject: Noun) -> Iterator[Candidate]:
        """With its auxiliary: 불이 꺼져 가다 -> 꺼져 가는 불, 서 있는 큰애, 비켜 준 물고기."""
        verb = clause.verb
        after = self.tokens[verb.last + 1 : verb.last + 3]
        if len(after) < 2:
            return
        ending, auxiliary = after
        if ending.form not in ("어", "아"):
            return
        if auxiliary.tag[:2] != "VX" or auxiliary.form not in ("가", "오", "주", "있", "두", "내"):
            return
        start = self.tokens[verb.first].start_char
        stem = f"{self.text[start : auxiliary.start_char].strip()} {auxiliary.form}"
        going = auxiliary.form in ("가", "오", "있") and not verb.past
        ko = f"{adnominal(stem, ongoing=going)} {short_name(subject)}"
        en = f"{modifier_english(verb)} {noun_english(subject)}"
        yield self._made(ko, en, "along", subject, *self._ends(subject, verb))

    def _manner(self, adverb: Other | Noun, verb: Verb) -> Candidate:
        """거꾸로 매달림."""
        ko = f"{_text(adverb)} {nominal_of(verb)}"
        start, end = self.tokens[adverb.first].start_char, self.tokens[verb.last].end_char
        kind: Kind = verb.hit.entry.kind if verb.hit else "motion"
        return Candidate(
            ko, verb_english(verb), kind, "adverb", start, end, adverb.first, verb.last,
            verb.last, "V", verb.hit, verb.sentence, verb.ending,
        )  # fmt: skip

    def _turned(self, clause: Clause, subject: Noun) -> Iterator[Candidate]:
        """벽에 글씨가 뜨다 -> 벽에 뜬 글씨; 여자는 머리가 길다 -> 머리가 긴 여자."""
        verb = clause.verb
        form = self._form(verb)
        en = f"{modifier_english(verb)} {noun_english(subject)}"
        if clause.place:
            ko = f"{clause.place.text}{clause.place.particle} {form} {short_name(subject)}"
            ends = self._ends(clause.place, subject, verb)
            english = f"{en} {place_english(clause.place)}"
            yield self._made(ko, english, "placed", subject, *ends)
        if clause.topic:
            what = last_word(subject)
            ko = f"{what}{subject_particle(what)} {form} {short_name(clause.topic)}"
            english = f"{noun_english(clause.topic)} with {en}"
            ends = self._ends(clause.topic, subject, verb)
            yield self._made(ko, english, "full", clause.topic, *ends)
        if clause.adverb:
            ko = f"{_text(clause.adverb)} {form} {short_name(subject)}"
            ends = self._ends(subject, verb)
            yield self._made(ko, en, "full", subject, *ends)

    def _me(self, clause: Clause, myself: Other) -> Candidate:
        """나는 공중에 떠 있었다 -> 떠 있는 나."""
        verb, thing = clause.verb, clause.thing
        form = self._form(verb)
        if verb.lasting and "있" in self._written(verb):
            form = self._written(verb).split("있")[0].strip() + " 있는"
        what = f"{last_word(thing)}{object_particle(thing.text)} " if thing else ""
        first = min(myself.first, thing.first if thing else verb.first)
        en = f"dreamer {modifier_english(verb)}"
        en += f" {noun_english(thing)}" if thing else ""
        start, end = self.tokens[first].start_char, self.tokens[verb.last].end_char
        return Candidate(
            f"{what}{form} 나", en, "actor", "me", start, end, first, verb.last, verb.last,
            "V", verb.hit, verb.sentence, verb.ending,
        )  # fmt: skip

    def _chained(self, index: int, clause: Clause) -> Iterator[Candidate]:
        """With the subject of clauses before: 경찰이 앉아서 쌈을 먹다 -> 쌈을 먹는 경찰."""
        thing, verb = clause.thing or clause.place, clause.verb
        if clause.subject or clause.myself or thing is None or verb.ending == "ETM":
            return
        subject = self._subject_before(index)
        if subject is None or subject is thing or verb.negated or not _acts(subject):
            return
        particle = object_particle(thing.text) if clause.thing else thing.particle
        ko = f"{last_word(thing)}{particle} {self._form(verb, ongoing=True)} {last_word(subject)}"
        en = f"{noun_english(subject)} {modifier_english(verb)} {noun_english(thing)}"
        made = self._made(ko, en, "chained", subject, *self._ends(thing, verb))
        yield replace(made, head=verb.last, case="V")

    def _taken_up(self, index: int, clause: Clause) -> Iterator[Candidate]:
        """With the object of the clause before: 앞치마를 벗어서 던지다 -> 앞치마를 던짐."""
        verb, before = clause.verb, self.chunks[index - 1] if index else None
        if clause.thing or clause.subject or verb.adjective or verb.ending == "ETM":
            return
        if holds_object(verb):
            return
        for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
            before = self.chunks[at]
            if before.sentence != verb.sentence:
                return
            if isinstance(before, Verb):
                thing = clause_at(self.chunks, at).thing
                if thing and before.form in ("고", "어서", "아서", "어", "아", "어다가", "다가"):
                    ko = f"{last_word(thing)}{object_particle(thing.text)} {nominal_of(verb)}"
                    en = f"{verb_english(verb)} {noun_english(thing)}"
                    made = self._made(ko, en, "tool", thing, verb.first, verb.last)
                    yield replace(made, head=verb.last, case="V", ending=verb.ending)
                return

    def _subject_before(self, index: int) -> Noun | None:
        sentence, seen = self.chunks[index].sentence, 0
        for at in range(index - 1, -1, -1):
            before = self.chunks[at]
            if before.sentence != sentence or seen >= _CHAIN:
                return None
            if isinstance(before, Verb) and before.ending != "ETM":
                if before.ending != "EC" or before.form not in _SHARED:
                    return None
                seen += 1
                found = clause_at(self.chunks, at)
                if found.subject or found.myself:
                    return found.subject
        return None

    def _form(self, verb: Verb, *, past: bool = False, ongoing: bool = False) -> str:
        done = past or verb.past or verb.lasting or verb.form in ("ᆫ", "은")
        going = ongoing or not (verb.adjective or done)
        return adnominal(verb.stem, ongoing=going and not verb.adjective, irregular=verb.irregular)

    def _ends(self, *parts: Noun | Verb) -> tuple[int, int]:
        return min(part.first for part in parts), max(part.last for part in parts)

    def _made(
        self, ko: str, en: str, pattern: Pattern, noun: Noun, first: int, last: int
    ) -> Candidate:
        head = noun.head
        return Candidate(
            ko if len(ko) <= LONGEST_WIDE else "", romanise(en),
            head.entry.kind if head else "prop", pattern,
            self.tokens[first].start_char, self.tokens[last].end_char, first, last, noun.last,
            noun.case, head, noun.sentence,
        )  # fmt: skip


def _acts(subject: Noun) -> bool:
    """Whether it may be doing something else by now; a thing may not."""
    return subject.head is None or subject.head.entry.kind == "actor"


def _text(how: Other | Noun) -> str:
    return how.text if isinstance(how, Noun) else how.form
