"""Candidate keywords: the noun phrases by which a dreamer would title each moment."""

from collections.abc import Iterator
from dataclasses import replace

from mongyudo.reading.candidates import (
    LONGEST_CLAUSE,
    LONGEST_WIDE,
    Candidate,
    Pattern,
    case_role,
    closes,
    holds_object,
    is_unit,
    is_vague,
    last_word,
    object_particle,
    short_name,
    subject_particle,
)
from mongyudo.reading.chunks import Chunk, Noun, Other, Verb, chunk
from mongyudo.reading.clauses import Widener
from mongyudo.reading.elements import Hit
from mongyudo.reading.english import (
    DETERMINERS,
    NUMBERS,
    denied,
    doing_at,
    doing_english,
    ing,
    is_named,
    modifier_english,
    name_of,
    nominal_of,
    noun_english,
    once,
    past_english,
    verb_english,
)
from mongyudo.reading.hangul import adnominal, nominal, romanise
from mongyudo.reading.words import word_list, word_pairs
from mongyudo.records import Analysis, Kind


def find_candidates(analysis: Analysis, hits: tuple[Hit, ...]) -> list[Candidate]:
    """Every candidate of a text in order; they overlap."""
    found = _Finder(analysis, chunk(analysis, hits)).run()
    told = (c for c in found if c.ko.strip() and c.en.strip() and not c.ko.startswith(_DANGLING))
    return [replace(c, en=once(c.en)) for c in told]


_DANGLING = ("되어 ", "하여 ")
"""새가 되어 날아오른 without its 새."""
_GOING = ("가다", "오다", "나다", "나오다", "들다")


