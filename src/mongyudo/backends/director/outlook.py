"""What is seen through the windows of the place where one is: 창밖에는 바다가 보였다."""

import re
from dataclasses import dataclass, replace

from mongyudo.backends.director.aboard import CABINS, passes
from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import lies_beyond
from mongyudo.backends.director.tables import named_by, words
from mongyudo.records import Element, Shot

_SEEN_AS = {"peak": "mountain", "tree": "forest", "isle": "island"}
"""Things that are looked at as land."""


@dataclass(frozen=True, slots=True)
class Place:
    """The setting of a scene; `concept` is the place of the text that it shows, if any, `also` the
    setting that it is at the same time, `sign` the name that a board in it bears, `view` what lies
    beyond its windows, which the text calls `view_concept`."""

    setting: str
    concept: str = ""
    also: str = ""
    sign: str = ""
    view: str = ""
    view_concept: str = ""


_NO_VIEW = frozenset(
    ("elevator", "stairs", "tunnel", "cave", "basement", "underwater", "theater", "stage",
     "bathhouse", "submarine", "gondola", "below_deck", "boiler_room", "subway")
)  # fmt: skip


def has_windows(setting: str) -> bool:
    """Whether one looks out of `setting`."""
    return setting in words("indoors") - _NO_VIEW


def outlook(beat: Beat, shot: Shot, known: Repertoire, *, rides: bool) -> tuple[str, str]:
    """The setting beyond the windows and what the text calls it, where `beat` tells of it or the
    dream did since the last place that it named; ("", "") for none. Who `rides` is carried to
    where the vehicle goes."""
    here = [
        m
        for m in beat.story.of("setting", "prop")
        if beat.story.only_sees(m) or (rides and passes(m, beat.story))
    ]
    told = [land_of(m.concept, known) for m in here]
    found = next(filter(None, reversed(told)), "")
    if found:
        concept = next(m.concept for m in reversed(here) if land_of(m.concept, known) == found)
        return found, concept
    return _still_there(beat, shot, known, rides=rides)


_COMES = re.compile(
    r"(들)?(이|가|만|도|은|는)? ?([^\s.!?]+ ){0,3}"
    r"(나오|나왔|나타|있|펼쳐|보[였이여]|이어[졌지]|였|이었|이고|인 ?거|이더|인데|야)"
)
"""Behind what a door opens onto: 문을 여니 바다가 나왔다."""


def opened_onto(beat: Beat, shot: Shot, known: Repertoire) -> str:
    """문을 여니까 사막이 펼쳐졌다: what the text calls the place behind the door that is opened, ""
    for none."""
    event, text = beat.event, shot.context
    if event is None or event.concept != "open_door" or event.hero_thing not in ("", "door"):
        return ""
    for element in shot.segment.elements:
        kind, concept = named_by(element)
        if kind != "setting" or element.start_char < event.start_char or element.negated:
            continue
        if SENTENCE_END.search(text[event.start_char : element.start_char]):
            return ""
        if known.setting(concept) and _COMES.match(text, element.end_char):
            return concept
    return ""


def at_the_door(beat: Beat, shot: Shot, before: Place | None, known: Repertoire) -> Place | None:
    """Where one stands who opens a door onto another place, which is seen through it: in the room
    that is named or that was `before`, else in a corridor; None where no such door is opened."""
    beyond = opened_onto(beat, shot, known)
    if not beyond or beat.event is None:
        return None
    view, start = known.setting(beyond) or "", beat.event.start_char
    named = [m.concept for m in beat.story.of("setting") if m.start_char < start]
    rooms = [before] if before else []
    rooms = [*(Place(known.setting(c) or "", c) for c in reversed(named)), *rooms]
    walled = words("indoors") - words("seated") - words("floorless") - {view}
    there = next((room for room in rooms if room.setting in walled), None)
    there = there or Place("corridor" if view != "corridor" else "home")
    return replace(there, view=view, view_concept=beyond)


def land_of(concept: str, known: Repertoire) -> str:
    """The setting that shows what lies outside; "" for what is no land."""
    setting = known.setting(_SEEN_AS.get(concept, concept)) or ""
    shut = words("indoors") - {"underwater"} | words("seated") | _SHUT
    return "" if setting in shut else setting


_SHUT = frozenset({"stage", "well"})


def _still_there(beat: Beat, shot: Shot, known: Repertoire, *, rides: bool) -> tuple[str, str]:
    """What was told to lie beyond the windows is seen there until one is somewhere else."""
    if any(known.setting(m.concept) for m in beat.story.of("setting")):
        return "", ""
    for number, element in reversed(list(enumerate(shot.earlier))):
        kind, concept = named_by(element)
        if kind != "setting" or element.negated:
            continue
        beyond = lies_beyond(shot.context, element.start_char, element.end_char)
        reached = rides and _was_boarded(shot.earlier[:number])
        return (land_of(concept, known), concept) if beyond or reached else ("", "")
    return "", ""


def _was_boarded(before: tuple[Element, ...]) -> bool:
    """차가 산길을 올라갔다: whether one sat in something by then."""
    return any(e.concept in CABINS or e.concept in words("seated") for e in before)
