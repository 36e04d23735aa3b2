"""Places that are told and are not where one is: whose somebody or something is, who speaks from
there, with whom one talks."""

import re
from collections.abc import Iterable
from itertools import pairwise

from mongyudo.backends.director.nouns_of_others import BOUND
from mongyudo.backends.director.only_told import is_only_told, without_only_told
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Mention, Story, lies_beyond
from mongyudo.backends.director.tables import haunts, named_by, words
from mongyudo.records import Element, Shot

_SPEAKS = re.compile(
    r"에서(는|도)? ?(?![^.!?…\n]{0,24}[가-힣](이|가|은|는) )[^.!?…\n]{0,24}"
    r"(다고|라고|냐고|자고|으라고) ?(했|한|하|연락|전화|통보|알려|말)"
    r"|에서(는)? ?(전화|연락|문자|편지|통지|통보|공문|안내문)[가-힣]{0,2} ?(왔|온|오|걸려|받)"
)
"""Behind an office: 구청에서 베어 간다고 했다, 은행에서 전화가 왔다."""
OUTSIDE = {
    "school": "school_yard", "home": "yard", "hospital": "street", "office": "street",
    "church": "church_yard", "shop": "street", "restaurant": "street", "library": "street",
    "barracks": "yard", "prison": "yard", "theater": "street", "wedding_hall": "street",
    "airport": "street",
}  # fmt: skip
"""Before the houses of a name: no bus stands in a classroom."""
WITHOUT = {
    "airplane": "sky", "gondola": "sky", "submarine": "underwater", "below_deck": "sea",
    "bus": "street", "car": "street", "subway": "station", "train": "field",
}  # fmt: skip
"""What lies beyond the windows of what moves; a yard beyond all others."""

_OUT = {
    "cave": "mountain", "tunnel": "mountain", "home": "yard", "ondol": "yard", "room": "yard",
    "kitchen": "yard", "school": "school_yard", "church": "church_yard", "barracks": "field",
    "workshop": "yard",
}  # fmt: skip
"""Where one is who goes out of doors; on a street from all others."""
_GOES_OUT = re.compile(
    r"(밖|바깥)(으로|에)? ?([^\s.!?]+ ){0,2}(뛰쳐 ?|걸어 ?|빠져 ?|쫓겨 ?|기어 ?)?"
    r"(나[가갔오왔와서섰](?!고 ?싶|려|야|자고|라고|지 ?[못않])|도망|뛰쳐)"
)
_OTHERS_GO = re.compile(
    r"(?<![가-힣])(?!나는|내가|저는|제가|우리)[가-힣]+(이|가|은|는)( [가-힣]+)? $"
)


def goes_out(setting: str, told: str) -> bool:
    """밖으로 나오니: whether the dreamer leaves the house in which they were."""
    if setting not in words("indoors") - words("seated") - words("floorless"):
        return False
    return any(
        not _OTHERS_GO.search(re.split(r"[.!?\n]", told[: out.start()])[-1])
        for out in _GOES_OUT.finditer(told)
    )


def out_of_doors(setting: str, came_from: str) -> str:
    """Where one is who goes out of `setting`: from where one `came_from`, unless a house."""
    if came_from and came_from not in words("indoors"):
        return came_from
    return _OUT.get(setting, "street")


def has_a_front(place: Element) -> bool:
    """폐병원 앞, 국밥집 앞: whether one who is before it is out of doors; a room is not."""
    return place.lemma.endswith(tuple(words("has_a_front")))


def is_said_of_another(place: Mention, story: Story, shot: Shot) -> bool:
    """Whether a place only tells somebody or something apart."""
    return (
        says_who(place.element, (m.element for m in story.mentions))
        or _says_whose(place, story)
        or _says_which(place, story)
        or place.case == "with"
        or _speaks(place, story)
        or is_only_told(place.element, *whole(story, shot))
    )


def whole(story: Story, shot: Shot) -> tuple[str, int]:
    """The dream and where it begins, else what of it the story tells."""
    return (shot.context, 0) if shot.context else (story.text, story.start_char)


def names_a_place(thing: Mention, story: Story) -> bool:
    """지하철 유실물센터, 중고차 매매센터: only tells which place it is."""
    places = (m.start_char for m in story.of("setting"))
    return thing.case == "bare" and any(at - thing.element.end_char in (0, 1) for at in places)


def is_told_before(shot: Shot, start_char: int, known: Repertoire) -> bool:
    """Whether the segment has named a place before `start_char`."""
    begun = (e for e in shot.segment.elements if e.end_char <= start_char and not e.negated)
    return any(
        kind == "setting" and known.setting(concept) for kind, concept in map(named_by, begun)
    )


def says_who(place: Element, others: Iterable[Element]) -> bool:
    """매점 아줌마, 학교 모자: where somebody or what one wears belongs, who may be elsewhere; not
    저수지 이무기, who never leaves it."""
    worn = words("garments") | words("headgear")
    behind = (e for e in others if e.start_char - place.end_char in (0, 1))
    return any(
        (e.kind == "actor" and not _dwells(e, place)) or named_by(e)[1] in worn for e in behind
    )


