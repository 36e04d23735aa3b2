"""What is seen to be so without being played: it lies there, is worn, is held, is ridden in."""

import re
from collections.abc import Iterable, Iterator

from mongyudo.backends.director.colours import dye_of, dyed_name
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.meanings import as_meant, is_laid
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.roles import CLOTHES
from mongyudo.backends.director.tables import flocks, sights, words
from mongyudo.ink.scene import Scene
from mongyudo.reading.amounts import MANY
from mongyudo.records import Element, Segment

_COUNTED = r"(들)?( (한|두|세|네|다섯|여러|몇|\d+) ?[가-힣]{1,2}(?=[이가은는도만]))?"
_SO_AS = "(빈틈|흠|소리|말|끝|빠짐|쉼|하릴|티)?(없|나란|깊숙|깊|높|똑바|겹겹|빽빽)이 "
_HOW = rf"((?!\S*[이가을를] )[^\s.!?]+ |{_SO_AS})"
_SUBJECT = re.compile(_COUNTED + rf"(이|가|은|는|도|만|밖에)?,? ?((\S+ ){{0,2}}|{_HOW}{{0,5}})$")
_PLACED = re.compile(
    r"(들)?( ?(앞|뒤|옆|곁|위|밑|아래|안|속|가운데|한가운데|사이|쪽|가|끝))?"
    r"(에|에서|로|으로|까지|마다|부터)(는|도|만)? "
)
"""Where something is, and not what."""
_FAR_SUBJECT = re.compile(_COUNTED + r"(이|가|은|는|도|만),? ([^\s.!?]+ ){0,5}$")
"""From a subject past a place to the verb."""
_SO_IT_STANDS = re.compile(
    _COUNTED + r"(이|가|은|는),? (?!\S*(고|며|서|면|니|데|자) )"
    r"([^\s.!?]*([게로]|없이|같이|많이|만|점|씩|히) ){1,4}"
)
"""항아리가 하나같이 흠 없이 서 있었다: how it does."""
_WITH = re.compile(r"(들|떼)?(으로|로) ?(\S+ ){0,1}$")
_SO = re.compile(r"\S?(춰|어|아|여|워|와|려|져|라|러|겨|켜|쳐|돼|채|은 채|며) ")
"""줄을 맞춰 박혀 있었다: how it is so."""
_DONE_TO = re.compile(r"(들)?(을|를) ")
_CAME = re.compile(r"\S{0,2} ?있")
_COMPOUND = re.compile("[아어여] ?")
_NOUNS = ("prop", "setting", "actor", "weather", "light")
_OBJECT = re.compile(r"(들)?(을|를|만|도|에)? ?(\S+ ){0,2}$")
"""From a noun to its verb: at most two words between."""


def attested(
    segment: Segment, verb: Element, scenes: Iterable[Scene], seen: set[str], known: Repertoire
) -> str | None:
    """The thing or the person by whom the state that `verb` tells is seen; None for no such.

    `seen` is every concept that some scene shows. 상자가 놓여 있었다 is told by the box that is
    there, 한복을 입고 by the dress that somebody has on, 버스를 타고 by the inside of the bus.
    """
    text = Text(segment)
    lemma = verb.lemma.replace(" ", "")
    if verb.negated or text.is_unreal(verb):
        return None
    if verb.concept == "work" and _is_at_work(scenes, known):
        return "work"
    if lemma in words("colours"):
        return _coloured(text, verb, scenes, seen, known)
    if lemma == MANY:
        return _so_many(text, verb, scenes, known)
    if lemma in words("lies_there") | words("full_of") or is_laid(text, verb):
        lies = _lying(text, verb, seen, known)
        if lies or lemma not in words("nature_does"):
            return lies
    has_come = lemma in ("오다", "들다") and _CAME.match(
        text.between(verb.end_char, verb.end_char + 3)
    )
    kinds = {"actor"} if lemma in words("lives_there") else set(_NOUNS)
    kinds = {"setting", "prop"} if lemma in words("opens_up") else kinds  # 바다가, 창문이 나왔다
    if has_come or lemma in words("is_there") | words("lives_there") | words("opens_up"):
        noun = _noun(text, verb, _SUBJECT)
        if noun is None or noun.kind not in kinds:
            return None
        return _present(noun, seen, known)
    if lemma in words("nature_does") | words("coverers"):
        return _nature(text, verb, seen)
    noun = _noun(text, verb, _OBJECT)
    return _on_somebody(noun, verb, scenes, known) if noun else None


