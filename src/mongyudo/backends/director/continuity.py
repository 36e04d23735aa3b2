"""What lasts from picture to picture: clothes, the dreamer's size, the hour, the weather."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from mongyudo.backends.director.colours import dye_before
from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.objects import thing_spoken_of
from mongyudo.backends.director.story import SELF, Story
from mongyudo.backends.director.tables import named_by, words
from mongyudo.backends.director.telling import tell
from mongyudo.backends.director.traits import has_grown_old
from mongyudo.ink.scene import Rgb, TimeOfDay, Weather
from mongyudo.records import Element, Segment, Shot

SMALL, LARGE = 0.42, 1.5
"""The size of who has shrunk or grown in the dream, against their own."""

_CLOTHES: Mapping[str, str] = {
    "교복": "school", "웨딩드레스": "bride", "드레스": "dress", "원피스": "dress", "한복": "hanbok",
    "잠옷": "pyjamas", "파자마": "pyjamas", "정장": "suit", "양복": "suit", "군복": "soldier",
    "수영복": "swimsuit", "환자복": "hospital", "상복": "mourning", "소복": "sobok",
    "코트": "trench", "운동복": "sport", "체육복": "sport", "앞치마": "apron", "우주복": "space",
    "갑옷": "armor", "도포": "dopo", "두루마기": "durumagi", "작업복": "worker",
    "누더기": "tattered", "턱시도": "tuxedo", "잠수복": "wetsuit", "수의": "shroud",
    "가운": "doctor_coat",
}  # fmt: skip
_WEARS = re.compile(
    rf"(?P<before>[^.!?\n]*?)(?P<worn>{'|'.join(_CLOTHES)})(을|를|만|도)? ?(차려 ?|갈아 ?)?"
    r"(?P<how>입은 ?채|입고|입었|입은 (나|내)|입은 모습|차림)"
)
_BARE = re.compile(
    r"(?P<before>[^.!?\n]*?)(알몸|나체|벌거벗|벌거숭이|발가벗|홀딱 ?벗"
    r"|옷을? ?((하나도|아무것도|전혀|다|모두|몽땅|홀딱) ?){0,2}(안 ?입[었은고]|벗[고었은어])"
    r"|(속옷|팬티|빤스|내복|내의|[러런]닝(셔츠)?)"
    r"( ?(차림|바람)|만 ?(달랑 ?)?(입[고은었]|걸[치쳤친]))"
    r"|(내 ?|입은 ?)옷이 ?((하나도|다|전부|모두) ?)?(없[었어고는]|벗겨[졌져]))"
)
_DRESSED = re.compile(
    r"(옷|바지|이불|수건|치마|외투|코트|잠옷|교복|담요|커튼)(을|를|으로|로)? ?[^.!?\n]{0,8}"
    r"(입었|입고|입혀|걸쳤|걸치고|덮|둘[러렀]|감[쌌싸]|찾아 ?입)"
)
_OTHERS = re.compile(
    r"(?<![가-힣])(?!나는|내가|저는|제가|나도|난 )[가-힣]+(이|가|께서|은|는)(?= )[^,]*$"
)
_CLAUSE_END = re.compile(r"(는데|고|며|서|더니|지만|다가|니까|자) ")
_PUT_ON = re.compile("갈아")
_SHRINKS = re.compile(
    r"(내|나|저|제|몸)[^.!?\n]{0,14}(작아|줄어|(개미|손톱|콩알|엄지|쥐)만[^.!?\n]{0,6}(해|하|작|줄))"
)
_GROWS = re.compile(
    r"(내|나|저|제|몸)(이|가|는| 몸이| 키가)[^.!?\n]{0,10}(커졌|커지|커져|거인이|(산|빌딩|집채)만)"
)
WEATHER: Mapping[str, Weather] = {
    "rain": "rain", "snow": "snow", "fog": "fog", "wind": "wind", "storm": "storm",
    "lightning": "storm", "clear": "clear", "drizzle": "rain", "typhoon": "storm",
}  # fmt: skip
"""Words of the weather, and how the ink shows it."""
_NIGHT = frozenset({"aurora", "night", "moon", "star", "stars", "darkness", "midnight"})
_DUSK = frozenset({"dusk", "evening", "sunset", "dawn"})
_DAY = frozenset({"day", "sun", "morning", "noon", "rainbow"})
_OWN_SIZE = re.compile("원래(대로|의)? ?(크기|돌아)|다시 (커|작아|원래)")
_CLEARS = re.compile("그치|그쳤|그친|갰|개었|개이|맑아|멎")
_AWAKE = re.compile(r"(잠|꿈)(에서|을)? ?(깨|깼)|눈을? ?(떴|뜨니|뜨자)|일어나 ?보니")


def told_until(shot: Shot, story: Story) -> str:
    """The dream up to the end of `story`."""
    end = story.start_char + len(story.text)
    return shot.context[:end] if shot.context else story.text


def story_of(shot: Shot) -> Story:
    """What `shot` tells, with what lasts from before it."""
    begins = shot.segment.start_char
    if not shot.earlier or len(shot.context) < begins:
        return tell(shot.segment)
    before = tell(Segment(0, begins, shot.context[:begins], (), "", shot.earlier))
    thing = thing_spoken_of(before.mentions)
    part = _from_its_sentence(shot)
    past = tuple(e for e in before.events if e.start_char < part.start_char)
    whole = tell(part, _spoken_of(before), before.became, thing, past)
    return _with_earlier(whole.between(begins, shot.segment.end_char), before)


def _from_its_sentence(shot: Shot) -> Segment:
    """The segment with what comes before it in its first sentence, where it is cut within one: who
    did something there goes on."""
    segment, begins = shot.segment, shot.segment.start_char
    start = max((m.end() for m in SENTENCE_END.finditer(shot.context, 0, begins)), default=0)
    if not shot.context[start:begins].strip():
        return segment
    ahead = tuple(e for e in shot.earlier if e.start_char >= start)
    text = shot.context[start:begins] + segment.text
    return replace(segment, start_char=start, text=text, elements=ahead + segment.elements)


def _spoken_of(before: Story) -> str:
    """Who did something last, else was named last."""
    there = {m.concept for m in before.of("actor") if m.case not in ("absent", "before", "owner")}
    did = [e.doer for e in before.events if e.doer in there]
    if has_grown_old(before.text):
        there -= {"grandmother", "grandfather"}
    named = [m.concept for m in before.of("actor") if m.concept in there]
    return next(iter((*did[::-1], *named[::-1])), "")


def _with_earlier(story: Story, before: Story) -> Story:
    """`story` with what the others have had on since before it (하얀 옷을 입은 여자), and which
    colour what has; the dreamer's own clothes are in `clothes_of_self`."""
    clad = (each for each in before.clad if each[0] != SELF)
    dyed = (each for each in before.dyed if each[0] != SELF)
    worn, of_colour = (*clad, *story.clad), (*dyed, *story.dyed)
    return replace(
        story, clad=worn, dyed=of_colour, dyes=(*before.dyes, *story.dyes),
        lacking=(*before.lacking, *story.lacking), several=(*before.several, *story.several),
        past=before.events, met_before=before.mentions, ahead=before.text,
    )  # fmt: skip


