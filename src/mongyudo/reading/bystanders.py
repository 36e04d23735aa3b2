"""Those whom a dream tells by a pronoun, a number or a colour alone: 다들, 모두가, 세 놈이, 그중
하나가, 그는, 하얀 게."""

from collections.abc import Iterator
from dataclasses import dataclass

from mongyudo.reading.deeds import deed_after, deeds_after, moves_own_body
from mongyudo.reading.elements import BEASTS, Hit, is_negated, is_verb, verb_lemma
from mongyudo.reading.unnamed import CROWD
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Element, Token

STRANGER = "stranger"
"""Who is drawn for somebody of whom nothing is said but what they do."""
MONSTER, SHADOW = "monster", "shadow"

_ONE_OF = {
    CROWD: STRANGER, "friends": "friend", "students": "student", "soldiers": "soldier",
    "children": "child", "couple": STRANGER, "parents": "father", "family": "brother",
}  # fmt: skip
"""Groups, and who one of them is."""
_ALL = frozenset(("모두", "전부"))
_FELLOWS = frozenset(("놈", "년", "녀석", "자", "이", "치"))
_NUMBERS = frozenset(("두", "세", "네", "둘", "셋", "넷", "2", "3", "4", "한"))
_NEWCOMERS = frozenset(("웬", "어떤", "젊", "늙"))
"""Before these somebody is meant of whom nothing was told."""
_POINTS = frozenset(("그", "이", "저", "다른", "딴", "나머지"))
_PALE = frozenset(("하얗", "새하얗", "허옇", "희", "희멀겋", "희끄무레"))
_DARK = frozenset(("까맣", "새까맣", "시커멓", "거멓", "꺼멓", "검", "거무스름", "거무스레"))
_HUGE = frozenset(("커다랗", "거대", "크", "엄청나", "집채만"))
_CLOTHES = {
    "양복": "spy", "정장": "spy", "수트": "spy", "슈트": "spy", "군복": "soldier",
    "교복": "student", "가운": "doctor", "소복": "ghost", "상복": "mourner", "제복": "police",
    "마스크": "masked_person", "복면": "masked_person", "가면": "masked_person",
    "후드": "masked_person", "코트": "detective", "바바리": "detective", "트렌치코트": "detective",
    "작업복": "worker", "수영복": "athlete", "한복": "woman", "도포": "scholar", "갓": "scholar",
    "안전모": "worker", "철모": "soldier", "비옷": STRANGER, "우비": STRANGER, "장화": STRANGER,
}  # fmt: skip
"""Who is drawn for those of whom only the clothes are told: 검은 양복 둘이 쫓아왔다."""
_UNITS = frozenset(("마리", "명", "분"))
_OF_US = frozenset(("팀", "반", "조", "부서", "편"))
"""Of whom one is one: 우리 팀 한 명이."""
_THAT_ONE = frozenset(("걔", "쟤", "얘", "그녀"))
_WHOEVER = frozenset(("그자", "그이", "저이", "이이", "이자", "당신", "그대", "자네"))
"""Who is meant stands before, else it is somebody."""
_WHAT = frozenset(("무엇", "무어", "뭐"))
_QUOTES = frozenset("\"'“”‘’「」")
_AS = frozenset(("처럼", "만큼", "보다", "같이", "마냥"))
_IT = frozenset(("그것", "이것", "저것"))
_SIDES = frozenset(("뒤", "앞", "옆", "밑", "틈", "위", "구석", "너머", "곁"))
_MARKED = frozenset(("JKS", "JX"))
_SENTENCES_BACK = 2
_FURTHER_BACK = 4
"""So far back stands whom 걔 means, whom one knows."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The tokens of a dream, and what the lexicon knows of them by token."""

    tokens: tuple[Token, ...]
    known: dict[int, Hit]

    def after(self, index: int) -> Token | None:
        """The token behind `index` in its sentence."""
        behind = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return behind if behind and behind.sentence == self.tokens[index].sentence else None

    def is_marked(self, index: int) -> bool:
        """Whether a particle makes `index` the subject."""
        after = self.after(index)
        return after is not None and after.tag in _MARKED

    def lives(self, index: int) -> bool:
        """Whether the next verb is what only people and animals do, and not denied."""
        deed = deed_after(self.tokens, index)
        return deed in word_list("deeds of people") | word_list("deeds of the living")

    def acts(self, index: int) -> bool:
        """Whether any verb behind it in the sentence is such a deed: it can only be somebody."""
        deeds = word_list("deeds of people") | word_list("deeds of the living")
        return bool(deeds_after(self.tokens, index) & deeds)

    def steps(self, index: int) -> bool:
        """Whether a verb behind it in the sentence is said of nothing but bodies."""
        deeds = deeds_after(self.tokens, index)
        return bool(deeds & word_list("deeds of bodies")) or moves_own_body(self.tokens, index)

    def spoken_of(
        self, index: int, *, many: bool, back: int = _SENTENCES_BACK, person: bool = False
    ) -> str:
        """Who was told of last before `index`, a group or those of whom several are told where
        `many`, no animal and no crowd where a `person`; "" for nobody."""
        here = self.tokens[index].sentence
        for at in range(index - 1, -1, -1):
            if here - self.tokens[at].sentence > back:
                return ""
            entry = self.known[at].entry if at in self.known else None
            if entry is None or entry.kind != "actor" or not entry.concept or self._is_likened(at):
                continue
            if person and (entry.category in BEASTS or entry.concept == CROWD):
                continue
            if not many or entry.concept in _ONE_OF or self._are_many(at):
                return entry.concept
        return ""

    def beast_before(self, index: int) -> str:
        """The animal that was told of last before `index`, if nobody else was since."""
        who = self.spoken_of(index, many=False)
        beasts = (hit.entry for hit in self.known.values() if hit.entry.concept == who)
        return who if any(entry.category in BEASTS for entry in beasts) else ""

    def is_named(self, index: int) -> bool:
        """Whether somebody whom the lexicon knows stands right before `index`."""
        near = (self.known[at].entry for at in range(index - 3, index) if at in self.known)
        return any(entry.kind == "actor" for entry in near)

    def _is_likened(self, index: int) -> bool:
        """개미처럼: nobody is there."""
        after = self.after(self.known[index].last)
        return after is not None and after.form in _AS

    def _are_many(self, index: int) -> bool:
        after = self.after(self.known[index].last)
        return after is not None and (after.form == "들" or after.tag in ("NR", "MM", "SN"))