def _on_somebody(
    noun: Element, verb: Element, scenes: Iterable[Scene], known: Repertoire
) -> str | None:
    """What somebody has on or in the hands, or in what they ride."""
    lemma = verb.lemma.replace(" ", "")
    if lemma in words("has_on"):
        return _worn(noun, scenes)
    if lemma in words("has_in_hand"):
        return _held(noun, scenes, known)
    return _ridden(noun, scenes) if verb.concept in ("ride", "drive") else None


def _so_many(text: Text, verb: Element, scenes: Iterable[Scene], known: Repertoire) -> str | None:
    """엄마가 세 명이었다: as many stand there."""
    noun = _noun(text, verb, _SUBJECT)
    played = known.actor(noun.concept or "") if noun and noun.kind == "actor" else None
    if played is None:
        return None
    counts = ([a.concept for a in scene.actors].count(played[0]) for scene in scenes)
    return played[0] if max(counts, default=0) > 1 or played[0] in _MANY_IN_ONE else None


_MANY_IN_ONE = frozenset(flocks().values()) | {"crowd", "students", "children", "soldiers"}


def _nature(text: Text, verb: Element, seen: set[str]) -> str | None:
    """비가 왔다, 안개가 마을로 몰려왔다: what is seen of it, wherever it goes."""
    near = None if verb.lemma in words("coverers") else _noun(text, verb, _SUBJECT)
    for noun in (near, _subject(text, verb)):
        if noun and _is_of_nature(noun) and noun.concept in seen:
            return noun.concept
    return None


def _coloured(
    text: Text, word: Element, scenes: Iterable[Scene], seen: set[str], known: Repertoire
) -> str | None:
    """불꽃이 검은색이었다: what is seen in the colour that is told."""
    before = (e for e in reversed(text.segment.elements) if e.end_char <= word.start_char)
    noun = next((e for e in before if e.kind in _NOUNS or e.concept in ("burn", "fire")), None)
    if noun is None or text.ends_between(noun.end_char, word.start_char):
        return None
    concept = "fire" if noun.concept == "burn" else as_meant(text, noun).concept or ""
    name = dyed_name(concept, known)
    dyed = any(scene.dye_of(name) for scene in scenes)
    return name if dyed and name in seen and dye_of(noun, text) else None


def _is_at_work(scenes: Iterable[Scene], known: Repertoire) -> bool:
    """접수처에서 일했다, 번호표를 주고 신발을 넣는 일이었다: somebody is seen at such work."""
    people = [a for scene in scenes for a in scene.actors if a.concept in known.figures]
    done = {motion for a in people for motion in (a.motion, *(turn.motion for turn in a.turns))}
    return bool(done & words("work_of_hands"))


def _lying(text: Text, verb: Element, seen: set[str], known: Repertoire) -> str | None:
    """What lies, sticks or piles up there, and seen: 쓰레기가 천장까지 쌓여 있었다."""
    lemma = verb.lemma.replace(" ", "")
    if lemma in words("is_written"):
        return _written(text, verb, seen, known)
    noun = _filling(text, verb) if lemma in words("full_of") else None
    filled = lemma in words("full_of") and _WITH.search(text.before(verb, 10)) is not None
    if noun is None and not filled and (lemma in words("lies_there") or is_laid(text, verb)):
        noun = _subject(text, verb)  # 바닥이 면으로 가득 찼다: no floor tells that
    if noun is None:
        return None
    lies = lemma in words("holds_on") | words("full_of") or is_laid(text, verb)
    creature = noun.kind == "actor" and lies
    played = known.actor(noun.concept or "") if creature else None
    if played and played[0] in known.creatures:
        return played[0] if played[0] in seen else None
    return _thing(noun, seen, known)


def _written(text: Text, verb: Element, seen: set[str], known: Repertoire) -> str | None:
    """칠판에 이름이 적혀 있었다: the blackboard shows it, with its writing."""
    told = (_thing(as_meant(text, noun), seen, known) for noun in _nouns_before(text, verb))
    return next((thing for thing in told if thing in words("written_on")), None)


