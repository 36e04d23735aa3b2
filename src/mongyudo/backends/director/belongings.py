"""The things of a scene: which are shown, which one shines, who holds what."""

import re
from dataclasses import replace

from mongyudo.backends.director.at_rest import SITTING
from mongyudo.backends.director.blocking import Role, Thing
from mongyudo.backends.director.holding import fits_hands, is_held, objects_of, wielded
from mongyudo.backends.director.ice import is_ice_underfoot
from mongyudo.backends.director.in_stead import put_in_stead, straps_of, used_instead
from mongyudo.backends.director.measure import share_of
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, Event, Mention, Story
from mongyudo.backends.director.tables import sights, signs, words
from mongyudo.backends.director.troupe import Troupe, is_creature
from mongyudo.backends.director.vignettes import THINGS_TOO
from mongyudo.backends.director.wielding import instrument_of

MOST_THINGS = 4

_KEY_MOST_M = 1.2
"""Only a thing below this height may shine as the key object."""

CARRYING = frozenset({"carry", "grasp", "hug", "lift", "comfort", "piggyback"})


def things_of(story: Story, troupe: Troupe) -> tuple[Thing, ...]:
    """The things of the scene: those of the event first, then keywords, then the rest."""
    event, known = troupe.event, troupe.known
    near = (*event.things, event.hero_thing) if event else ()
    elsewhere = _shown_elsewhere(story, troupe, near)
    told = [m for m in story.of("prop", "state", "weather") if m.case != "absent"]
    if troupe.vignette.concept == "pour_down":  # it is seen as a heap
        told = [m for m in told if m.concept not in words("grains")]
        near = ()
    told = [m for m in told if not is_ice_underfoot(m, story.text)]
    huge = {m.concept for m in told if _is_huge(m)}
    mentions = [
        m
        for m in told
        if m.revealed or _is_huge(m) or m.small or not (m.worn or m.concept in elsewhere)
    ]
    changing = {e.hero_thing for e in story.events if not e.unreal}
    mentions.sort(
        key=lambda m: (
            not m.revealed, m.concept not in near, m.case == "goal", m.concept not in changing,
            not m.keyed,
        )
    )  # fmt: skip
    mentions = [*_in_reach(story, event), *mentions]
    concepts = dict.fromkeys(filter(None, map(known.thing, _wanted(story, mentions, troupe))))
    concepts |= dict.fromkeys(filter(None, [known.thing(troupe.still_alive)]))
    keyed = {known.thing(m.concept) for m in mentions if m.keyed}
    key = next((c for c in concepts if c in keyed), None)
    own = {known.thing(c) for c in (*near, *troupe.vignette.props)}
    things = [thing_of(c, known, key=c == key, own=c in own) for c in list(concepts)[:MOST_THINGS]]
    things = put_in_stead(things, story, known)
    things = [replace(t, height=_HUGE) if t.concept in huge else t for t in things]
    big = {known.thing(m.concept) for m in told if m.big}
    things = [_large(t) if t.concept in big - huge else t for t in things]
    small = {known.thing(m.concept) for m in told if m.small}
    things = [_as_toy(t) if t.concept in small else t for t in things]
    more = [one for t in things for one in [t] * (_number_of(t, mentions, story, known) - 1)]
    return (*things, *more)  # each is there before one is there again


_MOST_ALIKE = 5
"""So many of a thing are drawn where the text tells of as many or more."""


def _number_of(thing: Thing, mentions: list[Mention], story: Story, known: Repertoire) -> int:
    """인형 세 개: how many of `thing` stand next to one another; one of what is large."""
    large = thing.sort == "building" and not thing.concept.endswith("tree")
    if large or thing.concept in words("vehicles"):
        return 1
    told = [m.count for m in mentions if known.thing(m.concept) == thing.concept]
    return min(_MOST_ALIKE, max(told, default=story.number_of(thing.concept)))


def _as_toy(thing: Thing) -> Thing:
    """장난감 자동차: as large as what children play with."""
    tall = min(thing.height, _TOY, _TOY_WIDE / thing.proportion)
    return replace(thing, height=tall, sort="object", place="surface")


def _large(thing: Thing) -> Thing:
    """커다란 사탕: larger than such a thing is, and not brought down to its true size."""
    return replace(thing, height=max(thing.height, min(_HUGE, 1.8 * thing.height)), big=True)


_TOY, _TOY_WIDE = 0.13, 0.2
"""How tall and how wide a toy is at most, as shares of the frame's height."""

_HUGE = 0.34
"""How large, as a share of the frame's height, a huge hand is by itself."""


