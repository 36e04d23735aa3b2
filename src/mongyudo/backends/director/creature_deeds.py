"""Who is seen doing it where one makes another do it, or ties them; and what animals do that nobody
else does so: come out of eggs and sit on them, nuzzle, settle on somebody."""

import re
from dataclasses import replace

from mongyudo.backends.director.clause import Clause, concepts_of
from mongyudo.backends.director.story import SELF, SOMEBODY, Event
from mongyudo.backends.director.tables import words

ON_ME = re.compile(
    r"(?<![가-힣])(내|제|나의|저의) ?(오른 ?|왼 ?)?"
    r"(어깨|무릎|손|손등|손바닥|손끝|손가락|품|머리|머리 위|배|가슴|발등|팔|등|다리|옆구리)"
    r"( ?(위|속|안))?(에서?|으로|에다)"
)
_HELD_AT = frozenset({"손", "손등", "손바닥", "손끝", "손가락", "품", "어깨", "가슴"})
"""내 무릎에: where a small animal is held."""

_ORDERED = re.compile("(을|를) ?시[키켰킨]")


def as_animals_do(clause: Clause, event: Event) -> Event:
    """`event`, where an animal does it in its own way or is done to by a rope."""
    if event.concept == "tie":
        return _tied(clause, event)
    verb = event.element
    ordered = _ORDERED.search(clause.text.between(verb.start_char, verb.end_char + 1))
    if ordered and event.doer not in ("", SELF) and not event.target:
        event = replace(event, target=SELF)  # 선생님이 노래를 시켰다
    if verb.lemma.replace(" ", "") in words("made_to_do") or (ordered and event.concept != "talk"):
        return _made_to_do(clause, event)
    if event.concept == "drive" and event.target in words("animals"):
        return replace(event, concept="walk")  # 소를 몰았다: one goes behind it
    if event.doer not in words("animals"):
        return event
    if event.concept == "relieve" and "오줌" not in event.element.lemma:
        return replace(event, concept="soil")
    if concepts_of(clause.things) & _SHELLS or event.element.lemma == "부화하다":
        return _about_an_egg(clause, event)
    if event.concept in words("nuzzles") and _with_its_head(clause):
        to = SELF if event.target in ("", SELF) else event.target
        return replace(event, concept="nuzzle", target=to)
    if event.concept in words("settles") and (on_me := ON_ME.search(clause.before)):
        held = event.doer in words("held_in_hands") and on_me[3] in _HELD_AT
        return replace(event, concept="in_hand" if held else "settle", target=SELF)
    return replace(event, concept=_by_its_body(clause, event))


def _by_its_body(clause: Clause, event: Event) -> str:
    """How an animal does it that has a muzzle, wings and claws: no snake sits down to a meal."""
    concept, things = event.concept, concepts_of(clause.things)
    if concept == "eat" or (concept == "bite" and clause.object_is_a_thing):
        return "graze" if event.target != SELF else concept
    if concept == "flutter" or (concept in ("put_down", "open_arms") and things & _FANS):
        return "flap"
    if concept in ("carry", "lift") and things and things <= _HEAD:
        return "watch"  # 뱀이 머리를 들었다
    if concept == "set_up" and things & {"claw", "fur", "back"}:
        return "rage"
    if concept == "give" and "tongue" in things:
        return "lick"
    if concept == "turn_over":
        return "lie_down"
    return "attack" if concept == "crash" and event.target == SELF else concept


def _made_to_do(clause: Clause, event: Event) -> Event:
    """아기를 재웠다, 동생에게 옷을 입혔다: who does it is the one who is made to."""
    whom = event.target or clause.first("object", "goal", "owner", "with")
    if not whom or whom == event.doer or event.passive or event.concept == "carry":
        return event  # 우산을 씌워 주었다: it is held by who does it
    if _is_put_over_a_thing(clause, event):
        return replace(event, concept="drape", target="")
    return replace(event, doer=whom, target=event.doer, partners=())


def _is_put_over_a_thing(clause: Clause, event: Event) -> bool:
    """엄마가 왔다. 우산을 무덤에 씌웠다: the grave is covered, and not who was told of before."""
    after = ((m.concept, m.element.end_char) for m in clause.things)
    over = {name for name, end in after if _OVER.match(clause.text.between(end, end + 4))}
    worn = event.concept in ("dress", "drape") and not clause.actors
    return worn and bool(over - words("body"))


