"""How those who play look and what they do: kind, clothes, motion, face and stature."""

from collections.abc import Iterable
from dataclasses import replace

from mongyudo.backends.director.at_rest import at_rest, done_sitting, may_rest, resting
from mongyudo.backends.director.blocking import Role
from mongyudo.backends.director.dreamer import DEFAULT, Person, other_self
from mongyudo.backends.director.holding import by_one_hand
from mongyudo.backends.director.measure import share_of
from mongyudo.backends.director.moods import FACES_FELT, FEELINGS, face_of_another
from mongyudo.backends.director.statures import MOST_BIG, height_told
from mongyudo.backends.director.story import SELF, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.threats import is_dark, is_gentle, is_threat
from mongyudo.backends.director.troupe import (
    Troupe,
    does_the_same,
    is_creature,
    on_a_seat,
    takes_part,
    was_grown,
    where_fits,
)
from mongyudo.backends.director.vignettes import THINGS_TOO

CLOTHES = {
    "military_uniform": "soldier", "school_uniform": "school", "suit": "suit",
    "hanbok": "hanbok", "dress": "dress", "wedding_dress": "bride", "pajamas": "pyjamas",
    "swimsuit": "swimsuit", "t_shirt": "shirt", "coat": "trench", "shirt": "shirt",
    "mourning_clothes": "mourning", "uniform": "police", "armor": "armor",
    "space_suit": "space", "work_clothes": "worker", "rags": "tattered", "durumagi": "durumagi",
    "dopo": "dopo", "gown": "doctor_coat", "tuxedo": "tuxedo", "blouse": "blouse",
    "sobok": "sobok", "shroud": "shroud", "sweater": "sweater", "sportswear": "sport",
    "fur_coat": "fur", "hospital_gown": "hospital", "apron": "apron", "wetsuit": "wetsuit",
    "habit": "monk", "prison_clothes": "prison",
}  # fmt: skip
"""Clothes that the dreamer puts on when the text says so."""
_OTHER_CLOTHES = {"woman": "blouse", "man": "sweater", "girl": "hanbok_child", "student": "school"}
"""What somebody wears who is of the dreamer's own kind."""
_MAN = Person("man", "pyjamas")
"""Who dreams that he is a woman."""


def lead_role(name: str, story: Story, troupe: Troupe) -> Role:
    feeling = FEELINGS[troupe.emotion]
    face = troupe.vignette.face if troupe.vignette.face != "plain" else feeling.face
    motions = troupe.vignette.lead or (feeling.idle_motion,)
    if troupe.event is not None and troupe.event.hero_thing and troupe.vignette.hero in THINGS_TOO:
        own = troupe.vignette.concept in words("moves_the_lead")
        motions = motions if own else ("watch", "stand")
    elif _suffers_unnamed(name, troupe):
        motions = troupe.vignette.other or ("freeze", "stand")
    elif troupe.emotion == "행복" and face in ("scared", "surprised"):
        face = "happy"
        glad = troupe.vignette.hero == "anyone" and troupe.vignette.blocking != "engulf"
        motions = ("cheer", "watch") if glad else motions
    motions = by_one_hand(motions, troupe.event, story, troupe.known)
    motions = done_sitting(name, motions, story, troupe)
    if name != SELF and (since := resting(name, troupe)):
        motions = since
    if _does_it_alone(name, troupe):
        motions, face = troupe.vignette.other or motions, troupe.vignette.other_face
    role = _role(name, story, troupe, on_a_seat(name, motions, troupe.event))
    if name == SELF:
        face = FACES_FELT.get((troupe.emotion, face), face)
    else:
        face = face_of_another(face, troupe.emotion, troupe.vignette.concept)
    menaces = role.menace or _is_feared(name, troupe)
    menaces = menaces and not is_gentle(name, story)
    return replace(role, face=troupe.known.face(face), menace=menaces)


def _is_feared(name: str, troupe: Troupe) -> bool:
    return troupe.emotion == "공포" and name in words("beasts") and is_creature(name, troupe)


def _suffers_unnamed(name: str, troupe: Troupe) -> bool:
    """Something is done to the dreamer, and nobody is named who does it (구조되다)."""
    event = troupe.event
    if event is None or name != SELF or troupe.vignette.hero != "doer":
        return False
    return event.concept in words("done_to") and event.passive and not event.doer


def _does_it_alone(name: str, troupe: Troupe) -> bool:
    """The dreamer scolds or attacks, and nobody is named to whom it is done."""
    event = troupe.event
    if event is None or troupe.vignette.hero != "target" or event.concept == "chase":
        return False
    return name == SELF and event.doer == SELF and event.target in ("", SELF)


_WEDDING_CLOTHES = {"man": "tuxedo", "woman": "bride"}


