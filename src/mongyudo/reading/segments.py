"""A dream cut into scenes: never shortened, the scenes cover the whole text in order."""

from itertools import pairwise

from mongyudo.records import Analysis, Span


def cut(analysis: Analysis, segments: int) -> tuple[Span, ...]:
    """The dream as at most `segments` (1-3) contiguous spans that cover the whole text."""
    length = len(analysis.text)
    ends = [s.start_char for s in analysis.sentences[1:]]
    chosen: set[int] = set()
    for part in range(1, segments):
        if ends:
            chosen.add(min(ends, key=lambda end: abs(end - length * part / segments)))
    bounds = [0, *sorted(chosen), length]
    return tuple(Span(a, b) for a, b in pairwise(bounds) if a < b)
