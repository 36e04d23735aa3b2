"""How tall people and animals are who are told to be large or small, or are so to the dreamer."""

from collections.abc import Callable

from mongyudo.backends.director.story import Story
from mongyudo.backends.director.troupe import Troupe, is_creature

_BIG, _LEAST_HUGE, MOST_BIG = 1.5, 0.5, 0.62
"""How much larger 커다란 makes somebody, the share of the frame that 집채만 한 gives at least, and
the largest of all."""
_SMALL, _TINY, _LEAST_TINY = 0.5, 0.3, 0.10
"""How much smaller 새끼 and 손톱만 한 make somebody, and the smallest share of the frame."""

_TO_THE_SMALL = 2.6
"""How much larger animals are to a dreamer who has shrunk."""

_TO_A_GIANT = 0.45
"""How much smaller everybody is to a dreamer who has grown."""


def height_told(name: str, story: Story, troupe: Troupe) -> Callable[[float], float] | None:
    """What of its height is left to `name`, who is told to be large or small, or is so to the
    dreamer; None where nothing tells of it."""
    told = (*story.met_before, *story.of("actor"))
    named = [m for m in told if m.concept == name and m.element.kind == "actor"]
    creature, mine = is_creature(name, troupe), troupe.dreamer.size
    if changed := _has_changed(name, story):
        return lambda height: min(MOST_BIG, max(_LEAST_TINY, height * changed))
    if any(m.big for m in named):
        least = _LEAST_HUGE if any(m.huge for m in named) else 0.0
        return lambda height: min(MOST_BIG, max(least, height * _BIG))
    if any(m.tiny for m in named):
        return lambda height: max(_LEAST_TINY, height * _TINY)
    if creature and mine < 1:
        return lambda height: min(MOST_BIG, height * _TO_THE_SMALL)
    if mine > 1:
        return lambda height: max(_LEAST_TINY, height * _TO_A_GIANT)
    return (lambda height: height * _SMALL) if creature and any(m.small for m in named) else None


_CHANGED = {"shrink": 0.4, "grow": 1.6}
"""How large somebody is who has shrunk or grown before one's eyes, against their own size."""


def _has_changed(name: str, story: Story) -> float:
    """엄마가 작아졌다: how large `name` is in the pictures after it; 0 for as ever."""
    told = (e for e in reversed(story.past) if e.doer == name and not e.unreal)
    return next((_CHANGED[e.concept] for e in told if e.concept in _CHANGED), 0.0)
