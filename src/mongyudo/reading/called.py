"""Those of whom a dream speaks by name: somebody is there, whoever that may be."""

from collections.abc import Iterator
from itertools import pairwise

from mongyudo.reading.anonymising import SURNAMES
from mongyudo.reading.deeds import (
    deed_after,
    deed_at,
    deeds_after,
    handles,
    moves_own_body,
)
from mongyudo.reading.elements import Hit, is_verb
from mongyudo.reading.pets import OF_SOMEBODY, VOICES, is_done_to_pet, pet_signs, pets_named
from mongyudo.reading.words import word_list
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

_MARKS = frozenset(("JKS", "JKC", "JKO", "JX", "JKG", "JC", "JKV"))
_AT = frozenset(("에", "에서", "로", "으로"))


def called(analysis: Analysis, hits: tuple[Hit, ...]) -> tuple[Element, ...]:
    """An element for every name of somebody that the lexicon does not know.

    Who has been said to be something stays it: 강아지 콩이 is a dog wherever 콩이 is named again.
    """
    known = {index: hit for hit in hits for index in range(hit.first, hit.last + 1)}
    tokens = analysis.tokens
    pets = pets_named(tokens, known)
    names = dict(pets)
    pet = pet_signs(tokens)
    apart = tuple(e for e in _written_apart(tokens, known, pet) if e.lemma not in pets)
    for index, token in enumerate(tokens):
        long = len(token.form) > 1 or token.tag == "NNP"
        if index not in known and token.tag in ("NNP", "NNG") and long:
            concept = (
                _introduced(tokens, index, known)
                or _named_after(tokens, index, known)
                or _by_its_look(tokens, index)
                or (pet if _stands_as_pet(tokens, index) else "")
                or _by_its_deed(tokens, index)
            )
            if concept:
                names.setdefault(token.form, concept)
    titled = tuple(_with_a_title(tokens, known))
    return (*_elements(analysis, names, known, frozenset(pets)), *apart, *titled)