def _subject(text: Text, verb: Element) -> Element | None:
    """The noun of which `verb` tells, past those that say where: 벽에 붙었다 shows no wall."""
    for noun in _nouns_before(text, verb):
        between = text.between(noun.end_char, verb.start_char)
        if _PLACED.match(between) or _DONE_TO.match(between):
            continue
        if _PLACED.search(between) is None:
            near = _SUBJECT.fullmatch(between) or _SO_IT_STANDS.fullmatch(between)
            return as_meant(text, noun) if near else None
        if _FAR_SUBJECT.fullmatch(between):
            return as_meant(text, noun)
    return None


def _filling(text: Text, verb: Element) -> Element | None:
    """낙타로 꽉 막혀 있었다: that with which it is full."""
    noun = next(_nouns_before(text, verb), None)
    with_it = noun and _WITH.fullmatch(text.between(noun.end_char, verb.start_char))
    return as_meant(text, noun) if noun and with_it else None


def _nouns_before(text: Text, verb: Element) -> Iterator[Element]:
    """The nouns before `verb` in its sentence, the nearest first, none that is denied."""
    for element in reversed(text.segment.elements):
        if element.end_char > verb.start_char:
            continue
        goes_on = _SO.match(text.between(element.end_char - 1, element.end_char + 4))
        if text.ends_between(element.end_char, verb.start_char):
            return
        if element.kind == "motion" and not goes_on:
            return
        said = not element.negated and not text.is_simile(element)
        if element.kind in _NOUNS and said and not text.is_one_of_a_pair(element):
            yield element


def _noun(text: Text, verb: Element, link: re.Pattern[str]) -> Element | None:
    """The noun right before `verb`, with the concept that is drawn for it."""
    before = [
        e
        for e in text.segment.elements
        if e.end_char <= verb.start_char and not _goes_on(text, e, verb)
    ]
    if not before or before[-1].kind not in _NOUNS or before[-1].negated:
        return None
    noun = before[-1]
    between = text.between(noun.end_char, verb.start_char)
    if not link.fullmatch(between) or text.is_simile(noun):
        return None
    return as_meant(text, noun)


def _goes_on(text: Text, element: Element, verb: Element) -> bool:
    """비가 그치지 않고 내렸다, 눈이 펑펑 쏟아졌다: how it is, before the verb."""
    if element.kind in ("state", "time") and not element.lemma.endswith("다"):
        return True  # 거꾸로, 점점, 계속
    if element.lemma in words("manner_adverbs"):
        return text.touch(element, verb)
    if element.kind == "motion" and not element.negated:
        between = text.between(element.end_char, verb.start_char)
        return _COMPOUND.fullmatch(between) is not None  # 기어 들어왔다
    still = element.lemma in ("그치다", "멈추다", "쉬다", "끊이다") and element.negated
    return still and len(text.between(element.end_char, verb.start_char)) < _NEAR


_NEAR = 8
"""So many characters at most lie between what does not cease and what it does."""


def _is_of_nature(noun: Element) -> bool:
    """Wind, light, water, snow: they do what they do wherever they are seen."""
    water = words("water_settings") | words("waters")
    return noun.kind in ("weather", "light") or (noun.concept or "") in water


def _thing(noun: Element, seen: set[str], known: Repertoire) -> str | None:
    """The name under which a thing or a place is seen; people have motions of their own."""
    if noun.kind == "actor" or not noun.concept:
        return None
    names = (noun.concept, known.thing(noun.concept), known.setting(noun.concept))
    return next((name for name in names if name and name in seen), None)


def _present(noun: Element, seen: set[str], known: Repertoire) -> str | None:
    """Who or what is there, and seen: 할머니가 계셨다."""
    if noun.kind != "actor" or not noun.concept:
        return _thing(noun, seen, known)
    played = known.actor(noun.concept)
    return played[0] if played and played[0] in seen else None


def _worn(noun: Element, scenes: Iterable[Scene]) -> str | None:
    clothes = CLOTHES.get(noun.concept or "")
    worn = any(actor.clothes == clothes for scene in scenes for actor in scene.actors)
    return noun.concept if clothes and worn else None


def _held(noun: Element, scenes: Iterable[Scene], known: Repertoire) -> str | None:
    thing = known.thing(noun.concept or "")
    held = {actor.holds for scene in scenes for actor in scene.actors}
    return thing if thing and thing in held else None


def _ridden(noun: Element, scenes: Iterable[Scene]) -> str | None:
    """버스를 타고: somebody is inside, where its windows and seats are."""
    inside = (s.setting for s in scenes if s.actors and s.setting in words("seated"))
    told = noun.concept or ""
    return next((s for s in inside if told == s or told in sights()[s]), None)
