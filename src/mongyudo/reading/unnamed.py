"""Those whom a dream neither names nor calls by a word of the lexicon: who is only counted (여섯
명이), the dreamer seen by the dreamer (늙은 내가), who has a trade that the lexicon lacks; and the
places that only their ending tells (서버실에서)."""

from collections.abc import Iterator
from itertools import pairwise

from mongyudo.reading.elements import Hit, is_verb, verb_lemma
from mongyudo.reading.unnamed_places import unnamed_places
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Element, Token

CROWD, DOUBLE = "crowd", "double"
"""Who is drawn for three and more of whom only the number is told, and for another self."""

_OTHER_SELVES = {"어리": "child", "젊": DOUBLE, "늙": "older_self", "똑같": DOUBLE}
"""Stems of what one's other self is called, and who is drawn for it."""
_SHOWN_APART = frozenset(("JKS", "JKO", "JX", "JKB"))
_MANY = frozenset(("몇", "여러", "수십", "수백", "수천", "스무", "열댓", "대여섯", "서너"))
_FEW = frozenset(("한", "두", "하나", "둘", "일", "이", "1", "2"))
_HOURS = frozenset(("일", "이", "삼", "사", "오", "육", "칠", "팔", "구", "십", "이십", "삼십"))
"""Numerals that count minutes (삼 분), and no people (세 분)."""
_CHILD_AT_MOST, _OLD_FROM = 15, 60
_OF_THE_OLD = ("예순", "일흔", "여든", "아흔", "백")
_OF_CHILDREN = frozenset(("세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"))
"""Ages in words: of the old by how they begin, of children whole."""
_TRADES = ("사", "꾼", "자", "원", "장", "관", "인", "생", "병", "주", "쟁이", "댁", "님")
"""How words for people at work end; many things do, too, so what they do must tell, as well."""


def unnamed(analysis: Analysis, hits: tuple[Hit, ...]) -> tuple[Element, ...]:
    """An element for everybody who is told by number, as another self or by an unknown trade, and
    for every place of an unknown name."""
    known = {index: hit for hit in hits for index in range(hit.first, hit.last + 1)}
    tokens = analysis.tokens
    told = [*_counted(tokens, known), *_other_selves(tokens), *_workers(tokens, known)]
    told += unnamed_places(tokens, known)
    return tuple(sorted(told, key=lambda element: element.start_char))


def _counted(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """여섯 명이, 세 분이: three and more, unless it is said before the number who they are."""
    for index, (number, who) in enumerate(pairwise(tokens)):
        counts = (
            number.tag in ("NR", "SN")
            or number.form in _MANY
            or number.form in word_list("numerals")
        )
        people = who.tag == "NNB" and who.form in ("명", "분")
        minutes = who.form == "분" and (number.tag == "SN" or number.form in _HOURS)
        if (
            not (counts and people)
            or minutes
            or number.form in _FEW
            or number.sentence > who.sentence
        ):
            continue
        if _after(tokens, index + 1) in ("JKS", "JKO", "JX") and not _is_said_who(
            tokens, index, known
        ):
            yield Element("사람", "people", "actor", CROWD, number.start_char, who.end_char)


def _is_said_who(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> bool:
    """학생 다섯 명, 친구들 몇 명, 학생은 다섯 명."""
    before = [at for at in range(max(0, index - 3), index) if at in known]
    same = (known[at] for at in before if tokens[at].sentence == tokens[index].sentence)
    return any(hit.entry.kind == "actor" for hit in same)


def _other_selves(tokens: tuple[Token, ...]) -> Iterator[Element]:
    """늙은 내가, 스물한 살의 내가, 또 다른 나를: oneself, met as somebody else."""
    for index, token in enumerate(tokens):
        if token.form not in ("나", "저") or token.tag != "NP" or index < 2:
            continue
        first, concept = _of_an_age(tokens, index) or _called_so(tokens, index)
        follows = tokens[index + 2].form if index + 2 < len(tokens) else ""
        if concept and _after(tokens, index) in _SHOWN_APART and follows != "되":
            yield Element("나", "oneself", "actor", concept, first.start_char, token.end_char)


def _called_so(tokens: tuple[Token, ...], index: int) -> tuple[Token, str]:
    """늙은 나, 다른 나."""
    first, second = tokens[index - 2], tokens[index - 1]
    if second.form == "다른":
        return second, DOUBLE
    return first, _OTHER_SELVES.get(first.form, "") if second.tag == "ETM" else ""


def _of_an_age(tokens: tuple[Token, ...], index: int) -> tuple[Token, str] | None:
    """스물한 살의 나, 열 살짜리 나, 백 살쯤 된 나."""
    for at in range(index - 2, max(0, index - 5), -1):
        years = tokens[at].tag == "NNB" and tokens[at].form in ("살", "살쯤")
        between = {token.tag for token in tokens[at + 1 : index]}
        if years and between <= {"JKG", "XSN", "VV", "ETM", "NNB"}:
            return tokens[at - 1], _at_the_age(tokens[at - 1].form)
    return None


def _at_the_age(number: str) -> str:
    if number.isdigit():
        return "child" if int(number) <= _CHILD_AT_MOST else _by_years(int(number))
    if number.startswith(_OF_THE_OLD):
        return "older_self"
    return "child" if number in _OF_CHILDREN else DOUBLE


def _by_years(years: int) -> str:
    return "older_self" if years >= _OLD_FROM else DOUBLE


def _workers(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """감별사가 담았다, 점순네가 웃었다: somebody unknown, told by the ending of the word and by
    what is done with hands, in clothes or in words."""
    for index, token in enumerate(tokens):
        if index in known or token.tag not in ("NNG", "NNP") or len(token.form) < 2:
            continue
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after is None or after.sentence != token.sentence:
            continue
        titled = after.tag == "XSN" and after.form in ("님", "네", "꾼", "댁", "쟁이")
        ends = token.form.endswith(_TRADES) and len(token.form) > 2
        marked = after.tag in ("JKS", "JX") or titled
        if (
            marked
            and (titled or ends)
            and _deed_after(tokens, index + 1) in word_list("deeds of people")
        ):
            last = after if titled else token
            yield Element(
                token.form, "somebody", "actor", "stranger", token.start_char, last.end_char
            )


def _deed_after(tokens: tuple[Token, ...], index: int) -> str:
    """The first verb after `index` that is no attribute of a noun, in dictionary form."""
    for at in range(index + 1, min(index + 12, len(tokens) - 1)):
        token, after = tokens[at], tokens[at + 1]
        if token.sentence != tokens[index].sentence:
            return ""
        if is_verb(token) and after.tag != "ETM":
            before = tokens[at - 1].form if token.tag.startswith("XSV") else ""
            return before + verb_lemma(token)
    return ""


def _after(tokens: tuple[Token, ...], index: int) -> str:
    return tokens[index + 1].tag if index + 1 < len(tokens) else ""
