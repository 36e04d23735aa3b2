"""Who of those told of plays in a picture: its hero, the one beside, and the others."""

from mongyudo.backends.director.absences import EVERYBODY
from mongyudo.backends.director.at_rest import NOBODY_BESIDE
from mongyudo.backends.director.herds import is_apart, many_of
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.troupe import Troupe, is_creature, is_what_i_became, was_grown

MOST_EXTRAS = 2


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


def aboard_with(story: Story, people: list[str], troupe: Troupe) -> list[str]:
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


def not_missed(people: list[str], troupe: Troupe) -> list[str]:
    """`people` without those whom the dreamer looks for in vain."""
    lacks = troupe.event.lacks if troupe.event else ""
    return [] if lacks == EVERYBODY else [name for name in people if name != lacks]


def heroes_of(story: Story, people: list[str], troupe: Troupe) -> tuple[str, str]:
    """The concepts of the lead and of the one beside; SELF is the dreamer."""
    event, vignette = troupe.event, troupe.vignette
    if event is None:
        return _without_event(story, people, troupe)
    doer = _castable(event.doer, troupe)
    target = _castable(event.target, troupe)
    absent = _absent(story)
    target = "" if target in absent else target
    if not target and doer not in ("", SELF) and is_done_to_me(event):
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


def _absent(story: Story) -> set[str]:
    """Those who are only spoken of: 회장님께 배달하러 갔다."""
    there = {m.concept for m in story.of("actor") if m.case != "absent"}
    return {m.concept for m in story.of("actor")} - there


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
    if is_what_i_became(concept, troupe) and not was_grown(troupe):
        return SELF
    if concept == SELF or (concept and troupe.known.plays(concept)):
        return concept
    return ""


def as_i_am(name: str, story: Story, troupe: Troupe) -> str:
    """주인이 밥을 줬다, 말이 안 나왔다: to the dog that the dreamer is by now."""
    event = troupe.event
    if name != SELF or not story.became or event is None or event.concept == "transform":
        return name
    left_out = event.doer != SELF or bool(event.told)
    return story.became if left_out and _castable(story.became, troupe) else name


def is_done_to_me(event: Event) -> bool:
    """할머니가 쓰다듬어 주셨다: what is done to nobody who is named is done to the dreamer."""
    told = event.target or event.partners
    return not event.doer or (not told and event.concept in words("done_to_me"))


def beside_them(
    story: Story, people: list[str], heroes: tuple[str, str], troupe: Troupe
) -> list[str]:
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


def _less(people: list[str], *cast: str) -> list[str]:
    """`people` without those who are cast already, each counted once."""
    left = list(people)
    for name in cast:
        if name in left:
            left.remove(name)
    return left
