"""Numbers and measures that are predicates: 손가락이 여덟 개였다, 키가 3미터였다."""

from collections.abc import Iterator

from mongyudo.reading.words import word_list
from mongyudo.records import Element, Kind, Token

MANY, TALL, TINY = "몇이다", "크다랗다", "조그마하다"
"""The lemmas of such predicates: so many, so large, so small."""

_COUNTS = frozenset(("개", "명", "마리", "쌍", "분", "그루", "송이", "채", "대", "짝", "겹"))
_LARGE = frozenset(("미터", "m", "M", "킬로", "킬로미터", "km", "톤", "층"))
_SMALL = frozenset(("센티", "센티미터", "cm", "밀리", "밀리미터", "mm"))
_ONE = frozenset(("한", "하나", "일", "1", "0", "반"))
_MEASURED = frozenset(
    ("키", "길이", "몸", "몸길이", "높이", "몸무게", "손톱", "머리카락", "혀", "목")
)
"""What grows or shrinks with its measure."""
_MANY = frozenset(("수십", "수백", "수천", "여러", "스무", "몇십", "몇백"))
_ALONE = frozenset(("둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열"))


def amounts(tokens: tuple[Token, ...]) -> Iterator[Element]:
    """An element for every number that says of how many, and of what size, its subject is."""
    for index in range(2, len(tokens) - 1):
        if tokens[index].tag != "VCP" or tokens[index + 1].tag == "ETM":
            continue
        first = _first(tokens, index)
        if first > 1 and tokens[first - 1].tag in ("JKS", "JX") and (said := _said(tokens, first)):
            lemma, concept = said
            end_char = max(tokens[index].end_char, tokens[index + 1].end_char)
            start_char = tokens[first].start_char
            kind: Kind = "motion" if concept else "state"
            en = "be so many" if not concept else "become so large"
            yield Element(lemma, en, kind, concept or None, start_char, end_char)


def _first(tokens: tuple[Token, ...], copula: int) -> int:
    """Where the number before the copula begins; 0 where there is none."""
    first = copula
    while first and copula - first < _LONGEST and _is_part(tokens[first - 1]):
        first -= 1
    return first if first < copula else 0


_LONGEST = 4
"""2미터 60이었다: a number has no more parts than this."""


def _is_part(token: Token) -> bool:
    units = _COUNTS | _LARGE | _SMALL
    number = token.tag in ("MM", "NNG") and token.form in word_list("numerals") | _MANY
    counts = number or token.tag in ("SN", "NR")
    return counts or (token.tag in ("NNB", "SL", "NNG") and token.form in units)


def _said(tokens: tuple[Token, ...], first: int) -> tuple[str, str] | None:
    """The lemma and the concept of the number that begins at `first`; None for a plain one."""
    number, unit = tokens[first], tokens[first + 1]
    if number.form in _ONE:
        return None
    if number.form in _ALONE and unit.tag == "VCP":
        return MANY, ""
    if unit.form in _COUNTS:
        return MANY, ""
    if tokens[first - 2].form not in _MEASURED or unit.form not in _LARGE | _SMALL:
        return None
    return (TINY, "shrink") if unit.form in _SMALL else (TALL, "grow")
