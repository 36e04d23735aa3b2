"""Which events of a segment are shown: one, or some after one another where they are strong."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.in_stead import oddity
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.stagings import changed_or_ridden, in_the_air, is_a_place_turned
from mongyudo.backends.director.story import CEILING, GROUND, SELF, SOMEBODY, Event, Mention, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import (
    QUIET,
    THINGS_TOO,
    Vignette,
    flowing,
    pushed,
    vignettes,
)
from mongyudo.backends.director.wielding import by_what
from mongyudo.ink.scene import Effect

LEAST_HOLD_S = 1.6
"""No picture is held for a shorter time, but for one that shows what nothing else does."""

_MOST_BEATS = 5
"""More pictures than this in one shot are a hurry, however long it is."""

_STRONG = 3.5
"""Salience of a further event that plays where the main one does."""
_WEAK = 2.5
"""The same where nothing can be done beside the main one, as in a chase."""
_FROM_LOW = re.compile(
    "(말|말 등|낙타|소|나귀|코끼리|자전거|의자|침대|오토바이|썰매|그네|둥지|제비집|새집|처마|선반"
    "|나무|식탁|책상|소파|창틀|평상|사다리|나뭇가지)에서 ?([가-힣]{1,3} ){0,3}(굴러 ?|그만 ?)?떨어"
)
"""From where one falls no further than to the ground."""
HEARTH = re.compile("모닥불|장작|캠프파이어|난로|아궁이|향(을|불)")
"""Fires that are lit on purpose, and warm."""
_SPARKS = Effect("embers", 0.15, 0.40)
_FLAKES = Effect("debris", 0.3, 0.8)
_OTHER_SUBJECT = re.compile(r"(?<![가-힣내제])(?!내가|제가|나는|저는)[가-힣]+(이|가|게|은|는) ")
AWAKE = re.compile(
    r"(잠|꿈)(에서|을)? ?(깨|깼)|깨고 나|깨어나|깨어 보니|깨보니|깨 보니"
    r"|눈을? ?(떴|뜨니|뜨자)|일어나 ?보니"
)
"""Behind this the dream is over."""

CLAUSE_ENDS = re.compile(
    r"[.!?…\n]+\s*|((?<!그런)(?<!근)데|더니|니까|길래|다가|면서|며|지만|고|서|자|니) "
)
"""Where the telling may go on to something else."""

LEAST_TOLD = 8
"""So many characters must be told of a place for it to have a picture of its own."""


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
    real = stageable(story, emotion, known)
    if not real:
        return (_imagined(story, ranked[0], emotion),)
    most = most_beats(duration_s)
    chosen = _chosen(story, emotion, real, known, most=most)
    starts = [story.start_char, *(_cut(story, a, b) for a, b in pairwise(chosen))]
    ends = [*starts[1:], story.start_char + len(story.text)]
    beats = [
        Beat(story.between(start, end), event, vignette_for(story, event))
        for event, start, end in zip(chosen, starts, ends, strict=True)
    ]
    if len(beats) < most:
        beats = _with_first_sight(beats, known)
    return tuple(beats)


def most_beats(duration_s: float) -> int:
    """How many pictures a shot may have."""
    return max(1, min(_MOST_BEATS, int(duration_s / LEAST_HOLD_S + 1e-6)))


def stageable(story: Story, emotion: str, known: Repertoire) -> list[Event]:
    """What happens in `story` and can be staged, what stands out most first."""
    return [event for event in _ranked(story, emotion, known) if not event.unreal]


def _with_first_sight(beats: list[Beat], known: Repertoire) -> list[Beat]:
    """`beats`, the first that tells of two places parted: one is seen there, then it happens."""
    edges = [_edge(beat, known) for beat in beats]
    if not any(edges):
        edges = [_end_of_motion(beat, known) for beat in beats]
    for number, (beat, edge) in enumerate(zip(beats, edges, strict=True)):
        if edge is not None:
            start, end = beat.story.start_char, beat.story.start_char + len(beat.story.text)
            parts = [beat.story.between(start, edge), beat.story.between(edge, end)]
            happens = beat.event is not None and beat.event.start_char >= edge
            quiet = Beat(parts[0 if happens else 1], None, QUIET)
            own = replace(beat, story=parts[1 if happens else 0])
            return [*beats[:number], *([quiet, own] if happens else [own, quiet]),
                    *beats[number + 1 :]]  # fmt: skip
    return beats


def _edge(beat: Beat, known: Repertoire) -> int | None:
    """Where the telling of `beat` goes on to another place than the one before."""
    story = beat.story
    places = [m for m in story.of("setting") if is_a_place(m, story, known)]
    for first, second in pairwise(places):
        if known.setting(first.concept) == known.setting(second.concept):
            continue
        start = story.start_char
        between = story.text[first.element.end_char - start : second.start_char - start]
        ends = [m.end() for m in CLAUSE_ENDS.finditer(between)]
        edge = first.element.end_char + ends[-1] if ends else -1
        told = (edge - start, start + len(story.text) - edge)
        if ends and min(told) >= LEAST_TOLD:
            return edge
    return None


def _end_of_motion(beat: Beat, known: Repertoire) -> int | None:
    """Where the telling goes on to others than those of a chase or a ride, whose picture holds
    nobody beside."""
    story, event = beat.story, beat.event
    if event is None or beat.vignette.blocking not in words("unbroken"):
        return None
    within = {event.doer, event.target, *event.partners, event.hero_thing, *event.things}
    within |= words("fixtures")
    others = [m for m in story.of("actor", "prop") if m.concept not in within]
    shown = [m for m in others if known.plays(m.concept) or known.thing(m.concept)]
    for found in re.finditer(r"[.!?…\n]+\s*", story.text):
        edge = story.start_char + found.end()
        apart = [m for m in shown if (m.start_char >= edge) != (event.start_char >= edge)]
        told = (found.end(), len(story.text) - found.end())
        if apart and min(told) >= LEAST_TOLD:
            return edge
    return None


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
    if on_the_body := _on_the_body(event):
        return on_the_body
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
    if _comes_on_a_thread(story, event):
        return replace(vignettes()["walk"], blocking="let_down", lead=("crawl",), setting="room")
    at_a_fire = event.concept in ("cook", "boil", "eat") and "campfire" in event.things
    if at_a_fire or (event.concept == "burn" and HEARTH.search(story.text)):
        return replace(QUIET, lead=("sit", "stand"), effects=(_SPARKS,), props=("wood", "fire"))
    return changed_or_ridden(story, event) or by_what(story, event) or _of_things(story, event)


def _on_the_body(event: Event) -> Vignette | None:
    """The vignette of what befalls the dreamer's body; None for all else."""
    if is_by_an_unseen_hand(event):
        hand = vignettes()["unseen_hand"]
        return replace(hand, props=("tongue",)) if event.concept == "lick" else hand
    if _peels(event):
        return replace(vignettes()["scratch"], effects=(_FLAKES,), camera="creep")
    if event.concept in words("lacking_a_feature") and event.doer not in ("", SELF):
        shown = vignettes()[event.concept]
        return replace(vignettes()["face_close"], other_face=shown.face, concept=event.concept)
    if event.concept == "stuck" and "door" in event.things:
        return replace(vignettes()["stuck"], blocking="threshold", lead=("pull",))
    if event.concept == "stuck" and set(event.things) & words("of_the_face"):
        return replace(vignettes()["stuck"], lead=("hold_mouth", "freeze"))
    return None


