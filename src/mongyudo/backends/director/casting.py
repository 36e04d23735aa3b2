"""Who plays in a scene: the hero of its event, the one beside, extras and things."""

from dataclasses import dataclass, replace

from mongyudo.backends.director.at_rest import still_beside, still_cast
from mongyudo.backends.director.belongings import (
    CARRYING,
    equipped,
    grip,
    held_by,
    held_instead,
    things_of,
)
from mongyudo.backends.director.blocking import Role, Thing
from mongyudo.backends.director.herds import alike
from mongyudo.backends.director.heroes import (
    aboard_with,
    as_i_am,
    beside_them,
    heroes_of,
    is_done_to_me,
    not_missed,
    people_of,
)
from mongyudo.backends.director.holding import in_hands, on_back
from mongyudo.backends.director.measure import share_of
from mongyudo.backends.director.roles import extra_role, lead_role, other_role
from mongyudo.backends.director.story import SELF, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.traits import seen_by
from mongyudo.backends.director.troupe import (
    Troupe,
    in_the_same_car,
    is_what_i_became,
    newborn,
    with_face,
    with_partner,
)
from mongyudo.backends.director.vignettes import THINGS_TOO
from mongyudo.backends.director.wielding import borne


@dataclass(frozen=True, slots=True)
class Casting:
    """Everybody and everything of a scene, before it is staged.

    `duet`: what lead and other do together, hand in hand, a name of the ink's; `self_worn`: what
    the dreamer has on, None where they are not in the picture; `takes_in_arms`: the other one is
    a small animal in the lead's arms.
    """

    lead: Role
    other: Role | None
    extras: tuple[Role, ...]
    things: tuple[Thing, ...]
    hero_thing: Thing | None
    host: Thing | None = None
    duet: str = ""
    self_worn: str | None = None
    takes_in_arms: bool = False


def cast_scene(story: Story, troupe: Troupe) -> Casting:
    """Give every part of `story` to somebody."""
    troupe, names, people = _named(story, troupe)
    pair, in_arms = _pair(names, story, troupe)
    beside = beside_them(story, people, names, troupe)
    fellows = dict(zip(names, pair, strict=True))
    extras = [alike(extra_role(name, story, troupe), fellows.get(name)) for name in beside]
    faces = {who: troupe.known.face(part) for who, part, _ in story.lacking}
    lead = with_face(names[0], pair[0], faces)
    other = with_face(names[1], pair[1], faces) if pair[1] else None
    extras = [with_face(n, role, faces) for n, role in zip(beside, extras, strict=True)]
    cast = zip((*names, *beside), (lead, other, *extras), strict=True)
    worn = next((role.clothes for name, role in cast if name == SELF and role), None)
    things = tuple(t for t in things_of(story, troupe) if _is_apart_from(t, lead))
    hands = in_hands(story, things, troupe)
    lead, things = _laden(names[0], lead, people, things, hands, story, troupe)
    other = replace(other, holds=grip(other, hands.get(names[1]))) if other else None
    duet = _duet(names, (lead, other), troupe)
    if duet in words("lets_go"):  # both hands are at the other
        lead = replace(lead, holds=None)
    return Casting(
        lead, other, tuple(equipped(beside, extras, hands)), things,
        _hero_thing(things, troupe), _host(things, troupe), duet, worn, in_arms,
    )  # fmt: skip


def _named(story: Story, troupe: Troupe) -> tuple[Troupe, tuple[str, str], list[str]]:
    """The troupe with whoever does it too, the lead and the one beside, and all who are there."""
    people = newborn(people_of(story, troupe.known), troupe.event)
    people = not_missed(aboard_with(story, people, troupe), troupe)
    troupe = with_partner(troupe, people)
    people = [name for name in people if not is_what_i_became(name, troupe)]
    lead, other = (as_i_am(n, story, troupe) for n in heroes_of(story, people, troupe))
    other = other or in_the_same_car(lead, troupe)
    still = still_cast(story, [*people, lead, other], troupe)
    return troupe, (lead, other or still_beside(still, troupe)), [*people, *still]


def _pair(
    names: tuple[str, str], story: Story, troupe: Troupe
) -> tuple[tuple[Role, Role | None], bool]:
    """The lead and the one beside, and whether that one is an animal in the lead's arms."""
    lead = lead_role(names[0], story, troupe)
    other = other_role(names[1], story, troupe) if names[1] else None
    if other is None or not _is_pet(lead, other, names, troupe):
        return (lead, other), False
    motion = troupe.known.motion(("hold", "carry"))
    return (replace(lead, holds=other.concept, motion=motion), None), True