class _Finder:
    def __init__(self, analysis: Analysis, chunks: list[Chunk]) -> None:
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.chunks = chunks
        self.widener = Widener(analysis.text, analysis.tokens, chunks)

    def run(self) -> Iterator[Candidate]:
        for index, here in enumerate(self.chunks):
            if isinstance(here, Noun):
                yield from self._noun(index, here)
            elif isinstance(here, Verb):
                yield from self._verb(index, here)
                yield from self.widener.of(index)

    def _noun(self, index: int, noun: Noun) -> Iterator[Candidate]:
        several = " " in noun.text or len(noun.hits) > 1
        yield self._named(noun.text, noun_english(noun), "compound" if several else "noun", noun)
        if several:
            yield from self._heads(noun)
        yield from self._counted(noun)
        yield from self._mine(noun)
        if noun.case == "I" and self._is_me(index, noun.sentence):
            yield self._become(noun, noun.last + 1)
        before = self.chunks[index - 1] if index else None
        if isinstance(before, Verb) and before.ending == "ETM" and before.tail == noun.first:
            yield from self._modified(index, before, noun)
        elif isinstance(before, Noun) and before.case == "G" and before.tail == noun.first:
            yield self._possessive(before, noun)
        elif isinstance(before, Noun) and before.case == "C" and before.tail == noun.first:
            text = f"{before.text}{before.particle} {noun.text}"
            if len(text) <= LONGEST_CLAUSE:
                en = f"{noun_english(before)} and {noun_english(noun)}"
                yield self._named(text, en, "joined", noun, before.first)
        elif isinstance(before, Other) and before.tag == "MM":
            english = DETERMINERS.get(before.form) or NUMBERS.get(before.form)
            if english and before.form != "한":
                text, en = f"{before.form} {noun.text}", f"{english} {noun_english(noun)}"
                yield self._named(text, en, "determined", noun, before.first)

    def _counted(self, noun: Noun) -> Iterator[Candidate]:
        """With its number behind it: 바퀴벌레 수백 마리, 모기가 딱 한 마리, 남자 셋."""
        if noun.case not in ("", "S", "O", "T"):
            return
        at = noun.tail
        while at < len(self.tokens) and self.tokens[at].form in word_list("before numbers"):
            at += 1
        after = self.tokens[at : at + 2]
        if not after or after[0].sentence != noun.sentence:
            return
        number, unit = after[0].form, after[1] if len(after) == 2 else None
        if after[0].tag in ("MM", "SN", "NR") and unit and is_unit(unit):
            gap = " " if unit.start_char > after[0].end_char else ""
            en = NUMBERS.get(number, number)
            yield from self._with_number(noun, en, f"{number}{gap}{unit.form}", at + 1)
        elif after[0].tag == "NR" and number in NUMBERS and noun.case != "T":
            yield from self._with_number(noun, NUMBERS[number], number, at)

    def _with_number(self, noun: Noun, english: str, text: str, last: int) -> Iterator[Candidate]:
        en = romanise(f"{english} {noun_english(noun)}")
        named = self._named(f"{last_word(noun)} {text}", en, "counted", noun)
        counted = replace(named, last=last, end_char=self.tokens[last].end_char)
        yield counted
        before = self._attribute(noun)
        if before:
            ko, first = f"{self._adnominal_text(before)} {counted.ko}", before.first
            start, english = self.tokens[first].start_char, f"{modifier_english(before)} {en}"
            yield replace(counted, ko=ko, en=english, first=first, start_char=start, pattern="full")

    def _attribute(self, noun: Noun) -> Verb | None:
        """The predicate right before the noun that describes it."""
        index = self.chunks.index(noun)
        before = self.chunks[index - 1] if index else None
        if isinstance(before, Verb) and before.ending == "ETM" and before.tail == noun.first:
            vague = before.lemma in word_list("vague modifiers") and not before.negated
            return None if vague else before
        return None

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
        what = last_word(noun)
        named = self._named(
            f"{what}{subject_particle(what)} 됨", f"become {noun_english(noun)}", "become", noun
        )
        return replace(named, last=min(last, len(self.tokens) - 1))

    def _mine(self, noun: Noun) -> Iterator[Candidate]:
        """The dreamer's own: 내 이름."""
        owner = self.tokens[max(0, noun.first - 2) : noun.first]
        if len(owner) == 2 and owner[0].form in ("나", "저") and owner[1].tag == "JKG":
            en = f"dreamer's {noun_english(noun)}"
            mine = "내" if owner[0].form == "나" else "제"
            yield self._named(f"{mine} {noun.text}", en, "mine", noun, noun.first - 2)

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
            yield from self._stacked(index, verb, noun)
        sized = argument is not None and argument.particle == "만"
        new = argument is not None and argument.text == "처음"
        if argument and (not vague or sized or new or verb.lemma in ("없다", "같다", *_GOING)):
            yield from self._clause(argument, verb, noun)

    def _stacked(self, index: int, verb: Verb, noun: Noun) -> Iterator[Candidate]:
        """With one more attribute: 새 노란 우산, 크고 검은 개."""
        before = self.chunks[index - 2] if index > 1 else None
        if before is None or before.sentence != noun.sentence:
            return
        determined = isinstance(before, Other) and before.tag == "MM" and before.form in DETERMINERS
        joined = isinstance(before, Verb) and before.adjective and before.form == "고"
        described = isinstance(before, Verb) and before.ending == "ETM"
        close = isinstance(before, Verb) and before.tail == verb.first
        if determined or ((joined or described) and close):
            start, end = self.tokens[before.first].start_char, self.tokens[verb.tail - 1].end_char
            ko = f"{' '.join(self.text[start:end].split())} {noun.text}"
            if len(ko) <= LONGEST_WIDE:
                en = f"{modifier_english(verb)} {noun_english(noun)}"
                yield self._named(ko, en, "full", noun, before.first)

    def _clause(self, argument: Noun, verb: Verb, noun: Noun) -> Iterator[Candidate]:
        """With the verb's own argument: 모자 쓴 남자, 문 없는 칸, 벽에 걸린 그림."""
        particle = argument.particle if argument.case in ("B", "T") else ""
        text = f"{argument.text}{particle} {self._adnominal_text(verb)} {noun.text}"
        if len(text) <= LONGEST_CLAUSE and (argument.text == "처음" or not is_vague(argument)):
            en = f"{noun_english(noun)} {modifier_english(verb)} {noun_english(argument)}"
            yield self._named(text, en, "clause", noun, argument.first)
            described = self._attribute(argument)
            if described and len(text) < LONGEST_CLAUSE:
                ko = f"{self._adnominal_text(described)} {text}"
                yield self._named(
                    ko, f"{en} {modifier_english(described)}", "full", noun, described.first
                )

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
            ko = f"{word_pairs('results')[verb.lemma]} {last_word(thing)}"
            en = f"{past_english(verb)} {noun_english(thing)}"
            yield self._span(ko, en, "result", thing, verb)
        twice = thing is not None and thing.case == "O" and _whole(verb)
        if thing and not twice and verb.lemma not in ("하다", "보다"):
            yield self._act(thing, verb)
            yield from self._handled(thing, verb)
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
            if before.sentence != self.chunks[index].sentence or closes(before):
                break
            if isinstance(before, Noun):
                role = case_role(before, self.chunks[index], next_to=not found)
                found.setdefault(role, before)
        found = {role: noun for role, noun in found.items() if not is_vague(noun)}
        return found.get("S"), found.get("O"), found.get("B")

    def _turned(self, subject: Noun, thing: Noun | None, verb: Verb) -> Iterator[Candidate]:
        """Subject and predicate turned into an attributed noun: 시계가 멈추다 -> 멈춘 시계."""
        what = short_name(subject)
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
            ko = f"{last_word(thing)}{object_particle(thing.text)} {form} {what}"
            yield self._span(ko, f"{en} {noun_english(thing)}", "doing", subject, verb)
        if person and not verb.adjective and is_named(verb):
            en = f"{noun_english(subject)}'s {doing_english(verb)}"
            yield self._span(f"{what}의 {name}", en, "possessive", subject, verb)

    def _absent(self, subject: Noun, verb: Verb) -> Candidate:
        en = f"no {noun_english(subject)}"
        return self._span(f"{subject.text} 없음", en, "absent", subject, verb)

    def _act(self, thing: Noun, verb: Verb) -> Candidate:
        """Object and predicate: 돼지를 안음, 기획안 발표, 할머니 손을 잡음."""
        what = last_word(thing)
        en = f"{verb_english(verb)} {noun_english(thing)}"
        link = "" if _whole(verb) else object_particle(what)
        if verb.negated:
            not_ = "못" if verb.unable else "안"
            ko = f"{what}{link} {not_} {nominal_of(verb)}"
            return self._span(ko, denied(en), "act", thing, verb)
        if verb.noun:
            return self._span(f"{what} {verb.noun}", en, "act", thing, verb)
        return self._span(f"{what}{link} {nominal_of(verb)}", en, "act", thing, verb)

    def _handled(self, thing: Noun, verb: Verb) -> Iterator[Candidate]:
        """The thing after the deed, and the deed by its plain name: 던진 인형, 감 따기."""
        if verb.negated or _whole(verb) or verb.lemma in word_pairs("results"):
            return
        form = adnominal(verb.stem, ongoing=False, irregular=verb.irregular)
        en = f"{verb_english(verb)} {noun_english(thing)}"
        yield self._span(f"{form} {short_name(thing)}", en, "handled", thing, verb)
        if not verb.noun and " " not in verb.stem:
            yield self._span(f"{last_word(thing)} {verb.stem}기", en, "doing_so", thing, verb)

    def _place_act(self, place: Noun, verb: Verb) -> Candidate:
        """Place or manner and predicate: 바다에 빠짐, 가짜로 오해됨, 절망적인 울음."""
        particle = place.particle
        if place.text.endswith("적") and particle in ("으로", "로"):
            en = f"{noun_english(place)} {ing(verb_english(verb))}"
            return self._span(f"{place.text}인 {name_of(verb)}", en, "manner", place, verb)
        name = f"{verb.noun}됨" if verb.noun and "로" in particle else nominal_of(verb)
        return self._span(
            f"{place.text}{particle} {name}", doing_at(verb, place), "place_act", place, verb
        )

    def _span(self, ko: str, en: str, pattern: Pattern, noun: Noun, verb: Verb) -> Candidate:
        turned = pattern in ("turned", "denied", "absent", "doing", "result", "handled")
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


def _whole(verb: Verb) -> bool:
    """Whether the predicate needs no object beside its own: 손을 잡다, but not 발표를 하다."""
    return not verb.noun and holds_object(verb)