def _of_things(story: Story, event: Event) -> Vignette:
    """The vignette of an event that depends on what is there."""
    if event.concept == "break" and event.doer == SELF and event.element.lemma in words("smashes"):
        return vignettes()["break"]
    if event.concept == "break" and event.doer in ("", SELF):
        return replace(vignettes()["break"], lead=("hold_mouth", "freeze"), face="surprised")
    if event.concept == "cry" and event.doer in words("gives_voice"):
        calls = (Effect("echoes", 0.0, 0.8),)
        return replace(vignettes()["cry"], blocking="hero", lead=("stand",), face="plain",
                       effects=calls)  # fmt: skip
    if event.concept == "talk" and event.doer in words("speechless"):
        return replace(vignettes()["talk"], other=("listen", "stand"), props=("speech_bubble",))
    made_up = set(event.things) & {"couch", "bed", "bedding"}
    if event.concept == "sleep" and event.doer in words("sleeps_on_ground") and not made_up:
        return replace(vignettes()["sleep"], blocking="hero", props=(), setting="")
    if event.concept == "float" and any(m.concept in words("waters") for m in story.mentions):
        return vignettes()["afloat"]
    if event.concept == "hide" and set(event.things) & words("bed_things"):
        return replace(vignettes()["hide"], setting="room")
    if event.concept == "pour_down" and event.things:
        stream = Effect("pouring", 0.1, 1.0, event.things[0])
        return replace(vignettes()["pour_down"], effects=(stream,))
    if event.concept == "push" and event.things:
        return pushed(event.things, to_somebody=bool(event.target))
    found = in_the_air(story, event, vignettes()[event.concept])
    still = found.blocking in ("engulf", "oozing", "touched")
    flows = event.hero_thing == "water" and not event.doer and not still
    return flowing(found) if flows else found  # no thing that sinks or breaks


