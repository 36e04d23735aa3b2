"""What hints at a place that the text does not name where something happens."""

import re
from collections.abc import Callable

from mongyudo.backends.director.aboard import alights
from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.meanings import as_meant
from mongyudo.backends.director.occasions import occasions
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, Mention, Story
from mongyudo.backends.director.tables import haunts, named_by, plain_verbs, words
from mongyudo.backends.director.traits import traits_of
from mongyudo.backends.director.vignettes import Vignette
from mongyudo.records import Element, Shot


def has_walls(story: Story) -> bool:
    """벽에 사진을 발랐다, 천장이 내려왔다: no street has such."""
    inside = ("벽", "천장", "벽지", "장판", "벽장", "방바닥", "콘센트", "초인종", "인터폰",
              "선반", "책장", "책꽂이", "창틀", "창턱", "옷장", "장롱", "서랍장", "화장대", "커튼",
              "방문", "문지방", "벽시계", "괘종시계")  # fmt: skip
    return any(mention.element.lemma in inside for mention in story.mentions)


def going_on(story: Story, shot: Shot, known: Repertoire) -> list[str]:
    """Where that is which is told to go on, by now or at least in the segment, as long as no other
    place is told of (할머니 장례식이었다, 회의 중이라)."""
    told = shot.context[: story.start_char + len(story.text)] or story.text
    places = occasions(told) or occasions(shot.segment.text)
    return [place for place in places if known.setting(place)]


def waters_of(doer: str) -> str:
    """Where an animal of the water does what it does, seen from above; "" for all others."""
    wet = haunts().get(doer, "") in words("water_settings")
    return haunts()[doer].replace("underwater", "sea") if wet else ""


def told_together(beat: Beat) -> list[str]:
    """The events that a situation tells together: 결혼식에 잠옷을 입고 갔다."""
    return [concept for _, concept in beat.event.told] if beat.event else []


def furnished(story: Story, shot: Shot, fits: Callable[[str], bool]) -> list[str]:
    """The rooms of furniture that was named: nobody flees from a bathtub through a forest."""
    props = story.of("prop")
    near = [m.concept for m in props]
    before = (e for e in reversed(shot.earlier) if not (e.negated or _sinks(e)))
    earlier = [named_by(e)[1] for e in before]
    told = [*near, *earlier]
    at = [haunts().get(m.concept, "") for m in props if _is_where(m, story)]
    rooms = at + [haunts().get(c, "") for c in told if c in words("furnishings")]
    wards = [*(m.element.lemma for m in props), *(e.lemma for e in shot.earlier)]
    if any(lemma.startswith(("병원침대", "병원 침대")) for lemma in wards):
        rooms.insert(0, "hospital")  # 병원 침대
    return [r for r in rooms if r and fits(r)]


def _sinks(element: Element) -> bool:
    """가라앉다: nobody is at a kitchen sink."""
    return element.concept == "sink" and element.kind == "motion"


def in_the_water(shot: Shot, story: Story) -> bool:
    """물에 빠져서 가라앉았다: one is still there in the next picture, until one comes up."""
    sunk = [e for e in shot.earlier if _sinks(e) and not e.negated]
    since = shot.context[sunk[-1].end_char : story.start_char + len(story.text)] if sunk else ""
    return bool(since) and _SURFACES.search(since) is None


_BY_THE_WINDOW = re.compile(
    r"창문(으로|을 ?열고|을 ?넘어) ?(?![^.!?\n]{0,6}(빛|볕|바람|비가|눈이))"
    r"[^.!?\n]{0,14}(들어[오왔와]|기어)"
)
_SURFACES = re.compile("밖|나왔|나와|올라|떠올|건져|구[했해]|깼|깨어|배를? ?타|뭍")
_SIDES = re.compile(r" ?(앞|옆|위|밑|아래|뒤|곁)(에서|에) ")


def _is_where(thing: Mention, story: Story) -> bool:
    """벤치 위에서, 그네 옆에서: by such a thing one is where it stands, whatever one does there."""
    behind = story.text[thing.element.end_char - story.start_char :]
    return thing.concept in words("landmarks") and _SIDES.match(behind) is not None


