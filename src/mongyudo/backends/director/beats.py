"""Which events of a segment are shown: one, or some after one another where they are strong."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, SOMEBODY, Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import QUIET, THINGS_TOO, Vignette, vignettes
from mongyudo.ink.scene import Effect

LEAST_HOLD_S = 1.6
"""No picture is held for a shorter time."""

MOST_BEATS = 3
"""More pictures than this in one shot are a hurry."""

_STRONG, _FAIR = 3.5, 3.5
"""Salience of a further event: anyhow, or where it plays elsewhere than the main one."""
_FROM_LOW = re.compile(
    "(말|말 등|낙타|소|나귀|코끼리|자전거|의자|침대|오토바이|썰매|그네)에서 ?(굴러 ?|그만 ?)?떨어"
)
"""From where one falls no further than to the ground."""
_HEARTH = re.compile("모닥불|장작|캠프파이어|난로|아궁이|향(을|불)")
"""Fires that are lit on purpose, and warm."""
_SPARKS = Effect("embers", 0.15, 0.40)
_OTHER_SUBJECT = re.compile(r"(?<![가-힣내제])(?!내가|제가|나는|저는)[가-힣]+(이|가|게|은|는) ")
_AWAKE = re.compile(
    r"(잠|꿈)(에서|을)? ?(깨|깼)|깨고 나|깨어나|깨어 보니|깨보니|깨 보니"
    r"|눈을? ?(떴|뜨니|뜨자)|일어나 ?보니"
)


@dataclass(frozen=True, slots=True)
class Beat:
    """One picture of a shot: a part of the story, its event and how that is staged."""

    story: Story
    event: Event | None
    vignette: Vignette


def beats_of(story: Story, emotion: str, duration_s: float, known: Repertoire) -> tuple[Beat, ...]:
    """The main event, with others before or after it when there is room for them."""
    ranked = _ranked(story, emotion, known)
    if not ranked:
        return (Beat(story, None, QUIET),)
    real = [event for event in ranked if not event.unreal]
    if not real:
        return (_imagined(story, ranked[0], emotion),)
    most = max(1, min(MOST_BEATS, int(duration_s / LEAST_HOLD_S + 1e-6)))
    chosen = _chosen(story, emotion, real, known, most=most)
    starts = [story.start_char, *(_cut(story, a, b) for a, b in pairwise(chosen))]
    ends = [*starts[1:], story.start_char + len(story.text)]
    return tuple(
        Beat(story.between(start, end), event, vignette_for(story, event))
        for event, start, end in zip(chosen, starts, ends, strict=True)
    )


def _imagined(story: Story, event: Event, emotion: str) -> Beat:
    """What is only feared or wished does not happen: the dreamer stands where it would."""
    vignette = vignettes()[event.concept]
    motions = ("tremble", "stand") if emotion == "공포" else ("look_back", "stand")
    stand = replace(QUIET, lead=motions, face=vignette.face, setting=vignette.setting)
    return Beat(story, None, stand)


def vignette_for(story: Story, event: Event) -> Vignette:
    """The vignette of `event`; who cannot move in bed is held there by something."""
    in_bed = any(m.concept in words("bed_things") for m in story.of("prop")) or any(
        e.concept in ("wake", "sleep") and e.start_char < event.start_char for e in story.events
    )
    if event.concept == "freeze" and event.doer in ("", SELF) and in_bed:
        return vignettes()["sleep_paralysis"]
    if event.concept == "fall" and event.doer in ("baby", "child"):
        return vignettes()["vanish"]
    if event.concept == "catch" and (event.passive or event.target == SELF):
        return vignettes()["caught"]
    if event.concept == "explode" and any(m.concept == "fireworks" for m in story.mentions):
        return vignettes()["cheer"]
    if event.concept == "tie" and in_bed:
        return replace(vignettes()["sleep_paralysis"], effects=vignettes()["tie"].effects)
    if event.concept == "fall" and _FROM_LOW.search(story.text):
        fall = vignettes()["fall"]
        motions = ("fall_back", "collapse", "sit")
        return replace(fall, blocking="solo", lead=motions, camera="snap", effects=(), setting="")
    if event.concept == "burn" and _HEARTH.search(story.text):
        return replace(QUIET, lead=("sit", "stand"), effects=(_SPARKS,), props=("wood", "fire"))
    return _of_things(story, event)


def _of_things(story: Story, event: Event) -> Vignette:
    """The vignette of an event that depends on what is there."""
    if event.concept == "break" and event.doer in ("", SELF):
        return replace(vignettes()["break"], lead=("hold_mouth", "freeze"), face="surprised")
    if event.concept == "sleep" and event.doer in words("sleeps_on_ground"):
        return replace(vignettes()["sleep"], blocking="hero", props=(), setting="")
    if event.concept == "float" and any(m.concept in words("waters") for m in story.mentions):
        return vignettes()["afloat"]
    if event.concept == "push" and event.things and not event.target:
        return vignettes()["give"]
    return vignettes()[event.concept]


def _cut(story: Story, first: Event, last: Event) -> int:
    """Where the second picture begins: at its sentence, else at its clause."""
    least = first.element.end_char
    between = story.text[least - story.start_char : last.start_char - story.start_char]
    ends = [match.end() for match in re.finditer(r"[.!?…\n]+\s*", between)]
    return least + ends[-1] if ends else max(last.clause_start, least)


def _ranked(story: Story, emotion: str, known: Repertoire) -> list[Event]:
    events = [
        e
        for e in story.events
        if _can_be_staged(e, known)
        and not _is_a_thing_caught(story, e)
        and not _is_part_of_ride(story, e)
        and not _ends_in_pieces(story, e)
    ]
    return sorted(events, key=lambda e: _salience(story, emotion, e, known), reverse=True)


def _ends_in_pieces(story: Story, event: Event) -> bool:
    """떨어져 깨졌다: the fall is part of the breaking."""
    broken = [e for e in story.events if e.concept == "break" and e.start_char > event.start_char]
    same = any(e.hero_thing == event.hero_thing for e in broken)
    return event.concept == "fall" and bool(event.hero_thing) and same


def _is_a_thing_caught(story: Story, event: Event) -> bool:
    """시동이 걸렸다, 축축한 게 잡혔다: no one is caught."""
    if event.concept != "catch" or not event.passive or event.doer not in ("", SOMEBODY):
        return False
    if event.target not in ("", SELF) or set(event.things) & words("body"):
        return False
    start = event.clause_start - story.start_char
    clause = story.text[start : event.start_char - story.start_char]
    return _OTHER_SUBJECT.search(clause) is not None


def _is_person(concept: str, known: Repertoire) -> bool:
    """People do not bite: they have a cigarette or a leash between their teeth."""
    played = known.actor(concept)
    return concept == SELF or bool(played and played[0] in known.figures)


def _is_part_of_ride(story: Story, event: Event) -> bool:
    """자전거를 타고 달렸다: who rides does not run beside."""
    if event.concept not in words("moves_on"):
        return False
    rides = [e for e in story.events if e.concept in ("ride", "drive") and e.doer == event.doer]
    between = [
        story.text[e.start_char - story.start_char : event.start_char - story.start_char]
        for e in rides
        if e.start_char < event.start_char
    ]
    return any(not re.search(r"[.!?\n]", text) for text in between)


def _can_be_staged(event: Event, known: Repertoire) -> bool:
    """Whether its hero can be drawn: nobody else may take the place of who did it."""
    vignette = vignettes()[event.concept]
    if event.concept == "sleep_paralysis" and event.doer not in ("", SELF):
        return False
    bites = event.doer in words("spirits") | {"vampire", "mummy", "corpse"}
    if event.concept == "bite" and not bites and _is_person(event.doer, known):
        return False
    if event.concept == "climb" and set(event.things) & words("furniture"):
        return False  # nobody climbs a mountain to stand on a chair
    named = event.doer not in ("", SOMEBODY)
    if named and event.concept in words("by_hand") and not _is_person(event.doer, known):
        return False  # no paw does it as a hand does
    if vignette.hero in ("anyone", "mourner"):
        return True
    if event.hero_thing and not event.doer:
        return vignette.hero in THINGS_TOO and known.thing(event.hero_thing) is not None
    doer = event.doer
    if doer == SOMEBODY:
        return vignette.hero == "target"
    return doer in ("", SELF) or known.plays(doer)


def _salience(story: Story, emotion: str, event: Event, known: Repertoire) -> float:
    """Weight in the table, more for keywords, fitting events and later ones, less after waking."""
    place = (event.start_char - story.start_char) / max(1, len(story.text))
    weight = vignettes()[event.concept].weight + 0.8 * place
    weight += 1.2 if event.keyed else 0.0
    weight -= 3.0 if event.unreal else 0.0
    weight -= 5.0 if _comes_natural(event, known) else 0.0
    weight += 1.0 if event.concept in words(f"fits_{emotion}") else 0.0
    weight += 0.5 if {event.doer, event.target} - {"", SELF, SOMEBODY} else 0.0
    weight += 0.4 if event.things else 0.0
    weight += 3.0 if event.concept == "ride" and event.partners else 0.0
    weight += 2.0 if event.concept in ("ride", "drive") and _goes_under(story, event) else 0.0
    weight -= 3.0 if event.concept == "drive" and not _has_vehicle(story, event) else 0.0
    weight += 2.0 if event.concept == "watch" and "cctv" in event.things else 0.0
    before = story.text[: event.start_char - story.start_char]
    return weight - (4.0 if _AWAKE.search(before) else 0.0)


def _has_vehicle(story: Story, event: Event) -> bool:
    """Whether anything is there to drive: 출발도 좋았고 may be said of a race."""
    told = {m.concept for m in story.of("prop", "setting")} | {event.hero_thing, *event.things}
    return bool(told & (words("vehicles") | words("seated") | {"steering_wheel", "seat_belt"}))


def _goes_under(story: Story, event: Event) -> bool:
    """Whether wheels go where a keel should: 버스를 탔는데 버스가 바다로 들어갔다."""
    wet = any(m.concept in words("water_settings") for m in story.of("setting"))
    return wet and bool(set(event.things) & words("wheeled"))


def _comes_natural(event: Event, known: Repertoire) -> bool:
    """A bird that flies and a fish that swims are no event."""
    played = known.actor(event.doer) if event.doer not in ("", SELF) else None
    if played is None:
        return False
    natural = {"flier": ("fly", "float"), "swimmer": ("swim", "float")}
    return event.concept in natural.get(known.build(played[0]).sort, ())


def _chosen(
    story: Story, emotion: str, ranked: list[Event], known: Repertoire, *, most: int
) -> list[Event]:
    """The main event and others as strong, told apart by what happens; in the order of the text."""
    chosen = ranked[:1]
    for event in ranked[1:]:
        shown = {vignettes()[e.concept].blocking for e in chosen}
        if len(chosen) == most or vignettes()[event.concept].blocking in shown:
            continue
        salience = _salience(story, emotion, event, known)
        if salience >= _STRONG or (salience >= _FAIR and _changes_place(story, ranked[0], event)):
            chosen.append(event)
    return sorted(chosen, key=lambda e: e.start_char)


def _changes_place(story: Story, main: Event, event: Event) -> bool:
    first, last = sorted((main.start_char, event.start_char))
    return any(first < m.start_char < last for m in story.of("setting"))