def _comes_on_a_thread(story: Story, event: Event) -> bool:
    """거미가 줄을 타고 내려왔다: it hangs by its thread."""
    comes = event.concept in ("walk", "crawl", "ride", "climb", "come_on", "fall")
    return event.doer in ("spider", "caterpillar") and comes and bool(_DOWN.search(story.text))


_DOWN = re.compile("(줄을? ?타고|천장에서|위에서|머리 위로|매달려) ?([가-힣]+ ){0,3}(내려|늘어지)")


def _cut(story: Story, first: Event, last: Event) -> int:
    """Where the second picture begins: at its sentence, else at its clause."""
    least = first.element.end_char
    between = story.text[least - story.start_char : last.start_char - story.start_char]
    ends = [match.end() for match in re.finditer(r"[.!?…\n]+\s*", between)]
    edge = least + ends[-1] if ends else max(last.clause_start, least)
    within = edge - story.start_char
    if ends or not story.text[within - 1 : within].strip():
        return edge
    blank = story.text.find(" ", within, last.start_char - story.start_char)
    return edge if blank < 0 else story.start_char + blank + 1


def _ranked(story: Story, emotion: str, known: Repertoire) -> list[Event]:
    events = [
        e
        for e in story.events
        if _can_be_staged(e, known)
        and not _is_a_thing_caught(story, e)
        and not is_part_of_ride(story, e)
        and not _ends_in_pieces(story, e)
        and not _opens_for_another(story, e)
    ]
    return sorted(events, key=lambda e: salience(story, emotion, e, known), reverse=True)


def _opens_for_another(story: Story, event: Event) -> bool:
    """관이 열리고 할아버지가 걸어 나왔다: it opens for who comes out, and nobody walks yet."""
    out = [e for e in story.events if e.concept == "emerge" and e.start_char > event.start_char]
    opens = event.concept == "open_door" and bool(event.hero_thing)
    core = any((event.start_char, "emerge") in e.told for e in out)
    return core or (opens and any(e.host == event.hero_thing for e in out))


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


_RIDES = frozenset(("ride", "drive", "piggyback"))


def is_part_of_ride(story: Story, event: Event) -> bool:
    """자전거를 타고 달렸다: who rides does not run beside."""
    if event.concept not in words("moves_on") | {"part"} or event.mounted:
        return False
    rides = [e for e in story.events if e.concept in _RIDES and e.doer == event.doer]
    between = [
        story.text[e.start_char - story.start_char : event.start_char - story.start_char]
        for e in rides
        if e.start_char < event.start_char
    ]
    return any(not SENTENCE_END.search(text) for text in between)