@lru_cache(maxsize=64)  # asked for every picture of every way to divide a shot
def clothes_of_self(dream: str, told: str) -> tuple[str, Rgb | None]:
    """What the dreamer wears, "" where nothing says it, and its colour where that is told.

    What they have on (교복을 입은 채) they have on in the whole `dream`; what they change into only
    once it is `told`.
    """
    worn: tuple[str, Rgb | None] = ("", None)
    for found in _WEARS.finditer(dream):
        clause = _CLAUSE_END.split(found["before"])[-1]
        changes = _PUT_ON.search(found.group(0)) or found["how"] == "입었"
        if _OTHERS.search(clause) or (changes and found.end() > len(told)):
            continue
        if worn[0] and found.end() > len(told):
            continue
        worn = _CLOTHES[found["worn"]], dye_before(clause)
    sentence = told + SENTENCE_END.split(dream[len(told) :], maxsplit=1)[0]
    return ("naked", None) if _is_naked(sentence) else worn


def _is_naked(told: str) -> bool:
    """내가 옷을 하나도 안 입고 있었다: until something is put on."""
    bare = [found for found in _BARE.finditer(told) if not _OTHERS.search(found["before"])]
    return bool(bare) and not _DRESSED.search(told, bare[-1].end())


def stature(told: str) -> float:
    """How large the dreamer is by now, against their own size."""
    changes = [
        (found.start(), size)
        for pattern, size in ((_SHRINKS, SMALL), (_GROWS, LARGE), (_OWN_SIZE, 1.0))
        for found in pattern.finditer(told)
    ]
    return max(changes)[1] if changes else 1.0


