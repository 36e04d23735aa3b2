"""Every word of the scene lexicon that a text holds, with the sense its surroundings choose."""

from dataclasses import dataclass

from mongyudo.reading.lexicon import Entry, Lexicon, Pos
from mongyudo.records import Analysis, Element, Token

NOUN_TAGS = ("NNG", "NNP", "NNB", "XR", "SL", "NR", "NP")
LIGHT_VERBS = ("하다", "되다", "당하다", "받다", "시키다")
LONGEST_RUN = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A sense of the lexicon and the tokens `first` to `last` (inclusive) where it was met."""

    entry: Entry
    first: int
    last: int
    start_char: int
    end_char: int
    negated: bool = False


def find_hits(analysis: Analysis, lexicon: Lexicon) -> tuple[Hit, ...]:
    """All senses of the lexicon in order, longest first where they overlap."""
    lemmas = _lemmas_by_sentence(analysis)
    hits: list[Hit] = []
    index = 0
    while index < len(analysis.tokens):
        hit = _longest(analysis.tokens, index, lexicon, lemmas)
        if hit:
            hits.append(hit)
            index = hit.last
        index += 1
    return tuple(hits)


def elements_of(hits: tuple[Hit, ...]) -> tuple[Element, ...]:
    """The hits as the records that the director reads."""
    return tuple(
        Element(
            h.entry.lemma, h.entry.english, h.entry.kind, h.entry.concept,
            h.start_char, h.end_char, h.negated,
        )
        for h in hits
    )  # fmt: skip


def _longest(
    tokens: tuple[Token, ...], first: int, lexicon: Lexicon, lemmas: dict[int, frozenset[str]]
) -> Hit | None:
    for last in range(min(first + LONGEST_RUN, len(tokens)) - 1, first - 1, -1):
        run = tokens[first : last + 1]
        for lemma, pos in _readings(run):
            entry = lexicon.sense(lemma, pos, lemmas[run[0].sentence])
            if entry:
                return Hit(entry, first, last, run[0].start_char, run[-1].end_char)
    return None


def _readings(run: tuple[Token, ...]) -> list[tuple[str, Pos]]:
    head, tag = run[-1].lemma, run[-1].tag
    stem = "".join(t.form for t in run[:-1])
    if tag.startswith(("VV", "XSV")):
        lemma = head if head.endswith("다") else head + "다"
        return [(stem + lemma, "V")]
    if tag.startswith(("VA", "XSA")):
        lemma = head if head.endswith("다") else head + "다"
        return [(stem + lemma, "A")]
    if tag in NOUN_TAGS and all(t.tag in NOUN_TAGS for t in run):
        return [(stem + run[-1].form, "N")]
    if tag in ("MAG", "MM") and len(run) == 1:
        return [(head, "M")]
    return []


def _lemmas_by_sentence(analysis: Analysis) -> dict[int, frozenset[str]]:
    own: dict[int, set[str]] = {}
    for token in analysis.tokens:
        own.setdefault(token.sentence, set()).add(token.lemma)
    return {
        number: frozenset().union(*(own.get(n, set()) for n in (number - 1, number, number + 1)))
        for number in own
    }
