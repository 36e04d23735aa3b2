"""Places that the lexicon lacks: told by how their names end (서버실), by number (14층, 302호), or
by a name alone to which one goes (고려은단에 들어갔다)."""

from collections.abc import Iterator
from itertools import pairwise

from mongyudo.reading.elements import Hit, is_verb, verb_lemma
from mongyudo.reading.words import word_list, word_pairs
from mongyudo.records import Element, Token

NAMED = "place"
"""The English of such a place: what it is called is to be read in the picture."""

_SHORTEST = 2
"""A name by whose end a place is told has more signs than this."""
_AT_PLACES = frozenset(("에", "에서", "로", "으로"))
_THROUGH = frozenset(("을", "를"))
"""Between a place and a verb of going: 서버실을 지나."""
_SPOKEN_TO = ("전화", "연락", "문자", "민원")
_OF_TRAINS = ("행", "방면", "만", "도", "쪽")
"""Behind the name of a station: where a train goes, or none where one is."""
_UNDERGROUND = ("지하", "지상")
_WIDER = ("동", "학년", "관")
"""Units of what a numbered room lies in: 101동 1203호, 3학년 2반."""
_NO_FLOOR = ("버튼", "짜리", "높이", "건물", "빌딩", "아파트", "단추", "집", "누르", "살", "탑")
"""Behind a number of floors: how high a house is, a button of the lift, where one lives."""
_NOT_LONG = 40
"""So many words after one has got into a lift or a hospital one may still be in it."""
_OPENS_ON = frozenset(("앞", "문", "현관", "복도", "초인종"))
"""Behind a numbered room: one is before its door."""


