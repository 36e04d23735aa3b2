"""Events that are staged otherwise than their vignette shows: a place turns into another, an animal
bursts or drops dead, a mount and its rider, two under one umbrella; who rides looks out."""

import re
from dataclasses import replace

from mongyudo.backends.director.aboard import CABINS
from mongyudo.backends.director.ice import is_underfoot
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import Vignette, vignettes
from mongyudo.ink.scene import Effect

_CRACKS = (Effect("frost", 1.0, 1.0), Effect("fissure", 0.0, 1.0))
_BURST = (Effect("ink_splash", 0.2, 1.0), Effect("debris", 0.2, 0.6))


def changed_or_ridden(story: Story, event: Event) -> Vignette | None:
    """The vignette of a place that turns into another, of an animal that bursts or drops dead, of
    a ride, of two who share an umbrella; None for all else."""
    if event.mounted:
        return vignettes()["ride"]
    if event.concept == "carry" and _drives_off(story, event):
        return vignettes()["ride"]
    if event.concept == "bow" and event.element.lemma.startswith("무릎"):
        return replace(vignettes()["bow"], lead=("kneel", "bow"))
    if event.concept in _UNDER_IT and _is_shared(story):
        found = vignettes()[event.concept]
        return replace(found, blocking="sheltering", other=(found.lead[-1],))
    if event.concept == "carry" and event.target and "net" in event.things:
        return vignettes()["catch"]
    if event.concept == "transform" and _is_a_place(story, event):
        return replace(vignettes()["transform"], blocking="solo", lead=("look_back", "freeze"))
    if event.concept == "break" and event.hero_thing == "ice" and is_underfoot(story.text):
        return replace(vignettes()["earthquake"], lead=("tremble", "freeze"), effects=_CRACKS,
                       setting="lake")  # fmt: skip
    if event.concept == "break" and event.doer in words("animals"):
        return replace(vignettes()["vanish"], effects=_BURST, face="surprised")
    if event.concept == "fall" and event.doer in words("drops_dead"):
        return replace(vignettes()["fall"], blocking="hero", lead=("collapse", "lie"),
                       camera="push", effects=(), setting="")  # fmt: skip
    return None


_LOADED = frozenset(("bicycle", "motorcycle", "cart", "tractor", "truck", "boat", "sled"))
_AND_GOES = re.compile(r"(아|어)?(서|고) ?([^\s.!?]+ ){0,3}(돌|달[려렸리]|[갔가간]|떠[나났])")


def _drives_off(story: Story, event: Event) -> bool:
    """오토바이에 배추를 싣고 호수를 돌았다: who has loaded it rides it."""
    behind = story.text[event.element.end_char - story.start_char :]
    said = story.text[event.start_char - story.start_char :][:1] + behind
    loads = event.element.lemma == "싣다" and bool(_LOADED & set(event.things))
    return loads and _AND_GOES.search(said[:24]) is not None


_UNDER_IT = ("carry", "walk", "wait")


def _is_shared(story: Story) -> bool:
    """우산을 씌워 주었다, 같이 쓰고: whether two are under one umbrella."""
    held = (e for e in story.events if e.concept == "carry" and "umbrella" in e.things)
    return any(e.target or e.partners for e in held)


_WINDOW = re.compile("창 ?밖|차창|창문|창 ?너머|유리창")
_LAND = frozenset(("peak", "mountain", "field", "tree", "forest", "village", "home", "hanok"))


def goes_by_outside(story: Story, event: Event | None) -> bool:
    """창밖으로 산이 지나갔다: the land behind the panes of what one rides in."""
    if event is None or event.hero_thing not in _LAND:
        return False
    told = story.text[: event.start_char - story.start_char]
    return event.concept in ("pass_by", "recede", "arrive") and bool(_WINDOW.search(told))


def seen_from_a_seat(story: Story, event: Event | None, own: Vignette, setting: str) -> Vignette:
    """Who rides sits and looks out, while the land goes by or the vehicle goes somewhere."""
    moves = event is not None and CABINS.get(event.hero_thing) == setting
    moves &= own.concept in _GOES
    if setting not in words("seated") or not (moves or goes_by_outside(story, event)):
        return own
    return replace(vignettes()["sit"], blocking="solo", lead=("sit_bench", "watch"))


_PASSENGER = re.compile(
    r"(뒷|조수|보조|옆)(자리|좌석|석)|[가-힣](이|가|께서) ?([^\s.!?]+ ){0,3}(운전|몰고|몰았)"
)


def as_passenger(own: Vignette, told: str, setting: str) -> Vignette:
    """친구가 운전했고 나는 뒷자리에 앉았다: who is no driver by what has been `told` of the ride
    does not sit at the wheel."""
    drives = own.concept == "drive" or not all("sit" in motion for motion in own.lead[:1])
    if setting != "car" or drives:
        return own
    return replace(own, lead=("sit_bench",)) if _PASSENGER.search(told) else own


_GOES = frozenset(("arrive", "drive", "ride", "pass_by", "recede", "walk", "run", "climb"))


def _is_a_place(story: Story, event: Event) -> bool:
    return any(m.concept == event.hero_thing for m in story.of("setting")) and not event.doer


def is_a_place_turned(event: Event, known: Repertoire) -> bool:
    """교실이 숲으로 바뀌었다: one looks round in what it has become."""
    turned = event.concept == "transform" and known.thing(event.hero_thing) is None
    return turned and not event.doer and known.setting(event.hero_thing) is not None


def in_the_air(story: Story, event: Event, own: Vignette) -> Vignette:
    """How it is staged that something comes from above, or that many hang there."""
    return _many_aloft(story, event, _let_down(event, own))


def _let_down(event: Event, own: Vignette) -> Vignette:
    """하늘에서 사다리가 내려왔다: it comes from above."""
    comes = event.concept == "appear" and event.element.lemma in words("comes_down")
    flies = event.hero_thing in words("aircraft")
    return replace(own, blocking="lowered") if comes and event.hero_thing and not flies else own


_SIDE_BY_SIDE = {2: "two_of", 3: "three_of", 4: "four_of", 5: "many_of"}


def _many_aloft(story: Story, event: Event, own: Vignette) -> Vignette:
    """달이 두 개 떴다: side by side, as many as are told of."""
    told = [m.count for m in story.mentions if m.concept == event.hero_thing]
    if event.hero_thing not in words("discs") or event.concept not in ("rise", "float", "appear"):
        return own
    many = _SIDE_BY_SIDE.get(max(told, default=1), "")
    return replace(own, blocking=many, camera="push") if many else own
