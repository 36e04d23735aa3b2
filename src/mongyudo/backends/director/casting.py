"""Who plays in a scene: the hero of its event, the one beside, extras and things."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mongyudo.backends.director.absences import EVERYBODY
from mongyudo.backends.director.at_rest import (
    NOBODY_BESIDE,
    at_rest,
    may_rest,
    resting,
    still_beside,
    still_cast,
)
from mongyudo.backends.director.belongings import CARRYING, equipped, grip, held_by, things_of
from mongyudo.backends.director.blocking import Role, Thing
from mongyudo.backends.director.dreamer import DEFAULT, Person, other_self
from mongyudo.backends.director.herds import alike, is_apart, many_of
from mongyudo.backends.director.holding import by_one_hand, in_hands, on_back
from mongyudo.backends.director.measure import share_of
from mongyudo.backends.director.moods import FACES_FELT, FEELINGS, face_of_another
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.statures import MOST_BIG, height_told
from mongyudo.backends.director.story import SELF, Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.threats import is_dark, is_gentle, is_threat
from mongyudo.backends.director.traits import seen_by
from mongyudo.backends.director.troupe import (
    Troupe,
    does_the_same,
    in_the_same_car,
    is_creature,
    is_what_i_became,
    newborn,
    on_a_seat,
    takes_part,
    where_fits,
    with_face,
    with_partner,
)
from mongyudo.backends.director.vignettes import THINGS_TOO

MOST_EXTRAS = 2
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
    people = newborn(people_of(story, troupe.known), troupe.event)
    people = _not_missed(_riders(story, people, troupe), troupe)
    troupe = with_partner(troupe, people)
    people = [name for name in people if not is_what_i_became(name, troupe)]
    lead_name, other_name = _heroes(story, people, troupe)
    lead_name, other_name = (_as_i_am(n, story, troupe) for n in (lead_name, other_name))
    other_name = other_name or in_the_same_car(lead_name, troupe)
    still = still_cast(story, [*people, lead_name, other_name], troupe)
    other_name = other_name or still_beside(still, troupe)
    people = [*people, *still]
    lead = _lead(lead_name, story, troupe)
    other = _other(other_name, story, troupe) if other_name else None
    in_arms = False
    if other is not None and _is_pet(lead, other, (lead_name, other_name), troupe):
        lead = replace(lead, holds=other.concept, motion=troupe.known.motion(("hold", "carry")))
        other, in_arms = None, True
    beside = _beside(story, people, (lead_name, other_name), troupe)
    fellows = {lead_name: lead, other_name: other}
    extras = [alike(_extra(name, story, troupe), fellows.get(name)) for name in beside]
    faces = {who: troupe.known.face(part) for who, part, _ in story.lacking}
    lead = with_face(lead_name, lead, faces)
    extras = [with_face(n, role, faces) for n, role in zip(beside, extras, strict=True)]
    other = with_face(other_name, other, faces) if other else None
    cast = zip((lead_name, other_name, *beside), (lead, other, *extras), strict=True)
    worn = next((role.clothes for name, role in cast if name == SELF and role), None)
    things = tuple(t for t in things_of(story, troupe) if _is_apart_from(t, lead))
    hands = in_hands(story, things, troupe.known)
    extras = equipped(beside, extras, hands)
    held = lead.holds or grip(lead, hands.get(lead_name)) or held_by(lead, things, troupe)
    if lead_name == SELF and not held:
        held = _carried_on(lead, people, troupe)
    grown = None if held else on_back(lead, lead_name, story, things)
    shown = {*seen_by(lead.traits), grown, *({"clothes"} if lead.clothes == "naked" else ())}
    shown |= words("seen_body") if lead.traits else frozenset()
    things = tuple(t for t in things if t.concept not in shown)
    lead = replace(lead, holds=held or grown)
    lead = replace(lead, traits=tuple(t for t in lead.traits if t != "wings"))
    other = replace(other, holds=grip(other, hands.get(other_name))) if other else None
    about_thing = troupe.event is not None and troupe.vignette.hero in THINGS_TOO
    hero = troupe.event.hero_thing if troupe.event and about_thing else ""
    hero_thing = next((t for t in things if t.concept == troupe.known.thing(hero)), None)
    if hero_thing is not None and troupe.event is not None:
        hero_thing = replace(hero_thing, dye=troupe.event.dye)
    at = troupe.known.thing(troupe.event.host) if troupe.event else None
    host = next((t for t in things if t.concept == at), None)
    duet = _duet((lead_name, other_name), (lead, other), troupe)
    if duet in words("lets_go"):  # both hands are at the other
        lead = replace(lead, holds=None)
    return Casting(lead, other, tuple(extras), things, hero_thing, host, duet, worn, in_arms)


def _as_i_am(name: str, story: Story, troupe: Troupe) -> str:
    """주인이 밥을 줬다, 말이 안 나왔다: to the dog that the dreamer is by now."""
    event = troupe.event
    if name != SELF or not story.became or event is None or event.concept == "transform":
        return name
    left_out = event.doer != SELF or bool(event.told)
    return story.became if left_out and _castable(story.became, troupe) else name


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
    joined |= {*event.partners} | ({SELF} if _done_to_me(event) else set())
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


def _done_to_me(event: Event) -> bool:
    """할머니가 쓰다듬어 주셨다: what is done to nobody who is named is done to the dreamer."""
    told = event.target or event.partners
    return not event.doer or (not told and event.concept in words("done_to_me"))


def _beside(story: Story, people: list[str], heroes: tuple[str, str], troupe: Troupe) -> list[str]:
    """Who else is in the picture: the dreamer, others who are named, the rest of a herd."""
    others = _less(people, *heroes)
    two_people = heroes[1] != "" and not any(is_apart(name, troupe) for name in heroes)
    became = {e.target for e in story.events if e.concept == "transform" and e.doer == SELF}
    alone = heroes[0] in became or story.became in heroes[: 1 + bool(heroes[1])]
    alone &= troupe.event is None or troupe.event.concept != "transform"
    here = story.speaks_of_self or any(each.concept == SELF for each in troupe.still)
    if SELF not in heroes and not alone and (here or two_people):
        others.insert(0, SELF)
    many = many_of(story, troupe)
    herd = [name for name in heroes if name in many for _ in range(many[name])]
    return [*others[:MOST_EXTRAS], *herd]


def _is_apart_from(thing: Thing, lead: Role) -> bool:
    """Whether the lead's own motion does not bring the thing along: who sits has a seat."""
    seated = thing.concept in words("seats") and lead.motion in words("sits_without_chair")
    return not seated and lead.motion not in words(thing.concept)


