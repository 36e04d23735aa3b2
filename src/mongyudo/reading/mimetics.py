"""Mimetic words and the verbs made of them: 출렁대다, 출렁이다, 출렁출렁하다 are one."""

from collections.abc import Iterator

from mongyudo.records import Token

_ENDINGS = ("거리다", "대다", "이다")
_TAGS = frozenset(("MAG", "XR", "IC", "NNG"))
"""How the analyser calls what stands before 거리다."""
_SHORTEST = 2


def same_as(lemma: str) -> Iterator[str]:
    """The other verbs made of the same word: 쿨럭대다, 쿨럭쿨럭하다 -> 쿨럭거리다."""
    ending = next((each for each in _ENDINGS if lemma.endswith(each)), "")
    stem = lemma.removesuffix(ending) if ending else _once(lemma.removesuffix("하다"))
    if len(stem) < _SHORTEST and ending:
        return
    yield from (stem + each for each in _ENDINGS if stem and each != ending)
    if stem and ending in _ENDINGS[:2]:
        yield stem * 2 + "하다"


def said_of(run: tuple[Token, ...]) -> Iterator[str]:
    """The verbs that a mimetic word and what makes a verb of it may be: 쿨럭 + 대다."""
    before, verb = run[:-1], run[-1]
    if len(before) > 1 or (before and before[0].tag not in _TAGS):
        return
    lemma = verb.lemma if verb.lemma.endswith("다") else verb.lemma + "다"
    whole = "".join(token.form for token in before) + lemma
    if before:
        yield whole
    yield from same_as(whole)


def as_predicate(tokens: tuple[Token, ...], index: int) -> Iterator[str]:
    """개미가 바글바글. The verbs that an adverb stands for behind which none is told."""
    token, after = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    ends = after is None or after.tag.startswith("S") or after.sentence != token.sentence
    if token.tag in ("MAG", "IC") and _once(token.form) and ends:
        yield token.form + "하다"
        yield from same_as(token.form + "하다")


def _once(form: str) -> str:
    """바글바글 -> 바글; "" for a word that is not said twice."""
    half = len(form) // 2
    return form[:half] if half and form == form[:half] * 2 else ""
