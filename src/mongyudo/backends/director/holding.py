"""What people have in their hands: said by 들다 and its like, whatever else they do then."""

import re
from collections.abc import Iterable

from mongyudo.backends.director.blocking import Role, Thing
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, Event, Story
from mongyudo.backends.director.tables import words

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
    the air by itself."""
    return thing.concept in words("held_up") or (
        thing.sort == "object" and thing.height < _MOST_HEIGHT
    )


def wielded(event: Event, story: Story, known: Repertoire) -> str:
    """지팡이로 땅을 쳤다, 뜰채로 건졌다: with what it is done; "" for nothing."""
    clause = range(event.clause_start, event.start_char)
    with_it = (
        known.thing(m.concept)
        for m in story.of("prop")
        if m.case == "goal" and m.start_char in clause and m.concept in words("wielded")
    )
    return next(filter(None, with_it), "")


def _objects(event: Event, story: Story) -> list[str]:
    """The things of `event`, its objects first: 감자 자루를 메고 is said of the sack."""
    clause = range(event.clause_start, event.start_char)
    told = (m for m in story.of("prop") if m.case == "object" and m.start_char in clause)
    objects = {m.concept for m in told}
    return sorted(event.things, key=lambda concept: concept not in objects)


def by_one_hand(
    motions: tuple[str, ...], event: Event | None, story: Story, known: Repertoire
) -> tuple[str, ...]:
    """톱으로 나무를 베었다: to and fro with one hand, that holds the tool; `motions` else."""
    cuts = event is not None and event.concept == "cut" and wielded(event, story, known)
    return ("press", *motions) if cuts else motions


def in_hands(story: Story, things: Iterable[Thing], known: Repertoire) -> dict[str, str]:
    """Who of `story` holds which of `things`: 의사가 가위를 들고 웃었다."""
    light = {t.concept for t in things if is_held(t)}
    held: dict[str, str] = {}
    for event in story.events:
        if event.unreal or not event.doer:
            continue
        if (tool := wielded(event, story, known)) in light:
            held.setdefault(event.doer, tool)
        if event.concept not in words("takes_in_hand"):
            continue
        if event.brings:
            if (brought := _small(event.brings, known)) is not None:
                held.setdefault(event.doer, brought)
            continue
        handed = event.concept == "give"  # it passes between the two, and is laid there
        named = (known.thing(concept) for concept in _objects(event, story) if not handed)
        thing = next((name for name in named if name in light), None)
        thing = thing or _child(event, known)
        if thing is not None:
            held.setdefault(event.doer, thing)
    return held