def is_toy(mention: Mention) -> bool:
    """장난감 자동차: it is in no street."""
    rides = words("vehicles") | words("on_water") | words("aircraft")
    return mention.small and mention.element.kind == "prop" and mention.concept in rides


def homely(beat: Beat, vignette: Vignette, shot: Shot) -> str:
    """바느질을 하고 있었다: what one does at home, and what children play with there; "" for no
    such."""
    if in_the_water(shot, beat.story):
        return "underwater"
    still = (
        beat.event is not None and beat.event.concept == "freeze" and "body" in beat.event.things
    )
    if still or _BY_THE_WINDOW.search(shot.context):
        return "room"  # 몸이 안 움직였다, 창문으로 들어왔다
    told = (e for e in shot.earlier if e.kind == "motion" and not e.negated)
    before = {e.concept or plain_verbs().get(e.lemma.replace(" ", ""), "") for e in told}
    deeds = words("at_home") & {vignette.concept, *before}
    changed = traits_of(shot.context[: beat.story.start_char], shot.earlier)  # 손톱이 자랐다
    if deeds or changed or any(map(is_toy, beat.story.mentions)):
        return "room"
    if vignette.blocking in words("out_and_about") or _OUT_OF_DOORS.search(beat.story.text):
        return ""
    if _AT_HOME.search(shot.context[: _end_of(beat.story)]):
        return "home"
    return "room" if any(m.concept in words("body") for m in beat.story.of("prop")) else ""


def _end_of(story: Story) -> int:
    return story.start_char + len(story.text)


_OUT_OF_DOORS = re.compile(
    "(?<![가-힣])(땅|흙|풀밭|잔디|하늘|구름|나무|길|햇빛|햇볕)(들|속|위|바닥)?"
    "(이|가|은|는|을|를|에|에서|으로|로|도)? "
)
_AT_HOME = re.compile(
    r"전화|통화|문자|카톡|휴대폰|핸드폰|텔레비전|티비"
    r"|(?<![가-힣])(엄마|아빠|어머니|아버지|어무이|아부지|할머니|할매|할아버지|할배|남편|신랑|아내|와이프"
    r"|언니|오빠|누나|누님|형님|형|동생|여동생|남동생|딸|딸애|아들|시어머니|장모님|며느리|사위|손녀|손자|식구|가족)"
    r"(들|님)?(이|가|은|는|을|를|한테|에게|께서|께|랑|하고|와|과|도|의)?(?![가-힣])"
)
"""Whom and what one is with at home."""


def haunts_met(beat: Beat, vignette: Vignette, shot: Shot) -> tuple[list[str], list[str]]:
    """Where those are at home who are met now, and who were met earlier."""
    story = beat.story
    mentions = sorted(story.met(beat.event), key=lambda m: not m.keyed)
    met = [haunts()[m.concept] for m in mentions if m.concept in haunts() and not is_toy(m)]
    if vignette.blocking in ("clash", "menace", "engulf"):
        met = [place for place in met if place not in ("barracks", "kitchen")]
    if beat.event is not None and beat.event.concept in words("on_the_ground"):
        met = [place for place in met if place != "sky"]  # no bird sits in the air
    if beat.vignette.blocking in ("arrival", "passing"):  # one watches from the shore
        met = ["beach" if place == "sea" else place for place in met]
    flown = {e.concept for e in shot.earlier}  # 비행기 시간: one is not in the air
    before = (e for e in reversed(shot.earlier) if not _sinks(e))
    named = [named_by(e)[1] or e.concept for e in before]  # 거울 속: a mirror
    earlier = [haunts()[concept] for concept in named if concept in haunts()]
    earlier = ["airport" if place == "sky" and "airplane" in flown else place for place in earlier]
    if under_the_sky(story, shot):  # 하늘에 배가 떠 있었다: over no sea
        dry = [[p for p in ps if p not in words("water_settings")] for ps in (met, earlier)]
        met, earlier = dry
    return met, earlier


