"""The dreamer who has become a thing: 나는 나무가 되었다. The tree goes in their
place."""

import re
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.measure import share_of
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Actor, Prop, Scene

THING = "thing:"
"""Before the concept of a thing that the dreamer has become: it does nothing as people do."""

_LEAST, _MOST = 0.2, 0.62
"""How tall the thing is at least and at most, as shares of the frame."""


_SELF = re.compile("(?<![가-힣])(나는|내가|난|저는|제가|나도|(내 |온 ?)?몸이)( [^.!?]*)? ?$")


def turned_to(text: Text, event: Event) -> str:
    """The thing that the dreamer turns into in `event`, as `Story.became` has it; "" for none."""
    turns = event.concept == "transform" and event.doer == SELF and not event.unreal
    if not turns or event.target or event.hero_thing or len(event.things) != 1:
        return ""
    return THING + event.things[0] if _SELF.search(text.before(event.element, 40)) else ""


def thing_of_self(story: Story, known: Repertoire) -> str:
    """What stands in the dreamer's place in the picture of `story`, once they have become it."""
    turns = any(e.concept == "transform" and e.doer == SELF for e in story.events)
    if turns or not story.became.startswith(THING):
        return ""
    return known.thing(story.became.removeprefix(THING)) or ""


def plays_it(event: Event | None) -> bool:
    """Whether a thing that the dreamer has become is seen to do it as well."""
    return event is None or event.doer != SELF or event.concept in words("goes_as_thing")


def as_thing(scene: Scene, thing: str, dreamer: str, worn: str | None, known: Repertoire) -> Scene:
    """`scene` with `thing` in the place of the `dreamer`, who has `worn` on."""

    def is_self(actor: Actor) -> bool:
        return actor.concept == dreamer and actor.clothes == worn

    height = min(_MOST, max(_LEAST, share_of(known.build(thing))))
    selves = [
        Prop(thing, a.path, height, behind=len(scene.actors) > 1)
        for a in scene.actors
        if is_self(a)
    ]
    others = tuple(replace(a, duet="") for a in scene.actors if not is_self(a))
    props = tuple(p for p in scene.props if not selves or p.concept != thing)
    return replace(scene, actors=others, props=(*props, *selves))
