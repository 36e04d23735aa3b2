"""Candidate keywords: the noun phrases by which a dreamer would title each moment."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from mongyudo.reading.chunks import Chunk, Noun, Other, Verb, chunk
from mongyudo.reading.elements import Hit
from mongyudo.reading.english import (
    DETERMINERS,
    NUMBERS,
    denied,
    doing_english,
    ing,
    is_named,
    modifier_english,
    name_of,
    nominal_of,
    noun_english,
    once,
    past_english,
    place_english,
    verb_english,
)
from mongyudo.reading.hangul import adnominal, is_syllable, nominal, romanise, tail_of
from mongyudo.reading.words import word_list, word_pairs
from mongyudo.records import Analysis, Kind, Token

Pattern = Literal[
    "noun", "compound", "head", "modified", "clause", "possessive", "determined", "turned",
    "denied", "act", "place_act", "deed", "event", "feeling", "manner", "leaving", "absent",
    "counted", "become", "doing",
    "result", "lasting",
]  # fmt: skip
LONGEST_CLAUSE = 14


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may become a keyword.

    `first` to `last` are the tokens it spends; `head` the token of its head; `case` the case of
    its head noun ("V" for predicates); `sense` the lexicon's entry of its head; `ending` the
    ending of its predicate; `named` whether the predicate has a noun of its own.
    """

    ko: str
    en: str
    kind: Kind
    pattern: Pattern
    start_char: int
    end_char: int
    first: int
    last: int
    head: int
    case: str
    sense: Hit | None
    sentence: int
    ending: str = ""
    named: bool = False


def find_candidates(analysis: Analysis, hits: tuple[Hit, ...]) -> list[Candidate]:
    """Every candidate of a text in order; they overlap."""
    found = _Finder(analysis, chunk(analysis, hits)).run()
    return [replace(c, en=once(c.en)) for c in found if c.ko.strip() and c.en.strip()]


