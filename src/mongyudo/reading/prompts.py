"""One English prompt per segment, made of its keywords in the order in which one films."""

from mongyudo.records import Keyword, Kind

MOST_WORDS = 74
_ORDER: tuple[Kind, ...] = (
    "actor", "motion", "prop", "setting", "weather", "time", "light", "state", "feeling",
)  # fmt: skip


def write_prompt(keywords: tuple[Keyword, ...]) -> str:
    """The keywords' English, subject first, feeling last, under 75 words."""
    ranked = sorted(keywords, key=lambda keyword: _ORDER.index(keyword.kind))
    words = ", ".join(dict.fromkeys(k.en for k in ranked if k.en)).split()
    return " ".join(words[:MOST_WORDS]).rstrip(",")