def _laden(
    name: str, lead: Role, people: list[str], things: tuple[Thing, ...], hands: dict[str, str],
    story: Story, troupe: Troupe,
) -> tuple[Role, tuple[Thing, ...]]:  # fmt: skip
    """The lead with what their hands, arms or back bear, and the things without what is seen on
    them."""
    held = lead.holds or grip(lead, hands.get(name)) or held_by(lead, things, story, troupe)
    held = held or grip(lead, held_instead(story, troupe))
    if name == SELF and not held:
        held = _carried_on(lead, people, troupe)
    grown = None if held else on_back(lead, name, story, things)
    shown = {*seen_by(lead.traits), grown, *({"clothes"} if lead.clothes == "naked" else ())}
    shown |= words("seen_body") if lead.traits else frozenset()
    own = tuple(t for t in lead.traits if t != "wings")
    motion = _bearing(name, lead, story) if held else lead.motion
    laden = replace(lead, holds=held or grown, traits=own, motion=motion)
    return laden, tuple(t for t in things if t.concept not in shown)


def _bearing(name: str, lead: Role, story: Story) -> str:
    """대야를 이고 걸어갔다: how `lead`, who is called `name`, goes with the load where it is."""
    loads = (e for e in story.events if e.doer == name and e.concept == "carry" and not e.unreal)
    way = next(filter(None, map(borne, loads)), "")
    return way if way and lead.motion in ("walk", "carry", "stand") else lead.motion


def _hero_thing(things: tuple[Thing, ...], troupe: Troupe) -> Thing | None:
    """The thing that the event is about, in the colour that it then has."""
    event = troupe.event
    if event is None or troupe.vignette.hero not in THINGS_TOO:
        return None
    hero = next((t for t in things if t.concept == troupe.known.thing(event.hero_thing)), None)
    return replace(hero, dye=event.dye) if hero is not None else None


def _host(things: tuple[Thing, ...], troupe: Troupe) -> Thing | None:
    """What it happens in or on."""
    at = troupe.known.thing(troupe.event.host) if troupe.event else None
    return next((t for t in things if t.concept == at), None)


def _carried_on(lead: Role, people: list[str], troupe: Troupe) -> str | None:
    """Whom the dreamer carries since an earlier picture, unless they are seen apart in this."""
    event, played = troupe.event, troupe.known.actor(troupe.carried)
    apart = troupe.carried in people
    if event is not None:
        apart |= event.concept in ("hug", "sleep") or troupe.carried == event.target
    return grip(lead, played[0]) if played and not apart else None


def _duet(names: tuple[str, str], roles: tuple[Role, Role | None], troupe: Troupe) -> str:
    """The deed of two that the event is, where it joins these two and leaves them their hands."""
    event, (lead, other) = troupe.event, roles
    if event is None or other is None:
        return ""
    deed = "hand_in_hand" if event.concept == "wedding" else event.concept
    if deed not in troupe.known.duets:
        return ""
    joined = {event.doer, event.target}
    joined |= {*event.partners} | ({SELF} if is_done_to_me(event) else set())
    hands = words("lets_go")
    single = all(
        r.concept in troupe.known.singles and (not r.holds or deed in hands) for r in (lead, other)
    )
    together = event.concept == "wedding" or set(names) <= joined
    return deed if single and together else ""


_PET_MOST_M = 0.75
"""Animals up to this height are taken up in the arms."""
_AS_GROWN = 1.2
"""Whoever is larger than this against their kind (커다란) is taken up in no arms."""


def _is_pet(lead: Role, other: Role, names: tuple[str, str], troupe: Troupe) -> bool:
    """강아지를 안았다: a small animal that is hugged or carried is held in the arms."""
    event = troupe.event
    if event is None or event.concept not in CARRYING or lead.sort != "figure":
        return False
    on_back = event.concept == "piggyback" and other.sort == "figure"
    if on_back or "net" in event.things:
        return False
    tall = troupe.known.build(other.concept).height_m
    small = tall <= _PET_MOST_M and (other.sort != "figure" or names[1] == "baby")
    as_grown = other.height <= _AS_GROWN * share_of(troupe.known.build(other.concept))
    does = (event.doer or SELF) == names[0] and event.target == names[1]
    return small and as_grown and not other.menace and does


def _is_apart_from(thing: Thing, lead: Role) -> bool:
    """Whether the lead's own motion does not bring the thing along: who sits has a seat."""
    seated = thing.concept in words("seats") and lead.motion in words("sits_without_chair")
    return not seated and lead.motion not in words(thing.concept)
