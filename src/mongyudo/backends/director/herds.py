"""Those of whom several are told: how many more there are, and what they do."""

from dataclasses import replace

from mongyudo.backends.director.blocking import Role
from mongyudo.backends.director.counting import SEVERAL, THRONG
from mongyudo.backends.director.story import Story
from mongyudo.backends.director.tables import flocks, words
from mongyudo.backends.director.troupe import Troupe, is_creature


def is_apart(name: str, troupe: Troupe) -> bool:
    """Animals and spirits fill a picture alone; people are met by the dreamer."""
    return is_creature(name, troupe) or name in words("spirits")


def many_of(story: Story, troupe: Troupe) -> dict[str, int]:
    """How many more there are of the animals, spirits and people of whom several are told."""
    actors = [m for m in story.of("actor") if m.concept not in flocks().values()]
    animals = [m for m in actors if is_apart(m.concept, troupe)]
    beside = {m.element.lemma for m in animals if m.case == "with"}  # and no 걔
    herds = [m for m in animals if m.many or (m.element.lemma in beside and m.case != "with")]
    herds += [m for m in actors if m.many and m not in animals and _is_single(m.concept, troupe)]
    more = _told_before(story, troupe) | {
        m.concept: max(SEVERAL, m.count) - 1 if m.count != 2 else 1 for m in herds
    }
    return more | {m.concept: THRONG - 1 for m in actors if m.count == THRONG}


def _told_before(story: Story, troupe: Troupe) -> dict[str, int]:
    """뱀들이 나왔다. 나를 물었다: how many more there are of those who go on, unnamed."""
    event, here = troupe.event, {m.concept for m in story.of("actor")}
    going_on = {event.doer, event.target} if event is not None else set()
    going_on = (going_on | {each.concept for each in troupe.still}) - here
    told = {name: story.number_of(name) for name in going_on if is_apart(name, troupe)}
    return {name: count - 1 for name, count in told.items() if count > 1}


def _is_single(concept: str, troupe: Troupe) -> bool:
    """Whether one person is drawn for it, and no group."""
    played = troupe.known.actor(concept)
    return played is not None and played[0] in troupe.known.singles


def alike(role: Role, fellow: Role | None) -> Role:
    """`role` doing what its `fellow` of the same kind does, where that is done on the spot."""
    if fellow is None or fellow.motion not in words("done_together"):
        return role
    return replace(role, motion=fellow.motion, face=fellow.face)
