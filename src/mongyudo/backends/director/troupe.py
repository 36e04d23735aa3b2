"""What casting knows beside the story."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from mongyudo.backends.director.blocking import Role
from mongyudo.backends.director.dreamer import Person
from mongyudo.backends.director.presence import Still
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, SOMEBODY, Event
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import Vignette


@dataclass(frozen=True, slots=True)
class Troupe:
    """What casting needs to know beside the story; `carried` is whom the dreamer has in the arms
    since an earlier picture, `still` are those who are there since then,
    `still_alive` the thing that is and acts as if it lived."""

    dreamer: Person
    emotion: str
    vignette: Vignette
    event: Event | None
    known: Repertoire
    setting: str = ""
    also: str = ""
    carried: str = ""
    still: tuple[Still, ...] = ()
    still_alive: str = ""

    @property
    def floor(self) -> bool:
        """Whether there is something to stand on."""
        return self.setting not in words("floorless")


def with_partner(troupe: Troupe, people: Collection[str]) -> Troupe:
    """`troupe` with somebody unknown beside the dreamer in what takes two, where nobody else is
    told of: 결혼을 했다."""
    event = troupe.event
    if event is None or event.concept not in words("takes_two") or set(people) - {SELF}:
        return troupe
    if "belly" in event.things:  # 배를 안고: one's own
        return troupe
    if {event.doer, event.target, *event.partners} - {"", SELF, SOMEBODY} or event.hero_thing:
        return troupe
    there = next((w.concept for w in troupe.still if w.concept != SELF), "")
    if there:
        return replace(troupe, event=_beside(event, there))
    other = "woman" if troupe.dreamer.is_male else "man"
    partner = other if event.concept in ("wedding", "kiss") else "stranger"
    if not troupe.known.plays(partner):
        return troupe
    return replace(troupe, event=_beside(event, partner))


def _beside(event: Event, partner: str) -> Event:
    if event.concept != "part":
        return replace(event, partners=(partner,))
    suffers = event.target == SELF  # 모두가 나를 무시했다
    return replace(event, doer=partner) if suffers else replace(event, target=partner)


def is_what_i_became(name: str, troupe: Troupe) -> bool:
    """내가 아이가 되어, 할머니가 되어, 거인이 되어: that is the dreamer, and nobody besides."""
    dreamer = troupe.dreamer
    if name == "giant":
        return dreamer.size > 1
    turned = dreamer.turned and name in ("child", "baby")
    return name == dreamer.concept and (turned or "grown_old" in dreamer.traits)


def is_creature(concept: str, troupe: Troupe) -> bool:
    played = troupe.known.actor(concept)
    return bool(played and played[0] in troupe.known.creatures)


def where_fits(setting: str, motions: Iterable[str]) -> tuple[str, ...]:
    """Nobody stands where there is no floor; in a vehicle one sits."""
    if "climb" in motions and setting not in words("for_ascend"):
        return ("walk",)
    if setting in words("seated") and "sit" in motions:
        return ("sit_bench", "sit_chair")
    if not set(motions) & words("upright"):
        return ()
    if setting in words("floorless"):
        return ("float", "swim", "fly")
    return ("sit_bench", "sit_chair", "sit") if setting in words("seated") else ()


_SEATS = frozenset(("chair", "stool", "throne", "rocking_chair", "desk"))


def on_a_seat(name: str, motions: tuple[str, ...], event: Event | None) -> tuple[str, ...]:
    """의자에 앉았다: upon the seat that is told of, and not on the ground."""
    sits = event is not None and event.concept == "sit" and event.doer == name
    on = sits and event is not None and bool(set(event.things) & _SEATS)
    return ("sit_chair", *motions) if on and motions[:1] == ("sit",) else motions


def with_face(name: str, role: Role, faces: Mapping[str, str]) -> Role:
    """`role` of `name` with the face that is theirs in `faces`: without eyes, without a mouth."""
    return replace(role, face=faces[name]) if name in faces else role


def does_the_same(name: str, troupe: Troupe) -> bool:
    """동생이랑 걸었다: who is with the one who does it walks, too."""
    event = troupe.event
    if event is None or troupe.vignette.other or event.concept not in words("shared"):
        return False
    return name in event.partners and event.doer != name


def takes_part(name: str, troupe: Troupe) -> bool:
    """Whether the event is also this one's, rather than seen by them."""
    event = troupe.event
    if event is None or event.concept in words("joined") or troupe.vignette.hero == "target":
        return True
    return name in (event.doer, event.target, *event.partners)


def newborn(people: list[str], event: Event | None) -> list[str]:
    """Twins are born as babies, and not as children beside one."""
    if event is None or event.concept != "birth" or "children" not in people:
        return people
    return [name for name in people if name not in ("baby", "children")] + ["baby"] * 3


def in_the_same_car(lead: str, troupe: Troupe) -> str:
    """Who takes a taxi is driven, and whoever else sits in a car sits there with the dreamer."""
    if troupe.setting != "car":
        return ""
    hired = troupe.event is not None and "taxi" in troupe.event.things
    if lead == SELF and hired and troupe.vignette.concept == "ride":
        return "driver"
    return SELF if lead != SELF else ""


def was_grown(troupe: Troupe) -> bool:
    """내가 어린아이가 되었다, 여자가 되었다: before that the dreamer was none."""
    event = troupe.event
    turns = event is not None and event.concept == "transform" and event.doer == SELF
    return turns and event is not None and event.target == troupe.dreamer.concept
