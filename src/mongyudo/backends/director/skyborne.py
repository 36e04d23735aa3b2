"""What hangs in the sky stays there: 하늘에 배가 떠 있었다, until it comes down."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.blocking.core import SKY, Thing
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.tables import named_by
from mongyudo.records import Element, Shot

_HANGS = re.compile(
    r"(하늘|공중|허공|구름)( ?(위|속|한가운데|가운데|높이))?(에|에는|에서|엔|로|을|를)? "
    r"(?P<what>[^.!?…\n]{1,22}?) ?(둥실 |둥둥 |가득 |높이 |줄지어 )?"
    r"(떠 ?(있|다니|올|가)|떴|뜬 |뜨더|날아[다가]|날고|걸려|매달려)"
    r"|(?P<many>[^.!?…\n]{1,14})[이가] (온 )?하늘을 ?([^ .!?]+ )?(뒤?덮|메우|메웠|가득)"
)
_COMES_DOWN = re.compile("떨어[져졌지]|추락|착륙|내려 ?앉|가라앉|곤두박|사라[져졌지]")


def in_the_sky(beat: Beat, shot: Shot, known: Repertoire) -> frozenset[str]:
    """What the ink draws of the things that hang in the sky by the end of `beat`."""
    end = beat.story.start_char + len(beat.story.text)
    told = shot.context[:end] or beat.story.text
    elements = (*shot.earlier, *(m.element for m in beat.story.mentions))
    hanging = (e for found in _HANGS.finditer(told) for e in _within(elements, found, told))
    things = (known.thing(named_by(e)[1]) for e in hanging)
    return frozenset(filter(None, things))


def _within(elements: tuple[Element, ...], found: re.Match[str], told: str) -> Iterator[Element]:
    if _COMES_DOWN.search(told, found.end()):
        return
    start, end = found.span("what" if found["what"] else "many")
    yield from (e for e in elements if e.kind == "prop" and start <= e.start_char < end)


def high(thing: Thing | None, hanging: frozenset[str]) -> Thing | None:
    """`thing`, up there where it is one of those."""
    return replace(thing, place=SKY) if thing is not None and thing.concept in hanging else thing