def bystanders(analysis: Analysis, hits: tuple[Hit, ...]) -> tuple[Element, ...]:
    """An element for everybody who is told so."""
    known = {index: hit for hit in hits for index in range(hit.first, hit.last + 1)}
    told = _Told(analysis.tokens, known)
    found = [*_everybody(told), *_one_of_them(told), *_fellows(told), *_by_colour(told)]
    found += [*_he(told), *_in_their_clothes(told), *_they(told), *_something(told)]
    return tuple(sorted(found, key=lambda element: element.start_char))


def _everybody(told: _Told) -> Iterator[Element]:
    """다들 노래를 불렀다, 모두가 둘러쌌다: those told of before, else a crowd."""
    for index, token in enumerate(told.tokens):
        said = _says_everybody(told, index)
        last = index + 1 if said == "다들" and token.form == "다" else index
        acts = told.acts(last) or moves_own_body(told.tokens, last - 1)
        if not said or not (acts if said == "다들" else told.lives(last)):
            continue
        if any(t.form == "우리" for t in told.tokens[max(0, index - 1) : index]):
            continue
        group = told.spoken_of(index, many=True) or CROWD
        group = CROWD if group == STRANGER else group
        yield _element(token, told.tokens[last], "everybody", group)


def _says_everybody(told: _Told, index: int) -> str:
    """다들, 모두 or 전부 where it means people; "" else."""
    token, after = told.tokens[index], told.after(index)
    if token.form == "다" and token.tag == "MAG" and after is not None and after.form == "들":
        return "다들" if after.start_char == token.end_char else ""
    if token.form == "다들":
        return token.form
    if token.form not in _ALL or after is None:
        return ""
    looks = deed_after(told.tokens, index) in word_list("deeds of onlookers")
    alone = looks and not _is_said_before(told, index)
    return token.form if after.tag == "JKS" or alone else ""


def _is_said_before(told: _Told, index: int) -> bool:
    """접시가 모두: of what is spoken stands before it in the sentence."""
    here = told.tokens[index].sentence
    return any(
        token.tag in _MARKED
        and token.sentence == here
        and told.tokens[at - 1].form not in ("나", "저")
        for at, token in enumerate(told.tokens[:index])
        if at
    )


def _one_of_them(told: _Told) -> Iterator[Element]:
    """코끼리 두 마리가 있었다. 그중 하나가 펜을 내밀었다: one of those told of before."""
    for index, token in enumerate(told.tokens):
        numbers = token.tag == "NR" and token.form in ("하나", "둘", "셋", "넷")
        numbers |= token.form in _UNITS and told.tokens[index - 1].form in _NUMBERS
        if not numbers or not told.is_marked(index) or not told.acts(index):
            continue
        first = index - 1 if token.form in _UNITS else index
        before = told.tokens[first - 1] if first else None
        of_us = before is not None and before.form in _OF_US
        if before is not None and before.tag.startswith("NN") and before.form != "중" and not of_us:
            continue  # 친구 하나가: it is said who
        who = told.spoken_of(first, many=token.form != "마리") if not of_us else CROWD
        who = who or (CROWD if before is not None and before.form in ("그", "중") else "")
        if who:
            yield _element(told.tokens[first], token, "one of them", _ONE_OF.get(who, who))


