"""What is still so in the next pictures: a place that has filled stays full while one is there."""

import re
from dataclasses import replace

from mongyudo.backends.director.beats import AWAKE, HEARTH
from mongyudo.backends.director.elsewhere import OUTSIDE, is_vague
from mongyudo.backends.director.outlook import Place
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.telling import tell
from mongyudo.ink.scene import Effect, Scene
from mongyudo.records import Element, Segment, Shot

_FILLED = {
    "flood": Effect("rising_water", 0.33, 0.36),
    "sanded": Effect("rising_sand", 0.36, 0.38),
    "snowed": Effect("rising_snow", 0.36, 0.38),
    "buried": Effect("rising_earth", 0.36, 0.38),
    "ice_over": Effect("frost", 1.0, 1.0),
    "burn": Effect("fire", 0.32, 0.36),
}
"""How high that stands which filled a place, in the pictures after it rose."""

_MAY_FILL = re.compile("[차찼잠덮묻쏟밀얼메채홍넘불]")
_OVER = re.compile(
    r"(물|바닷물|강물|빗물|홍수|모래|흙|눈|얼음|진흙)(이|은|도|을|를|가)? ?([가-힣]{1,5} ){0,2}"
    r"(빠[졌져지질진]|마르|말라|말랐|녹|물러|사라|쓸어|치우|치웠|퍼냈|퍼내|그쳤|그치|줄[었어])"
    r"|(불|불길|화재)(이|은|을|도)? ?([가-힣]{1,3} )?(꺼졌|꺼지고|꺼져|껐|끄고|잡혔)"
)
"""물이 빠졌다: it is gone again."""


def still_filled(scene: Scene, story: Story, shot: Shot, place: Place, known: Repertoire) -> Scene:
    """`scene` with the water, sand or snow that has risen where it plays before `story`."""
    begins = story.start_char
    risen = any(e.name.startswith("rising") or e.name in ("frost", "fire") for e in scene.effects)
    before = shot.context[:begins]
    if risen or not (_may_be_full(place) and _MAY_FILL.search(before)):
        return scene
    filled = _last_fill(before, shot.earlier)
    wet = place.setting in words("water_settings")
    if filled is None or (wet and filled.concept != "ice_over"):
        return scene
    if _is_over(filled, story, shot):
        return scene
    if _goes_elsewhere(filled, story, shot, known):
        return scene
    return replace(scene, effects=(*scene.effects, _FILLED[filled.concept]))


def _may_be_full(place: Place) -> bool:
    return place.setting not in words("floorless") | words("seated") | {"space", "desert"}


def _last_fill(before: str, earlier: tuple[Element, ...]) -> Event | None:
    told = tell(Segment(0, len(before), before, (), "", earlier)).events
    return next((e for e in reversed(told) if _fills(e, before)), None)


def _fills(event: Event, dream: str) -> bool:
    """Whether the place is full of it from then on: a house burns, no letter."""
    house = event.concept != "burn" or event.element.lemma.startswith("불나")
    hearth = event.concept == "burn" and HEARTH.search(dream)
    return event.concept in _FILLED and not event.unreal and house and not hearth


def _is_over(filled: Event, story: Story, shot: Shot) -> bool:
    since = shot.context[filled.start_char : story.start_char + len(story.text)]
    return bool(_OVER.search(since) or AWAKE.search(since))


def _goes_elsewhere(filled: Event, story: Story, shot: Shot, known: Repertoire) -> bool:
    """Whether another place is told of since it was filled."""
    now = (m.element for m in story.mentions if not is_vague(m, story))
    there = [e for e in (*shot.earlier, *now)
             if e.kind == "setting" and e.concept and not e.negated]  # fmt: skip
    before = [e for e in there if e.start_char < filled.start_char]
    since = [e for e in there if e.start_char > filled.start_char]
    was_in = known.setting(before[-1].concept or "") if before else None
    before_it = OUTSIDE.get(before[-1].concept or "") if before else None
    return any(known.setting(e.concept or "") not in (was_in, before_it, None) for e in since)