class _Finder:
    def __init__(self, analysis: Analysis, chunks: list[Chunk]) -> None:
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.chunks = chunks

    def run(self) -> Iterator[Candidate]:
        for index, here in enumerate(self.chunks):
            if isinstance(here, Noun):
                yield from self._noun(index, here)
            elif isinstance(here, Verb):
                yield from self._verb(index, here)

    def _noun(self, index: int, noun: Noun) -> Iterator[Candidate]:
        several = " " in noun.text or len(noun.hits) > 1
        yield self._named(noun.text, noun_english(noun), "compound" if several else "noun", noun)
        if several:
            yield from self._heads(noun)
        yield from self._counted(noun)
        if noun.case == "I" and self._is_me(index, noun.sentence):
            yield self._become(noun, noun.last + 1)
        before = self.chunks[index - 1] if index else None
        if isinstance(before, Verb) and before.ending == "ETM" and before.tail == noun.first:
            yield from self._modified(index, before, noun)
        elif isinstance(before, Noun) and before.case == "G" and before.tail == noun.first:
            yield self._possessive(before, noun)
        elif isinstance(before, Other) and before.tag == "MM":
            english = DETERMINERS.get(before.form) or NUMBERS.get(before.form)
            if english and before.form != "한":
                text, en = f"{before.form} {noun.text}", f"{english} {noun_english(noun)}"
                yield self._named(text, en, "determined", noun, before.first)

    def _counted(self, noun: Noun) -> Iterator[Candidate]:
        """With its number behind it: 바퀴벌레 수백 마리, 비누를 세 개 -> 비누 세 개, 남자 셋."""
        after = self.tokens[noun.tail : noun.tail + 2]
        if noun.case not in ("", "S", "O") or not after or after[0].sentence != noun.sentence:
            return
        if after[0].tag == "NR" and after[0].form in NUMBERS:
            yield self._with_number(noun, NUMBERS[after[0].form], after[0].form, noun.tail)
        elif after[0].tag in ("MM", "SN", "NR") and len(after) == 2 and _is_unit(after[1]):
            gap = " " if after[1].start_char > after[0].end_char else ""
            en = NUMBERS.get(after[0].form, after[0].form)
            text = f"{after[0].form}{gap}{after[1].form}"
            yield self._with_number(noun, en, text, noun.tail + 1)

    def _with_number(self, noun: Noun, english: str, text: str, last: int) -> Candidate:
        en = romanise(f"{english} {noun_english(noun)}")
        named = self._named(f"{_last_word(noun)} {text}", en, "counted", noun)
        return replace(named, last=last, end_char=self.tokens[last].end_char)

    def _is_me(self, index: int, sentence: int) -> bool:
        """Whether the dreamer is the sentence's subject so far."""
        for before in reversed(self.chunks[:index]):
            if before.sentence != sentence or isinstance(before, Verb):
                return False
            if isinstance(before, Other) and before.tag == "NP":
                return before.form in ("나", "내", "저", "제")
        return False

    def _become(self, noun: Noun, last: int) -> Candidate:
        """What the dreamer turned into: 내가 개였다, 개가 되었다 -> 개가 됨."""
        what = _last_word(noun)
        named = self._named(
            f"{what}{subject_particle(what)} 됨", f"become {noun_english(noun)}", "become", noun
        )
        return replace(named, last=min(last, len(self.tokens) - 1))

    def _heads(self, noun: Noun) -> Iterator[Candidate]:
        """The parts of a compound that the lexicon knows: 교실 문 -> 문, 교실."""
        for hit in noun.hits:
            text = "".join(t.form for t in self.tokens[hit.first : hit.last + 1])
            yield Candidate(
                text, hit.entry.english, hit.entry.kind, "head", hit.start_char, hit.end_char,
                hit.first, hit.last, hit.last, noun.case if hit is noun.head else "part", hit,
                noun.sentence,
            )  # fmt: skip

    def _modified(self, index: int, verb: Verb, noun: Noun) -> Iterator[Candidate]:
        argument = self._argument(index - 1)
        vague = verb.lemma in word_list("vague modifiers") and not verb.negated
        if not vague and not (argument and argument.case in ("", "S", "O")):
            en = f"{modifier_english(verb)} {noun_english(noun)}"
            text = f"{self._adnominal_text(verb)} {noun.text}"
            yield self._named(text, en, "modified", noun, verb.first)
        sized = argument is not None and argument.particle == "만"
        new = argument is not None and argument.text == "처음"
        if argument and (not vague or sized or new or verb.lemma in ("없다", "같다")):
            yield from self._clause(argument, verb, noun)

    def _clause(self, argument: Noun, verb: Verb, noun: Noun) -> Iterator[Candidate]:
        """With the verb's own argument: 모자 쓴 남자, 문 없는 칸, 벽에 걸린 그림."""
        particle = argument.particle if argument.case in ("B", "T") else ""
        text = f"{argument.text}{particle} {self._adnominal_text(verb)} {noun.text}"
        if len(text) <= LONGEST_CLAUSE and (argument.text == "처음" or not _is_vague(argument)):
            en = f"{noun_english(noun)} {modifier_english(verb)} {noun_english(argument)}"
            yield self._named(text, en, "clause", noun, argument.first)

    def _argument(self, index: int) -> Noun | None:
        """The noun right before an attribute: 모자 쓴, 커튼 같은, 팔뚝만 한."""
        before = self.chunks[index - 1] if index else None
        verb = self.chunks[index]
        if isinstance(before, Noun) and before.tail == verb.first:
            sized = before.particle == "만" and isinstance(verb, Verb) and verb.lemma == "하다"
            return before if before.case in ("", "S", "O", "B") or sized else None
        return None

    def _adnominal_text(self, verb: Verb) -> str:
        """The attribute as it was written, honorifics and all."""
        start, end = self.tokens[verb.first].start_char, self.tokens[verb.tail - 1].end_char
        if verb.negated:
            start = min(start, self.tokens[max(0, verb.first - 1)].start_char)
        return " ".join(self.text[start:end].split())

    def _possessive(self, owner: Noun, noun: Noun) -> Candidate:
        person = owner.head is not None and owner.head.entry.kind == "actor"
        link = "'s" if person else ""
        en = f"{noun_english(owner)}{link} {noun_english(noun)}"
        return self._named(f"{owner.text}의 {noun.text}", en, "possessive", noun, owner.first)

    def _named(
        self, ko: str, en: str, pattern: Pattern, noun: Noun, first: int | None = None
    ) -> Candidate:
        start = noun.first if first is None else first
        head = noun.head
        return Candidate(
            ko, en, head.entry.kind if head else "prop", pattern,
            self.tokens[start].start_char, self.tokens[noun.last].end_char,
            start, noun.last, noun.last, noun.case, head, noun.sentence,
        )  # fmt: skip

    def _verb(self, index: int, verb: Verb) -> Iterator[Candidate]:
        if verb.ending == "EC" and verb.form in ("게", "도록"):
            return
        before = self.chunks[index - 1] if index else None
        serial = isinstance(before, Verb) and before.form in ("어", "아")
        if isinstance(before, Verb) and serial and before.tail == verb.first:
            yield from self._predicate(index - 1, self._serial(before, verb))
            return
        if verb.lemma == "되다" and isinstance(before, Noun) and before.tail == verb.first:
            yield self._become(before, verb.last)
        mistaken = self._mistaken(index)
        if mistaken and verb.noun:
            ko = f"{mistaken.text}로 {verb.noun}됨"
            en = f"{verb_english(verb)} as {noun_english(mistaken)}"
            yield self._span(ko, en, "place_act", mistaken, verb)
        if verb.leaving:
            ko = f"{verb.stem}고 {nominal(verb.leaving)}"
            yield self._deed(ko, f"{verb_english(verb)} and leave", "leaving", verb)
        if isinstance(before, Verb) and before.form == "고" and before.tail == verb.first:
            yield from self._leaving(before, verb)
        yield from self._predicate(index, verb)

    def _mistaken(self, index: int) -> Noun | None:
        """The noun of -(이)라고 right before a predicate: 가짜라고 오해받다."""
        if index < 2 or not isinstance(self.chunks[index - 1], Other):
            return None
        copula, noun = self.chunks[index - 1], self.chunks[index - 2]
        verb = self.chunks[index]
        if not isinstance(noun, Noun) or noun.case != "I":
            return None
        between = self.tokens[copula.last + 1 : verb.first]
        return noun if any(t.form in ("라고", "이라고") for t in between) else None

    def _leaving(self, before: Verb, verb: Verb) -> Iterator[Candidate]:
        """Something done on the way: 두고 감."""
        if verb.lemma in ("가다", "오다", "나가다", "떠나다", "돌아오다", "나오다"):
            ko = f"{before.stem}고 {nominal_of(verb)}"
            joined = self._deed(ko, f"{verb_english(before)} and leave", "leaving", verb)
            start = self.tokens[before.first].start_char
            yield replace(joined, first=before.first, start_char=start)

    def _predicate(self, index: int, verb: Verb) -> Iterator[Candidate]:
        vague = verb.lemma in word_list("vague verbs")
        if verb.hit and verb.hit.entry.kind == "feeling":
            yield self._deed(name_of(verb), verb_english(verb), "feeling", verb)
        elif not vague:
            pattern: Pattern = "event" if verb.noun else "deed"
            yield self._deed(self._alone(verb), verb_english(verb), pattern, verb)
        if verb.lasting and not verb.negated and not verb.noun:
            stays = self.text[
                self.tokens[verb.first].start_char : self.tokens[verb.tail - 1].end_char
            ]
            posture = stays.split("있")[0].strip()
            if "있" in stays and posture:
                yield self._deed(f"{posture} 있음", verb_english(verb), "lasting", verb)
        if verb.negated or not (vague and verb.ending == "ETM"):
            yield from self._with_arguments(index, verb)

    def _with_arguments(self, index: int, verb: Verb) -> Iterator[Candidate]:
        subject, thing, place = self._arguments(index)
        if subject and verb.lemma == "없다":
            yield self._absent(subject, verb)
        if subject and (verb.negated or verb.lemma not in word_list("plain attributes")):
            yield from self._turned(subject, thing, verb)
        elif not subject:
            yield from self._turned_again(index, thing, verb)
        if thing and verb.lemma in word_pairs("results"):
            ko = f"{word_pairs('results')[verb.lemma]} {_last_word(thing)}"
            en = f"{past_english(verb)} {noun_english(thing)}"
            yield self._span(ko, en, "result", thing, verb)
        if thing and verb.lemma not in ("하다", "보다"):
            yield self._act(thing, verb)
        elif place and verb.lemma not in ("있다", "없다", "가다", "오다", "하다"):
            yield self._place_act(place, verb)

    def _turned_again(self, index: int, thing: Noun | None, verb: Verb) -> Iterator[Candidate]:
        """With the subject of the clause before: 물이 미지근하고 걸쭉했다 -> 걸쭉한 물."""
        before = self.chunks[index - 1] if index else None
        if thing or not isinstance(before, Verb) or before.ending != "EC":
            return
        subject = self._arguments(index - 1)[0]
        same = before.sentence == verb.sentence and before.form in ("고", "며", "면서", "어서")
        if subject and same and verb.lemma not in word_list("plain attributes"):
            for candidate in self._turned(subject, None, verb):
                start = self.tokens[verb.first].start_char
                yield replace(candidate, first=verb.first, last=verb.last, start_char=start)

    def _serial(self, first: Verb, second: Verb) -> Verb:
        """Two verbs in a row as one: 쓸어 담다."""
        start, end = self.tokens[first.first].start_char, self.tokens[second.first].start_char
        stem = f"{' '.join(self.text[start:end].split())} {second.stem}"
        lemma = f"{first.lemma} {second.lemma}"
        return replace(second, first=first.first, stem=stem, lemma=lemma, noun="")

    def _alone(self, verb: Verb) -> str:
        if verb.unable:
            return f"{verb.stem}지 못함"
        return f"{verb.stem}지 않음" if verb.negated else name_of(verb)

    def _arguments(self, index: int) -> tuple[Noun | None, Noun | None, Noun | None]:
        """Subject, object and place of the predicate, from its clause to the left."""
        found: dict[str, Noun] = {}
        for before in reversed(self.chunks[max(0, index - 5) : index]):
            if before.sentence != self.chunks[index].sentence or _closes(before):
                break
            if isinstance(before, Noun):
                role = _role(before, self.chunks[index], next_to=not found)
                found.setdefault(role, before)
        found = {role: noun for role, noun in found.items() if not _is_vague(noun)}
        return found.get("S"), found.get("O"), found.get("B")

    def _turned(self, subject: Noun, thing: Noun | None, verb: Verb) -> Iterator[Candidate]:
        """Subject and predicate turned into an attributed noun: 시계가 멈추다 -> 멈춘 시계."""
        what = _last_word(subject)
        if verb.negated:
            ko = f"{verb.stem}지 {'않은' if verb.adjective else '않는'} {what}"
            en = f"{noun_english(subject)} {denied(ing(verb_english(verb)))}"
            yield self._span(ko, en, "denied", subject, verb)
            return
        done = verb.past or verb.lasting or verb.form in ("ᆫ", "은")
        ongoing = not (verb.adjective or done) or thing is not None
        person = subject.head is not None and subject.head.entry.kind == "actor"
        name = name_of(verb)
        if person and verb.hit and verb.hit.entry.noun and not name.endswith(nominal_of(verb)[-1:]):
            en = f"{noun_english(subject)}'s {doing_english(verb)}"
            yield self._span(f"{what}의 {name}", en, "possessive", subject, verb)
            return
        form = adnominal(verb.stem, ongoing=ongoing, irregular=verb.irregular)
        en = f"{modifier_english(verb)} {noun_english(subject)}"
        if thing is None:
            yield self._span(f"{form} {what}", en, "turned", subject, verb)
        elif len(thing.text) + len(form) + len(what) <= LONGEST_CLAUSE:
            ko = f"{_last_word(thing)}{object_particle(thing.text)} {form} {what}"
            yield self._span(ko, f"{en} {noun_english(thing)}", "doing", subject, verb)
        if person and not verb.adjective and is_named(verb):
            en = f"{noun_english(subject)}'s {doing_english(verb)}"
            yield self._span(f"{what}의 {name}", en, "possessive", subject, verb)

    def _absent(self, subject: Noun, verb: Verb) -> Candidate:
        en = f"no {noun_english(subject)}"
        return self._span(f"{subject.text} 없음", en, "absent", subject, verb)

    def _act(self, thing: Noun, verb: Verb) -> Candidate:
        """Object and predicate: 돼지를 안음, 기획안 발표."""
        what = _last_word(thing)
        en = f"{verb_english(verb)} {noun_english(thing)}"
        if verb.negated:
            not_ = "못" if verb.unable else "안"
            ko = f"{what}{object_particle(what)} {not_} {nominal_of(verb)}"
            return self._span(ko, denied(en), "act", thing, verb)
        if verb.noun:
            return self._span(f"{what} {verb.noun}", en, "act", thing, verb)
        ko = f"{what}{object_particle(what)} {nominal_of(verb)}"
        return self._span(ko, en, "act", thing, verb)

    def _place_act(self, place: Noun, verb: Verb) -> Candidate:
        """Place or manner and predicate: 바다에 빠짐, 가짜로 오해됨, 절망적인 울음."""
        particle = place.particle
        if place.text.endswith("적") and particle in ("으로", "로"):
            en = f"{noun_english(place)} {ing(verb_english(verb))}"
            return self._span(f"{place.text}인 {name_of(verb)}", en, "manner", place, verb)
        name = f"{verb.noun}됨" if verb.noun and "로" in particle else nominal_of(verb)
        en = f"{verb_english(verb)} {place_english(place)}"
        return self._span(f"{place.text}{particle} {name}", en, "place_act", place, verb)

    def _span(self, ko: str, en: str, pattern: Pattern, noun: Noun, verb: Verb) -> Candidate:
        turned = pattern in ("turned", "denied", "absent", "doing", "result")
        sense = noun.head if turned else verb.hit
        kind: Kind = sense.entry.kind if sense else ("prop" if turned else "motion")
        head = noun.last if turned else verb.last
        first, last = min(noun.first, verb.first), max(noun.last, verb.last)
        return Candidate(
            ko, en, kind, pattern, self.tokens[first].start_char, self.tokens[last].end_char,
            first, last, head, noun.case, sense, noun.sentence, verb.ending,
        )  # fmt: skip

    def _deed(self, ko: str, en: str, pattern: Pattern, verb: Verb) -> Candidate:
        kind: Kind = verb.hit.entry.kind if verb.hit else "motion"
        return Candidate(
            ko, en, kind, pattern, self.tokens[verb.first].start_char,
            self.tokens[verb.last].end_char, verb.first, verb.last, verb.last, "V", verb.hit,
            verb.sentence, verb.ending, is_named(verb),
        )  # fmt: skip