def told_later(beat: Beat, shot: Shot, known: Repertoire) -> str:
    """꿈에 친구가 나왔다. 우리는 바닷가를 걸었다: the first place that the segment names, where it
    is named behind `beat` and none before; "" for none."""
    if any(named_by(e)[0] == "setting" for e in shot.earlier):
        return ""
    end = beat.story.start_char + len(beat.story.text)
    text = Text(shot.segment)
    elements = (as_meant(text, e) for e in shot.segment.elements if e.start_char >= end)
    behind = (e for e in elements if not e.negated)
    place = next((named_by(e)[1] for e in behind if named_by(e)[0] == "setting"), "")
    return "" if place in words("floorless") | words("seated") else known.setting(place) or ""


def flies_anywhere(beat: Beat, vignette: Vignette, known: Repertoire) -> bool:
    """교실에 새가 날아다녔다, 방 안을 날았다: where one is, and not in the sky alone."""
    event = beat.event
    if event is None or vignette.blocking not in ("soar", "hover"):
        return False
    if event.doer in ("", SELF):
        return not event.hero_thing and (
            _within_walls(beat.story, known)
            or _UP_TO_THE_CEILING.search(beat.story.text) is not None
        )
    played = known.actor(event.doer)
    return played is not None and known.build(played[0]).sort == "flier"


def _within_walls(story: Story, known: Repertoire) -> bool:
    """방 안을 날아다녔다: that far and no farther."""
    rooms = [m for m in story.of("setting") if known.setting(m.concept) in words("indoors")]
    after = (story.text[m.element.end_char - story.start_char :] for m in rooms)
    return any(_INSIDE.match(behind) for behind in after) and not _OUT.search(story.text)


_UP_TO_THE_CEILING = re.compile("천장( ?쪽)?(까지|에|으로|을|가까이)")
_INSIDE = re.compile(r" ?(안|속|천장)[을를에]")
_OUT = re.compile("창밖|밖으로|하늘|구름|지붕 위")


def under_the_sky(story: Story, shot: Shot) -> bool:
    """Whether the sky is the last place that was told of."""
    here = [m.concept for m in story.of("setting")]
    before = [named_by(e)[1] for e in shot.earlier if named_by(e)[0] == "setting"]
    return (here or before)[-1:] == ["sky"]


def gets_off(beat: Beat) -> bool:
    """Whether somebody leaves what carried them."""
    return alights(beat.story.text)


_STOPS = {
    "subway_train": "station", "train": "station", "bus": "street", "taxi": "street",
    "airplane": "airport", "ship": "beach", "boat": "beach"}  # fmt: skip


def where_one_gets_off(beat: Beat, shot: Shot) -> list[str]:
    """지하철에서 내렸다: one is at the station."""
    told = [e for e in (*shot.earlier, *shot.segment.elements) if e.concept in _STOPS]
    return [_STOPS[told[-1].concept or ""]] if told and gets_off(beat) else []


def looks_up(beat: Beat) -> bool:
    """Whether the sky is only seen: the dreamer does what needs a floor; heaven has one."""
    skies = {m.element.lemma for m in beat.story.of("setting") if m.concept == "sky"}
    if skies & words("walked_skies"):
        return False
    if beat.event is None:
        return beat.story.speaks_of_self
    if beat.event.doer in words("animals") and beat.vignette.blocking in words("airborne"):
        return beat.story.speaks_of_self and not beat.event.mounted  # the birds fly, and not I
    return beat.event.doer in ("", SELF) and beat.vignette.blocking not in words("airborne")


_ABOARD = re.compile(
    "(우리|내가 탄|타고 (있던|가던)) 배(가|는|에)|배를 (타|탔)|배에 (타|탔|올라|올랐|실려)"
    "|(유람선|여객선|크루즈|돛단배|군함)(을|를|에|이|가) "
)


def on_board(shot: Shot) -> str:
    """우리 배가 빙산에 부딪혔다: who sails is on deck, where no place has been told of since."""
    before = shot.context[: max((e.end_char for e in shot.earlier), default=0)]
    sails = any(e.concept in ("boat", "ship") for e in shot.earlier)
    return "deck" if sails and _ABOARD.search(before) and not gets_ashore(before) else ""


def gets_ashore(told: str) -> bool:
    """Whether those who sailed have landed."""
    return re.search("내렸|내려서|도착|하늘", told) is not None
