"""What has no picture of its own and is shown by another: feelings, lies, shadows, light."""

import re
from dataclasses import dataclass
from functools import cache

from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Story
from mongyudo.backends.director.tables import rows
from mongyudo.backends.director.vignettes import effect_of
from mongyudo.ink.scene import Effect
from mongyudo.records import Keyword

MOST = 3
"""More effects than this at once make a picture unreadable."""


@dataclass(frozen=True, slots=True)
class Metaphor:
    """A keyword and the effect that stands for it."""

    keyword: Keyword
    effect: Effect


@cache
def _table() -> tuple[tuple[re.Pattern[str], tuple[Effect, ...]], ...]:
    return tuple(
        (re.compile(row["words"]), tuple(effect_of(word) for word in row["shown_by"].split()))
        for row in rows("metaphors.tsv")
    )


def metaphors_of(
    story: Story, unshown: tuple[Keyword, ...], present: frozenset[str], known: Repertoire
) -> tuple[Metaphor, ...]:
    """A metaphor for each of `unshown` that has one, preferring effects that are `present`."""
    found: list[Metaphor] = []
    room = MOST
    for keyword in unshown:
        if _has_a_picture(story, keyword):
            continue
        effect = _effect_for(keyword, present | {m.effect.name for m in found}, known, room=room)
        if effect is None:
            continue
        room -= effect.name not in present | {m.effect.name for m in found}
        found.append(Metaphor(keyword, effect))
    return tuple(found)


def _has_a_picture(story: Story, keyword: Keyword) -> bool:
    """Whether the keyword names a thing or somebody, and no deed, that could be shown as such."""
    if any(keyword.start_char <= e.start_char < keyword.end_char for e in story.events):
        return False
    inside = [m for m in story.mentions if keyword.start_char <= m.start_char < keyword.end_char]
    return any(m.concept and m.element.kind in ("prop", "actor") for m in inside)


def _effect_for(
    keyword: Keyword, present: frozenset[str] | set[str], known: Repertoire, *, room: int
) -> Effect | None:
    choices = [
        effect
        for words, effects in _table()
        if words.search(keyword.ko)
        for effect in effects
        if effect.name in known.effects
    ]
    again = next((effect for effect in choices if effect.name in present), None)
    return again or (choices[0] if choices and room > 0 else None)