def _with_a_title(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """최 씨가, 스미스 씨는: a surname with what one says to people; not 최 씨 할머니."""
    for index, (first, second) in enumerate(pairwise(tokens)):
        named = first.tag == "NNP" and second.tag == "NNB" and second.form == "씨"
        said = (known.get(index + 2), known.get(index))
        whole = all(hit is None or hit.entry.kind != "actor" for hit in said)
        if named and whole and not _is_given(first.form):
            yield _somebody(first.form, "stranger", first, second)


def _written_apart(tokens: tuple[Token, ...], known: dict[int, Hit], pet: str) -> Iterator[Element]:
    """김민준이, 최가가, 초롱이가: names that the analyser has cut."""
    for index, (first, second) in enumerate(pairwise(tokens)):
        opens = index == 0 or tokens[index - 1].end_char < first.start_char
        if first.end_char != second.start_char or not first.tag.startswith("NN") or not opens:
            continue
        form, after = first.form + second.form, _after(tokens, index + 1)
        clan = second.form == "가" and second.tag == "XSN" and first.form in SURNAMES
        full = len(form) == 3 and second.tag.startswith("NN") and form[0] in SURNAMES
        named = full and first.tag == "NNP" and _is_given(form[1:]) and index not in known
        if (clan or named) and after in _MARKS:
            yield _somebody(form, SOMEBODY, first, second)
        elif _is_pet_form(tokens, last := index + (second.tag == "NNG" and second.form != "가")):
            yield _somebody(
                form if last > index else first.form, pet or SOMEBODY, first, tokens[last]
            )


def _is_pet_form(tokens: tuple[Token, ...], index: int) -> bool:
    """초롱이가: a subject marked twice is a name, whatever else the word means."""
    marks = [token.form for token in tokens[index + 1 : index + 3]]
    short = tokens[index].end_char - tokens[index].start_char < 3
    alive = word_list("deeds of the living") | word_list("deeds of pets") | VOICES.keys()
    return (
        marks in (["이", "가"], ["이", "는"]) and short and deed_after(tokens, index + 2) in alive
    )


def _somebody(form: str, concept: str, first: Token, last: Token) -> Element:
    return Element(form, "somebody", "actor", concept, first.start_char, last.end_char)


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


def _stands_as_pet(tokens: tuple[Token, ...], index: int) -> bool:
    """콩이가, 뭉치는: a short name that is no given name, and does something."""
    form = tokens[index].form
    short = (len(form) == 2 and form[1] in "이치순돌복") or (len(form) == 3 and form[2] == "이")
    acts = bool(deeds_after(tokens, index) & word_list("deeds of pets"))
    alone = index == 0 or not tokens[index - 1].tag.startswith("NN")  # no 편지 뭉치
    proper = tokens[index].tag == "NNP" or (acts and alone)
    return short and proper and _after(tokens, index) in ("JKS", "JX")


def _by_its_deed(tokens: tuple[Token, ...], index: int) -> str:
    """해피가 짖었다: a dog; 신사임당이 걸어 나왔다, 마르코가 배를 몰았다: somebody with a name of
    their own."""
    deed = deed_after(tokens, index)
    if _after(tokens, index) == "JKS" and (voice := VOICES.get(deed)):
        return voice
    form = tokens[index].form
    if tokens[index].tag != "NNP" or form in word_list("names of firms"):
        return ""
    lives = deed in word_list("deeds of the living") | word_list("deeds of people")
    if not lives and form.endswith(tuple(word_list("ends of proper names"))):
        return ""
    after = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    subject = after.tag == "JKS" or (after.tag == "JX" and after.form in ("은", "는", "ᆫ"))
    spoken_to = after.form in ("한테", "에게", "께")
    if _is_said_to_act(tokens, index):
        return SOMEBODY
    acts = lives or deed in _COMES or handles(tokens, index + 1) or moves_own_body(tokens, index)
    return SOMEBODY if spoken_to or (subject and acts) else ""


def _is_said_to_act(tokens: tuple[Token, ...], index: int) -> bool:
    """뒤따라오던 버디의, 웃고 있던 마르코를: what they do stands before the name."""
    at = index - 1
    if at < 1 or tokens[at].tag != "ETM":
        return False
    at -= 1
    while at and tokens[at].tag in ("EP", "VX", "EC"):
        at -= 1
    return is_verb(tokens[at]) and deed_at(tokens, at) in word_list("deeds of somebody")


_COMES = frozenset(("오다", "들어오다", "죽다", "떠나다", "울다", "돌아가시다"))


def _by_its_look(tokens: tuple[Token, ...], index: int) -> str:
    """SOMEBODY for what is built as a given name and stands as one; "" for anything else."""
    token, form = tokens[index], tokens[index].form
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not all("가" <= each <= "힣" for each in form) or after.form in _AT:
        return ""
    if token.tag == "NNG":
        made = len(form) == 3 and form[2] == "이" and _is_given(form[:2]) and _closed(form[1])
        cut = after.tag == "XSN" and after.form == "이" and _is_given(form) and _closed(form[1])
        return SOMEBODY if cut or (made and after.tag in _MARKS) else ""
    alone = after.tag == "SF" and index > 0 and tokens[index - 1].tag == "ETM"  # 먼저 간 승우.
    listed = (after.tag == "SP" or alone) and token.tag == "NNP"  # 순자, 끝순이가
    stands = listed or after.tag in _MARKS or after.form in OF_SOMEBODY or after.form == "씨"
    is_pet_form = after.tag == "XSN" and after.form in ("이", "네")
    glued = index > 0 and tokens[index - 1].end_char == token.start_char
    if token.tag == "NNP" and len(form) == 3 and form[2] == "이" and _is_given(form[:2]):
        house = after.form == "네" and _after(tokens, index + 1) in ("JKS", "JX")
        marked = after.tag in _MARKS or house
        return SOMEBODY if _closed(form[1]) and marked and not glued else ""
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
    analysis: Analysis, names: dict[str, str], known: dict[int, Hit], pets: frozenset[str]
) -> Iterator[Element]:
    tokens = analysis.tokens
    for index, token in enumerate(tokens):
        cut = _cut_name(tokens, index)
        concept = names.get(cut) or names.get(token.form)
        means_it = cut in names or (token.form in pets and _is_of_somebody(tokens, index))
        if concept and (index not in known or means_it):
            yield Element(
                token.form, "somebody", "actor", concept, token.start_char, token.end_char
            )


def _cut_name(tokens: tuple[Token, ...], index: int) -> str:
    """콩이랑, 콩이는: the name 콩이, which the analyser took for 콩 and particles that no beans
    have; "" for no such word."""
    marks = [token.form for token in tokens[index + 1 : index + 3]]
    cut = marks[:1] == ["이랑"] or (marks[:1] == ["이"] and marks[1:] in _BEHIND_A_NAME)
    return tokens[index].form + "이" if cut else ""


_BEHIND_A_NAME = (["가"], ["는"], ["도"], ["를"], ["만"], ["한테"])


def _is_of_somebody(tokens: tuple[Token, ...], index: int) -> bool:
    """두부가, 두부한테, 두부를 안고, but not 두부를 먹고: what is eaten may be called the same."""
    after = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    return (
        is_done_to_pet(tokens, index)
        or after.tag in ("JKS", "JX", "JKG", "JKV")
        or after.form in OF_SOMEBODY
    )
