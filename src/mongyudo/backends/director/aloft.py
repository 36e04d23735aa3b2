"""Who flies stays in the air until told otherwise: they land, fall, wake, or are elsewhere."""

import re

from mongyudo.backends.director.beats import Beat
from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF
from mongyudo.backends.director.tables import named_by, words
from mongyudo.ink.scene import Key, Prop
from mongyudo.records import Element, Shot

_ANOTHER = re.compile(
    r"(?<![가-힣])(?!나는|내가|저는|제가|난 |나도|몸이|몸은|우리|바람|팔이|두 팔|발이|날개|기분)"
    r"[가-힣]+(이|가|은|는|께서) "
)
_WITH_ME = re.compile(r"나를|날 태|저를|나도|우리를|내 손|태우|업고|올라타|등에 타|타고")
_COMES_DOWN = re.compile(
    r"내려 ?[앉오와왔온갔가서섰]|내렸|내리고|착륙|착지|떨어(?!질 듯)|추락|도착|깨[고어서니]|깼|깬"
    r"|눈을? 떴|눈을? 뜨|땅에|땅으로|바닥에|바닥으로|들어[가갔와왔서섰]"
    r"|다음 장면|장면이|돌아[가갔와왔]"
    r"|걸어|걸었|걷고|뛰어|뛰었|날 수 없|못 날|날지 못|날개가 (꺾|부러)|갇[혔히]"
)
_SEEN_BELOW = re.compile(
    r"( ?(위|하늘|상공|꼭대기|너머|아래|밑))|(들)?(이|가|을|를|은|는|도|까지|처럼|만)"
)


def is_aloft(beat: Beat, shot: Shot, known: Repertoire) -> bool:
    """Whether `beat` is in the air, though its event alone would not say so."""
    over = _flies_over_a_town(beat)
    return over or _stays_aloft(beat, shot) or _rides_through_the_air(beat, known)


def _flies_over_a_town(beat: Beat) -> bool:
    """우리 동네 위를 날았다: it lies far below, and nobody flies along its street."""
    event, story = beat.event, beat.story
    if event is None or event.concept != "fly" or event.doer not in ("", SELF):
        return False
    if event.hero_thing or beat.vignette.blocking != "soar":
        return False
    places = [m for m in story.of("setting") if m.concept not in ("sky", "cloud")]
    behind = (story.text[m.element.end_char - story.start_char :] for m in places)
    far = all(_OVER.match(after) for after in behind)
    return far and any(m.concept in words("seen_below") for m in places)


_OVER = re.compile(r" ?(위|하늘|상공|지붕 ?위)")


def _rides_through_the_air(beat: Beat, known: Repertoire) -> bool:
    """강아지가 나를 태우고 날아갔다: on the back of what flies in a dream."""
    if beat.event is None or beat.vignette.blocking != "vehicle":
        return False
    played = [known.actor(m.concept) for m in beat.story.of("actor")]
    beasts = any(p and p[0] in known.creatures for p in played)
    flies = any(e.concept == "fly" and not e.unreal for e in beat.story.events)
    return beasts and flies


def _stays_aloft(beat: Beat, shot: Shot) -> bool:
    """Whether the dreamer flew before `beat` and has not come down; what they do in it can be done
    in the air."""
    event = beat.event
    here = {m.concept for m in beat.story.of("setting")} - {"sky"}
    if here - words("seen_below") or (here and beat.vignette.blocking in words("airborne")):
        return False  # 바다 위를 날았다: over what is told
    if event is not None and (
        event.doer not in ("", SELF) or beat.vignette.blocking not in words("done_aloft")
    ):
        return False
    end = beat.story.start_char + len(beat.story.text)
    told = shot.context[:end] if shot.context else shot.segment.text
    flights = [e for e in shot.earlier if _is_flight(e)]
    if not _is_ones_own(flights, told) or _COMES_DOWN.search(told, flights[-1].end_char):
        return False
    since = (*shot.earlier, *(m.element for m in beat.story.mentions))
    places = (
        e for e in since if e.start_char > flights[-1].end_char and named_by(e)[0] == "setting"
    )
    return all(_SEEN_BELOW.match(told, e.end_char) for e in places if not e.negated)


def _is_flight(element: Element) -> bool:
    """날았다, 떠올랐다: not 올라갔다, nor what sends a thing up (종이배를 띄웠다)."""
    if element.negated or named_by(element)[1] not in ("fly", "float"):
        return False
    lemma = element.lemma.replace(" ", "")
    return element.kind == "motion" and lemma not in words("goes_up") | words("sets_afloat")


def _is_ones_own(flights: list[Element], told: str) -> bool:
    """나는 날았다, 몸이 떠올랐다: and nobody else does; where the last does not say, as the one
    before."""
    for flight in reversed(flights):
        sentence = SENTENCE_END.split(told[: flight.start_char])[-1]
        if _WITH_ME.search(sentence):
            return True
        if _ANOTHER.search(sentence):
            return False
        if _MYSELF.search(sentence):
            return True
    return bool(flights)


_MYSELF = re.compile(r"(?<![가-힣])(나는|내가|저는|제가|난|몸이|몸은|우리는|우리가) ")

_TOWN = re.compile("마을|동네|시골|지붕|집들|우리 ?집|기와")
_CITY = re.compile("도시|시내|빌딩|아파트|건물|서울|학교|놀이터")


def seen_from_above(beat: Beat) -> str:
    """Which of the places that `beat` names the picture of the sky shows: the town below, drawn
    small, or the sky itself; "" for none."""
    named = [m.concept for m in beat.story.of("setting")]
    towns = [c for c in named if c in ("village", "city", "street")]
    if towns and _flies_over_a_town(beat):
        return towns[0]
    return "sky" if "sky" in named else ""


def town_below(beat: Beat, shot: Shot) -> tuple[Prop, ...]:
    """The small houses over which one flies, where the dream speaks of a town."""
    told = shot.context[: beat.story.start_char + len(beat.story.text)]
    told = told or beat.story.text
    towns = ((_TOWN, "house", 0.13), (_CITY, "tower_block", 0.17))
    found = [(concept, tall) for words_of, concept, tall in towns if words_of.search(told)]
    return tuple(
        Prop(concept, (Key(0, x, y),), height=tall * size, behind=True)
        for concept, tall in found[:1]
        for x, y, size in _HOUSES
    )


_HOUSES = (
    (0.08, 0.96, 0.7), (0.24, 0.94, 0.55), (0.40, 0.97, 0.65), (0.58, 0.95, 0.6),
    (0.74, 0.94, 0.5), (0.90, 0.97, 0.7), (0.16, 1.01, 0.9), (0.50, 1.03, 0.9), (0.82, 1.02, 0.85),
)  # fmt: skip
"""Where the roofs are seen from above, from the farthest to the nearest, and how large."""
