"""What a film shows of its dream, and what it does not: never more than is in the picture."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from mongyudo.backends.director.absences import found_missing
from mongyudo.backends.director.attested import attested
from mongyudo.backends.director.boards import bears
from mongyudo.backends.director.dreamer import other_self
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.leaning import with_what_leans
from mongyudo.backends.director.meanings import as_meant, held_still
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.roles import CLOTHES
from mongyudo.backends.director.selves import own_names_in
from mongyudo.backends.director.stood_for import told_as_drawn
from mongyudo.backends.director.tables import effect_sights, sights, words
from mongyudo.backends.director.traits import seen_by
from mongyudo.backends.director.vignettes import vignettes
from mongyudo.ink.scene import Actor, Effect, Key, Scene
from mongyudo.records import Drawn, Element, Keyword, Segment

_ABSENT = re.compile(r"(없음|없어짐)$")
"""얼굴 없음: what is absent is not shown by its presence."""

_OWNED_PLACE = re.compile(r"(의|네)? ?(댁|집)(?![가-힣]{3})")

_DOES = re.compile(r"(을|를|만|도) ?([^\s.!?]+ ){0,3}")
_FARTHEST_DEED = 16
"""Between a deed's noun and 하다, and within so many characters."""
_SUPPORTS = re.compile(r"(들)?(을|를|이|가|만|도|은|는)? ?((?![^ ]*[을를] )[^\s.!?]+ ){0,2}")
"""Between a deed's noun and the verb that adds little to it: 시험을 대신 봤다, 싸움이 났다."""
_BEGINS = re.compile(r"(이|가|은|는|도|을|를)? ?((다시|또|막|드디어|갑자기) ){0,2}")
"""Between a deed's noun and 시작되다."""

_ONE_WITH, _ALONG = re.compile("[아어여해]? ?"), re.compile("고 ?")
"""Between a verb and the one that says where to."""

_FLOOR = re.compile(r" ?([가-힣\d]{1,3}층 ?|지하 ?|안 ?)?")
"""Between a building and the part of it that is told."""

_EFFECT_SEEN = 0.45
"""An effect of less force is air, not a sight."""

_SEEN_SHARE = 0.35
"""Somebody less opaque than this is not counted as seen."""


@dataclass(frozen=True)
class Staged:
    """A scene with the names it answers to.

    `event` is played in it, told by the verb at `event_char`, or by those of `told` together;
    `place` is how the text calls its setting, `also` the setting whose furniture stands in it,
    `view` how the text calls what is seen through its windows,
    `dreamer` is the figure of the dreamer, "" where
    they are not in the picture.
    """

    scene: Scene
    event: str = ""
    event_char: int = -1
    place: str = ""
    also: str = ""
    view: str = ""
    dreamer: str = ""
    metaphors: tuple[tuple[Keyword, str], ...] = ()
    told: tuple[tuple[int, str], ...] = ()

    @cached_property
    def seen(self) -> set[str]:
        """Every concept that can be seen; the dreamer's figure only where another one has it."""
        seen = concepts_in(self.scene)
        alone = sum(a.concept == self.dreamer for a in self.scene.actors) < 2
        if alone and self.dreamer not in words("selves_of_a_trade"):
            seen.discard(self.dreamer)
        return seen


_OTHERWISE = {
    "snake_coils": "snake", "high_bed": "bed", "loose_letters": "writing", "power_line": "rope",
}  # fmt: skip
"""What is drawn in a way of its own is still what it is."""


def concepts_in(scene: Scene) -> set[str]:
    """Every concept that can be seen in `scene`."""
    found: set[str] = {scene.weather, scene.time_of_day}
    found |= {scene.view, "window"} if scene.view else set()
    if scene.setting not in words("indoors") | words("sunless"):
        found.add("sky")
        if scene.setting not in words(f"sunless_{scene.mood}"):  # houses stand before it
            found.add("moon" if scene.time_of_day == "night" else "sun")
    if not any(effect.name == "monitors" for effect in scene.effects):
        found |= {scene.setting} | sights().get(scene.setting, frozenset())
    for actor in scene.actors:
        if is_seen(actor.path):
            found.add(actor.concept)
            found |= ({actor.holds} if actor.holds else set()) | seen_by(actor.traits)
    found |= {prop.concept for prop in scene.props if is_seen(prop.path)}
    if found & words("wheeled"):
        found.add("window")
    found |= {_OTHERWISE[concept] for concept in found & _OTHERWISE.keys()}
    for effect in scene.effects:
        if at_force(effect):
            found |= {effect.name, effect.concept or effect.name}
            found |= effect_sights().get(effect.name, frozenset())
    return found


