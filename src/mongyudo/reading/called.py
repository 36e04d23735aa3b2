"""Those of whom a dream speaks by name: somebody is there, whoever that may be."""

from collections.abc import Iterator

from mongyudo.reading.anonymising import SURNAMES
from mongyudo.reading.elements import Hit
from mongyudo.records import Analysis, Element, Token

SOMEBODY = "friend"
"""Who is drawn for a name that nothing is said about."""

_FIRST = frozenset(
    "가건경계고광규근금기길나남노다대덕도동두명무문미민범병보복봉상서선성세소수숙순슬승시신아애연영예옥용우원"
    "유윤은의이인일재정제종주준지진찬창채천철춘치태하한해향현형혜호홍화환효후훈희"
)
_LAST = frozenset(
    "건경관구국권규균근금기길나남녀덕동란람련렬례록린림만명모미민배범별병복봉분빈서석선섭성솔수숙순슬승식신실심아"
    "애연열영예옥완용우욱운웅원유윤율은익인일임자재정제종주준중지진찬창채천철춘태택하학한해향혁현형혜호홍환효훈희"
)
"""Syllables with which given names begin and end."""

_DOG, _CAT = "dog", "cat"
_SIGNS = {
    _DOG: frozenset(("꼬리", "짖다", "목줄", "산책", "앞발", "멍멍", "왈왈", "개집", "사료")),
    _CAT: frozenset(("야옹", "그루밍", "캣타워", "츄르", "골골")),
}
"""Words that tell which animal a name belongs to where nothing else does."""

_MARKS = frozenset(("JKS", "JKC", "JKO", "JX", "JKG", "JC", "JKV"))
_OF_PEOPLE = frozenset(("한테", "에게", "께", "랑", "이랑", "하고"))
_AT = frozenset(("에", "에서", "로", "으로"))


def called(analysis: Analysis, hits: tuple[Hit, ...]) -> tuple[Element, ...]:
    """An element for every name of somebody that the lexicon does not know.

    Who has been said to be something stays it: 강아지 콩이 is a dog wherever 콩이 is named again.
    """
    known = {index: hit for hit in hits for index in range(hit.first, hit.last + 1)}
    tokens = analysis.tokens
    names: dict[str, str] = {}
    pet = _pet(tokens)
    for index, token in enumerate(tokens):
        if index not in known and token.tag in ("NNP", "NNG") and len(token.form) > 1:
            concept = (
                _introduced(tokens, index, known)
                or _named_after(tokens, index, known)
                or _by_its_look(tokens, index)
                or (pet if token.tag == "NNP" and _stands_as_pet(tokens, index) else "")
            )
            if concept:
                names.setdefault(token.form, concept)
    return tuple(_elements(analysis, names, known))


def _introduced(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> str:
    """What stands before the name says who it is: 후배 지훈이, 햄스터 콩이."""
    before, token = known.get(index - 1), tokens[index]
    if before is None or before.entry.kind != "actor" or not before.entry.concept:
        return ""
    apart = tokens[index - 1].end_char < token.start_char
    beast = before.entry.category not in ("사람·가족", "")
    looks = token.tag == "NNP" or (token.form[-1] == "이" and (beast or len(token.form) > 2))
    marked = _after(tokens, index) in _MARKS | {"XSN"}
    here = tokens[index - 1].sentence == token.sentence
    return before.entry.concept if apart and looks and marked and here else ""


def _named_after(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> str:
    """소를 키웠다. 이름은 순덕이였다: the one told of last has the name."""
    said = [token.form for token in tokens[max(0, index - 2) : index]]
    if said not in (["이름", "은"], ["이름", "이"]) or _after(tokens, index) != "VCP":
        return ""
    near = (tokens[index].sentence, tokens[index].sentence - 1)
    before = [known[at] for at in range(index) if at in known and tokens[at].sentence in near]
    who = [hit.entry.concept for hit in before if hit.entry.kind == "actor" and hit.entry.concept]
    return who[-1] if who else ""


def _pet(tokens: tuple[Token, ...]) -> str:
    """Which animal the dream's words are of, "" for none."""
    lemmas = {token.lemma for token in tokens}
    return next((animal for animal, signs in _SIGNS.items() if lemmas & signs), "")


def _stands_as_pet(tokens: tuple[Token, ...], index: int) -> bool:
    """콩이가, 뭉치는: a short name that is no given name, and does something."""
    form = tokens[index].form
    short = (len(form) == 2 and form[1] in "이치순돌복") or (len(form) == 3 and form[2] == "이")
    return short and _after(tokens, index) in ("JKS", "JX")


def _by_its_look(tokens: tuple[Token, ...], index: int) -> str:
    """SOMEBODY for what is built as a given name and stands as one; "" for anything else."""
    token, form = tokens[index], tokens[index].form
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not all("가" <= each <= "힣" for each in form) or after.form in _AT:
        return ""
    if token.tag == "NNG":
        made = len(form) == 3 and form[2] == "이" and _is_given(form[:2]) and _closed(form[1])
        return SOMEBODY if made and after.tag in _MARKS else ""
    stands = after.tag in _MARKS or after.form in _OF_PEOPLE or after.form == "씨"
    is_pet_form = after.tag == "XSN" and after.form in ("이", "네")
    glued = index > 0 and tokens[index - 1].end_char == token.start_char
    if token.tag == "NNP" and len(form) == 3 and form[2] == "이" and _is_given(form[:2]):
        return SOMEBODY if _closed(form[1]) and after.tag in _MARKS and not glued else ""
    surnamed = glued and tokens[index - 1].tag == "NNP" and len(tokens[index - 1].form) == 1
    is_full = len(form) == 3 and form[0] in SURNAMES
    named = _is_given(form[1:] if is_full else form) and (not glued or surnamed)
    return SOMEBODY if named and (stands or is_pet_form) else ""


def _is_given(form: str) -> bool:
    return len(form) == 2 and form[0] in _FIRST and form[1] in _LAST


def _closed(syllable: str) -> bool:
    return (ord(syllable) - 0xAC00) % 28 > 0


def _after(tokens: tuple[Token, ...], index: int) -> str:
    return tokens[index + 1].tag if index + 1 < len(tokens) else ""


def _elements(
    analysis: Analysis, names: dict[str, str], known: dict[int, Hit]
) -> Iterator[Element]:
    for index, token in enumerate(analysis.tokens):
        concept = names.get(token.form)
        if concept and index not in known:
            yield Element(
                token.form, "somebody", "actor", concept, token.start_char, token.end_char
            )