def _dwells(being: Element, place: Element) -> bool:
    """Whether beasts and spirits are told of, who are met where they live; 우리 집 강아지 is one's
    own, wherever it is."""
    own = place.concept == "home" and being.concept in words("animals")
    return not own and being.concept in words("spirits") | words("beasts")


def _says_whose(place: Mention, story: Story) -> bool:
    """대학 잠바: where a thing comes from, that may be anywhere; not 주차장 형광등, part of it."""
    if place.case != "bare":
        return False
    own = words("parts_of_places")
    things = (m for m in story.of("prop") if m.concept not in own or m.element.lemma in _OUTSIDE_IT)
    return any(m.start_char - place.element.end_char in (0, 1) for m in things)


def _says_which(place: Mention, story: Story) -> bool:
    """군대 연병장: the wider of two places of one name."""
    starts = (m.start_char for m in story.of("setting"))
    return place.case == "bare" and any(at - place.element.end_char == 1 for at in starts)


def has_been_moved(place: Mention, story: Story) -> bool:
    """바다 밑에 우리 집 냉장고가 놓여 있었다: whose it is that stands where one is told to be."""
    things = (m.element for m in story.of("prop"))
    return place.case == "bare" and is_whose(place.element, things, story.text, story.start_char)


def is_whose(place: Element, things: Iterable[Element], text: str, start_char: int) -> bool:
    """Whether furniture that is the subject stands right behind its `place`; `text` begins at
    `start_char`."""
    own = words("moved_furniture")
    near = (e for e in things if named_by(e)[1] in own and e.start_char - place.end_char in (0, 1))
    return any(text[e.end_char - start_char :][:1] in ("이", "가") for e in near)


def _speaks(place: Mention, story: Story) -> bool:
    """구청에서 베어 간다고 했다: who says so is no place."""
    behind = story.text[place.element.end_char - story.start_char :]
    return place.concept in words("offices") and _SPEAKS.match(behind) is not None


def _is_only_smelt(place: Mention, story: Story) -> bool:
    """하수구 냄새가 났다: it smells like there, or from there."""
    return SMELLS.match(story.text[place.element.end_char - story.start_char :]) is not None


def _is_a_roof_seen(place: Mention, story: Story) -> bool:
    """지붕만 보였다: nobody is on it."""
    behind = story.text[place.element.end_char - story.start_char :]
    return place.element.lemma.endswith("지붕") and bool(_ROOF_SEEN.match(behind))


_ROOF_SEEN = re.compile(
    r"(만|이|은|도|까지|들이|들만)? ?(겨우 |조금 |살짝 )?(보[이였]|남[았아]|물에|잠[겼기])"
)


def _is_measure(place: Mention, story: Story) -> bool:
    """집보다 컸다: how large something is, and no place where one is."""
    return MEASURES.match(story.text[place.element.end_char - story.start_char :]) is not None


MEASURES = re.compile(r" ?(보다|만 ?한|만 ?하게|만큼|만 ?해[졌지서])")
SMELLS = re.compile(r"(의|에서 나는)? ?(냄새|악취|내음|향기|썩은내|구린내)")


_MOVES = re.compile(
    r" ?(전체|안)?(이|가|도) ?(\S+ )?"
    r"(흔들|무너|멈[췄추춰]|멎|기울|울[렸리]|떨[렸리]|돌[았아]|움직|갈라|내려앉|정전|조용|어두|캄캄|작아|커[졌지])"
)


def is_felt_within(place: Mention, story: Story) -> bool:
    """건물 전체가 멈췄다: of whoever is indoors, the house that they are in."""
    houses = place.concept in ("street", "apartment", "home", "tower", "facade")
    behind = story.text[place.element.end_char - story.start_char :]
    return houses and _MOVES.match(behind) is not None


def is_vague(place: Mention, story: Story) -> bool:
    """창가: by the window of the room in which those who are told of are met; or what
    it smells like."""
    if _is_only_smelt(place, story) or _is_measure(place, story) or _is_a_roof_seen(place, story):
        return True
    met = (m.concept in haunts() for m in story.of("actor", "prop"))
    return place.element.lemma in ("창가", "구석") and any(met)


_OUTSIDE_IT = ("창밖", "문밖")
_GLASS = re.compile(r" ?(유리|유리창|창문|창|유리문|철창|문) ?(너머|안쪽|안|건너)")
_WAS = re.compile(r"(이었|였|인데|이고|이더|임(?![가-힣])|이네|이야|입니다|이에요)")


def is_behind_its_glass(place: Mention, story: Story, known: Repertoire) -> bool:
    """신생아실 유리 너머: what is seen beyond the glass is in that room."""
    behind = story.text[place.element.end_char - story.start_char :]
    return known.setting(place.concept) in words("indoors") and _GLASS.match(behind) is not None


