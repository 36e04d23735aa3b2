"""Animals that have a name of their own, be it that of a dish: 고양이 두부가, 돌쇠는 우리 개다."""

from mongyudo.reading.deeds import deed_after
from mongyudo.reading.elements import BEASTS, Hit
from mongyudo.reading.words import word_list
from mongyudo.records import Token

_DOG, _CAT = "dog", "cat"
_SIGNS = {
    _DOG: frozenset(
        ("꼬리", "짖다", "핥다", "목줄", "산책", "앞발", "멍멍", "왈왈", "개집", "사료", "개껌")
    ),
    _CAT: frozenset(("야옹", "그루밍", "캣타워", "츄르", "골골")),
}
"""Words that tell which animal a name belongs to where nothing else does."""

VOICES = {
    "짖다": _DOG, "멍멍거리다": _DOG, "낑낑거리다": _DOG, "낑낑대다": _DOG, "왈왈거리다": _DOG,
    "야옹거리다": _CAT, "골골거리다": _CAT, "울부짖다": "animal", "포효하다": "animal",
    "으르렁거리다": _DOG, "지저귀다": "bird", "날갯짓하다": "bird", "히힝거리다": "horse",
    "음메하다": "cow", "꿀꿀거리다": "pig",
}  # fmt: skip
"""What only animals do, and which one does it."""

_SUBJECT = ("JKS", "JX")
OF_SOMEBODY = frozenset(("한테", "에게", "께", "랑", "이랑", "하고"))
"""Particles of the living: 초코한테, 초코랑."""
_SENTENCES_ON = 1
"""So many sentences later it may be said what animal has the name."""


def pet_signs(tokens: tuple[Token, ...]) -> str:
    """Which animal the dream's words are of, "" for none."""
    lemmas = {token.lemma for token in tokens}
    return next((animal for animal, signs in _SIGNS.items() if lemmas & signs), "")


def pets_named(tokens: tuple[Token, ...], known: dict[int, Hit]) -> dict[str, str]:
    """The names of animals, and which animal each is."""
    signs, names = pet_signs(tokens), dict[str, str]()
    for index, token in enumerate(tokens):
        if not (_may_be_a_name(token, known.get(index)) and _stands_as_somebody(tokens, index)):
            continue
        animal = (
            _kind_before(tokens, index, known)
            or _said_to_be(tokens, index, known)
            or _by_voice(tokens, index)
            or (signs if _lives_as_pet(tokens, index) else "")
        )
        if animal:
            names.setdefault(token.form, animal)
    return names


def _may_be_a_name(token: Token, hit: Hit | None) -> bool:
    """두부, 감자, 구름; 초코 and 돌쇠, which mean nothing else."""
    if token.tag not in ("NNG", "NNP") or len(token.form) < 2:
        return False
    if hit is None:
        return token.tag == "NNP" or token.form in word_list("names of pets")
    dish = hit.entry.kind == "prop" and hit.entry.category in ("음식", "식물")
    return hit.first == hit.last and (dish or token.form in word_list("names of pets"))


def _stands_as_somebody(tokens: tuple[Token, ...], index: int) -> bool:
    """초코가, 초코랑."""
    after = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    return after.tag in _SUBJECT or after.form in OF_SOMEBODY


def _kind_before(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> str:
    """강아지 인절미가 달려왔다: what it is stands before its name; 고양이 나비가 없다: one that is
    no dish need not do anything."""
    before, own = known.get(index - 1), known.get(index)
    if before is None or not _is_beast(before):
        return ""
    alive = own is not None and own.entry.kind == "actor"
    if not (alive or _acts(tokens, index)):
        return ""
    apart = tokens[index - 1].end_char < tokens[index].start_char
    return before.entry.concept or "" if apart else ""


def _said_to_be(tokens: tuple[Token, ...], index: int, known: dict[int, Hit]) -> str:
    """돌쇠가 돌아왔다. 십 년을 산 우리 개다: it is said behind the name what has it."""
    if tokens[index].tag != "NNP":
        return ""
    for at in range(index + 2, len(tokens) - 1):
        if tokens[at].sentence - tokens[index].sentence > _SENTENCES_ON:
            return ""
        own = tokens[at - 1].form in ("우리", "저희")
        hit = known.get(at)
        if hit is not None and _is_beast(hit) and own and tokens[at + 1].tag == "VCP":
            return hit.entry.concept or ""
    return ""


def _by_voice(tokens: tuple[Token, ...], index: int) -> str:
    """우리 두부가 짖었다: no bean curd does."""
    after = tokens[index + 2] if index + 2 < len(tokens) else None
    return VOICES.get(after.lemma, "") if after is not None else ""


def is_done_to_pet(tokens: tuple[Token, ...], index: int) -> bool:
    """초코를 안고: no chocolate is hugged where a dog is called so."""
    return _tag(tokens, index + 1) == "JKO" and deed_after(tokens, index) in word_list(
        "deeds done to pets"
    )


def _lives_as_pet(tokens: tuple[Token, ...], index: int) -> bool:
    """초코가 꼬리를 치며 달려왔다."""
    deeds = word_list("deeds of pets alone")
    return bool(_lemmas_after(tokens, index) & deeds)


def _acts(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the sentence goes on with more than what a dish does: 강아지 사료가 쏟아졌다."""
    deed = deed_after(tokens, index + 1)
    return bool(deed) and deed not in word_list("deeds of dishes")


def _lemmas_after(tokens: tuple[Token, ...], index: int) -> set[str]:
    here = tokens[index].sentence
    return {token.lemma for token in tokens[index + 1 : index + 14] if token.sentence == here}


def _is_beast(hit: Hit) -> bool:
    return hit.entry.kind == "actor" and hit.entry.category in BEASTS and bool(hit.entry.concept)


def _tag(tokens: tuple[Token, ...], index: int) -> str:
    return tokens[index].tag if index < len(tokens) else ""