def _fellows(told: _Told) -> Iterator[Element]:
    """젊은 놈이, 웬 놈이: somebody; 세 놈이, 놈들이: those told of before; 젊은것들이: several."""
    for index, token in enumerate(told.tokens):
        if index in told.known or not index or not _is_fellow(told, index):
            continue
        if is_negated(told.tokens, index, index):
            continue  # 말 꺼내는 놈이 없다
        before, after = told.tokens[index - 1], told.after(index)
        several = after is not None and after.form == "들"
        says_which = before.tag in ("ETM", "MM", "NR", "SN") or before.form in _POINTS
        last = index + 1 if several else index
        does = told.is_marked(last) and told.acts(last)
        if not ((says_which or several) and (does or _is_said_to_act(told, index, last))):
            continue
        if before.form.endswith(("란", "라는")) and told.is_named(index - 1):
            continue  # 이장이란 놈이
        many = several or before.form in _NUMBERS
        again = before.form in _NUMBERS | _POINTS or not says_which
        who = told.spoken_of(index, many=many) if again else ""
        new = {token.form for token in told.tokens[max(0, index - 2) : index]} & _NEWCOMERS
        who = who or ("" if new else told.beast_before(index))
        one = _ONE_OF.get(who, who) or STRANGER
        yield _element(token, told.tokens[last], "fellow", (who or CROWD) if several else one)


def _is_fellow(told: _Told, index: int) -> bool:
    """놈, 녀석; 것들 of whom it is said that they are young."""
    token, after = told.tokens[index], told.after(index)
    if token.form == "것" and after is not None and after.form == "들" and index > 1:
        return told.tokens[index - 2].form in ("젊", "늙", "어리", "못되")
    if token.form == "분":
        before = told.tokens[index - 1]
        which = before.tag in ("ETM", "MM") and before.form not in word_list("numerals")
        lives = told.is_marked(index) and told.acts(index)
        return which and (lives or _is_said_to_act(told, index, index))
    return token.form in _FELLOWS and (token.tag == "NNB" or token.form == "녀석")


def _is_said_to_act(told: _Told, index: int, last: int) -> bool:
    """꽁초를 던지는 놈을, 누운 분이: who is told by what they do."""
    verb, ends, after = told.tokens[index - 2], told.tokens[index - 1], told.after(last)
    cased = after is not None and after.tag in ("JKS", "JX", "JKO", "JKB")
    deeds = word_list("deeds of people") | word_list("deeds of the living")
    noun = told.tokens[index - 3].form if verb.tag.startswith("XSV") and index > 2 else ""
    return cased and ends.tag == "ETM" and is_verb(verb) and noun + verb_lemma(verb) in deeds


def _by_colour(told: _Told) -> Iterator[Element]:
    """하얀 게 서 있었다, 등 뒤에 시커먼 게, 커다란 것이 웅크리고: a pale, dark or huge figure."""
    for index, token in enumerate(told.tokens):
        concept = _shape(token.form)
        thing = next((at for at in (index + 2, index + 3) if _is_thing(told, at)), 0)
        after = told.after(thing) if thing else None
        last = thing + (after is not None and after.form == "들")
        if not concept or not thing or not told.is_marked(last):
            continue
        if concept == MONSTER and not told.lives(last):
            continue
        if told.lives(last) or (_looms(told, index) and not _does_anything(told, last)):
            yield _element(token, told.tokens[thing], "pale figure", concept)


def _shape(stem: str) -> str:
    if stem in _HUGE:
        return MONSTER
    return "ghost" if stem in _PALE else "shadow" if stem in _DARK else ""


def _is_thing(told: _Told, index: int) -> bool:
    tokens = told.tokens
    return index < len(tokens) and tokens[index].form == "것" and tokens[index - 1].tag == "ETM"


def _looms(told: _Told, index: int) -> bool:
    """어깨 뒤에 하얀 게."""
    before = [token.form for token in told.tokens[max(0, index - 2) : index]]
    return bool(set(before) & _SIDES)


def _does_anything(told: _Told, index: int) -> bool:
    here = told.tokens[index].sentence
    return any(is_verb(token) and token.sentence == here for token in told.tokens[index + 1 :])


