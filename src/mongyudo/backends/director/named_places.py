"""The place that a picture names: the narrowest, the nearest, and none that is only seen."""

import re

from mongyudo.backends.director.aboard import (
    cabin_of,
    driving_by,
    is_driven,
    passes,
    sits_in,
)
from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.boards import board_of
from mongyudo.backends.director.elsewhere import (
    OUTSIDE,
    goes_out,
    has_a_front,
    has_been_moved,
    is_felt_within,
    is_said_of_another,
    is_vague,
    is_what_it_is,
    lies_below,
    out_of_doors,
    whole,
)
from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.hints import (
    going_on,
)
from mongyudo.backends.director.only_told import is_only_told
from mongyudo.backends.director.outlook import Place
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Mention, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import Vignette
from mongyudo.records import Element, Shot

_IN_FRONT = re.compile(
    r" ?(앞(에|에서|으로|에는|엔|까지)?|(밖|바깥)(에|에서|으로|에는|엔))( |[.,]|$)"
)


def named_place(
    beat: Beat,
    shot: Shot,
    known: Repertoire,
    *,
    rides: bool,
    settled: bool,
    told: bool,
    was_in: str,
) -> Place | None:
    """Of the places where the event can be the narrowest, the nearest before it, else the last.

    Who `rides` only passes what the vehicle goes over; who is `settled` somewhere is not yet where
    the next sentence goes; who has been `told` to be somewhere is not where 매점 아줌마 belongs;
    and in a room, where one `was_in`, there is a ceiling already.
    """
    story, event, vignette = beat.story, beat.event, beat.vignette
    end = event.start_char if event else story.start_char + len(story.text)
    goes_on = going_on(story, shot, known)
    flies = vignette.blocking in words("airborne")
    passing = driving_by(story)
    places = [
        m
        for m in story.of("setting")
        if known.setting(m.concept)
        and m.concept not in passing
        and not (rides and passes(m, story))
        and not (settled and _comes_later(m, end, story))
        and not is_vague(m, story)
        and not (told and (is_said_of_another(m, story, shot) or has_been_moved(m, story)))
        and not (goes_on and is_only_told(m.element, *whole(story, shot)))
        and not _is_only_seen(m, story, known, was_in, flies=flies)
    ]
    if not places:
        return aboard_of(story, known)
    best = max(places, key=lambda m: _rank(m, beat, shot, known))
    behind = story.text[best.element.end_char - story.start_char :]
    if front := in_front(best.element, best.concept, behind, known):
        return front
    if is_driven(best, behind) and fits("car", vignette):
        return Place("car", best.concept)
    shown = shown_as(best.concept, known, _sign(best, places, story, known))
    if shown and goes_out(
        shown.setting, behind[: max(0, until_told(beat) - best.element.end_char)]
    ):
        return Place(out_of_doors(shown.setting, ""))
    if event is not None and (cabin := sits_in(event, best, story, known)):
        return Place(*cabin)
    aboard = best.concept in words("general_places") and not (shown and shown.sign)
    return (aboard_of(story, known) if aboard else None) or shown


def _is_only_seen(
    place: Mention, story: Story, known: Repertoire, was_in: str, *, flies: bool
) -> bool:
    """Whether one looks at a place and is not there: from above, out of a room, into the sky."""
    here = {was_in, *(known.setting(m.concept) or "" for m in story.of("setting"))}
    high = bool(here & words("high_places"))
    inside = was_in in words("indoors")
    return bool(
        story.only_sees(place)
        or (high and lies_below(story.text, place.start_char - story.start_char))
        or (place.concept == "sky" and place.case == "subject" and not flies)
        or (inside and place.element.lemma in words("roof_parts"))
        or (inside and is_felt_within(place, story))
    )


def _rank(
    mention: Mention, beat: Beat, shot: Shot, known: Repertoire
) -> tuple[bool, bool, bool, bool, bool, int]:
    """The higher, the likelier what `beat` shows is in the place that is named."""
    story, event, vignette = beat.story, beat.event, beat.vignette
    end = event.start_char if event else story.start_char + len(story.text)
    before, climbs = mention.start_char <= end, vignette.blocking == "ascend"
    return (
        not is_said_of_another(mention, story, shot),
        climbs or fits(known.setting(mention.concept) or "", vignette),
        mention.concept not in words("general_places"),
        is_what_it_is(mention, story),
        before,
        mention.start_char if before else -1,
    )


def _sign(best: Mention, places: list[Mention], story: Story, known: Repertoire) -> str:
    """The board of `best`, else of what is named for the same place (대전역에서 내려 승강장을)."""
    setting = known.setting(best.concept)
    same = [m for m in reversed(places) if known.setting(m.concept) == setting]
    boards = (board_of(m.element, story.text, story.start_char) for m in (best, *same))
    return next(filter(None, boards), "")


def _comes_later(mention: Mention, event_char: int, story: Story) -> bool:
    """Whether a sentence ends between the event and the place."""
    between = story.text[event_char - story.start_char : mention.start_char - story.start_char]
    return mention.start_char > event_char and SENTENCE_END.search(between) is not None


def in_front(element: Element, concept: str, behind: str, known: Repertoire) -> Place | None:
    """회사 앞에서: before the house, and not in it; None for what has no front."""
    outside = OUTSIDE.get(concept, "") if has_a_front(element) else ""
    there = outside in known.settings and _IN_FRONT.match(behind)
    return Place(outside, concept) if there else None


def aboard_of(story: Story, known: Repertoire) -> Place | None:
    """버스에서, 버스를 탔는데: what carries people is a place, too, until one gets off."""
    for mention in reversed(story.of("prop")):
        if setting := cabin_of(mention, story, known):
            return Place(setting, mention.concept)
    return None


def until_told(beat: Beat) -> int:
    """Up to where what the picture shows is told."""
    event, story = beat.event, beat.story
    return event.element.end_char + 2 if event else story.start_char + len(story.text)


def shown_as(concept: str, known: Repertoire, board: str = "") -> Place | None:
    setting = known.setting(concept)
    return Place(setting, concept, sign=board) if setting else None


def fits(setting: str, vignette: Vignette) -> bool:
    """Whether the event can be shown in `setting`: nobody swims in an office."""
    fitting = words(f"for_{vignette.blocking}")
    return not fitting or setting in fitting