_OVER = re.compile("( ?위)?에(게|다)? ")


def _tied(clause: Clause, event: Event) -> Event:
    """범인을 묶었다: the criminal is bound; 끈을 묶었다: nobody; 소가 매여 있었다: by a rope."""
    if event.passive:
        held = event.target in words("animals")
        return replace(event, concept="tethered", doer=event.target, target="") if held else event
    if event.target in words("animals") and event.doer not in words("animals"):
        return replace(event, concept="tethered", doer=event.target, target=event.doer)
    if event.target and event.doer not in words("animals"):
        return event
    if event.target or event.hero_thing:
        return event
    return replace(event, concept=_knot(clause, event))


def _knot(clause: Clause, event: Event) -> str:
    if event.element.lemma.replace(" ", "") not in words("knots"):
        return "carry"
    return "comb" if "hair" in concepts_of(clause.things) else "make"


_SHELLS, _FANS = frozenset({"egg", "cocoon"}), frozenset({"wings", "tail", "feather"})


def _about_an_egg(clause: Clause, event: Event) -> Event:
    """병아리가 알에서 나왔다, 나비가 번데기에서 나왔다, 암탉이 알을 낳았다."""
    shell = "cocoon" if "cocoon" in concepts_of(clause.things) else "egg"
    if event.element.lemma.replace(" ", "") in words("out_of_an_egg"):
        return replace(
            event, concept="transform", doer="", target=event.doer, partners=(), hero_thing=shell
        )
    brood = event.concept in ("birth", "sit", "hug")
    return replace(event, concept="brood" if brood else _by_its_body(clause, event))


_HEAD = frozenset({"head", "hair", "face", "nose", "mouth", "body", "belly", "back", "neck", "paw"})


def _with_its_head(clause: Clause) -> bool:
    """머리를 얹었다, 다리에 몸을 비볐다, 코를 들이밀었다."""
    parts = (m for m in clause.things if m.case in ("object", "bare"))
    return any(m.concept in _HEAD for m in parts)


def of_the_living(clause: Clause, concept: str, doer: str, target: str) -> str:
    """뱀이 흘러나왔다: no snake drips, it comes out."""
    lives = doer not in ("", SELF, SOMEBODY)
    if lives and concept == "eat" and target == SELF:
        return "attack"  # 고래가 나를 삼켰다
    if lives and concept == "stick":
        return "cling_on"  # 문어가 팔에 달라붙었다
    many = clause.verb.element.lemma in words("multiplies")
    if lives and ((concept == "grow" and many) or _covers(clause)):
        return "infest"  # 고양이가 자꾸 늘어났다, 새 떼가 하늘을 뒤덮었다
    splashes = concept == "scatter" and "water" in concepts_of(clause.things)
    if lives and (concept == "spurt" or (splashes and doer in words("animals"))):
        return "spout"  # 고래가 물을 뿜었다, 잉어가 꼬리로 물을 튀겼다
    if lives and concept == "transform" and clause.verb.element.lemma in words("grows_small"):
        return "shrink"  # 엄마가 점점 작아졌다
    comes_out = concept == "walk" and clause.verb.element.lemma in words("comes_out")
    out_of = comes_out and any(
        m.case == "at" and m.concept in words("holds_things") for m in clause.things
    )
    if lives and concept == "naked":
        return "dress"  # 스님이 옷을 벗었다: nobody else is shown bare
    if lives and concept == "put_in" and _fills(clause, doer):
        return "grow"  # 고래가 수영장을 꽉 채웠다
    return "appear" if lives and (out_of or concept in words("streams")) else concept


def _fills(clause: Clause, doer: str) -> bool:
    """Whether a beast fills a place with its body, and nothing with something."""
    fills = clause.verb.element.lemma in words("coverers") and doer in words("animals")
    return fills and not any(m.element.kind == "prop" for m in clause.things)


def _covers(clause: Clause) -> bool:
    lemma, doer = clause.verb.element.lemma, clause.first("subject")
    over = lemma in ("덮다", "에워싸다", "메우다") and not clause.first("object")
    return lemma == "뒤덮다" or (over and doer in words("winged_insects"))