def hour_named(concepts: Iterable[str]) -> TimeOfDay | None:
    """The time of day that one of `concepts` names."""
    named = set(concepts)
    hours: tuple[tuple[frozenset[str], TimeOfDay], ...] = (
        (_NIGHT, "night"), (_DUSK, "dusk"), (_DAY, "day"),
    )  # fmt: skip
    return next((hour for hints, hour in hours if named & hints), None)


def hour_lasting(story: Story, shot: Shot, felt: TimeOfDay) -> TimeOfDay:
    """The hour that the text names, now or last; else the `felt` one.

    It stays until another is named or one wakes. The last third of a longer film that names no
    hour at all is an hour later, so that its light turns.
    """
    now = hour_named(m.concept for m in story.of("time", "light"))
    now = now or next(filter(None, (_hour_in(m.element) for m in story.of("setting"))), None)
    if now is not None:
        return now
    told = told_until(shot, story)
    told_hours = (e for e in shot.earlier if _tells_the_hour(e) or _hour_in(e))
    times = [e for e in told_hours if not e.negated]
    for element in reversed(times):
        then = _hour_in(element) or hour_named([named_by(element)[1]])
        if then is not None:
            return felt if _AWAKE.search(told, element.end_char) else then
    late = shot.index >= _LONG_FILM and story.start_char > 0.6 * len(shot.context)
    return "dusk" if late and felt == "day" and not times else felt


def _hour_in(place: Element) -> TimeOfDay | None:
    """밤길, 새벽 시장: the hour in the name of a place; None for none."""
    found = _HOUR_IN_PLACE.match(place.lemma) if place.kind == "setting" else None
    return None if found is None else "night" if found["night"] else "dusk"


_HOUR_IN_PLACE = re.compile(
    "((?P<night>밤|한밤)|새벽|저녁) ?"
    "(길|거리|바다|하늘|산|골목|숲|들판|강|시장|도시|도로|기차|열차|버스)"
)


def _tells_the_hour(element: Element) -> bool:
    """밤, 별, 달: the sky says it, too."""
    return element.kind == "time" or (
        element.kind == "light" and element.concept in ("star", "stars", "moon")
    )


_LONG_FILM = 2
"""The number of a segment that only films of three and more have."""


def weather_lasting(story: Story, shot: Shot, known: frozenset[str]) -> Weather:
    """The weather that the text names, or that lasts while nobody goes elsewhere."""
    now = weather_named((m.concept for m in story.of("weather")), known)
    if now != "clear" or any(m.concept == "clear" for m in story.of("weather")):
        return now
    if story.of("setting") or not _stays(shot.earlier):
        return "clear"
    last = next(e for e in reversed(shot.earlier) if e.kind == "weather")
    if _LIKENED.match(shot.context, last.end_char):
        return "clear"
    told = shot.context[last.end_char : story.start_char + len(story.text)]
    over = _CLEARS.search(told) is not None or last.negated
    return "clear" if over else weather_named([named_by(last)[1]], known)


_LIKENED = re.compile("처럼|마냥|같이|같은")
"""편지가 눈처럼 내렸다: no snow falls."""


def _stays(earlier: tuple[Element, ...]) -> bool:
    """Whether weather was told, and no inside named since."""
    weathers = [e.start_char for e in earlier if e.kind == "weather"]
    inside = [
        e.start_char
        for e in earlier
        if e.kind == "setting" and (e.concept or "") in words("indoors")
    ]
    return bool(weathers) and max(inside, default=-1) < max(weathers)


def weather_named(concepts: Iterable[str], known: frozenset[str]) -> Weather:
    """The weather that the last of `concepts` names of those that the ink has `known`."""
    for concept in reversed(list(concepts)):
        weather = WEATHER.get(concept)
        if weather in known:
            return weather or "clear"
    return "clear"