def _can_be_staged(event: Event, known: Repertoire) -> bool:
    """Whether its hero can be drawn: nobody else may take the place of who did it."""
    if is_by_an_unseen_hand(event):
        return True
    vignette = vignettes()[event.concept]
    if event.concept == "sleep_paralysis" and event.doer not in ("", SELF):
        return False
    bites = event.doer in words("spirits") | {"vampire", "mummy", "corpse"}
    if event.concept == "bite" and not bites and _is_person(event.doer, known):
        return False
    hostless = event.host not in ("", GROUND, CEILING) and known.thing(event.host) is None
    if _lacks_a_part(event) or hostless:
        return False
    named = event.doer not in ("", SOMEBODY)
    if named and event.concept in words("lacking_a_part") and not _is_person(event.doer, known):
        return False
    by_paw = named and event.concept in words("by_hand") and not _is_person(event.doer, known)
    if by_paw and not (_is_done_with_the_head(event, known) or _rears(event, known)):
        return False  # no paw does it as a hand does
    if vignette.hero in ("anyone", "mourner"):
        return True
    if event.hero_thing and not event.doer:
        seen = vignette.hero in THINGS_TOO and known.thing(event.hero_thing) is not None
        return seen or is_a_place_turned(event, known)
    doer = event.doer
    if doer == SOMEBODY:
        return vignette.hero == "target"
    return doer in ("", SELF) or known.plays(doer)


def is_by_an_unseen_hand(event: Event) -> bool:
    """뭔가가 내 다리를 잡았다: who does it to the dreamer has no name."""
    to_me = event.target == SELF and not event.passive
    return event.doer == SOMEBODY and to_me and event.concept in words("by_unseen_hands")


def _peels(event: Event) -> bool:
    """살갗이 벗겨졌다: it comes off in flakes."""
    return event.concept == "come_off" and event.doer == SELF and "skin" in event.things


def _lacks_a_part(event: Event) -> bool:
    """Whether what the picture would be about is not there, or not so."""
    if event.concept in words("changes") and not _is_a_thing_changed(event):
        return True
    if event.concept == "climb" and set(event.things) & words("furniture"):
        return True  # nobody climbs a mountain to stand on a chair
    return event.concept == "wear" or _is_light_that_comes(event)


def _is_done_with_the_head(event: Event, known: Repertoire) -> bool:
    """소가 신문을 읽었다: a beast may bend over a thing that lies before it."""
    bodily = words("body") | words("animal_body")
    there = any(known.thing(thing) for thing in event.things if thing not in bodily)
    return there and event.concept in words("by_muzzle")


def _rears(event: Event, known: Repertoire) -> bool:
    """두더지가 손을 들었다: what walks on four legs gets up on two, its paws in the air."""
    played = known.actor(event.doer)
    walks = played is not None and known.build(played[0]).sort == "walker"
    return walks and event.concept in words("by_rearing")


def _is_a_thing_changed(event: Event) -> bool:
    """Whether there is a thing that may change: no music drips; anybody may grow small."""
    if _peels(event):
        return True
    if event.concept == "shrink" and event.doer not in ("", SOMEBODY):
        return True
    if event.concept == "merge" and (event.partners or event.target):
        return True
    stays = event.hero_thing in words("unchanging") and event.concept != "melt"
    return bool(event.hero_thing) and not stays


def _is_light_that_comes(event: Event) -> bool:
    """햇빛이 들어왔다: no disk comes in; but 달이 나를 따라왔다."""
    if event.hero_thing in ("moon", "sun", "star") and event.concept == "arrive":
        return False
    return event.hero_thing in words("heavenly") and event.concept in words("comes_in")