def at_force(effect: Effect) -> bool:
    """Whether `effect` is a sight at some moment, and more than air."""
    return max(effect.start, effect.end) >= _EFFECT_SEEN


def is_seen(path: tuple[Key, ...]) -> bool:
    """Whether something on `path` is inside the frame and not transparent at some moment."""
    return any(0 <= k.x <= 1 and 0 < k.y <= 1.45 and k.alpha >= _SEEN_SHARE for k in path)


def account(
    segment: Segment, staged: Iterable[Staged], known: Repertoire
) -> tuple[tuple[Drawn, ...], tuple[str, ...]]:
    """What of `segment` is seen and by what: its keywords, then its other words; and the keywords
    that are not."""
    scenes = tuple(staged)
    drawn, missing = [], []
    for keyword in segment.keywords:
        concept = shown_by(segment, keyword, scenes, known)
        if concept:
            drawn.append(_drawn(segment, keyword, concept, scenes, known))
        else:
            missing.append(keyword.ko)
    told = {(each.start_char, each.end_char) for each in drawn}
    also = [_as_keyword(e, segment) for e in segment.elements if _span(e) not in told]
    shown = ((word, shown_by(segment, word, scenes, known)) for word in also)
    drawn += [
        Drawn(word.ko, concept, *_span(word))
        for word, concept in shown
        if concept and not _says_nothing(word.ko, concept)
    ]
    return with_what_leans(segment, told_as_drawn(segment, drawn)), tuple(missing)


def _says_nothing(word: str, concept: str) -> bool:
    """있다 of what is seen already by its noun: nothing that could be drawn besides."""
    return word in words("says_nothing") and concept not in vignettes()


def _drawn(
    segment: Segment,
    keyword: Keyword,
    concept: str,
    scenes: tuple[Staged, ...],
    known: Repertoire,
) -> Drawn:
    """`keyword` with the place of the word in it that is seen, its own where no single word is."""
    inside = (_as_keyword(e, segment) for e in reversed(_elements_of(segment, keyword)))
    word = next((w for w in inside if shown_by(segment, w, scenes, known) == concept), keyword)
    return Drawn(keyword.ko, concept, *_span(word))


def _as_keyword(element: Element, segment: Segment) -> Keyword:
    """A single word as if it were a keyword; verbs in their dictionary form."""
    first, last = element.start_char - segment.start_char, element.end_char - segment.start_char
    word = element.lemma if element.lemma.endswith("다") else segment.text[first:last]
    return Keyword(word, element.en, element.kind, *_span(element), element.concept)


def _span(word: Keyword | Element) -> tuple[int, int]:
    return word.start_char, word.end_char


def shown_by(
    segment: Segment, keyword: Keyword, scenes: tuple[Staged, ...], known: Repertoire
) -> str | None:
    """The concept that shows `keyword` in one of `scenes`, or None."""
    if is_denied(segment, keyword):
        return None
    if any(keyword.start_char == start for start, _ in own_names_in(segment)):
        return next((staged.dreamer for staged in scenes if staged.dreamer), None)
    inside = [e for e in _elements_of(segment, keyword) if _is_readable(segment, e, scenes)]
    named = [_named_by(segment, e) for e in reversed(inside) if not e.negated]
    named += [_named_by(segment, part) for e in inside if (part := _part_of(segment, e))]
    own = [keyword.concept] if keyword.concept in named else []
    if keyword.kind == "actor" and own and not _seen_of(own, scenes, known):
        return _by_metaphor(keyword, scenes)  # 창밖의 거북이: the window alone does not show it
    return (
        _by_event([*inside, *_deeds_done(segment, inside)], scenes)
        or _seen_of((*own, *named), scenes, known)
        or _attested(segment, inside, scenes, known)
        or _by_event(_cores(segment, inside), scenes)
        or _by_metaphor(keyword, scenes)
    )


def _cores(segment: Segment, inside: list[Element]) -> list[Element]:
    """딸려 나왔다, 말려 들어갔다: the verb that another one says where to, which is one with it."""
    text = Text(segment)
    wide = [e for e in inside if e.lemma in words("goes_with_a_core") and not e.negated]
    return [
        core
        for verb in wide
        for core in segment.elements
        if core.kind == "motion" and not core.negated and core.end_char <= verb.start_char
        and _is_one(text.between(core.end_char, verb.start_char), core)
    ]  # fmt: skip


