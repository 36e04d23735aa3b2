"""Before a mirror: whoever looks into it is seen again, and their other self stays in it."""

import re
from dataclasses import replace

from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.blocking import Call
from mongyudo.backends.director.blocking.core import Role
from mongyudo.backends.director.story import Story
from mongyudo.ink.scene import Effect

_IN_THE_MIRROR = re.compile("거울 ?(속|안)(?![^.!?]{0,24}(나왔|나오|나와))")


def is_told_within(story: Story) -> bool:
    """거울 속의 내가 웃었다: whether another self is told to be in the mirror, here or before."""
    return _IN_THE_MIRROR.search(story.ahead + story.text) is not None


def is_with_ones_image(beat: Beat) -> bool:
    """거울 속의 내가 울었다. 손을 내밀었다: the other self does not leave the mirror."""
    event = beat.event
    parts = (event.doer, event.target, *event.partners) if event else ()
    return "double" in parts and is_told_within(beat.story)


def before_mirror(call: Call, *, within: bool) -> Call:
    """The mirror as a picture that shows the cast again, in place of the thing; whoever looks like
    the lead is the one `within`."""

    def is_twin(role: Role | None) -> bool:
        alike = role is not None and role.concept == call.lead.concept
        return within and alike and role is not None and role.clothes == call.lead.clothes

    others = tuple(e for e in call.effects if e.name != "mirror")
    things = tuple(t for t in call.things if t.concept != "mirror")
    return replace(
        call, things=things, effects=(*others, Effect("mirror", 1.0, 1.0)),
        other=None if is_twin(call.other) else call.other,
        extras=tuple(role for role in call.extras if not is_twin(role)),
    )  # fmt: skip
