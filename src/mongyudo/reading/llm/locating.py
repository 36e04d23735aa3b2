"""Where a text says what a phrase says in other words: 추락 for 떨어졌다, 절벽 for 낭떠러지.

A word of the phrase is met by the same word in any form, by the verb that it names, or by one of
the same English in the lexicon. The phrase has ground where its last word is met, and at least half
of all, in one sentence and its neighbours.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mongyudo.reading.elements import Hit, find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import Lexicon
from mongyudo.records import Analysis, Span

CONTENT = ("NN", "VV", "VA", "XR", "SL", "MAG", "SN", "NR", "NP")
LIGHT = frozenset(("하다", "되다", "있다", "없다", "이다", "것", "나", "수"))
"""Words that alone are no ground."""
LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Unit:
    """A content word: its sentence, place, and the names by which it is met."""

    sentence: int
    start_char: int
    end_char: int
    names: frozenset[str]


def locate(
    phrase: str, home: Span, analysis: Analysis, hits: tuple[Hit, ...], lexicon: Lexicon
) -> Span | None:
    """The words of the text that say the phrase, in `home` if possible; None where none do."""
    told = analyse(phrase)
    wanted = [u for u in _units(told, find_hits(told, lexicon)) if not u.names <= LIGHT]
    if not wanted:
        return None
    units = _units(analysis, hits)
    inside = [u for u in units if home.start_char <= u.start_char < home.end_char]
    return _found(wanted, inside, inside) or _found(wanted, units, units)


def _found(wanted: list[_Unit], heads: list[_Unit], units: list[_Unit]) -> Span | None:
    """The best place among those where the last wanted word is met."""
    best: tuple[float, Span] | None = None
    for head in heads:
        if head.names & wanted[-1].names - LIGHT:
            near = [u for u in units if abs(u.sentence - head.sentence) <= 1]
            share = sum(any(w.names & u.names for u in near) for w in wanted) / len(wanted)
            if share >= LEAST_SHARE and (best is None or share > best[0]):
                best = share, _around(head, wanted, near)
    return best[1] if best else None


def _around(head: _Unit, wanted: list[_Unit], near: list[_Unit]) -> Span:
    """From the first to the last of the met words in the sentence of the last one."""
    met = [
        u
        for u in near
        if u.sentence == head.sentence and any(u.names & w.names - LIGHT for w in wanted)
    ]
    return Span(min(u.start_char for u in met), max(u.end_char for u in met))


def _units(analysis: Analysis, hits: Iterable[Hit]) -> list[_Unit]:
    """The content words of a text, those of a sense of the lexicon together."""
    tokens = analysis.tokens
    units: list[_Unit] = []
    covered: set[int] = set()
    for hit in hits:
        inside = range(hit.first, hit.last + 1)
        covered.update(inside)
        names = {tokens[i].lemma for i in inside if tokens[i].tag.startswith(CONTENT)}
        names |= {hit.entry.lemma, hit.entry.noun or "", f"={hit.entry.english}"} - {""}
        sentence = tokens[hit.first].sentence
        units.append(_Unit(sentence, hit.start_char, hit.end_char, frozenset(names)))
    for index, token in enumerate(tokens):
        if index not in covered and token.tag.startswith(CONTENT):
            names = {token.lemma}
            units.append(_Unit(token.sentence, token.start_char, token.end_char, frozenset(names)))
    return sorted(units, key=lambda unit: unit.start_char)
