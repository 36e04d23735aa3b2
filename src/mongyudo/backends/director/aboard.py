"""Vehicles that are places, too: one is in them, or on their deck, until one gets off."""

import re

from mongyudo.backends.director.only_told import is_only_told
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Event, Mention, Story, lies_beyond
from mongyudo.backends.director.tables import named_by, words
from mongyudo.records import Shot

_GETS_OFF = re.compile(
    r"에서 ?([가-힣]+ )?[가-힣]+[이가] (내리|내려|내렸)"
    r"|에서 ?(내리|내려|내렸|나와|나왔)|에 ?(치|부딪|깔|두|뒀|싣|실|넣|놓)"
    r"| ?(정류장|정류소|터미널|주차장)|(을|를)? ?(기다|놓)"
)
_GETS_ON = re.compile(
    r"( ?\d+번)?( ?(첫|막)차)?((을|를|에)? ?(올라)?(타|탔|탄)"
    r"|에 ([가-힣]+ ){1,3}(올라)?(탔|타고))| ?문(을|를)? ?열(고|자|었|더|면)"
    r"|로 ?(급히 |얼른 |겨우 |다 같이 |다같이 )?(도망|달아나|달아났|피하|피했|들어|뛰어들|숨|대피)"
    r"| ?((맞은|건너)편|옆|빈|반대편)? ?(자리|좌석|의자|칸)(에|으로)"
    r"| ?(안|속|내부)(에|에서|으로|이|은|엔|의|[.,])"
    r"| ?(노약자석|임산부석|손잡이|노선도|광고판|출입문|안내판|전광판)"
    r"|(의)?[.,]? ?(창밖|창가|창문|창 ?너머|좌석|뒷좌석|뒷자리|앞자리|옆자리|통로|맨 ?(뒤|뒷|앞))"
)
"""Behind a vehicle: one is in it from then on."""

CABINS = {
    "elevator": "elevator", "train": "train", "steam_train": "train",
    "car": "car", "taxi": "car", "truck": "car", "ambulance": "car", "police_car": "car",
    "bus": "bus", "subway_train": "subway", "airplane": "airplane", "steering_wheel": "car",
    "minibus": "bus", "hearse": "car", "fire_engine": "car", "submarine": "submarine",
    "cable_car": "gondola",
}  # fmt: skip
"""Vehicles in which one sits, and the settings that show them from within."""
_DECKS = {"ship": "deck"}
"""On board of what is told to be somewhere: 유람선에서, which is no inside."""

_IN = re.compile("(에서|에) ")


_DRIVES = re.compile(r"(을|를|로)? ?(타고|탔|탄 |올라타|접어들|진입)")


def is_driven(place: Mention, behind: str) -> bool:
    """고속도로를 타고: whether one drives on the road that these words stand behind."""
    return place.concept == "road" and _DRIVES.match(behind) is not None


_INTO_THE_SEA = re.compile(
    r"(바다|바닷물|물)( ?(속|밑|위|한가운데))?(으로|로|에|를|을)? ?(그대로 ?)?"
    r"(들어|빠|떨어|돌진|뛰어|달리|달렸|달려|가라|잠기|추락|건너)|(바다|물) ?(속|밑|위)"
)


def keeps_dry(event: Event | None, story: Story) -> bool:
    """버스를 타고 바다로 갔다: wheels come to its shore, unless they are said to go in or over."""
    wheels = event is not None and set(event.things) & words("wheeled")
    return bool(wheels) and _INTO_THE_SEA.search(story.text) is None


def is_within(behind: str) -> bool:
    """버스를 타고, 버스에서 졸다가: whether one is in the vehicle that these words stand behind."""
    return bool(_GETS_ON.match(behind) or (_IN.match(behind) and not _GETS_OFF.match(behind)))


def cabin_of(vehicle: Mention, story: Story, known: Repertoire) -> str:
    """The setting in which one is who is in or on `vehicle`; "" where nobody is."""
    if vehicle.concept in _DECKS:
        deck = _DECKS[vehicle.concept]
        return deck if vehicle.case == "at" and deck in known.settings else ""
    if vehicle.concept not in CABINS:
        return ""
    behind = story.text[vehicle.element.end_char - story.start_char :]
    if (vehicle.case != "at" and not _GETS_ON.match(behind)) or _GETS_OFF.match(behind):
        return ""
    return known.setting(CABINS[vehicle.concept]) or ""