def _less(people: list[str], *cast: str) -> list[str]:
    """`people` without those who are cast already, each counted once."""
    left = list(people)
    for name in cast:
        if name in left:
            left.remove(name)
    return left


def _riders(story: Story, people: list[str], troupe: Troupe) -> list[str]:
    """`people`, in a vehicle without those who were spoken of before it was got on."""
    rides = words("vehicles") | words("seated")
    named = [m.start_char for m in story.of("prop", "setting") if m.concept in rides]
    if troupe.setting not in words("seated") or not named:
        return people
    before = story.text[: max(named) - story.start_char]
    boarded = story.start_char + max(before.rfind(mark) for mark in ".!?\n") + 1
    aboard = {m.concept for m in story.of("actor") if m.start_char >= boarded}
    event = troupe.event
    taking_part = {event.doer, event.target, *event.partners} if event else set()
    return [name for name in people if name in aboard | taking_part]


def _not_missed(people: list[str], troupe: Troupe) -> list[str]:
    """`people` without those whom the dreamer looks for in vain."""
    lacks = troupe.event.lacks if troupe.event else ""
    return [] if lacks == EVERYBODY else [name for name in people if name != lacks]


def people_of(story: Story, known: Repertoire) -> list[str]:
    """The people and animals that can be drawn: those who do something first, then those named by
    keywords, then as told."""
    present = [m for m in story.of("actor") if m.case != "absent"]
    doers = {e.doer for e in story.events if not e.unreal}
    mentions = sorted(present, key=lambda m: (m.concept not in doers, not m.keyed))
    seen: dict[str, str] = {}
    for name in (m.concept for m in mentions if known.plays(m.concept)):
        played = known.actor(name)
        seen.setdefault(played[0] if played else name, name)
    return list(seen.values())


def _absent(story: Story) -> set[str]:
    """Those who are only spoken of: 회장님께 배달하러 갔다."""
    there = {m.concept for m in story.of("actor") if m.case != "absent"}
    return {m.concept for m in story.of("actor")} - there


