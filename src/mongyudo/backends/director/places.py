"""Where and when a scene plays: what the text names, else what its event and its things suggest."""

import re
from dataclasses import replace

from mongyudo.backends.director.aboard import (
    CABINS,
    boarded,
    keeps_dry,
)
from mongyudo.backends.director.aloft import is_aloft, seen_from_above
from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.boards import board_of
from mongyudo.backends.director.continuity import WEATHER
from mongyudo.backends.director.elsewhere import (
    OUTSIDE,
    WITHOUT,
    also_there,
    goes_out,
    is_behind_its_glass,
    is_told_before,
    is_under_water,
    names_a_place,
    out_of_doors,
    told_there,
)
from mongyudo.backends.director.grammar import SENTENCE_END, Text
from mongyudo.backends.director.hero_things import SEEN_FROM
from mongyudo.backends.director.hints import (
    flies_anywhere,
    furnished,
    gets_off,
    going_on,
    has_walls,
    haunts_met,
    homely,
    looks_up,
    on_board,
    told_later,
    told_together,
    under_the_sky,
    waters_of,
    where_one_gets_off,
)
from mongyudo.backends.director.meanings import as_meant
from mongyudo.backends.director.moods import CATEGORY_LOOKS, EMOTION_SETTING, FEELINGS
from mongyudo.backends.director.named_places import (
    fits,
    in_front,
    named_place,
    shown_as,
    until_told,
)
from mongyudo.backends.director.outlook import Place, at_the_door, has_windows, land_of, outlook
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.stagings import goes_by_outside
from mongyudo.backends.director.story import SELF, Event, Mention
from mongyudo.backends.director.tables import haunts, named_by, words
from mongyudo.backends.director.vignettes import Vignette, is_event, vignettes
from mongyudo.ink.scene import TimeOfDay
from mongyudo.records import Element, Shot

GROUND_Y = 0.80
_BEYOND_A_WINDOW = re.compile(r"(창문?|유리창?) ?(너머|밖|바깥)(으로|로|에서|에|엔|에는)? ")
_AT_A_WINDOW = re.compile(r"창밖|창가|창틀|창턱|창문 ?(밖|너머|앞|옆)|유리창")
_AT = re.compile(r" ?(앞|안|옆|뒤|근처)?(에서|에|엔|에는) ")
_WAS = re.compile(r" ?(안|속|앞|위)?(이었|였|이다|이야|인 ?듯|임[ .]|이었음|같았)")
"""Behind a place: that is where it was."""


def place_of(beat: Beat, shot: Shot, known: Repertoire, *, last_setting: str = "") -> Place:
    """Where a beat plays: as the text says, where it was before, or as the event suggests.

    `last_setting` is where the beat before played, whether the text named it or not.
    """
    if "sky" in known.settings and is_aloft(beat, shot, known):
        return Place("sky", seen_from_above(beat))
    place = _outside(_place_of(beat, shot, known, last_setting), beat, known)
    beyond = _beyond_the_window(beat, place, known)
    place = beyond or _with_outlook(place, beat, shot, known, last_setting)
    return replace(place, also=also_there(place.setting, shot, known))


def _with_outlook(
    place: Place, beat: Beat, shot: Shot, known: Repertoire, last_setting: str
) -> Place:
    """`place` with what is seen through its windows: 창밖에는 바다가 보였다; so is the land into
    which what one sits in goes."""
    seat = (
        last_setting
        if last_setting in words("seated")
        else boarded(shot, beat.story.start_char, known)
    )
    rides = beat.event is not None and CABINS.get(beat.event.hero_thing) == seat != ""
    if rides and land_of(place.concept, known) == place.setting:
        return Place(seat, view=place.setting, view_concept=place.concept)
    if last_setting not in words("slides_open"):
        was = Place(last_setting) if last_setting else _before(beat, shot, known)
        if (at_door := at_the_door(beat, shot, was, known)) is not None:
            return at_door
    view, concept = outlook(beat, shot, known, rides=place.setting in words("seated"))
    within = place.setting if has_windows(place.setting) else _WITHIN.get(place.setting, "")
    within = within or ("" if place.concept else "room")
    if not view or within not in known.settings:
        return place
    if view in words("water_settings") and beat.event and waters_of(beat.event.doer):
        return Place(view, concept)  # 밖이 바다였다. 고래가 지나갔다
    return replace(place, setting=within, view=view, view_concept=concept)