def salience(story: Story, emotion: str, event: Event, known: Repertoire) -> float:
    """Weight in the table, more for keywords, fitting events and later ones, less after waking."""
    place = (event.start_char - story.start_char) / max(1, len(story.text))
    weight = vignettes()[event.concept].weight + 0.8 * place
    weight += 1.2 if event.keyed else 0.0
    weight -= 3.0 if event.unreal else 0.0
    weight -= 5.0 if _comes_natural(event, known) else 0.0
    weight += 2.5 if _is_beyond_beasts(event, known) or _is_a_beast_that_comes(event) else 0.0
    weight += 1.0 if event.concept in words(f"fits_{emotion}") else 0.0
    weight += 0.5 if {event.doer, event.target} - {"", SELF, SOMEBODY} else 0.0
    weight += 0.4 if event.things else 0.0
    weight += oddity(story, event)
    if event.host and event.concept in words("placed_in"):
        weight += 3.0 if event.target else 1.0  # somebody is put in there
    weight += 3.0 if event.concept == "ride" and event.partners else 0.0
    weight += 2.0 if event.concept in ("ride", "drive") and _goes_under(story, event) else 0.0
    weight -= 3.0 if event.concept == "drive" and not _has_vehicle(story, event) else 0.0
    weight += 2.0 if event.concept == "watch" and "cctv" in event.things else 0.0
    return weight - (4.0 if _is_after_waking(story, event) else 0.0)


def _is_after_waking(story: Story, event: Event) -> bool:
    return AWAKE.search(story.text[: event.start_char - story.start_char]) is not None


def _has_vehicle(story: Story, event: Event) -> bool:
    """Whether anything is there to drive: 출발도 좋았고 may be said of a race."""
    told = {m.concept for m in story.of("prop", "setting")} | {event.hero_thing, *event.things}
    return bool(told & (words("vehicles") | words("seated") | {"steering_wheel", "seat_belt"}))


def _goes_under(story: Story, event: Event) -> bool:
    """Whether wheels go where a keel should: 버스를 탔는데 버스가 바다로 들어갔다."""
    wet = any(m.concept in words("water_settings") for m in story.of("setting"))
    return wet and bool(set(event.things) & words("wheeled"))


def _is_beyond_beasts(event: Event, known: Repertoire) -> bool:
    """A cow that speaks is one."""
    played = known.actor(event.doer) if event.doer not in ("", SELF) else None
    does = event.concept == "talk" or event.concept in words("by_muzzle")
    return does and played is not None and played[0] in known.creatures


def _is_a_beast_that_comes(event: Event) -> bool:
    """좀비들이 들어왔다: that is no mere walk."""
    comes = event.element.lemma in words("comes_near") | words("comes_out")
    return event.concept == "walk" and comes and event.doer in words("beasts")


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
    """The main event and others as strong, told apart by what happens or where; in the order of
    the text."""
    chosen = ranked[:1]
    for event in sorted(ranked[1:], key=lambda e: not _is_elsewhere(story, ranked[0], e, known)):
        if len(chosen) == most:
            break
        shown = {vignettes()[e.concept].blocking for e in chosen}
        elsewhere = all(_is_elsewhere(story, one, event, known) for one in chosen)
        same = vignettes()[event.concept].blocking in shown
        alone = all(vignettes()[e.concept].blocking in words("unbroken") for e in chosen)
        least = _WEAK if alone and not _is_after_waking(story, event) else _STRONG
        if elsewhere or (not same and salience(story, emotion, event, known) >= least):
            chosen.append(event)
    return sorted(chosen, key=lambda e: e.start_char)


def _is_elsewhere(story: Story, one: Event, other: Event, known: Repertoire) -> bool:
    """Whether the text names another place between the two, or a place each."""
    first, last = sorted((one, other), key=lambda e: e.start_char)
    places = [m for m in story.of("setting") if is_a_place(m, story, known)]
    there = [m.concept for m in places if first.start_char < m.start_char < last.start_char]
    before = [m.concept for m in places if m.start_char < first.start_char]
    begins = _cut(story, first, last)
    moved = [m.concept for m in places if begins <= m.start_char < last.start_char]
    return bool(moved and before and there) and known.setting(moved[-1]) != known.setting(
        before[-1]
    )


def is_a_place(mention: Mention, story: Story, known: Repertoire) -> bool:
    """A place where one may be, and not whose somebody is (시골 할머니) or what is far (하늘)."""
    if mention.concept == "sky" or known.setting(mention.concept) is None:
        return False
    return mention.case not in ("absent", "owner") and not story.only_sees(mention)
