"""Morphemes -> clauses of content words, each marked with negation, its subject and its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from mongyudo.records import Analysis, Token

_SUFFIX_VERBS = frozenset({"XSV", "XSA"})
_SUFFIX_NOUNS = frozenset({"질", "적", "감", "심"})
_CONTENT = ("NN", "NP", "NR", "VV", "VA", "VC", "XR", "MA", "MM", "IC", "SL", "SW", "W_", "VX")
_STOP = frozenset({"것", "거", "때", "수", "등", "채", "이다", "하다"})
_POINTING = frozenset({"MM", "NP"})
_POINTERS = frozenset({"이", "그", "저기", "이것", "그것"})
_NEXT_WORD = ("VV", "VA", "NNG", "NNP", "MAG", "NP")
_DENIALS = frozenset({"않다", "못하다", "말다", "아니하다"})
_SUBJECT_PARTICLES = frozenset({"JKS", "JX"})
_SUBJECT_FORMS = frozenset({"이", "가", "은", "는", "께서", "ᆫ"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word: `lemma` in dictionary form, `tag` of its stem; offsets in code points.

    `negated` is true where the text denies it; `causes_verb` is true of an adjective turned into a
    visible act (무서워하다), whose subject is the one who feels.
    """

    lemma: str
    tag: str
    start_char: int
    end_char: int
    negated: bool = False
    causes_verb: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with what belongs to it. `subject` is the noun the clause is about, if named
    here or carried on from the clause before; `sentence` counts sentences from 0."""

    text: str
    start_char: int
    units: tuple[Unit, ...]
    subject: str
    sentence: int


def clauses_of(analysis: Analysis) -> tuple[Clause, ...]:
    """The clauses of a text in order; none for a text without a content word."""
    made: list[Clause] = []
    for tokens in _runs(analysis.tokens):
        clause = _clause(analysis.text, tokens, made[-1] if made else None)
        if clause.units:
            made.append(clause)
    return tuple(made)


def _runs(tokens: tuple[Token, ...]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for index, token in enumerate(tokens):
        if run and token.sentence != run[-1].sentence:
            yield run
            run = []
        run.append(token)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if _ends_clause(token, following):
            yield run
            run = []
    if run:
        yield run


def _ends_clause(token: Token, following: Token | None) -> bool:
    if token.tag == "EF":
        return following is None or not following.tag.startswith(("S", "W"))
    if token.tag != "EC" or token.form == "기":
        return False
    return following is None or not following.tag.startswith(("VX", "JX", "JK", "S", "XS", "E"))


def _clause(text: str, tokens: list[Token], before: Clause | None) -> Clause:
    start, end = tokens[0].start_char, tokens[-1].end_char
    subject = _subject(tokens)
    if not subject and before is not None and before.sentence == tokens[0].sentence:
        subject = before.subject
    return Clause(text[start:end], start, tuple(_units(tokens)), subject, tokens[0].sentence)


def _units(tokens: list[Token]) -> Iterator[Unit]:
    for index, token in enumerate(tokens):
        if not token.tag.startswith(_CONTENT) or token.tag == "VX":
            continue
        lemma, end = _dictionary_form(tokens, index)
        if lemma in _STOP or (token.tag in _POINTING and lemma in _POINTERS):
            continue
        yield Unit(
            lemma,
            token.tag,
            token.start_char,
            end,
            _is_negated(tokens, index),
            _becomes_act(tokens, index),
        )


def _dictionary_form(tokens: list[Token], index: int) -> tuple[str, int]:
    token = tokens[index]
    before = tokens[index - 1] if index else None
    prefix = before.form if before is not None and before.tag == "XPN" else ""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return prefix + token.lemma, token.end_char
    if following.tag.partition("-")[0] in _SUFFIX_VERBS:
        return prefix + token.form + following.lemma.removesuffix("다") + "다", following.end_char
    if following.tag == "XSN" and following.form in _SUFFIX_NOUNS:
        return prefix + token.form + following.form, following.end_char
    return prefix + token.lemma, token.end_char


def _is_negated(tokens: list[Token], index: int) -> bool:
    before = tokens[index - 1] if index else None
    if before is not None and before.tag == "MAG" and before.form in {"안", "못"}:
        return True
    return _is_denied_after(tokens[index + 1 : index + 7])


def _is_denied_after(rest: list[Token]) -> bool:
    """무섭지 않다, 무섭다기보다, 무섭지도 ..., 무섭거나 슬프지 않다, 무서움은 없다."""
    if [token.form for token in rest[:2]] == ["지", "도"]:
        return True
    beside = bool(rest) and rest[0].form == "거나"
    for place, token in enumerate(rest):
        if token.lemma in _DENIALS and token.tag.startswith("VX"):
            return True
        if token.form.endswith(("보다", "커녕")) and token.tag.startswith("J") and place <= 2:
            return True
        if token.lemma in {"없다", "아니다"}:
            return all(t.tag.startswith(("J", "E", "XS", "NNB")) for t in rest[:place])
        if token.tag.startswith(_NEXT_WORD) and not beside:
            return False
    return False


def _becomes_act(tokens: list[Token], index: int) -> bool:
    rest = tokens[index + 1 : index + 3]
    return len(rest) == 2 and rest[0].tag == "EC" and (rest[1].lemma, rest[1].tag) == ("하다", "VX")


def _subject(tokens: list[Token]) -> str:
    noun = ""
    for token in tokens:
        if token.tag.startswith(("NN", "NP")):
            noun = token.form
        elif noun and token.tag in _SUBJECT_PARTICLES and token.form in _SUBJECT_FORMS:
            return noun
        elif token.tag != "XSN":
            noun = ""
    return ""