_BELOW = re.compile(
    r"(?<![가-힣])(저 ?|발 ?|다리 |그 )?(밑|아래|밑쪽|아래쪽)"
    r"(에는|에|엔|은|으로|로|으로는|을 (내려다)?(보니|봤더니|보면|봤는데)까?|에서)? "
    r"((?!\S*(고|서|며) )[^\s.!?]+ ){0,3}$"
)


def lies_below(text: str, start_char: int) -> bool:
    """다리 밑에는 강이 흘렀다: whether what `text` names at `start_char` is only looked down on."""
    return _BELOW.search(text, 0, start_char) is not None


def is_looked_at(place: Element, told: list[Element], context: str, known: Repertoire) -> bool:
    """창밖에는 바다가, 다리 밑에는 강이, 부산 가는 기차: where one is not."""
    if lies_beyond(context, place.start_char, place.end_char):
        return True
    if place.kind == "setting" and BOUND.match(context, place.end_char):
        return True
    settings = {known.setting(named_by(e)[1]) for e in told if named_by(e)[0] == "setting"}
    below = bool(settings & words("high_places"))
    return below and place.kind == "setting" and lies_below(context, place.start_char)


def is_what_it_is(place: Mention, story: Story) -> bool:
    """무대는 경기장이었다: the place that another turns out to be."""
    behind = story.text[place.element.end_char - story.start_char :]
    return _WAS.match(behind) is not None


_AT_ONCE = re.compile(r"^.{0,6}(동시에|이면서|이자 |기도 하)")
"""Between two places that are one."""
_TURNS_OUT = re.compile("[이가은는] ?((통째로|그대로|온통|전부|죄다|완전히|어느새|갑자기) )?")
_TO_BE = re.compile("이?었|였|이고|이더|이라|이네|임[.]|[이가] ?(되|됐)|으?로 ?(변|바뀌)|이었음")
"""거실이 통째로 풀밭이고: what stands between them and behind."""


def also_there(setting: str, shot: Shot, known: Repertoire) -> str:
    """거실인데 동시에 공항이었다: the other place that `setting` is; "" for most."""
    told = [e for e in (*shot.earlier, *shot.segment.elements) if named_by(e)[0] == "setting"]
    for first, second in pairwise(told):
        between, behind = first.end_char, shot.context[second.end_char :]
        words_between = shot.context[between : second.start_char]
        became = _TURNS_OUT.fullmatch(words_between) and _TO_BE.match(behind)
        if not (became or _AT_ONCE.search(words_between)):
            continue
        both = [known.setting(named_by(e)[1]) or "" for e in (first, second)]
        if setting in both and both[0] != both[1]:
            return both[1 - both.index(setting)]
    return ""


def is_under_water(element: Element, concept: str, dream: str) -> bool:
    """바닷속을 걸었다: one is there until one comes up; nobody stays in the sky so."""
    behind = dream[element.end_char :]
    if element.lemma in words("walked_skies"):  # 구름 위를 걸었다: there is a floor
        return not _COMES_DOWN.search(behind)
    return concept == "underwater" and bool(_UNDER.match(behind)) and not _SURFACES.search(behind)


_COMES_DOWN = re.compile("내려[왔오와갔가]|떨어[졌지져]|추락|깼|깨어")
_UNDER = re.compile(r"(에서|에 |을|이었|인데|로 ([가-힣]{1,5} ){0,2}(들어|가라|빨려|빠|잠|내려))")
_SURFACES = re.compile(
    "물 ?밖|(헤엄쳐|밖으로|위로|뭍으로|수면) ?(나[오왔와]|올라|떠올|빠져)|깼|깨어"
)


def told_there(shot: Shot, known: Repertoire) -> list[Element]:
    """What was told before of which the place of `shot` may be known: without the places where one
    is not."""
    told = [
        e for e in shot.earlier
        if named_by(e)[1] and not e.negated
        and (e.lemma.startswith("거울") or not says_who(e, shot.earlier))  # 거울 속의 나
        and e.lemma not in words("roof_parts")
    ]  # fmt: skip
    told = [e for e in told if not _sleeps_there(e, told, shot)]
    told = [e for e in told if not SMELLS.match(shot.context, e.end_char)]
    told = [e for e in told if not MEASURES.match(shot.context, e.end_char)]
    told = [e for e in told if not is_looked_at(e, told, shot.context, known)]
    told = [e for e in told if not is_whose(e, told, shot.context, 0)] or told
    return without_only_told(told, shot.context)


_SLEEPS_AT = re.compile(r" ?(안|속|위)?(에서|에) [^.!?]{0,14}")
"""Between a place and the sleep there."""


def _sleeps_there(event: Element, told: list[Element], shot: Shot) -> bool:
    """찜질방에서 자고 있는데: one sleeps where one is, and in no other room."""
    if event.concept != "sleep":
        return False
    near = (e for e in told if named_by(e)[0] == "setting" and e.end_char <= event.start_char)
    between = (shot.context[e.end_char : event.start_char] for e in near)
    return any(_SLEEPS_AT.fullmatch(words_between) for words_between in between)
