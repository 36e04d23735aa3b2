"""A short title for a dream: the strangest thing or place by which it will be remembered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mongyudo.reading.hangul import is_syllable, tail_of
from mongyudo.reading.lexicon import Entry, Lexicon, load_lexicon
from mongyudo.reading.not_there import is_not_there
from mongyudo.reading.title_doing import does_what
from mongyudo.reading.words import word_list
from mongyudo.records import Element, Kind, Reading, Segment

LONGEST_TITLE_CHARS = 9
SHORTEST_DOING = 2
UNTITLED = "어젯밤"
_BY_KIND: dict[Kind, float] = {
    "actor": 1.0, "prop": 0.6, "setting": 0.5, "weather": 0.4, "light": 0.3, "motion": 0.2,
}  # fmt: skip
_PERSON, _OWN_CATEGORY, _DESCRIBED, _HARDLY, _AGAIN = -0.5, 1.2, 0.9, 0.2, 0.35
_PLAIN, _NOMINAL, _PART = -1.2, -3.0, -1.5
_DEED, _BODY, _WEAKLY, _DOING = -0.8, -0.4, -0.6, 0.5
_MOST_AGAIN = 3
_NEARLY = 4
"""How many of the best names count as nearly as good."""
_TELLING_SYLLABLES = frozenset("흰큰빈검새뒷윗끝")
_FROM_A_PLACE = ("서", "에")
_BETWEEN = frozenset(("대신", "때", "중", "동안", "만", "채", "듯"))
_GOES_ON = re.compile(
    "(는데|인데|니까|더니|길래|카이|면서|지만|라서|니라|.이라|언니라|누나라|형이라)$"
)
"""언니라 그런지: no end of a name."""
_M, _LM = 16, 10
"""The places of ㅁ and ㄻ among the final consonants: 올라감 and 흔듦 end in them."""
_LIKENED = re.compile(
    "(들|떼|알)?[이가을를은는도]?( 소리)? ?"
    "(처럼|같[이은던]|만 ?[한하했해큼]|보다|맹[키치]|맨치|마냥|인 줄)"
)
"""개미처럼, 목욕탕같이, 첼로 소리 같은: it is not there."""
_WHERE = re.compile(" ?(앞|속|안|위|밑|옆|뒤)?(에서|에는|에선|에|엔|의) ")
_WITHIN = re.compile(" ?(?:안|속)에서? |에 ?(?:들어|살|숨|갇)|에서 (?:나왔|나오|기어|튀어|자라)")
_ENDS = re.compile("[.!?\n]")


@dataclass(frozen=True, slots=True)
class _Name:
    """Words that may title the dream, and the word of the lexicon that they end in.

    `part`: it is only the end of a longer word, as 세금 of 전세금; `does`: the first says what it
    does, though the dreamer wrote it otherwise.
    """

    text: str
    head: Element
    senses: tuple[Entry, ...]
    part: bool = False
    does: bool = False


def suggest_title(reading: Reading) -> str:
    """At most LONGEST_TITLE_CHARS characters, the worthiest noun or noun phrase as it was written.

    UNTITLED when nothing short and telling was found.
    """
    lexicon = load_lexicon()
    names = [name for segment in reading.segments for name in _names(segment, lexicon)]
    heads = [e.concept or e.lemma for s in reading.segments for e in s.elements]
    telling = [name for name in names if _may_title(name)]
    if not telling:
        return UNTITLED
    ranked = sorted(
        telling,
        key=lambda n: (-_worth(n, reading.category.label, heads), n.head.start_char),
    )
    first, others = ranked[0], ranked[1:_NEARLY]
    return (
        _doing_it(first, reading) or _placed(ranked, reading) or _or_another(first, others, reading)
    )


def _or_another(best: _Name, others: list[_Name], reading: Reading) -> str:
    """The best name; where that is one plain word, another that does something."""
    if " " in best.text:
        return best.text
    made = (_doing_it(name, reading) for name in others if len(name.text) > 1)
    return next(filter(None, made), "") or _longer([best, *others])


def _doing_it(name: _Name, reading: Reading) -> str:
    """웃는 호랑이: one word with what it does, where the dream says so."""
    if " " in name.text or name.part or name.head.kind not in ("actor", "prop", "setting"):
        return ""
    made = (does_what(s, name.head, name.text, LONGEST_TITLE_CHARS) for s in reading.segments)
    return next(filter(None, made), "")


def _placed(ranked: list[_Name], reading: Reading) -> str:
    """연못의 산신령, 필통 속 뱀: one word with where it is, where that makes a short title."""
    best = ranked[0]
    if " " in best.text or best.head.kind not in ("actor", "prop", "setting"):
        return ""
    segment = next(s for s in reading.segments if best.head in s.elements)
    if best.head.kind == "setting":
        near = (n for n in ranked[1:] if _is_thing(n) and _same_sentence(segment, best, n.head))
        made = (_joined(segment, best.head, n.text) for n in near)
    else:
        made = (
            _joined(segment, where, best.text)
            for where in reversed(segment.elements)
            if where is not best.head and _same_sentence(segment, best, where)
        )
    return next((title for title in made if 0 < len(title) <= LONGEST_TITLE_CHARS), "")


def _longer(ranked: list[_Name]) -> str:
    """The best name, or one that is nearly as good where that is of one syllable."""
    longer = (name.text for name in ranked[1:_NEARLY] if len(name.text) > 1)
    return ranked[0].text if len(ranked[0].text) > 1 else next(longer, ranked[0].text)


def _is_thing(name: _Name) -> bool:
    of_body = any(entry.category == "신체" for entry in name.senses)
    return name.head.kind in ("actor", "prop") and " " not in name.text and not of_body


def _same_sentence(segment: Segment, name: _Name, other: Element) -> bool:
    first, last = sorted((name.head, other), key=lambda e: e.start_char)
    between = segment.text[
        first.end_char - segment.start_char : last.start_char - segment.start_char
    ]
    return not _ENDS.search(between)


def _joined(segment: Segment, where: Element, what: str) -> str:
    """`what` with the place or the vessel `where` as the text says it, or ""."""
    at = where.end_char - segment.start_char
    behind, place = segment.text[at:], segment.text[where.start_char - segment.start_char : at]
    alone = _is_part(where, segment) or place in word_list("common nouns") | word_list("no title")
    if where.negated or not where.concept or alone or what in place or place in what:
        return ""
    if where.kind == "prop" and _WITHIN.match(behind):
        return f"{place} {what}" if place.endswith("속") else f"{place} 속 {what}"
    side = _WHERE.match(behind) if where.kind == "setting" else None
    if side is None:
        return ""
    return f"{place} {side.group(1)} {what}" if side.group(1) else f"{place}의 {what}"


def _names(segment: Segment, lexicon: Lexicon) -> list[_Name]:
    """Every word of the lexicon, and each keyword that ends in one as the dreamer wrote it."""
    told = [e for e in segment.elements if not e.negated and not _is_likened(e, segment)]
    found = [
        _Name(_noun(e, lexicon), e, _senses(e, lexicon), _is_part(e, segment))
        for e in told
        if e.kind in _BY_KIND
    ]
    ends = {e.end_char: e for e in told if not e.lemma.endswith("다")}
    for keyword in segment.keywords:
        head = ends.get(keyword.end_char)
        if head and head.kind in _BY_KIND and keyword.ko in segment.text:
            found.append(_Name(keyword.ko, head, _senses(head, lexicon)))
    return [*found, *_doing(segment, lexicon)]


def _doing(segment: Segment, lexicon: Lexicon) -> Iterator[_Name]:
    """쏟아지는 별, 말하는 고양이: the end of a longer keyword that says what it does."""
    nouns = {_noun(e, lexicon): e for e in segment.elements if not e.lemma.endswith("다")}
    for keyword in segment.keywords:
        doing, what = keyword.ko.split()[-2:] if " " in keyword.ko else ("", "")
        head = nouns.get(what)
        told = (
            head and head.kind in _BY_KIND and not head.negated and not _is_likened(head, segment)
        )
        if head and told and _happens(doing):
            yield _Name(f"{doing} {what}", head, _senses(head, lexicon), does=True)


def _happens(doing: str) -> bool:
    """쏟아지는, 점프하는: it is done to nothing else, as 남기는 is."""
    itself = doing.endswith(("지는", "히는", "하는", "대는", "거리는"))
    return len(doing) > SHORTEST_DOING and (
        itself or doing.removesuffix("는") + "다" in word_list("intransitive verbs")
    )


def _is_likened(element: Element, segment: Segment) -> bool:
    behind = segment.text[element.end_char - segment.start_char :]
    likened = _LIKENED.match(behind) is not None
    return likened or is_not_there(segment.text, element, segment.start_char)


def _is_part(element: Element, segment: Segment) -> bool:
    at = element.start_char - segment.start_char
    return at > 0 and is_syllable(segment.text[at - 1])


def _senses(element: Element, lexicon: Lexicon) -> tuple[Entry, ...]:
    both = (*lexicon.lookup(element.lemma, "N"), *lexicon.lookup(element.lemma, "V"))
    return tuple(entry for entry in both if entry.concept == element.concept)


def _noun(element: Element, lexicon: Lexicon) -> str:
    """The noun by which a verb is named, a noun itself."""
    if not element.lemma.endswith("다"):
        return element.lemma
    return next((e.noun for e in _senses(element, lexicon) if e.noun), "")


def _may_title(name: _Name) -> bool:
    """Whether it is short and a thing of its own, which can be drawn or is described."""
    words = name.text.split()
    if not words or len(name.text) > LONGEST_TITLE_CHARS or name.text in word_list("no title"):
        return False
    if name.head.kind == "motion" and not name.senses:
        return False  # 펑펑, 콸콸: only how it was done
    loose = any(len(word) > 2 and word.endswith(_FROM_A_PLACE) for word in words[:-1])
    loose |= any(map(_GOES_ON.search, words))
    drawn = name.head.concept is not None or len(words) > 1
    if any(word in _BETWEEN or word[0].isdigit() for word in words):
        return False  # 돈 대신 빈 상자, 커튼콜 때 나무
    if len(words) > 1 and len(words[0]) == 1 and words[0] not in _TELLING_SYLLABLES:
        return False  # 허는디 전복: the end of another word
    return drawn and not loose and words[-1] not in word_list("relative nouns")


def _worth(name: _Name, category: str, heads: list[str]) -> float:
    """What acts, what the dream is about, what is told again and described is remembered."""
    words = name.text.split()
    worth = _BY_KIND[name.head.kind]
    worth += _BODY * any(entry.category == "신체" for entry in name.senses)
    iconic = name.head.concept in word_list("iconic concepts")
    worth += _DEED * (name.head.kind == "motion" and not iconic)
    person = any(entry.category == "사람·가족" for entry in name.senses)
    worth += _PERSON * person * (1 if len(words) > 1 else 2)
    worth += _OWN_CATEGORY * any(entry.category == category for entry in name.senses)
    again = heads.count(name.head.concept or name.head.lemma) - 1
    worth += _AGAIN * min(again, _MOST_AGAIN)
    if len(words) > 1:
        telling = len(words[0]) > 1 or words[0] in _TELLING_SYLLABLES
        worth += _describing(words, telling=telling and name.head.kind != "motion", does=name.does)
    plain = word_list("common nouns") | word_list("no title")
    worth += _PLAIN * (words[-1] in plain)
    worth += _PART * name.part
    return worth + _NOMINAL * (name.head.lemma.endswith("다") and _is_nominal(words[-1]))


def _describing(words: list[str], *, telling: bool, does: bool) -> float:
    """How much the first word says of what is named by the last: 우리 little, 우리 집 more."""
    if words[0] in word_list("weak describers"):
        return _HARDLY if words[:2] == ["우리", "집"] else _WEAKLY
    if does:
        return _DOING
    return _DESCRIBED if telling else _HARDLY


def _is_nominal(word: str) -> bool:
    """올라감, 뛰기: a verb made a noun says little without its thing."""
    return word[-1] == "기" or (is_syllable(word[-1]) and tail_of(word[-1]) in (_M, _LM))
