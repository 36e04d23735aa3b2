"""What speaks for a turn of scene at a place of a dream: new places and people, deeds, endings."""

from dataclasses import dataclass
from itertools import pairwise

from mongyudo.reading.elements import Hit, verb_lemma
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Token

STRONG = frozenset(("line", "point", "note", "quote", "mark"))
OPENING_TOKENS = 3
CLAUSE_TOKENS = 14
LONG_CHARS = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a scene may begin, before token `index`; `after` names what ended there."""

    index: int
    start_char: int
    after: str

    @property
    def is_strong(self) -> bool:
        """Whether a sentence ended, not only a clause."""
        return self.after in STRONG


def traits(analysis: Analysis, hits: tuple[Hit, ...], place: Place) -> dict[str, float]:
    """All that speaks for or against a scene that begins at a place, by name."""
    tokens, index = analysis.tokens, place.index
    end = next((i for i in range(index, len(tokens)) if _far(tokens, index, i)), len(tokens))
    begin = next((i for i in range(index - 1, 0, -1) if _far(tokens, index - 1, i - 1)), 0)
    before, after = tokens[begin:index], tokens[index:end]
    named = {f"after {place.after}": 1.0, "after loose": float(place.after.startswith("loose"))}
    named["inside sentence"] = float(tokens[index].sentence == tokens[index - 1].sentence)
    return (
        named
        | _past(before)
        | _opening(after)
        | _coming(after)
        | _links(before, after)
        | _news(hits, index, end)
    )


def _past(before: tuple[Token, ...]) -> dict[str, float]:
    """How the sentence before a place ends."""
    return {
        "still before": float(_is_still(before)),
        "quote before": float(any(t.tag == "SSC" for t in before)),
        "denial before": float(any(t.form in ("안", "못", "없", "않") for t in before)),
        "moved before": float(_moves(before)),
    }


def _opening(after: tuple[Token, ...]) -> dict[str, float]:
    """The words with which the new sentence opens."""
    opening = after[:OPENING_TOKENS]
    return {
        "turn": float(_opens_with(opening, "turns")),
        "sequel": float(_opens_with(opening, "sequels")),
        "connective": float(after[0].tag == "MAJ"),
        "dreamer": float(after[0].tag == "NP"),
        "quote": float(after[0].tag == "SSO"),
    }


def _coming(after: tuple[Token, ...]) -> dict[str, float]:
    """What is done in the new sentence."""
    near = after[:CLAUSE_TOKENS]
    return {
        "finding": float(any(_is_finding(t) for t in near)),
        "movement": float(_moves(near)),
        "background": float(any(t.form in ("는데", "ᆫ데", "은데") for t in near)),
        "own deed finds": float(_own_deed_finds(after)),
        "own deed": float(_is_own_deed(after)),
        "still after": float(_is_still(after)),
    }


def _links(before: tuple[Token, ...], after: tuple[Token, ...]) -> dict[str, float]:
    """How long both sentences are and what they share."""
    return {
        "cohesion": _cohesion(before, after),
        "long before": min(LONG_CHARS, before[-1].end_char - before[0].start_char) / LONG_CHARS,
        "long after": min(LONG_CHARS, after[-1].end_char - after[0].start_char) / LONG_CHARS,
    }


def _far(tokens: tuple[Token, ...], start: int, index: int) -> bool:
    return tokens[index].sentence != tokens[start].sentence


def _opens_with(opening: tuple[Token, ...], name: str) -> bool:
    return any(token.form in word_list(name) for token in opening)


def _is_finding(token: Token) -> bool:
    """-니, -니까, -더니, -자: something follows from what was done."""
    return token.tag == "EC" and token.form in (
        "니",
        "으니",
        "니까",
        "으니까",
        "더니",
        "자",
        "자마자",
    )


def _first_clause(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens up to the first ending that is neither -어 nor an attribute's."""
    for index, token in enumerate(tokens):
        if token.tag in ("EC", "EF", "ETN") and token.form not in ("어", "아", "고"):
            return tokens[: index + 1]
    return tokens


def _is_own_deed(tokens: tuple[Token, ...]) -> bool:
    """Whether the first clause tells what the dreamer does: no other subject is named."""
    clause = _first_clause(tokens)
    for before, token in pairwise(clause):
        marked = token.tag in ("JKS", "JX") and token.form in ("이", "가", "은", "는", "도")
        if marked and before.tag != "NP" and before.tag.startswith(("N", "XSN")):
            return False
    return any(token.tag.startswith(("VV", "XSV")) for token in clause)


def _own_deed_finds(tokens: tuple[Token, ...]) -> bool:
    """Whether the dreamer does something and something follows: 문을 열었더니, 돌아보니, 갔는데."""
    last = _first_clause(tokens)[-1]
    follows = last.form in ("는데", "더니", "니", "으니", "니까", "으니까", "자", "자마자", "ᆫ데")
    return follows and _is_own_deed(tokens)


def _is_still(tokens: tuple[Token, ...]) -> bool:
    """Whether a stretch ends in a state: 있었다, 없었다, 이었다, an adjective."""
    for token in reversed(tokens):
        if token.tag.startswith(("VX", "VCP", "VCN", "VA")):
            return token.form in ("있", "없", "이", "아니") or token.tag.startswith("VA")
        if token.tag.startswith(("VV", "XSV", "XSA")):
            return token.tag == "XSA"
    return False


def _moves(tokens: tuple[Token, ...]) -> bool:
    return any(t.tag.startswith("VV") and verb_lemma(t) in word_list("movements") for t in tokens)


def _cohesion(before: tuple[Token, ...], after: tuple[Token, ...]) -> float:
    left = {t.lemma for t in before if t.tag.startswith("NN")}
    right = {t.lemma for t in after if t.tag.startswith("NN")}
    return len(left & right) / (1 + min(len(left), len(right)))


def _news(hits: tuple[Hit, ...], index: int, end: int) -> dict[str, float]:
    """Whether places, people and things are named after the boundary that were not before."""
    known = {hit.entry.english for hit in hits if hit.first < index}
    fresh = [
        hit.entry.kind
        for hit in hits
        if index <= hit.first < end and hit.entry.english not in known
    ]
    return {
        "new place": float("setting" in fresh),
        "new person": float("actor" in fresh),
        "new things": min(4.0, fresh.count("prop")) / 4,
        "new time": float("time" in fresh),
    }