def unnamed_places(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """An element for every place of a name that the lexicon lacks."""
    yield from _by_ending(tokens, known)
    yield from _numbered(tokens, known)
    yield from _gone_to(tokens, known)
    yield from _at_gatherings(tokens)
    yield from _next_ones(tokens, known)
    yield from _yards(tokens)
    yield from _by_line(tokens)


def _yards(tokens: tuple[Token, ...]) -> Iterator[Element]:
    """눈이 녹은 마당에서: a yard, which behind a verb the analyser takes for how things stand."""
    for index, (token, after) in enumerate(pairwise(tokens)):
        comes = index > 1 and tokens[index - 2].lemma in _COMES_HOME and after.form == "에"
        yard = (token.form, token.tag) == ("마당", "NNB")
        if yard and (after.form in _OF_A_YARD or comes):
            yield Element("마당", "yard", "setting", "yard", token.start_char, token.end_char)


_OF_A_YARD = frozenset(("에서", "으로", "을", "은", "까지"))
_COMES_HOME = frozenset(
    ("돌아오다", "들어서다", "들어오다", "나서다", "나오다", "쌓이다", "깔리다")
)


def _by_line(tokens: tuple[Token, ...]) -> Iterator[Element]:
    """7번을 탔다, 1002번에 올라탔다: the bus of that number."""
    for index, (number, unit) in enumerate(pairwise(tokens)):
        line = number.tag == "SN" and unit.form == "번"
        if line and _form(tokens, index + 2) in ("을", "에") and _gets_on(tokens, index + 3):
            yield Element("버스", "bus", "prop", "bus", number.start_char, unit.end_char)


def _gets_on(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether one gets on, or first hurries to."""
    return any(token.lemma in ("타다", "올라타다") for token in tokens[index : index + 3])


_WHICH = frozenset(
    (
        "옆",
        "다음",
        "앞",
        "뒤",
        "뒤쪽",
        "앞쪽",
        "맞은편",
        "끝",
        "첫",
        "마지막",
        "이",
        "그",
        "저",
        "우리",
    )
)
_ABOVE_GROUND = frozenset(("train", "steam_train"))
_TRAINS = frozenset(("train", "subway", "subway_train", "steam_train", "station"))


def _next_ones(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """옆 칸에서, 다음 칸으로, 옆 호에: the next compartment, stall or room of what one is in."""
    for which, (index, token) in zip(tokens, enumerate(tokens[1:], 1), strict=False):
        if token.form not in ("칸", "호") or which.form not in _WHICH:
            continue
        if _form(tokens, index + 1) not in _AT_PLACES:
            continue
        if concept := _one_of(tokens, index, known):
            name = f"{which.form} {token.form}"
            yield Element(name, "next one", "setting", concept, which.start_char, token.end_char)


def _one_of(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> str:
    """Of what the compartment before `tokens[index + 1]` is one; "" for that of a shelf."""
    told = _told_before(tokens, index, known)
    if told & {"toilet", "bathroom"}:
        return "bathroom"
    if tokens[index].form == "호":
        return "barracks" if told & {"soldier", "gun", "helmet", "barracks"} else "corridor"
    if told & _ABOVE_GROUND:
        return "train"
    return "subway" if told & _TRAINS or _goes(tokens, index + 2) else ""


def _at_gatherings(tokens: tuple[Token, ...]) -> Iterator[Element]:
    """회식에서, 동창회에 갔다: where people come together for something."""
    where = word_pairs("gatherings")
    for index, token in enumerate(tokens):
        if token.form not in where or not token.tag.startswith("N"):
            continue
        last = index + 1 if _form(tokens, index + 1) in ("자리", "날", "현장") else index
        after = _form(tokens, last + 1)
        if after == "에서" or (after == "에" and _goes(tokens, last + 2)):
            start_char, end_char = token.start_char, tokens[last].end_char
            yield Element(
                token.form, "gathering", "setting", where[token.form], start_char, end_char
            )


def _by_ending(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """서버실에서, 청진역으로, 회계팀에: somewhere that the lexicon lacks, by how such names end."""
    for index, token in enumerate(tokens):
        if token.tag not in ("NNG", "NNP", "XSN") or not _is_where(tokens, index, token.form):
            continue
        first = _first_glued(tokens, index)
        name = _joined(tokens, first, index)
        proper = any(t.tag == "NNP" for t in tokens[first : index + 1])
        concept = _of_name(name, proper=proper)
        inside = _form(tokens, index + 1) == "에서"
        if concept and (
            index not in known or _is_misread(known[index], name, proper=proper, inside=inside)
        ):
            yield Element(name, NAMED, "setting", concept, tokens[first].start_char, token.end_char)


def _is_misread(hit: Hit, name: str, *, proper: bool, inside: bool) -> bool:
    """대전역: no discharge (전역) from the army; 간호사실: no nurse, but her room; 연회장: no
    chairman (회장); 메밀국수집: nobody's home; 착유실에서: no thread (실)."""
    lemma, kind, ending = hit.entry.lemma, hit.entry.kind, _ending_of(name, proper=proper)
    if lemma == name:
        return False
    ends = name.endswith("역") or (kind == "actor" and name.endswith("실"))
    ends = ends or (inside and len(lemma) == len(ending))
    return (kind != "setting" and ends) or len(lemma) < len(ending)


def _first_glued(tokens: tuple[Token, ...], index: int) -> int:
    """The first of the nouns that are written as one word with `tokens[index]`."""
    while index and tokens[index - 1].end_char == tokens[index].start_char:
        if not tokens[index - 1].tag.startswith(("N", "SL", "SN", "XR")):
            break
        index -= 1
    return index


def _of_name(name: str, *, proper: bool) -> str:
    """What a place called `name` is at least, "" for no place."""
    ending = _ending_of(name, proper=proper)
    ends = word_pairs("ends of places")
    return (ends.get(ending) or word_pairs("ends of proper places")[ending]) if ending else ""


def _ending_of(name: str, *, proper: bool) -> str:
    """The end of `name` by which it is a place, "" for none; the longer ending tells (간호사실 is
    no fact, 사실)."""
    if len(name) <= _SHORTEST or name[0].isdigit():
        return ""
    endings = word_pairs("ends of places") | (word_pairs("ends of proper places") if proper else {})
    fitting = (end for end in endings if name.endswith(end) and name != end)
    none = max((len(end) for end in word_list("no places") if name.endswith(end)), default=0)
    ending = max(fitting, key=len, default="")
    return ending if len(ending) > none else ""


def _is_where(tokens: tuple[Token, ...], index: int, form: str) -> bool:
    """Whether one is at `tokens[index]`: 서버실에서, 서버실 앞에, 서버실이었다; 대전역 환승."""
    after = _form(tokens, index + 1)
    if form.endswith("역"):
        ends = index + 1 == len(tokens) or _is_end_of_word(tokens, index)
        return ends and after not in _OF_TRAINS and not _is_called(tokens, index + 1)
    if after in word_list("sides of places"):
        return _form(tokens, index + 2) in _AT_PLACES
    if after in _THROUGH:
        return _passes(tokens, index + 2)
    if after == "까지":
        return _goes(tokens, index + 2)
    return _was(tokens, index + 1) or (after in _AT_PLACES and not _is_called(tokens, index + 2))


def _is_end_of_word(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether no other noun is written with it: 물미역색."""
    glued = tokens[index].end_char == tokens[index + 1].start_char
    return not (glued and tokens[index + 1].tag.startswith("N"))


def _was(tokens: tuple[Token, ...], index: int) -> bool:
    """내린 곳은 14층이었다, and not what somebody says of a place (14층이라고, 14층인데요)."""
    tags = [token.tag for token in tokens[index : index + 2]]
    return tags == ["VCP", "EP"]


def _is_called(tokens: tuple[Token, ...], index: int) -> bool:
    """관리소에 전화했다: one is not there."""
    return _form(tokens, index) in _SPOKEN_TO


def _numbered(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """14층에서, 302호 앞에, 3학년 2반에: rooms and floors by their number."""
    units = word_pairs("numbered places")
    for index, token in enumerate(tokens):
        if not index or token.form not in units or not _counts(tokens[index - 1]):
            continue
        told = index in known and known[index].entry.kind == "setting"
        if told or not _is_reached(tokens, index, known):
            continue
        first = _first_of_number(tokens, index - 1)
        if first and tokens[first - 1].end_char == tokens[first].start_char:
            continue  # 수요일 층: no number
        name = _joined(tokens, first, index)
        kind = "basement" if name.startswith("지하") else units[token.form]
        concept = _behind_the_door(tokens, index, kind, known)
        yield Element(name, NAMED, "setting", concept, tokens[first].start_char, token.end_char)


def _counts(token: Token) -> bool:
    return token.tag in ("SN", "NR") or token.form in word_list("numerals")


def _first_of_number(tokens: tuple[Token, ...], index: int) -> int:
    """지하 3층, 101동 1203호, 3학년 2반: where the whole number begins."""
    before = tokens[index - 1].form if index else ""
    if before in _UNDERGROUND:
        return index - 1
    return index - 2 if before in _WIDER and index > 1 and _counts(tokens[index - 2]) else index


def _is_reached(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> bool:
    """Whether one comes to the floor or room, or something is there: not how high a house is."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.sentence != tokens[index].sentence:
        return True
    second = _form(tokens, index + 2)
    if after.form.startswith(_NO_FLOOR) or second.startswith(_NO_FLOOR):
        return False
    if after.form == "까지":
        return _goes(tokens, index + 2)
    return (
        after.form in _AT_PLACES | word_list("sides of places") | _OPENS_ON | {"은", "는"}
        or after.tag == "SF"
        or _was(tokens, index + 1)
        or _goes(tokens, index + 1)
        or (index + 1 in known and known[index + 1].entry.kind == "setting")
        or bool(_of_name(after.form + second, proper=False))
    )


def _goes(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether `tokens[index]` tells that somebody goes somewhere or is there."""
    if index >= len(tokens) or not is_verb(tokens[index]):
        return False
    return verb_lemma(tokens[index]) in word_list("verbs of going")


def _passes(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether `tokens[index]` tells that somebody goes through."""
    return index < len(tokens) and verb_lemma(tokens[index]) in word_list("verbs of passing")


def _behind_the_door(
    tokens: tuple[Token, ...], index: int, concept: str, known: dict[int, Hit]
) -> str:
    """What the numbered place is: the place told right behind it (4층 화장실), the lift that stops
    there, else its kind."""
    part = known.get(index + 1)
    if part is not None and part.entry.kind == "setting" and part.entry.concept:
        return part.entry.concept
    if tokens[index].form == "층" and _stops_there(tokens, index, known):
        return "elevator"
    if concept == "room" and "hospital" in _told_before(tokens, index, known):
        concept = "hospital"
    return "corridor" if _form(tokens, index + 1) in _OPENS_ON else concept


def _stops_there(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> bool:
    """엘리베이터를 탔는데 13층에서 멈췄다: one is still in it."""
    behind = {token.lemma for token in tokens[index + 1 : index + 5]}
    stops = behind & {"멈추다", "멎다", "열리다", "닫히다"}
    return bool(stops) and "elevator" in _told_before(tokens, index, known)


def _told_before(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> set[str | None]:
    """The concepts of what is told not long before `tokens[index]`."""
    near = range(max(0, index - _NOT_LONG), min(index, len(tokens)))
    return {known[at].entry.concept for at in near if at in known}


def _gone_to(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """고려은단에 들어갔다: a name of nothing known, where somebody goes in or arrives."""
    for index, token in enumerate(tokens):
        if index in known or token.tag != "NNP" or _form(tokens, index + 1) not in _AT_PLACES:
            continue
        first = _first_glued(tokens, index)
        name = _joined(tokens, first, index)
        if len(name) < _SHORTEST or name in word_list("no destinations"):
            continue
        if _goes(tokens, index + 2) and not _of_name(name, proper=True):
            start_char = tokens[first].start_char
            yield Element(name, NAMED, "setting", "street", start_char, token.end_char)


def _joined(tokens: tuple[Token, ...], first: int, last: int) -> str:
    return "".join(token.form for token in tokens[first : last + 1])


def _form(tokens: tuple[Token, ...], index: int) -> str:
    return tokens[index].form if index < len(tokens) else ""