def _is_one(between: str, core: Element) -> bool:
    """딸려 나왔다; 들고 나왔다, but not 먹고 나왔다: who takes something along goes with it."""
    along = core.lemma.replace(" ", "") in words("takes_along") and _ALONG.fullmatch(between)
    return bool(along or _ONE_WITH.fullmatch(between))


def _is_readable(segment: Segment, element: Element, scenes: tuple[Staged, ...]) -> bool:
    """Whether the name of a place that nothing else tells stands on a board."""
    written = Text(segment).between(element.start_char, element.end_char)
    return any(bears(staged.scene.sign, element, written) for staged in scenes)


def _attested(
    segment: Segment, inside: Iterable[Element], scenes: tuple[Staged, ...], known: Repertoire
) -> str | None:
    """The first state of those told by `inside` that is seen to be so."""
    verbs = [e for e in inside if e.kind in ("motion", "state") and _is_predicate(e)]
    if not verbs:
        return None
    played = tuple(each.scene for each in scenes)
    seen = set[str]().union(*map(concepts_in, played))
    found = (attested(segment, verb, played, seen, known) for verb in verbs)
    return next(filter(None, found), None)


def _is_predicate(element: Element) -> bool:
    return element.lemma.endswith("다") or element.lemma in words("colours")


def _by_event(inside: Iterable[Element], scenes: tuple[Staged, ...]) -> str | None:
    """The event that one of the words tells."""
    starts = {e.start_char for e in inside if e.kind != "prop"}
    played = ((scene.event_char, scene.event) for scene in scenes)
    told = (each for scene in scenes for each in scene.told)
    return next((concept for start, concept in (*played, *told) if start in starts), None)


def _deeds_done(segment: Segment, inside: Iterable[Element]) -> list[Element]:
    """샤워를 두 번 했다, 시험이 다시 시작됐다: the deeds of which 하다 makes verbs."""
    done = [
        e
        for e in inside
        if e.lemma in words("makes_deeds") | words("supports_deeds") and not e.negated
    ]
    text = Text(segment)
    return [
        noun
        for verb in done
        for noun in segment.elements
        if noun.kind == "motion" and not noun.lemma.endswith("다")
        and 0 < verb.start_char - noun.end_char < _FARTHEST_DEED
        and _link_of(verb).fullmatch(text.between(noun.end_char, verb.start_char))
    ]  # fmt: skip


def _link_of(verb: Element) -> re.Pattern[str]:
    """What stands between a deed's noun and the verb that makes it one."""
    if verb.lemma == "하다":
        return _DOES
    return _SUPPORTS if verb.lemma in words("supports_deeds") else _BEGINS


def _seen_of(
    concepts: Iterable[str | None], scenes: tuple[Staged, ...], known: Repertoire
) -> str | None:
    """The first of `concepts` that a scene shows, by the name it is shown under."""
    wanted = dict.fromkeys(c for c in concepts if c)
    shown = (_shown(concept, scene, known) for concept in wanted for scene in scenes)
    return next(filter(None, shown), None)


def _by_metaphor(keyword: Keyword, scenes: tuple[Staged, ...]) -> str | None:
    return next((name for s in scenes for k, name in s.metaphors if k == keyword), None)


def _named_by(segment: Segment, element: Element) -> str:
    """The concept of `element` as the director draws it: 회장님 댁 is a home, not the chairman."""
    if _OWNED_PLACE.match(Text(segment).behind(element, 8)):
        return "home"
    concept = as_meant(Text(segment), element).concept or ""
    return _really(segment).get(concept, concept) if element.kind == "actor" else concept


def _really(segment: Segment) -> dict[str, str]:
    """차장은 귀뚜라미였다: whoever the conductor is, is seen as the cricket."""
    text = Text(segment)
    people = [e for e in segment.elements if e.kind == "actor" and e.concept]
    pairs = ((one, other) for one, other in pairwise(people) if text.is_what_is(one, other))
    return {one.concept or "": other.concept or "" for one, other in pairs}


def _part_of(segment: Segment, place: Element) -> Element | None:
    """기숙사 4층 복도: of the dormitory its corridor is told, and seen."""
    if place.kind != "setting" or place.negated:
        return None
    behind = (e for e in segment.elements if e.start_char >= place.end_char)
    part = next(behind, None)
    if part is None or part.kind != "setting" or part.negated:
        return None
    between = Text(segment).between(place.end_char, part.start_char)
    return part if _FLOOR.fullmatch(between) else None