def _in_reach(story: Story, event: Event | None) -> list[Mention]:
    """달을 만졌다: what of the sky the event brings near."""
    if event is None or event.concept not in words("at_the_sky"):
        return []
    clause = range(event.clause_start, event.start_char)
    return [
        m
        for m in story.of("light", "time", "weather", "setting", "prop")
        if m.concept in words("within_reach")
        and m.start_char in clause
        and m.case in ("object", "too", "bare", "at")
    ]


def _is_huge(mention: Mention) -> bool:
    """커다란 손가락이 하늘에 보였다: it belongs to nobody's body."""
    return mention.big and mention.concept in words("body") and mention.case in ("subject", "too")


def _shown_elsewhere(story: Story, troupe: Troupe, near: tuple[str, ...]) -> set[str]:
    """What the setting, somebody's body or an effect shows already."""
    fixed = words("fixtures") - {troupe.event.hero_thing if troupe.event else ""}
    near_at_hand = set(near) - words("vehicles") - fixed
    shown = {c for c, effect in signs().items() if effect.split(":")[0] in troupe.known.effects}
    breathed = {"fire"} if troupe.vignette.concept == "spout" else set()
    shown -= {"water"} | breathed
    seen = (sights().get(troupe.setting, frozenset()) - near_at_hand) | shown
    if troupe.setting not in words("indoors"):
        seen |= fixed
    if troupe.setting in words("indoors") - words("roomy"):  # no car stands by a bed
        seen |= words("through_no_door") - {troupe.event.hero_thing if troupe.event else ""}
    if troupe.setting in words("seated"):
        seen |= words("vehicles") | {"seat_belt", "car_seat", "chair", "door"}  # one sits in it
    if troupe.setting not in words("has_rails") | words("floorless"):
        seen |= words("on_rails") - {troupe.event.hero_thing if troupe.event else ""}
    if any(m.concept in words("wheeled") for m in story.of("prop")):
        seen |= {"window"}  # the bus has its own
    if troupe.setting not in words("indoors") and "window" not in near[-1:]:
        seen |= {"window"}  # no wall is there
    by_people = words("body") - set(troupe.vignette.props)
    if any(is_creature(m.concept, troupe) for m in story.of("actor")):
        by_people |= words("animal_body")
    by_people |= words("never_loose")
    if any(m.concept in words("winged") for m in story.of("actor")):
        by_people |= {"wings"}
    missed = {troupe.event.lacks} if troupe.event else set()
    return set(seen | by_people | missed)


def _wanted(story: Story, mentions: list[Mention], troupe: Troupe) -> list[str]:
    """What is told, what the event needs, and what belongs to a place that this one is, too."""
    event = troupe.event
    wanted = [_poured(m.concept, event) for m in mentions]
    if (
        event is not None
        and event.hero_thing not in {"", "water"} | words("never_loose")
        and troupe.vignette.hero in THINGS_TOO
    ):
        wanted.insert(0, event.hero_thing)
    if event is not None and event.concept == "give":
        wanted += [thing for thing in event.things if thing in words("paid_with")]
    if event is not None and event.concept in words("hands_on"):  # 벗어서 걸쳐 주었다
        by_means = {m.concept for m in mentions if m.case == "goal"}  # 거스름돈으로 사탕을
        handed = [t for t in event.things if t not in words("body")]
        wanted = [*sorted(handed, key=lambda t: t in by_means), *wanted]
    if event is not None and event.host:
        wanted.insert(1 if event.hero_thing else 0, event.host)
    outside = troupe.setting not in words("seated")
    parcels = words("carries_parcels")
    if event and event.element.lemma in parcels and "package" in event.things:
        wanted.insert(0, "package")
    wanted = ["car", *wanted] if event and "car" in event.things and outside else wanted
    has_own = event and (event.things or event.target not in ("", SELF))
    if not (event and has_own and event.concept in words("own_things")):
        elsewhere = "couch" in wanted or troupe.setting not in words("for_bed")
        no_bed = words("bed_things") if elsewhere else frozenset()
        own_props = [_bed_for(name, story, troupe) for name in troupe.vignette.props]
        own_props = [name for name in own_props if name not in no_bed]
        own_props = [used_instead(name, story, troupe.known) or name for name in own_props]
        if event and event.element.lemma.startswith("창") and troupe.setting in words("indoors"):
            own_props = [name for name in own_props if name != "door"]  # the room has windows
        wanted += [name for name in own_props if _needed(name, wanted, troupe)]
    wanted += sorted(words(f"of_{troupe.also}")) if troupe.also else []
    if troupe.setting in words("seated"):
        wanted += straps_of(story)
        wanted = [name for name in wanted if name not in words("bed_things")]
    return wanted