def other_role(name: str, story: Story, troupe: Troupe) -> Role:
    feeling, vignette = FEELINGS[troupe.emotion], troupe.vignette
    face = vignette.other_face if vignette.other_face != "plain" else feeling.bystander
    motions = vignette.other or ("stand",)
    if does_the_same(name, troupe):
        motions, face = vignette.lead or motions, vignette.face
    elif not takes_part(name, troupe):
        motions, face = at_rest(name, story, troupe), feeling.bystander
    elif (since := resting(name, troupe)) and may_rest(motions, troupe):
        motions = since
    role = _role(name, story, troupe, motions)
    if troupe.event is not None and troupe.event.concept == "wedding":
        plain = name != SELF and role.clothes in ("", *_OTHER_CLOTHES.values())
        festive = _WEDDING_CLOTHES.get(role.concept, role.clothes)
        role = replace(role, clothes=festive if plain else role.clothes)
    if name == SELF:
        return replace(role, face=troupe.known.face(feeling.face))
    return replace(
        role, face=troupe.known.face(face), menace=role.menace or is_threat(name, story, troupe)
    )


def extra_role(name: str, story: Story, troupe: Troupe) -> Role:
    """Whoever else is there; the beast that came at one is the same while one pushes the door."""
    feeling = FEELINGS[troupe.emotion]
    role = _role(name, story, troupe, at_rest(name, story, troupe))
    face = feeling.face if name == SELF else feeling.bystander
    menaces = role.menace or (_is_feared(name, troupe) and is_threat(name, story, troupe))
    return replace(role, face=troupe.known.face(face), menace=menaces)


def _by_paw(troupe: Troupe) -> tuple[str, ...]:
    """How an animal does what hands do: bent over it, or up on its hind legs."""
    if troupe.vignette.concept in words("by_rearing"):
        return ("cheer",)
    if troupe.vignette.concept in words("by_jaws"):
        return ("bite", "attack")
    return ("eat",) if troupe.vignette.concept in words("by_muzzle") else ("stand",)


def _role(name: str, story: Story, troupe: Troupe, motions: Iterable[str]) -> Role:
    role = _undyed(name, story, troupe, motions)
    if name != SELF and role.sort == "figure" and troupe.emotion != "행복":
        role = replace(role, menace=role.menace or is_dark(name, story))
    kept = troupe.dreamer.cloth if name == SELF else None
    return replace(role, cloth=dict(story.dyed).get(name, kept))


def _undyed(name: str, story: Story, troupe: Troupe, motions: Iterable[str]) -> Role:
    if is_creature(name, troupe):
        motions = tuple(m for m in motions if m in words("animal_motions")) or _by_paw(troupe)
    motion = troupe.known.motion((*where_fits(troupe.setting, motions), *motions))
    played = troupe.known.actor(name)
    if name == SELF and was_grown(troupe):
        before = _MAN if troupe.dreamer.concept == "woman" else DEFAULT
        return _single(before.concept, before.clothes, motion, troupe)
    if name == SELF:
        worn = _worn(story, troupe) or troupe.dreamer.clothes
        own = _single(troupe.dreamer.concept, worn, motion, troupe)
        own = replace(own, traits=troupe.dreamer.traits)
        return replace(own, height=min(MOST_BIG, own.height * troupe.dreamer.size))
    if twin := other_self(name, troupe.dreamer.concept):
        alike = troupe.dreamer.clothes if twin == troupe.dreamer.concept else ""
        return _single(twin, alike, motion, troupe)
    concept, clothes = _peers(troupe.dreamer) if name == "children" else played or (name, "")
    clothes = _put_on(name, story) or clothes
    sized = height_told(name, story, troupe)
    abed = concept in ("woman", "man", troupe.dreamer.concept)  # as the dreamer alone may be
    if abed and not clothes and sized is None:
        clothes = _OTHER_CLOTHES.get(concept, "")
    role = _single(concept, clothes, motion, troupe)
    return role if sized is None else replace(role, height=sized(role.height))


def _peers(dreamer: Person) -> tuple[str, str]:
    """애들: a pupil's are pupils, a soldier's are soldiers."""
    if dreamer.concept in ("student", "schoolboy"):
        return "students", ""
    return ("soldiers", "") if dreamer.clothes == "soldier" else ("children", "")


def _single(concept: str, clothes: str, motion: str, troupe: Troupe) -> Role:
    build = troupe.known.build(concept)
    return Role(
        concept=concept, height=share_of(build), proportion=build.proportion,
        sort=build.sort, motion=motion, clothes=clothes,
    )  # fmt: skip


def _worn(story: Story, troupe: Troupe) -> str:
    """What the dreamer has put on; next to nothing where the dream is of nakedness."""
    if troupe.event is not None and troupe.event.concept == "naked":
        return "naked"
    if troupe.event is not None and troupe.event.concept == "wedding":
        return "tuxedo" if troupe.dreamer.is_male else "bride"
    return _put_on(SELF, story)


def _put_on(name: str, story: Story) -> str:
    """What the text says that `name` wears; what one takes off (벗다) is no longer on."""
    clad = [thing for who, thing in story.clad if who == name]
    dressing = {
        t
        for e in story.events
        if e.concept == "dress" and e.doer == name and not e.element.lemma.startswith("벗")
        for t in e.things
    }
    clad += [m.concept for m in story.of("prop") if m.concept in dressing]
    worn = [CLOTHES[thing] for thing in clad if thing in CLOTHES]
    return worn[-1] if worn else ""