_WITHIN = {"hanok": "ondol", "yard": "ondol", "apartment": "home", "village": "home"}
"""Where one sits who looks out of a house."""


def _outside(place: Place, beat: Beat, known: Repertoire) -> Place:
    """`place`, or what lies before its door where something is told of that fits through none."""
    rides = place.setting in words("seated") and goes_by_outside(beat.story, beat.event)
    seen_from = SEEN_FROM.get(beat.event.hero_thing if beat.event and not rides else "")
    if seen_from and place.setting in words("indoors") | words("goes_off"):
        high = any(m.concept == "sky" for m in beat.story.of("setting"))
        seen_from = "field" if high and seen_from == "sea" else seen_from
        return Place(seen_from, place.concept)
    before = OUTSIDE.get(place.concept, "")
    whirls = beat.event is not None and beat.event.concept == "whirlwind"
    if place.setting not in words("indoors") or before not in known.settings:
        return place
    there = [
        m
        for m in beat.story.of("prop")
        if m.case not in ("absent", "owner") and not (m.small or names_a_place(m, beat.story))
    ]
    parked = {"airplane"} if place.setting == "airport" else set()  # behind its panes
    through = words("through_no_door") - parked
    large = any(known.thing(m.concept) in through for m in there)
    return replace(place, setting=before) if large or whirls else place


def _beyond_the_window(beat: Beat, place: Place, known: Repertoire) -> Place | None:
    """창밖으로 사슴 떼가 지나갔다: no deer go through the room, but where such are met."""
    event, start = beat.event, beat.story.start_char
    if event is None or event.doer in ("", SELF) or place.setting not in words("indoors"):
        return None
    if event.concept in words("done_from_within"):
        return None
    clause = beat.story.text[max(0, event.clause_start - start) : event.start_char - start]
    if beat.vignette.hero != "doer" or not _BEYOND_A_WINDOW.search(clause):
        return None
    without = WITHOUT.get(place.setting, "yard")
    wishes = (haunts().get(event.doer, "") if without == "yard" else "", without)
    rooms = (m for m in beat.story.of("setting") if is_behind_its_glass(m, beat.story, known))
    if room := next(rooms, None):
        return shown_as(room.concept, known, board_of(room.element, beat.story.text, start))
    settings = (known.setting(w) for w in wishes if w and w not in words("indoors"))
    outside = next(filter(None, settings), None)
    return Place(outside) if outside else None


def _place_of(beat: Beat, shot: Shot, known: Repertoire, last_setting: str) -> Place:
    event, vignette = beat.event, beat.vignette
    own = set(event.things) - {"door", "window"} if event else set()
    if event is not None and own and event.concept in words("own_things"):
        vignette = replace(vignette, setting="")
    of_a_thing = event is not None and event.hero_thing and not event.doer
    if of_a_thing or flies_anywhere(beat, vignette, known):
        vignette = replace(vignette, setting="", blocking="solo")
    before = _before(beat, shot, known)
    was_in = last_setting or (before.setting if before else "")
    seat = (
        last_setting
        if last_setting in words("seated")
        else boarded(shot, beat.story.start_char, known)
    )
    named = _ashore(
        named_place(
            replace(beat, vignette=vignette), shot, known,
            rides=bool(seat), settled=bool(last_setting),
            told=before is not None or is_told_before(shot, beat.story.start_char, known),
            was_in=was_in,
        ),
        beat, vignette, known,
    )  # fmt: skip
    named = _with_fish(named, beat, known)
    witnessed = event is not None and event.hero_thing and not event.doer
    if named is not None and named.setting == "sky" and (witnessed or looks_up(beat)):
        named = None  # who watches the sky stands on the ground
    climbs = vignette.blocking == "ascend"  # 무대에 올라, 옥상으로 올라가: the climb ends there
    if named is not None and (
        climbs
        or fits(named.setting, vignette)
        or _lies_there(named, beat, vignette)
        or _is_held_there(named, beat)
    ):
        return named
    if seat and named is None and _stays_seated(seat, beat, vignette):
        return Place(seat)
    before = None if _leaves(before, beat) else _ashore(before, beat, vignette, known)
    if before is not None and named is None and _stays_there(before, vignette):
        return before
    if (said := _said_behind(beat, shot, known)) is not None and named is None:
        return said
    for wish in _suggestions(beat, vignette, shot, known, last_setting):
        setting = known.setting(wish)
        if setting is not None and not (witnessed and setting == "sky"):
            return Place(setting)
    return named or Place(min(known.settings))


