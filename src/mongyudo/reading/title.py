"""A short title for a dream: the strangest thing or place by which it will be remembered."""

from dataclasses import dataclass

from mongyudo.reading.hangul import is_syllable, tail_of
from mongyudo.reading.lexicon import Entry, Lexicon, load_lexicon
from mongyudo.reading.words import word_list
from mongyudo.records import Element, Kind, Reading, Segment

LONGEST_TITLE_CHARS = 9
UNTITLED = "어젯밤"
_BY_KIND: dict[Kind, float] = {
    "actor": 1.0, "prop": 0.6, "setting": 0.5, "weather": 0.4, "light": 0.3, "motion": 0.2,
}  # fmt: skip
_PERSON, _OWN_CATEGORY, _DESCRIBED, _HARDLY, _AGAIN = -0.5, 1.2, 0.9, 0.2, 0.35
_PLAIN, _NOMINAL, _PART = -1.2, -3.0, -1.5
_MOST_AGAIN = 3
_TELLING_SYLLABLES = frozenset("흰큰빈검새뒷윗끝")
_FROM_A_PLACE = ("서", "에")
_M, _LM = 16, 10
"""The places of ㅁ and ㄻ among the final consonants: 올라감 and 흔듦 end in them."""


@dataclass(frozen=True, slots=True)
class _Name:
    """Words that may title the dream, and the word of the lexicon that they end in.

    `part`: it is only the end of a longer word, as 세금 of 전세금.
    """

    text: str
    head: Element
    senses: tuple[Entry, ...]
    part: bool = False


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
    return max(
        telling,
        key=lambda n: (_worth(n, reading.category.label, heads), -n.head.start_char),
    ).text


def _names(segment: Segment, lexicon: Lexicon) -> list[_Name]:
    """Every word of the lexicon, and each keyword that ends in one as the dreamer wrote it."""
    told = [e for e in segment.elements if not e.negated]
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
    return found


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
    drawn = name.head.concept is not None or len(words) > 1
    return drawn and not loose and words[-1] not in word_list("relative nouns")


def _worth(name: _Name, category: str, heads: list[str]) -> float:
    words = name.text.split()
    """What acts, what the dream is about, what is told again and described is remembered."""
    worth = _BY_KIND[name.head.kind]
    worth += _PERSON * any(entry.category == "사람·가족" for entry in name.senses)
    worth += _OWN_CATEGORY * any(entry.category == category for entry in name.senses)
    again = heads.count(name.head.concept or name.head.lemma) - 1
    worth += _AGAIN * min(again, _MOST_AGAIN)
    if len(words) > 1:
        telling = len(words[0]) > 1 or words[0] in _TELLING_SYLLABLES
        weak = words[0] in word_list("weak describers")
        worth += _DESCRIBED if telling and not weak else _HARDLY
    plain = word_list("common nouns") | word_list("no title")
    worth += _PLAIN * (words[-1] in plain)
    worth += _PART * name.part
    return worth + _NOMINAL * (name.head.lemma.endswith("다") and _is_nominal(words[-1]))


def _is_nominal(word: str) -> bool:
    """올라감, 뛰기: a verb made a noun says little without its thing."""
    return word[-1] == "기" or (is_syllable(word[-1]) and tail_of(word[-1]) in (_M, _LM))
