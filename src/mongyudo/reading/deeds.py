"""What is done by whom a sentence speaks of: the verbs behind a subject."""

from collections.abc import Iterator

from mongyudo.reading.elements import is_verb, verb_lemma
from mongyudo.records import Token


def deed_after(tokens: tuple[Token, ...], index: int) -> str:
    """The first verb after `index` that is no attribute of a noun, in dictionary form."""
    for at in range(index + 1, min(index + 12, len(tokens) - 1)):
        token, after = tokens[at], tokens[at + 1]
        if token.sentence != tokens[index].sentence:
            return ""
        if is_verb(token) and after.tag != "ETM":
            return deed_at(tokens, at)
    return ""


def deeds_after(tokens: tuple[Token, ...], index: int) -> frozenset[str]:
    """Every verb behind `index` in its sentence, as far as one reads on for a subject."""
    last = min(index + _REACH, len(tokens))
    here = (at for at in range(index + 1, last) if tokens[at].sentence == tokens[index].sentence)
    return frozenset(deed_at(tokens, at) for at in here if is_verb(tokens[at]))


def deed_at(tokens: tuple[Token, ...], index: int) -> str:
    """The verb at `index`, with the noun that makes one of 하다: 정리하다."""
    noun = tokens[index - 1].form if tokens[index].tag.startswith("XSV") and index else ""
    return noun + verb_lemma(tokens[index])


_REACH = 14


def tag_after(tokens: tuple[Token, ...], index: int) -> str:
    """The tag of the token behind `index`, "" behind the last."""
    return tokens[index + 1].tag if index + 1 < len(tokens) else ""


def moves_own_body(tokens: tuple[Token, ...], index: int) -> bool:
    """고개를 돌렸다, 입을 벌렸다: whether what stands behind a subject has a body and moves it."""
    for at in range(index + 2, min(index + _REACH, len(tokens) - 1)):
        token, after = tokens[at], tokens[at + 1]
        if token.sentence != tokens[index].sentence or token.tag == "JKS":
            return False
        if token.form in _LIMBS and after.tag == "JKO":
            return True
    return False


_LIMBS = frozenset(
    ("고개", "눈", "입", "손", "팔", "혀", "이빨", "허리", "몸", "날개", "꼬리", "발톱")
)


def handles(tokens: tuple[Token, ...], first: int) -> bool:
    """그물을 당겼다: whether a thing and a verb of one's own stand behind the particle `first`."""
    behind = tuple(own_clause(tokens, first))
    objects = [at for at, token in enumerate(behind) if token.tag == "JKO"]
    return any(is_verb(token) for at in objects[:1] for token in behind[at + 1 : at + 4])


def own_clause(tokens: tuple[Token, ...], first: int) -> Iterator[Token]:
    """What stands behind the subject's particle, until somebody else is the subject."""
    for token in tokens[first + 1 : first + _REACH + 2]:
        if token.sentence != tokens[first].sentence or token.tag == "JKS":
            return
        yield token