def _is_vague(noun: Noun) -> bool:
    """Whether a run of nouns names nothing (하나, 옆, 것)."""
    return all(word in word_list("generic nouns") for word in noun.text.split())


def _is_unit(token: Token) -> bool:
    """Whether things are counted by it: 마리, 개, 병; not 번 or 시간."""
    counts = token.tag == "NNB" and token.form not in word_list("times")
    return counts or token.form in word_list("units")


def subject_particle(text: str) -> str:
    """이 after a final consonant, 가 after a vowel."""
    last = text[-1]
    return "이" if is_syllable(last) and tail_of(last) else "가"


def object_particle(text: str) -> str:
    """을 after a final consonant, 를 after a vowel."""
    last = text[-1]
    return "을" if is_syllable(last) and tail_of(last) else "를"


def _closes(before: Chunk) -> bool:
    if isinstance(before, Verb):
        return before.ending != "ETM" and before.form not in ("게", "도록")
    return isinstance(before, Other) and before.tag in ("SF", "SP", "VCP", "VCN", "SSO", "SSC")


def _role(noun: Noun, verb: Chunk, *, next_to: bool) -> str:
    if noun.case in ("S", "O", "B"):
        return noun.case
    if noun.case == "T":
        return "S" if noun.particle in ("은", "는", "ᆫ", "도", "만") else "T"
    adverbial = noun.text.split()[-1] in word_list("adverbial nouns")
    if noun.case or not next_to or adverbial or not isinstance(verb, Verb):
        return ""
    if noun.head and noun.head.entry.kind == "setting":
        return "B"
    return "S" if verb.adjective or verb.lemma in word_list("intransitive verbs") else "O"


def _last_word(noun: Noun) -> str:
    """What a compound is in the end: 부엌 불 -> 불; 책상 위 stays whole."""
    words = noun.text.split()
    return noun.text if words[-1] in word_list("relative nouns") else words[-1]
