"""What tells a place apart that is drawn as one of another kind: a petrol pump in the street."""

from functools import cache

from mongyudo.backends.director.belongings import thing_of
from mongyudo.backends.director.blocking import Thing
from mongyudo.backends.director.outlook import Place
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Story
from mongyudo.backends.director.tables import rows
from mongyudo.records import Element, Shot

_MOST_OTHERS = 2
"""Beside more things than these there is no room for it."""


def dressed(
    things: tuple[Thing, ...], place: Place, story: Story, shot: Shot, known: Repertoire
) -> tuple[Thing, ...]:
    """`things` with what stands at `place` by its name, last, so that it only fills the picture."""
    if len(things) > _MOST_OTHERS:
        return things
    there = {thing.concept for thing in things}
    wanted = [c for c in _of_the(_last_named(place, story, shot, known)) if c not in there]
    return (*things, *(thing_of(c, known) for c in wanted if known.thing(c)))


def _last_named(place: Place, story: Story, shot: Shot, known: Repertoire) -> str:
    """The word by which the place was told last; "" where another is told since."""
    named = (*shot.earlier, *(m.element for m in story.of("setting")))
    last = next((e for e in reversed(named) if _is_place(e, known)), None)
    if last is None or known.setting(last.concept or "") != place.setting:
        return ""
    return last.lemma.replace(" ", "")


def _is_place(element: Element, known: Repertoire) -> bool:
    told = element.kind == "setting" and not element.negated
    return told and known.setting(element.concept or "") is not None


def _of_the(lemma: str) -> tuple[str, ...]:
    return next((things for begins, things in _table() if lemma.startswith(begins)), ())


@cache
def _table() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The beginnings of words, and the things."""
    told = rows("dressing.tsv")
    return tuple((tuple(r["words"].split()), tuple(r["things"].split())) for r in told)
