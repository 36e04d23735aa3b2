"""The phrases that a film of the dream must keep, ranked, at most fourteen a dream."""

from mongyudo.reading.elements import NOUN_TAGS, Hit
from mongyudo.reading.english import romanise
from mongyudo.records import Analysis, Keyword

MOST_PER_DREAM = 14
_GENERIC = {"꿈", "것", "거", "때", "나", "저", "우리", "내", "그", "이", "수", "데", "줄", "뭐"}


def find_keywords(analysis: Analysis, hits: tuple[Hit, ...]) -> tuple[Keyword, ...]:
    """Keywords in the order of the text, without repetition."""
    by_start = {hit.first: hit for hit in hits}
    found: dict[str, Keyword] = {}
    for index, token in enumerate(analysis.tokens):
        hit = by_start.get(index)
        if hit and hit.entry.pos in ("N", "V") and not hit.negated:
            keyword = _of_hit(hit)
        elif not hit and token.tag in NOUN_TAGS and len(token.form) > 1:
            keyword = Keyword(
                token.form, romanise(token.form), "prop", token.start_char, token.end_char
            )
        else:
            continue
        if keyword.ko not in _GENERIC:
            found.setdefault(keyword.ko, keyword)
    return tuple(found.values())[:MOST_PER_DREAM]


def _of_hit(hit: Hit) -> Keyword:
    entry = hit.entry
    return Keyword(
        entry.noun or entry.lemma, entry.english, entry.kind, hit.start_char, hit.end_char,
        entry.concept,
    )  # fmt: skip