_ON_THE_FLOOR = re.compile(
    r"온돌|구들|아랫목|방바닥|바닥에|마루|평상|장판|돗자리|멍석|요 ?위|요를|요에|이부자리"
    r"|이불 ?(속|위|펴|깔)"
    r"|이불을 (펴|깔)|찜질방|사랑방|툇마루|원두막"
)
"""Where one sleeps without a bedstead."""


def _bed_for(name: str, story: Story, troupe: Troupe) -> str:
    """On a warm floor one sleeps on bedding, and in no bed."""
    floor = troupe.setting == "ondol" or _ON_THE_FLOOR.search(story.text) is not None
    on_it = not any(m.concept in ("bed", "couch") for m in story.of("prop"))
    return "bedding" if name == "bed" and floor and on_it else name


def _poured(concept: str, event: Event | None) -> str:
    """Water that is drunk stands in a glass; other water is no thing that lies about."""
    if concept != "water":
        return concept
    return "glass_of_water" if event is not None and event.concept == "drink" else ""


def _needed(name: str, wanted: list[str], troupe: Troupe) -> bool:
    """Whether the vignette's own prop is not there already under another name."""
    if name == "scissors" and words("wielded").intersection(wanted):
        return False  # 칼로 잘랐다
    return troupe.known.thing(name) not in {troupe.known.thing(w) for w in wanted}


def thing_of(concept: str, known: Repertoire, *, key: bool = False, own: bool = False) -> Thing:
    """`concept` as it stands about, as large as such things are."""
    build = known.build(concept)
    small = build.sort == "object" and build.height_m < _KEY_MOST_M
    return Thing(
        concept, share_of(build), build.proportion, build.sort,
        key=key and small, own=own, place=build.place,
    )  # fmt: skip


def held_by(
    lead: Role, things: tuple[Thing, ...], story: Story, troupe: Troupe
) -> str | None:  # fmt: skip
    """What the lead has in their arms: the first thing of the event that can be carried."""
    event = troupe.event
    if event is None or lead.sort != "figure":
        return None
    if (played := instrument_of(event)) and troupe.known.thing(played):
        return troupe.known.thing(played)
    if troupe.vignette.blocking in words("moves_it_itself"):
        return None
    if event.concept not in CARRYING | {"wave"}:
        return _used(lead, event, things, story, troupe)
    near = {troupe.known.thing(c) for c in event.things}
    waved = words("waved") if event.concept == "wave" else frozenset()
    light = [t for t in things if t.concept in near and (is_held(t) or t.concept in waved)]
    return light[0].concept if light else None


def held_instead(story: Story, troupe: Troupe) -> str | None:
    """마이크가 대파여. 노래를 불렀다: what is in the hands in the stead of the event's own tool."""
    tools = (name for name in troupe.vignette.props if name in words("in_ones_hand"))
    return next(filter(None, (used_instead(t, story, troupe.known) for t in tools)), None)


def _used(
    lead: Role, event: Event, things: tuple[Thing, ...], story: Story, troupe: Troupe
) -> str | None:  # fmt: skip
    """사과를 먹었다, 편지를 읽었다, 당근을 뽑았다: what hands have hold of in a motion of theirs;
    tools first, then to what it is done, then what is told of."""
    if lead.motion not in words("uses_in_hands") or event.hero_thing or event.host:
        return None
    meant = words(_USED_IN.get(lead.motion.removeprefix(SITTING), "")) or {
        t.concept for t in things if t.own
    }
    tool = wielded(event, story, troupe.known)
    fits = [t.concept for t in things if t.concept in meant and fits_hands(t)]
    fits += [t.concept for t in things if t.concept == tool and is_held(t)]
    done_to = {troupe.known.thing(c) for c in objects_of(event, story)}
    told = {troupe.known.thing(c) for c in event.things}
    return min(
        fits, key=lambda c: (c != tool, c not in words("wielded"), c not in done_to, c not in told),
        default=None,
    )  # fmt: skip


_USED_IN = {"drink": "used_in_drink", "read_book": "used_in_read_book", "blow": "blown"}
"""What alone is used in a motion: nobody drinks a table, or blows a shoe."""


def grip(role: Role, thing: str | None) -> str | None:
    """`thing`, where `role` has a hand free for it."""
    return thing if role.sort == "figure" and role.motion not in words("both_hands") else None


def equipped(names: list[str], roles: list[Role], hands: dict[str, str]) -> list[Role]:
    """`roles` of `names` with what each has in `hands`, without those whom others carry."""
    there = [(n, r) for n, r in zip(names, roles, strict=True) if r.concept not in hands.values()]
    return [replace(r, holds=r.holds or grip(r, hands.get(n))) for n, r in there]
