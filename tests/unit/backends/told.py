"""Dreams as they are read, told and directed, for tests that give no segment by hand."""

from mongyudo.backends.director import direct
from mongyudo.backends.director.direct import Direction
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.backends.director.telling import tell
from mongyudo.ink.scene import Scene
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream, Shot


def segment(text: str):
    """The only segment of a dream."""
    return read(Dream.of(text, "d"), segments=1).segments[0]


def happens(text: str) -> list[tuple[str, str, str]]:
    """What happens, who does it, and to which thing."""
    return [(e.concept, e.doer, e.hero_thing) for e in tell(segment(text)).events if not e.unreal]


def shots(
    text: str, segments: int = 2, *, seconds: float | None = None,
    size_px: tuple[int, int] | None = None,
) -> list[Shot]:  # fmt: skip
    """The shots of a dream's film."""
    dream = Dream.of(text)
    choices = Choices(segments=segments, seconds=seconds, size_px=size_px)
    return plan_shots(read(dream, segments=segments), set_out(dream, choices))


def directions(text: str, segments: int = 1) -> list[Direction]:
    """What is directed of each segment."""
    return [direct(shot, repertoire()) for shot in shots(text, segments)]


def directed(text: str) -> Direction:
    """The direction of a dream of one segment."""
    (direction,) = directions(text)
    return direction


def scenes(text: str) -> list[Scene]:
    """The pictures of a dream of one segment, in order."""
    return directed(text).scenes


def halves(text: str) -> list[Direction]:
    """The directions of a dream of two segments."""
    return directions(text, 2)


def film(text: str) -> list[Scene]:
    """The pictures of a dream of two segments, in order."""
    return [scene for half in halves(text) for scene in half.scenes]


def seen(text: str) -> dict[str, str]:
    """What the pictures of a dream of one segment show, by its own words."""
    return {text[d.start_char : d.end_char]: d.concept for d in directed(text).drawn}


def people(scene: Scene) -> dict[str, str]:
    """Who is in a picture, and what they do."""
    return {actor.concept: actor.motion for actor in scene.actors}
