"""What people have in their hands: said by 들다 and its like, whatever else they do then."""

import re
from collections.abc import Iterable, Sequence

from mongyudo.backends.director.blocking import Role, Thing
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.troupe import Troupe

_MOST_HEIGHT = 0.4
"""Nothing taller than this share of the frame is held in the hands."""

MOST_CARRIED_M = 1.25
"""Nobody taller is carried in the arms or on the back."""

_OWN_BACK = re.compile("(?<![가-힣])(내|제|나의|저의) ?(등|어깨|겨드랑이|팔|몸)")


def _child(event: Event, known: Repertoire) -> str | None:
    """아이를 업고: whoever is small enough to be carried, in the bearer's arms."""
    if event.concept != "carry":
        return None
    small = (_small(name, known) for name in (event.target, *event.partners) if name)
    return next(filter(None, small), None)


def _small(name: str, known: Repertoire) -> str | None:
    """Who plays `name`, where arms can hold them."""
    played = known.actor(name)
    light = played is not None and known.build(played[0]).height_m < MOST_CARRIED_M
    return played[0] if light and played is not None else None


def on_back(lead: Role, name: str, story: Story, things: Iterable[Thing]) -> str | None:
    """등에서 날개가 돋았다: wings that belong to no animal grow on the lead, whose name is `name`;
    where others are told of, on the dreamer only if the back is said to be theirs (내 등), and on
    somebody else only if it is not. The dreamer keeps theirs until they are lost."""
    if name == SELF and "wings" in lead.traits:
        return "wings"
    grown = next((t.concept for t in things if t.concept in words("grows_on_back")), None)
    if grown is None or lead.sort != "figure":
        return None
    alone = not story.of("actor")
    return grown if alone or (name == SELF) == bool(_OWN_BACK.search(story.text)) else None


def is_held(thing: Thing) -> bool:
    """Whether `thing` is small enough for the hands; an umbrella or a kite is, though it hangs in
    the air by itself, and a letter or a card, which stands nowhere."""
    is_solid = thing.sort == "object" or thing.place in ("hand", "worn")
    is_solid |= thing.concept in words("held_though_light")
    return thing.concept in words("held_up") or (is_solid and thing.height < _MOST_HEIGHT)


def wielded(event: Event, story: Story, known: Repertoire) -> str:
    """지팡이로 땅을 쳤다, 뜰채로 건졌다: with what it is done; "" for nothing."""
    clause = range(event.clause_start, event.start_char)
    with_it = (
        known.thing(m.concept)
        for m in story.of("prop")
        if m.case == "goal" and m.start_char in clause and m.concept in words("wielded")
    )
    return next(filter(None, with_it), "")


def objects_of(event: Event, story: Story) -> set[str]:
    """To which things `event` is done: 봉투에 사과를 넣었다 is done to the apple, 봉투 내려놓고 to
    the envelope."""
    clause = range(event.clause_start, event.start_char + 1)
    told = [m for m in story.of("prop") if m.start_char in clause]
    objects = {m.concept for m in told if m.case == "object"}
    near = (m for m in told if 0 <= event.start_char - m.element.end_char <= 1)
    return objects or {m.concept for m in near if m.case == "bare"}


def _objects(event: Event, story: Story) -> list[str]:
    """The things of `event`, its objects first: 감자 자루를 메고 is said of the sack."""
    objects = objects_of(event, story)
    return sorted(event.things, key=lambda concept: concept not in objects)


def fits_hands(thing: Thing) -> bool:
    """Whether hands have hold of it where they use it: no wall, no body, no table laid."""
    never = words("fixtures") | words("body") | words("eaten_with") | words("bearers")
    solid = thing.sort in ("object", "floater") and not thing.big
    return solid and thing.height <= _IN_HANDS and thing.concept not in never


_IN_HANDS = 0.3
"""What is taller, as a share of the frame's height, is used where it stands."""


def by_one_hand(
    motions: tuple[str, ...], event: Event | None, story: Story, known: Repertoire
) -> tuple[str, ...]:
    """톱으로 나무를 베었다: to and fro with one hand, that holds the tool; `motions` else."""
    cuts = event is not None and event.concept == "cut" and wielded(event, story, known)
    return ("press", *motions) if cuts else motions


def in_hands(story: Story, things: tuple[Thing, ...], troupe: Troupe) -> dict[str, str]:
    """Who of `story` holds which of `things`: 의사가 가위를 들고 웃었다."""
    light = {t.concept for t in things if is_held(t)}
    held: dict[str, str] = {}
    for event in story.events:
        if event.unreal or not event.doer or _is_over(event, troupe):
            continue
        tool = wielded(event, story, troupe.known)
        thing = _taken(event, story, things, troupe)
        if in_hand := tool if tool in light else thing:
            held.setdefault(event.doer, in_hand)
    return held


def _is_moved(event: Event, troupe: Troupe) -> bool:
    """Whether to what `event` is done is on its way there, and in nobody's hands: 가방에 넣었다."""
    return event is troupe.event and troupe.vignette.blocking in words("moves_it_itself")


def _is_over(event: Event, troupe: Troupe) -> bool:
    """밥을 먹고 소리쳤다: who shouts has no bowl in hand."""
    main = troupe.event
    only_then = event.concept in words("in_hand_only_then")
    return only_then and main is not None and event is not main and event.doer == main.doer


def _taken(event: Event, story: Story, things: Sequence[Thing], troupe: Troupe) -> str:
    """What the doer of `event` has in hand: what is carried, who is handed over, what is used;
    "" for nothing."""
    known = troupe.known
    held_to = event.element.lemma.replace(" ", "") in words("held_to")
    used = held_to or event.concept in words("used_in_hand")
    if used and not _is_moved(event, troupe):
        into = {event.host} if held_to else set()  # 무전기에 대고
        told = {known.thing(concept) for concept in objects_of(event, story) or into}
        return next((t.concept for t in things if t.concept in told and fits_hands(t)), "")
    if event.concept not in words("takes_in_hand"):
        return ""
    if event.brings:
        return _small(event.brings, known) or ""
    if event.concept == "give" or _is_moved(event, troupe):  # it passes between the two
        return _child(event, known) or ""
    light = {t.concept for t in things if is_held(t)}
    named = (known.thing(concept) for concept in _objects(event, story))
    return next((name for name in named if name in light), None) or _child(event, known) or ""