def sits_in(
    event: Event, place: Mention, story: Story, known: Repertoire
) -> tuple[str, str] | None:
    """버스에서 졸았다, 버스를 탔다: the setting and the concept of the vehicle in which `event` is
    told to be, unless `place` is told nearer to it."""
    later = place.start_char > event.start_char
    first = event.clause_start if later else max(event.clause_start, place.start_char + 1)
    own = range(first, event.start_char)
    boards = later and event.concept == "ride"
    boards &= place.concept == "station"  # 지하철을 탔는데 역 이름이
    for vehicle in reversed(story.of("prop")):
        in_it = vehicle.case == "at" or (boards and vehicle.case == "object")
        if vehicle.start_char in own and in_it:
            setting = cabin_of(vehicle, story, known)
            return (setting, vehicle.concept) if setting else None
    return None


GOES_OVER = re.compile(
    r" ?(위|속|옆|가)?(를|을) ?(마구 |신나게 |계속 )?"
    r"(달|건너|지나|날아|내려[가갔와왔]|올라[가갔]|오르)"
)


def passes(place: Mention, story: Story) -> bool:
    """바다 위를 달렸고: what a vehicle goes over or along."""
    behind = story.text[place.element.end_char - story.start_char :]
    return GOES_OVER.match(behind) is not None


def driving_by(story: Story) -> frozenset[str]:
    """Vehicles that only drive by: 기차가 지나갔다."""
    moving = frozenset(e.hero_thing for e in story.events if e.concept in words("moves_on"))
    moving &= words("vehicles") | words("seated")  # and no sea: 문을 여니 바다가 나왔다
    return moving - {"elevator"}  # 엘리베이터가 내려갔다: with everybody in it


_ALIGHTS = re.compile(
    r"(?<!녹아)(?<!흘러)(?<!쏟아)(?<!무너져)(?<!쓸어)(?<!끌어)내[리려렸]"
    r"(?!고 ?싶|려|지 ?(못|않|마)|지를|야 ?하|야지|가|갔|오|와|왔|다 ?보|앉)"
    r"|에서 내려"
    r"|도착|뛰쳐|튕겨"
    r"|(에서|밖으로|바깥으로|열고|함께|얼른|겨우|나는|우리는) ?(나왔|나와)"
)
_COMES_DOWN = re.compile(
    r"(눈|비|빗물|소나기|어둠|이슬|서리|명령|판결|햇빛|꽃잎)"
    r"(이|가|은|는|도|을|를)? ?(\S+ ){0,2}내[리려렸]"
    r"|못 ?내[리려렸]|내릴 ?수 ?(가 |는 )?없"
)
"""눈이 내렸다, 못 내렸다: nobody gets off."""


def alights(told: str) -> bool:
    """Whether `told` says that somebody gets off."""
    return _ALIGHTS.search(_COMES_DOWN.sub("", told)) is not None


def boarded(shot: Shot, until_char: int, known: Repertoire) -> str:
    """The vehicle's inside in which the dreamer sits since an earlier segment; "" for none."""
    for element in reversed(shot.earlier):
        kind, concept = named_by(element)
        if lies_beyond(shot.context, element.start_char, element.end_char):
            continue  # 창밖으로 산이 지나갔다
        passed = GOES_OVER.match(shot.context[element.end_char :])
        if kind == "setting" and not (passed or is_only_told(element, shot.context, 0)):
            return concept if concept in words("seated") else ""
        if concept in CABINS and kind == "prop":
            behind = shot.context[element.end_char : until_char]
            inside = known.setting(CABINS[concept]) if is_within(behind) else None
            if inside is None and _GOES_ITSELF.match(behind) and not alights(behind):
                continue  # 버스가 저절로 달렸다: one is in it still, if one got on
            return "" if inside is None or alights(behind) else inside
    return ""


_GOES_ITSELF = re.compile(
    r"(이|가|은|는) ?([^\s.!?]+ ){0,3}"
    r"(달[리렸려]|움직|출발|가고|갔|멈[추췄춰]|섰|흔들|덜컹|돌아|올라|내려가)"
)