def _seat(beat: Beat, shot: Shot, known: Repertoire, last_setting: str) -> str:
    """The inside of what one rides in; "" for nothing."""
    if last_setting in words("seated"):
        return last_setting
    return boarded(shot, beat.story.start_char, known)


def _ashore(named: Place | None, beat: Beat, vignette: Vignette, known: Repertoire) -> Place | None:
    """Nobody stands on the sea: who does not swim, sail or fly there is on its beach."""
    if named is None or named.setting != "sea" or "beach" not in known.settings:
        return named
    if vignette.blocking == "vehicle" and keeps_dry(beat.event, beat.story):
        return Place("beach", named.concept)
    afloat = vignette.blocking in words("airborne") | {"swim", "sink", "afloat", "engulf"}
    at_home = beat.event is not None and bool(waters_of(beat.event.doer))
    return named if afloat or at_home else Place("beach", named.concept)


def _with_fish(named: Place | None, beat: Beat, known: Repertoire) -> Place | None:
    """Who swims among fish is seen where they are."""
    event = beat.event
    if named is None or event is None or event.concept != "swim":
        return named
    among = any(haunts().get(m.concept) == "underwater" for m in beat.story.of("actor"))
    wet = among and named.setting in words("water_settings")
    return Place("underwater", named.concept) if wet and known.setting("underwater") else named


def _leaves(place: Place | None, beat: Beat) -> bool:
    """옆 칸에서 뛰쳐나왔다: one is no longer in what carries one."""
    return place is not None and place.setting in words("seated") and gets_off(beat)


def _stays_seated(seat: str, beat: Beat, vignette: Vignette) -> bool:
    """Whether the ride goes on: nothing happens that needs another place, nobody gets off."""
    apart = {"bed", "plunge", "soar", "swim", "sink", "wedding", "pursuit", "altar"}
    return not gets_off(beat) and vignette.blocking not in apart and fits(seat, vignette)


def _before(beat: Beat, shot: Shot, known: Repertoire) -> Place | None:
    """The last place that the segments before this one named, or that what happened there needs;
    what lies before its door where one has gone out since."""
    told = told_there(shot, known)
    homes = [e for e in shot.earlier if e.concept == "home" and not e.negated]  # 우리 집 강아지
    places = [(e, _place_told(e, shot, known)) for e in (*reversed(told), *reversed(homes))]
    here = [(e, place) for e, place in places if place]
    if not here:
        deck = known.setting(on_board(shot))
        return Place(deck) if deck else None
    (element, place), *earlier = here
    if is_event(element) and earlier and fits(earlier[0][1].setting, _vignette(element)):
        (element, place), *earlier = earlier  # 면접장에 서 있었다. 탈락이었다: in no class room
    if not goes_out(place.setting, shot.context[element.end_char : until_told(beat)]):
        return place
    came_from = next((p.setting for _, p in earlier if p.setting != place.setting), "")
    out = known.setting(out_of_doors(place.setting, came_from))
    return Place(out) if out else place


def _vignette(event: Element) -> Vignette:
    return vignettes()[named_by(event)[1]]


def _said_behind(beat: Beat, shot: Shot, known: Repertoire) -> Place | None:
    """선인장이 나를 따라왔다. 사막이었다; 꽃을 들고 회사 앞에 왔다: where it was, told after."""
    end = beat.story.start_char + len(beat.story.text)
    text = Text(shot.segment)
    behind = [e for e in shot.segment.elements if e.start_char >= end and not e.negated]
    for element in (as_meant(text, e) for e in behind):
        if named_by(element)[0] != "setting":
            continue
        after = shot.context[element.end_char :]
        between = shot.context[end : element.start_char]
        goes_on = _AT.match(after) and not SENTENCE_END.search(between)
        if goes_on or _WAS.match(after):
            place = _place_told(element, shot, known)
            return place if place and fits(place.setting, beat.vignette) else None
    return None


def _place_told(element: Element, shot: Shot, known: Repertoire) -> Place | None:
    """The place that `element` names, or where such an event always happens (결혼식)."""
    kind, concept = named_by(element)
    if kind == "setting":
        if front := in_front(element, concept, shot.context[element.end_char :], known):
            return front
        board = board_of(element, shot.context, 0)
        if concept in words("floorless") and not is_under_water(element, concept, shot.context):
            return None
        return shown_as(concept, known, board)
    always = is_event(element) and concept in words("always_there")
    setting = known.setting(vignettes()[concept].setting) if always else None
    return Place(setting) if setting else None


