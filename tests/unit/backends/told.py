"""Dreams as they are read and told, for tests that give no segment by hand."""

from mongyudo.backends.director.telling import tell
from mongyudo.reading import read
from mongyudo.records import Dream


def segment(text: str):
    """The only segment of a dream."""
    return read(Dream.of(text, "d"), segments=1).segments[0]


def happens(text: str) -> list[tuple[str, str, str]]:
    """What happens, who does it, and to which thing."""
    return [(e.concept, e.doer, e.hero_thing) for e in tell(segment(text)).events if not e.unreal]
