"""What is seen through the windows of the place where one is: 창밖에는 바다가 보였다."""

from mongyudo.backends.director.aboard import CABINS, passes
from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import lies_beyond
from mongyudo.backends.director.tables import named_by, words
from mongyudo.records import Element, Shot

_SEEN_AS = {"peak": "mountain", "tree": "forest", "isle": "island"}
"""Things that are looked at as land."""

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