def _stays_there(before: Place, vignette: Vignette) -> bool:
    """얼음판에 엎드렸다: whoever lies down lies where they are, if that is out of doors."""
    out = before.setting not in words("indoors") | words("floorless")
    return fits(before.setting, vignette) or (vignette.blocking == "bed" and out)


def _lies_there(named: Place, beat: Beat, vignette: Vignette) -> bool:
    """Whoever the text puts down on a grave or a street lies there, without a bed; so does who
    lies in the chair of a shop, but not who was at the shop before."""
    if vignette.blocking != "bed" or named.setting in words("floorless") or beat.event is None:
        return False
    clause = range(beat.event.clause_start, beat.event.start_char)
    told: list[Mention | Event] = [*beat.story.of("setting"), *beat.story.events]
    before = {each.concept for each in told if each.start_char in clause}
    return named.setting not in words("indoors") or before == {named.concept}


def _is_held_there(named: Place, beat: Beat) -> bool:
    """모의고사를 목욕탕에서 봤다: an exam or a wedding may be held anywhere, where that is told."""
    event, story = beat.event, beat.story
    if event is None or beat.vignette.blocking not in words("held_anywhere"):
        return False
    before = story.text[: event.start_char - story.start_char]
    sentence = story.start_char + max(before.rfind(mark) for mark in ".!?\n") + 1
    near = range(sentence, event.element.end_char + _NEAR_BY)
    there = (m for m in story.of("setting") if m.concept == named.concept)
    return any(
        m.start_char in near
        and story.text.startswith("에서", m.element.end_char - story.start_char)
        for m in there
    )


_NEAR_BY = 10
"""So many characters behind what is held one may still be told where."""


def _order(vignette: Vignette, last_setting: str) -> list[str]:
    """One stays where one was, where the event can be there."""
    inside = vignette.blocking == "ascend" and last_setting in words("indoors")  # 올라왔다
    stays = last_setting and (inside or fits(last_setting, vignette))
    return [last_setting, vignette.setting] if stays else [vignette.setting, last_setting]


def _suggestions(
    beat: Beat, vignette: Vignette, shot: Shot, known: Repertoire, last_setting: str
) -> list[str]:
    story, wishes = beat.story, []
    if is_category_journey(shot):
        wishes.append(CATEGORY_LOOKS[shot.category].setting)
    if vignette.blocking == "vehicle":
        wishes += [CABINS[m.concept] for m in story.of("prop") if m.concept in CABINS]
    wishes += [vignettes()[c].setting for c in told_together(beat) if c in words("always_there")]
    wishes += (w for w in going_on(story, shot, known) if fits(w, vignette))
    wishes += furnished(story, shot, lambda r: fits(r, vignette) or vignette.blocking == "ascend")
    if has_walls(story) and fits("room", vignette):
        wishes.append(last_setting if last_setting in words("indoors") else "room")
    if _AT_A_WINDOW.search(story.text) and vignette.blocking in words("seated_blockings"):
        wishes.append("room")
    wishes += [
        waters_of(beat.event.at_large if beat.event else ""),
        *_order(vignette, last_setting),
    ]
    met, earlier = haunts_met(beat, vignette, shot)
    wishes += [place for place in met if place != "underwater"]
    wishes += [*met, *earlier]
    wishes.append(told_later(beat, shot, known))
    wishes += where_one_gets_off(beat, shot)
    felt = EMOTION_SETTING[shot.emotion]
    if felt in words("indoors") and any(m.concept in WEATHER for m in story.of("weather")):
        felt = "street"  # rain and snow fall out of doors
    if felt in words("indoors") and under_the_sky(story, shot):
        felt = "field"  # 하늘에서 편지가 내렸다
    left = words("seated") if gets_off(beat) else frozenset()
    return [
        wish
        for wish in [*wishes, homely(beat, vignette, shot), felt, "mountain"]
        if wish and wish not in left
    ]


def is_category_journey(shot: Shot) -> bool:
    """Whether the shot goes by its category rather than by its emotion."""
    return (shot.adapter or "").startswith("category:") and shot.category in CATEGORY_LOOKS


def felt_hour(shot: Shot) -> TimeOfDay:
    """The time of day that goes with the shot's category or emotion."""
    if is_category_journey(shot):
        return CATEGORY_LOOKS[shot.category].hour
    return FEELINGS[shot.emotion].hour
