"""Where those who are cast stand and lie: the blocking that an event asks for, composed."""

from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.blocking import BLOCKINGS, Call, Placement, fill, mirrored
from mongyudo.backends.director.blocking.alike import with_the_others
from mongyudo.backends.director.blocking.core import Board
from mongyudo.backends.director.blocking.hanging import bring_near
from mongyudo.backends.director.casting import Casting
from mongyudo.backends.director.composition import (
    Frame,
    Position,
    composed,
    size_of,
    with_near_view,
)
from mongyudo.backends.director.dressing import dressed
from mongyudo.backends.director.measure import share_of
from mongyudo.backends.director.mirrors import before_mirror, is_told_within, is_with_ones_image
from mongyudo.backends.director.moods import camera_for
from mongyudo.backends.director.outlook import Place
from mongyudo.backends.director.places import (
    GROUND_Y,
)  # fmt: skip
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.skyborne import high, in_the_sky
from mongyudo.backends.director.story import SELF
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.wielding import aim_of
from mongyudo.records import Shot


def _call(shot: Shot, beat: Beat, casting: Casting, place: Place, known: Repertoire) -> Call:
    """Whom and what a blocking has to place, and where."""
    hanging = in_the_sky(beat, shot, known)
    things = tuple(t for t in (high(t, hanging) for t in casting.things) if t)
    things = dressed(things, place, beat.story, shot, known)
    return Call(
        lead=casting.lead, other=casting.other, extras=casting.extras, things=things,
        hero_thing=high(casting.hero_thing, hanging), host=casting.host,
        camera=camera_for(beat.vignette.camera, shot.emotion),
        effects=beat.vignette.effects,
        ground_y=GROUND_Y, floor=place.setting not in words("floorless"),
        setting=place.setting, duet=casting.duet, taken_along=_is_taken_along(beat),
        part=aim_of(beat.event),
    )  # fmt: skip


def placed(
    shot: Shot, beat: Beat, casting: Casting, place: Place, known: Repertoire,
    where: Position | None,
) -> Placement:  # fmt: skip
    """Where all of `casting` are; composed where the picture has a place in the film."""
    name = _blocking(beat, casting, place.setting)
    board, staged = _filled_board(name, _call(shot, beat, casting, place, known), beat)
    placement = board.done()
    if (shot.seed - shot.index) % 2 and not board.fixed:
        placement = mirrored(placement)
    if where is None:
        return placement
    frame = Frame(
        shot.size_px[0] / shot.size_px[1], GROUND_Y, placement.camera, title=bool(shot.title)
    )
    placement = composed(
        placement, frame, known, fixed=board.fixed, staged=staged,
        size=size_of(name, place.setting, where), apart=name in words("kept_apart"),
    )  # fmt: skip
    large = {t.concept for t in casting.things if t.big} | _told_large(casting, known)
    return with_near_view(
        placement, frame, known, shot.duration_s, staged, large,
        free=name in words("true_sizes"), may_begin=where.picture > 0 and not where.after_near,
    )  # fmt: skip


def _filled_board(name: str, call: Call, beat: Beat) -> tuple[Board, tuple[int, int]]:
    """The board with the event on it and filled up, and how many people and things were on it
    before that."""
    if name == "mirror":
        call = before_mirror(call, within=is_told_within(beat.story))
    board = Board(call)
    BLOCKINGS[name](board)
    bring_near(board)
    if name in words("done_by_many_things"):
        with_the_others(board)
    staged = (len(board.actors), len(board.props))
    fill(board)
    return board, staged


def _told_large(casting: Casting, known: Repertoire) -> set[str]:
    """Who is said to be larger than such beasts are."""
    roles = (r for r in (casting.lead, casting.other, *casting.extras) if r)
    return {r.concept for r in roles if r.height > _LARGER * share_of(known.build(r.concept))}


_LARGER = 1.1


def _is_taken_along(beat: Beat) -> bool:
    """아버지가 나를 자전거에 태웠다: who gives the ride steers."""
    event = beat.event
    if event is None or event.element.lemma not in words("gives_a_ride"):
        return False
    told = (m for m in beat.story.of("actor") if m.concept == event.target)
    return not any(m.case == "object" for m in told)  # 딸을 태웠다: the dreamer steers


def _blocking(beat: Beat, casting: Casting, setting: str) -> str:
    """The vignette's own blocking, unless its hero is no person or everybody sits in a vehicle."""
    name = beat.vignette.blocking
    mirrors = any(thing.concept == "mirror" for thing in casting.things)
    if (mirrors and name in words("before_mirrors")) or is_with_ones_image(beat):
        return "mirror"
    if name in ("bed", "ascend") and setting not in words(f"for_{name}"):
        name = "solo"
    if name == "menace" and beat.event is not None and beat.event.doer == SELF:
        return "clash"
    if by_place := _by_its_place(beat, casting, setting, name):
        return by_place
    if casting.duet and setting not in words("floorless"):
        return "together"
    if name == "ascend" and casting.lead.sort == "figure" and casting.lead.motion != "climb":
        return "stride"
    animals = [casting.lead] + ([casting.other] if casting.other else [])
    if name == "apparition" and all(r.sort != "figure" for r in animals) and len(animals) > 1:
        return "hero"
    if name == "monitors" and casting.lead.sort != "figure" and casting.other is not None:
        return "pair"  # a beast that watches somebody sits before no screens
    if name == "solo" and casting.lead.sort != "figure" and casting.hero_thing is None:
        bent = beat.vignette.concept in words("by_muzzle") and casting.things
        works = beat.vignette.concept in words("worked_at")
        return ("at_work" if works else "find") if bent else "hero"
    return name


def _by_its_place(beat: Beat, casting: Casting, setting: str, name: str) -> str:
    """How one sits in a vehicle or goes on stairs, "" elsewhere."""
    if setting == "stairs":
        return _on_the_stairs(beat, casting)
    rides = setting in words("seated") and name in words("seated_blockings")
    return "aboard" if rides else ""


def _on_the_stairs(beat: Beat, casting: Casting) -> str:
    """계단을 내려갔다: up or down the steps, and not past them."""
    event = beat.event
    walks = event is None or event.concept in ("walk", "climb", "run")
    if not walks or casting.lead.sort != "figure":
        return ""
    said = beat.story.text if event is None else event.element.lemma
    return "downstairs" if "내려" in said else "upstairs" if "올라" in said else ""