def _heroes(story: Story, people: list[str], troupe: Troupe) -> tuple[str, str]:
    """The concepts of the lead and of the one beside; SELF is the dreamer."""
    event, vignette = troupe.event, troupe.vignette
    if event is None:
        return _without_event(story, people, troupe)
    doer = _castable(event.doer, troupe)
    target = _castable(event.target, troupe)
    absent = _absent(story)
    target = "" if target in absent else target
    if not target and doer not in ("", SELF) and _done_to_me(event):
        target = SELF
    if vignette.hero == "mourner":
        return SELF, next((p for p in (doer, target) if p not in ("", SELF)), "")
    if event.hero_thing and not doer:
        return SELF, target if target != SELF else ""
    if vignette.hero == "witness" and doer not in ("", SELF, story.became):
        return SELF, doer
    if vignette.hero == "target":
        return _victim(story, people, troupe, doer, target)
    lead = doer or SELF
    if event.passive and target not in ("", SELF):
        lead, target = target, doer
    other = target if target != lead else ""
    partners = [p for p in event.partners if p not in absent and _castable(p, troupe)]
    other = other or next((p for p in partners if p != lead), "")
    if not other and event.concept not in NOBODY_BESIDE:
        other = next((p for p in people if p != lead), "")
    return lead, other


def _victim(
    story: Story, people: list[str], troupe: Troupe, doer: str, target: str
) -> tuple[str, str]:
    if doer == SELF and not target and troupe.vignette.concept != "chase":
        return SELF, ""
    if troupe.event is not None and troupe.event.flees:
        doer, target = target, doer
    victim = target or (SELF if doer != SELF else "")
    victim = victim or next((p for p in people if p != doer), "") or SELF
    if not doer and troupe.event is not None:
        doer = _last_threat(story, troupe.event, victim, troupe)
    return victim, doer if doer != victim else ""


def _last_threat(story: Story, event: Event, victim: str, troupe: Troupe) -> str:
    """Who was spoken of last before the event, where that may be a threat."""
    before = [
        m.concept
        for m in story.of("actor")
        if m.case not in ("absent", "before")
        and m.start_char <= event.start_char + 12
        and m.concept != victim
    ]
    people_too = event.concept in words("blames") | {"betray", "steal"}
    fits = [c for c in before if people_too or c in words("beasts") or is_creature(c, troupe)]
    return next((c for c in reversed(fits) if _castable(c, troupe)), "")


def _without_event(story: Story, people: list[str], troupe: Troupe) -> tuple[str, str]:
    if people and not story.speaks_of_self and is_apart(people[0], troupe):
        return people[0], people[1] if len(people) > 1 else ""
    return SELF, people[0] if people else ""


def _castable(concept: str, troupe: Troupe) -> str:
    if is_what_i_became(concept, troupe) and not _was_grown(troupe):
        return SELF
    if concept == SELF or (concept and troupe.known.plays(concept)):
        return concept
    return ""


def _lead(name: str, story: Story, troupe: Troupe) -> Role:
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
    if name != SELF and (since := resting(name, troupe)):
        motions = since
    if _does_it_alone(name, troupe):
        motions, face = troupe.vignette.other or motions, troupe.vignette.other_face
    role = _role(name, story, troupe, on_a_seat(name, motions, troupe.event))
    if name == SELF:
        face = FACES_FELT.get((troupe.emotion, face), face)
    else:
        face = face_of_another(face, troupe.emotion, troupe.vignette.concept)
    menaces = troupe.emotion == "공포" and name in words("beasts") and is_creature(name, troupe)
    menaces = (role.menace or menaces) and not is_gentle(name, story)
    return replace(role, face=troupe.known.face(face), menace=menaces)


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


def _other(name: str, story: Story, troupe: Troupe) -> Role:
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


def _extra(name: str, story: Story, troupe: Troupe) -> Role:
    feeling = FEELINGS[troupe.emotion]
    role = _role(name, story, troupe, at_rest(name, story, troupe))
    face = feeling.face if name == SELF else feeling.bystander
    return replace(role, face=troupe.known.face(face))


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
    if name == SELF and _was_grown(troupe):
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


def _was_grown(troupe: Troupe) -> bool:
    """내가 어린아이가 되었다, 여자가 되었다: before that the dreamer was none."""
    event = troupe.event
    turns = event is not None and event.concept == "transform" and event.doer == SELF
    return turns and event is not None and event.target == troupe.dreamer.concept


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