def _he(told: _Told) -> Iterator[Element]:
    """그는 걸터앉았다, 걔가 뛰어갔다: whoever was told of before; 그것이 허리를 굽혔다."""
    for index, token in enumerate(told.tokens):
        if token.tag != "NP" or not told.is_marked(index):
            continue
        back = _FURTHER_BACK if token.form in _THAT_ONE else _SENTENCES_BACK
        one = token.form in _THAT_ONE
        who = told.spoken_of(index, many=False, back=back, person=one)
        if one and who:
            yield _element(token, token, "he", _ONE_OF.get(who, who))
        elif _is_somebody(told, index) and told.lives(index):
            yield _element(token, token, "he", _ONE_OF.get(who, who) or STRANGER)
        elif token.form in _IT and told.steps(index):
            yield _element(token, token, "it", told.beast_before(index) or MONSTER)


def _is_somebody(told: _Told, index: int) -> bool:
    """그, 그자, 당신; who is spoken to in quoted words ("당신은 웃었어") is no new one."""
    form = told.tokens[index].form
    quoted = any(token.form in _QUOTES for token in told.tokens[max(0, index - 2) : index])
    return (form == "그" and index not in told.known) or (form in _WHOEVER and not quoted)


def _they(told: _Told) -> Iterator[Element]:
    """그들이 에워쌌다: those of whom several were told, else a crowd."""
    for index, token in enumerate(told.tokens):
        after = told.after(index)
        several = after is not None and after.form == "들" and after.start_char == token.end_char
        they = token.tag == "NP" and token.form in ("그", "저", "이") and several
        if they and told.is_marked(index + 1) and told.acts(index + 1):
            group = told.spoken_of(index, many=True) or CROWD
            yield _element(token, told.tokens[index + 1], "they", group)


def _something(told: _Told) -> Iterator[Element]:
    """무언가가 뛰어왔다, 사람만 한 것들이 앉았다: a dark shape, when it moves as bodies do."""
    for index, token in enumerate(told.tokens):
        last = _says_something(told, index)
        if not last or not told.steps(last):
            continue
        beast = index in told.known and told.known[index].entry.category in BEASTS
        likened = last > index + 3  # 개만 한 것: no dog is there
        first = told.tokens[last - (told.tokens[last].form == "들")] if likened else token
        yield _element(first, told.tokens[last], "something", "animal" if beast else SHADOW)


def _says_something(told: _Told, index: int) -> int:
    """The last token of 무언가, 사람만 한 것들 or 이상한 것 that begins at `index`, else 0."""
    tokens = told.tokens
    forms = [token.form for token in tokens[index : index + 4]]
    if forms[0] in _WHAT and forms[1:3] == ["이", "ᆫ가"] and tokens[index].tag == "NP":
        after = told.after(index + 2)
        bare = after is not None and not after.tag.startswith("J")
        return index + 2 if bare or told.is_marked(index + 2) else 0
    of_a_size = forms[1:] == ["만", "하", "ᆫ"] and tokens[index].tag == "NNG"
    strange = tokens[index].form in _STRANGE or tokens[index].tag == "VA"
    thing = index + 4 if of_a_size else next(_things(told, index), 0) if strange else 0
    if not thing or thing >= len(tokens) or tokens[thing].form != "것":
        return 0
    after = told.after(thing)
    last = thing + (after is not None and after.form == "들")
    return last if told.is_marked(last) and not _shape(tokens[index].form) else 0


def _things(told: _Told, index: int) -> Iterator[int]:
    """Where 것 stands right behind 이상하 or 어떤."""
    for at in range(index + 1, min(index + 4, len(told.tokens))):
        between = {token.tag for token in told.tokens[index + 1 : at]}
        if told.tokens[at].form == "것" and between <= _OF_LOOKS:
            yield at


_OF_LOOKS = frozenset(("XSA", "ETM"))
_STRANGE = frozenset(("어떤", "이상", "괴상", "기괴", "기이", "수상", "흉측", "징그럽", "낯설"))


def _in_their_clothes(told: _Told) -> Iterator[Element]:
    """검은 양복 다섯이 쫓아왔다: those who wear it."""
    for index, token in enumerate(told.tokens):
        last = index
        while (after := told.after(last)) is not None and after.tag in ("NR", "XSN", "MM", "NNB"):
            last += 1
        alive = word_list("deeds of onlookers") | word_list("deeds of pursuers")
        deed = deed_after(told.tokens, last) if told.is_marked(last) else ""
        if token.form in _CLOTHES and token.tag == "NNG" and deed in alive:
            yield _element(token, token, "somebody dressed so", _CLOTHES[token.form])


def _element(first: Token, last: Token, english: str, concept: str) -> Element:
    return Element(first.form, english, "actor", concept, first.start_char, last.end_char)
