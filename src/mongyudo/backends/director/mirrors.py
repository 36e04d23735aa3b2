"""A mirror as a picture that shows the cast again."""

from dataclasses import replace

from mongyudo.backends.director.blocking import Call
from mongyudo.backends.director.blocking.core import Role
from mongyudo.ink.scene import Effect


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
