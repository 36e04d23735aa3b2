"""A short title for a dream: the one thing by which it will be remembered."""

from mongyudo.records import Keyword, Reading

LONGEST_TITLE_CHARS = 7
_BY_KIND = {"actor": 0, "prop": 1, "weather": 2, "setting": 3, "motion": 4, "state": 5}
_PLAIN = frozenset({"나", "저", "우리", "사람", "친구", "집"})


def suggest_title(reading: Reading) -> str:
    """At most LONGEST_TITLE_CHARS characters, a keyword of the dream; 어젯밤 when none is short."""
    keywords = [keyword for segment in reading.segments for keyword in segment.keywords]
    short = [k for k in keywords if len(k.ko) <= LONGEST_TITLE_CHARS and k.ko not in _PLAIN]
    return min(short, key=_rank).ko if short else "어젯밤"


def _rank(keyword: Keyword) -> tuple[int, bool, int]:
    return (_BY_KIND.get(keyword.kind, 6), keyword.concept is None, keyword.start_char)