def is_denied(segment: Segment, keyword: Keyword) -> bool:
    """Whether the text says that it was not so."""
    inside = _elements_of(segment, keyword)
    if any(e.concept == "die" and Text(segment).is_manner_of_speaking(e) for e in inside):
        return True  # 죽어라 달렸다: nobody died
    return bool(_ABSENT.search(keyword.ko)) or _all_denied(segment, inside)


def _all_denied(segment: Segment, inside: list[Element]) -> bool:
    """선생님이 안 계셨다: that is what happened, and it is not denied."""
    text = Text(segment)
    told = (found_missing(text, held_still(text, e)) for e in inside)
    return bool(inside) and all(e.negated or text.is_lacking(e) for e in told)


def _elements_of(segment: Segment, keyword: Keyword) -> list[Element]:
    return [e for e in segment.elements if _within(e, keyword) and not Text(segment).is_simile(e)]


def _within(element: Element, keyword: Keyword) -> bool:
    return keyword.start_char <= element.start_char and element.end_char <= keyword.end_char


def _shown(concept: str, staged: Staged, known: Repertoire) -> str | None:
    seen = staged.seen
    if own := other_self(concept, staged.dreamer):
        return own if own in seen or (own == staged.dreamer and "mirror" in seen) else None
    if concept in seen or concept == staged.event:
        return concept
    if any(does(actor, concept, known) for actor in staged.scene.actors):
        return concept
    if any(a.clothes and a.clothes == CLOTHES.get(concept) for a in staged.scene.actors):
        return concept
    if group := _group_of(concept, staged.scene):
        return group
    if place := _place_shown(concept, staged, seen, known):
        return place
    played = known.actor(concept)
    coloured = sorted(n for n in words("coloured_animals") if n.endswith(f"_{concept}"))
    coloured += ["quilt"] if concept == "blanket" else []
    for name in (played[0] if played else None, known.thing(concept), *coloured):
        if name and name in seen:
            return name
    return concept if _is_of_a_body(concept, staged.scene, known) else None


def _place_shown(concept: str, staged: Staged, seen: set[str], known: Repertoire) -> str:
    """The setting that shows the place `concept`, be it by its furniture in another (거실이 통째로
    풀밭이었다: the couch in the meadow); "" for none."""
    if staged.scene.setting in seen and _is_place(concept, staged):
        return staged.scene.setting
    if staged.scene.view and concept == staged.view:
        return staged.scene.view
    furniture = words(f"of_{staged.also}") if staged.also else frozenset()
    by_furniture = bool(furniture & seen) and known.setting(concept) == staged.also
    return staged.also if by_furniture else ""


def does(actor: Actor, concept: str, known: Repertoire) -> bool:
    """Whether a motion of `actor` shows `concept`: itself, or the tool that only people hold."""
    done = {actor.motion, *(turn.motion for turn in actor.turns)} & words(concept)
    return bool(done) and (concept not in words("tools") or _is_person(actor, known))


def _is_of_a_body(concept: str, scene: Scene, known: Repertoire) -> bool:
    """A person's hair, the tail of an animal that is seen, the wings of one that flies."""
    if concept in words("seen_body"):
        return any(_is_person(actor, known) for actor in scene.actors)
    animals = [a for a in scene.actors if a.concept in known.creatures and is_seen(a.path)]
    if concept == "wings":
        worn = any(a.concept in words("winged") for a in scene.actors if is_seen(a.path))
        return worn or any(known.build(a.concept).sort == "flier" for a in animals)
    return concept == "tail" and any(known.build(a.concept).sort == "walker" for a in animals)


_ONE_OF = {"crowd": "stranger", "students": "student", "soldiers": "soldier", "friends": "friend"}


def _group_of(concept: str, scene: Scene) -> str:
    """Who is there for 애들 (twins, fellow pupils, soldiers), or stands around for 친구들 or 사람들
    where each is drawn alone; "" for nobody."""
    cast = [actor.concept for actor in scene.actors]
    if concept == "child" and concept not in cast:  # 딸을 잃어버렸다. 애가 없어졌다
        return next((one for one in ("girl", "boy") if one in cast), "")
    if concept != "children":
        one = _ONE_OF.get(concept, "")
        return one if cast.count(one) > 2 else ""
    peers = next((name for name in ("students", "soldiers") if name in cast), "")
    return "baby" if cast.count("baby") > 1 else peers


def _is_place(concept: str, staged: Staged) -> bool:
    """Whether the setting shows `concept`: by its name, or as a room of somebody's home."""
    at_home = concept == "home" and staged.scene.setting in words("homes")
    return at_home or concept == staged.place


def _is_person(actor: Actor, known: Repertoire) -> bool:
    return actor.concept in known.figures and is_seen(actor.path)
