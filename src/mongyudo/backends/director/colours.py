"""What colour people's clothes, animals and things are told to have."""

import re
from collections.abc import Iterable

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Event, Mention, Story
from mongyudo.backends.director.tables import words
from mongyudo.ink.scene import Rgb
from mongyudo.records import Element

_DYES: tuple[tuple[str, Rgb], ...] = (
    ("하얀|하얗고|하양|흰|하이얀|백색", (236, 232, 222)),
    ("검은|검정|까만|까맣고|검고|까망|시커먼|시꺼먼", (46, 44, 48)),
    ("빨간|빨갛고|붉고|빨강|붉은|다홍|시뻘건|뻘건", (176, 52, 46)),
    ("노란|노랗고|노랑|샛노란|누런", (222, 178, 62)),
    ("파란|파랗고|파랑|푸른|시퍼런|퍼런", (62, 98, 152)),
    ("남색|곤색|군청", (48, 62, 104)),
    ("하늘색|옥색", (150, 186, 194)),
    ("초록|녹색|풀색", (88, 128, 84)),
    ("연두", (164, 186, 104)),
    ("분홍|핑크", (226, 150, 160)),
    ("보라|자주", (122, 84, 140)),
    ("주황|오렌지", (214, 126, 56)),
    ("갈색|밤색|고동색", (126, 92, 64)),
    ("회색|잿빛", (138, 136, 132)),
    ("은빛|은색", (196, 200, 204)),
    ("금빛|금색|황금", (206, 170, 84)),
)
_DYED = re.compile(
    rf"새?({'|'.join(f'(?P<dye_{at}>{names})' for at, (names, _) in enumerate(_DYES))})"
    r"(색|빛|이)? ?((긴|짧은|큰|작은|새|헌|낡은|예쁜|고운|얇은|두꺼운|헐렁한|화려한"
    r"|커다란|조그만|이상한|어린|새끼) )?$"
)
_IS_DYED: tuple[tuple[str, str], ...] = (
    ("하얬|하얗|희었|하얀색이|흰색이", "하얀"),
    ("까맸|까맣|검었|시커멓|시커맸|새까맣|새까맸|검은색이|까만색이|검정색이", "까만"),
    ("빨갰|빨갛|새빨갰|새빨갛|시뻘겋|시뻘겠|붉었|빨간색이|붉은색이", "빨간"),
    ("노랬|노랗|샛노랬|샛노랗|노란색이", "노란"),
    ("파랬|파랗|새파랬|새파랗|퍼렇|파란색이|푸른색이", "파란"),
    ("분홍색이|핑크색이", "분홍"), ("보라색이", "보라"),
    ("초록색이|녹색이", "초록"), ("갈색이|밤색이", "갈색"),
    ("회색이|잿빛이", "회색"), ("금색이|금빛이|황금색이", "금빛"), ("은색이|은빛이", "은빛"),
)  # fmt: skip
"""How predicates begin that say of which colour something is, and the word for that colour."""
_SAYS = re.compile(
    rf"(이|가|은|는|도) ?(온통|전부|다|아주|너무|진짜|완전히?)? ?"
    rf"({'|'.join(f'(?P<is_{at}>{stems})' for at, (stems, _) in enumerate(_IS_DYED))})"
    r"(?P<turns>게 ?(변|물|되|됐|바뀌))?"
)
_IS_OF = re.compile(
    r"(이|가|은|는|도) ?(온통|전부|다|아주|너무|진짜|완전히?)? ?"
    rf"({'|'.join(f'(?P<of_{at}>{names})' for at, (names, _) in enumerate(_DYES))}) ?"
    r"(색|빛|색깔|빛깔)?(이었|였|이더|이고|인데|인 ?거|임|이네|이야|이라|이에요)"
)
"""불꽃이 검은색이었다."""
_TURNS_TO: tuple[tuple[str, str], ...] = (
    ("하얗|하얘|허옇", "하얀"), ("까맣|까매|새까|시커|검붉|검게|먹물|먹빛", "까만"),
    ("붉|빨[갛개간]|시?뻘[겋개]|새빨|핏|피[로빛]|불타", "빨간"), ("주황", "주황"),
    ("황금|금빛", "금빛"), ("노[랗래란]|누[렇렸래런]|샛노|황토", "노란"), ("분홍|핑크", "분홍"),
    ("보라|자[주줏]|남보라", "보라"), ("초록|녹색|연두|푸르죽죽", "초록"),
    ("파[랗래란]|새파|시?퍼[렇래런]", "파란"), ("잿빛|회색", "회색"), ("은빛|은색", "은빛"),
)  # fmt: skip
_TURNS = re.compile(
    r"(색|빛|색깔)?(이|가|은|는|도|에)? ?(온통|전부|다|점점|갑자기|서서히)? ?"
    rf"({'|'.join(f'(?P<to_{at}>{stems})' for at, (stems, _) in enumerate(_TURNS_TO))})"
    r"[^.!?,\n]{0,6}(물들|변|바[뀌꼈뀐]|되|됐|돼|[졌져진짐지] ?|타)"
)
"""To what colour the sky or the water turns (붉게 물들다, 보라색으로 변하다, 시커메지다)."""
_GREENS = re.compile("푸른 ?([가-힣]+ )?$")
"""푸른 나무: what grows is green by that word, as it is anyhow."""
_SEAS: Rgb = (78, 122, 160)
"""The colour of the earth, seen from far away."""
_EVERYWHERE = frozenset({"earth", "sky", "water", "fire", "rain", "snow", "moon", "sun"})
"""What is dyed wherever it is seen, and no thing."""
_OF_NATURE = frozenset({"fire", "rain", "snow", "moon", "sun"})
_FLAMES = frozenset({"불꽃", "불길", "화염", "불덩이", "도깨비불"})
_PUTS_ON = ("wear", "dress")
_REACH = 12
"""So many characters before a garment its colour is looked for."""


def dye_before(told: str) -> Rgb | None:
    """하얀 (한복), 노란색 긴 (우비): the colour that `told` ends with."""
    found = _DYED.search(told)
    if found is None:
        return None
    return next(dye for at, (_, dye) in enumerate(_DYES) if found.group(f"dye_{at}"))


def colours_worn(
    text: Text, mentions: Iterable[Mention], events: Iterable[Event]
) -> tuple[tuple[str, Rgb], ...]:
    """Who has clothes of which colour on, in the order told; what is taken off is not on."""
    told = (m for m in mentions if m.element.kind == "prop" and m.case in ("object", "bare"))
    small = words("headgear") | words("accessories")  # 빨간 모자: no dress is red
    garments = [m for m in told if m.concept not in small]
    dyed = (
        (event.doer, dye_before(text.before(garment.element, _REACH)))
        for event in events
        if event.concept in _PUTS_ON and not event.element.lemma.startswith("벗")
        for garment in garments
        if garment.concept in event.things
        and event.clause_start <= garment.start_char < event.start_char
    )
    return tuple((who, dye) for who, dye in dyed if dye is not None)


def dyes_told(text: Text, mentions: Iterable[Mention]) -> tuple[tuple[str, Rgb], ...]:
    """The concepts of animals and things that have a colour of their own, and which; sky and water,
    too. Those of a fixed colour, and people, have none."""
    return tuple(
        (_dyed(mention), dye)
        for mention in mentions
        if (mention.element.kind in ("actor", "prop", "setting") or _dyed(mention) in _OF_NATURE)
        and mention.concept not in words("coloured_animals")
        and (dye := _SEAS if mention.element.lemma == "지구" else dye_of(mention.element, text))
    )


def _is_wide(element: Element) -> bool:
    """The sky and the waters, which are seen in the colour to which they turn."""
    return element.concept == "sky" or element.concept in words("waters")


def _dyed(mention: Mention) -> str:
    if mention.element.lemma == "지구":
        return "earth"
    if mention.element.lemma in _FLAMES:
        return "fire"
    return "water" if mention.concept in words("waters") else mention.concept


def dyes_shown(story: Story, known: Repertoire) -> tuple[tuple[str, Rgb], ...]:
    """The colours that `story` tells, by the names that the ink has for what has them; who and
    what is spoken of with another colour has the one told last."""
    found: dict[str, Rgb] = {}
    for concept, dye in story.dyes:
        if name := dyed_name(concept, known):
            found[name] = dye
    return tuple(found.items())


def dye_of(element: Element, text: Text) -> Rgb | None:
    """하얀 소, 문이 빨갰다: the colour that `text` gives what `element` names; None for none."""
    before = text.before(element, _REACH)
    dye = None if _GREENS.search(before) else dye_before(before)
    behind = text.behind(element, 2 * _REACH)
    if dye is None and _is_wide(element):
        dye = _colour_in(_TURNS, behind, "to", _TURNS_TO)
    if dye is None and (of := _IS_OF.match(behind)):
        return next(dye for at, (_, dye) in enumerate(_DYES) if of[f"of_{at}"])
    says = _SAYS.match(behind)
    if dye or says is None or (says["turns"] and not _is_wide(element)):
        return dye  # 고양이가 노랗게 변했다: not from the beginning
    return _colour_in(_SAYS, behind, "is", _IS_DYED)


def _colour_in(
    pattern: re.Pattern[str], told: str, group: str, colours: tuple[tuple[str, str], ...]
) -> Rgb | None:
    """The colour whose stems `pattern` finds at the beginning of `told`."""
    found = pattern.match(told)
    if found is None:
        return None
    return dye_before(next(name for at, (_, name) in enumerate(colours) if found[f"{group}_{at}"]))


def turned_dye(element: Element, text: Text) -> Rgb | None:
    """손이 파래졌다, 우유가 검게 변했다: the colour to which what `element` names turns."""
    return _colour_in(_TURNS, text.behind(element, 2 * _REACH), "to", _TURNS_TO)


def dyed_name(concept: str, known: Repertoire) -> str | None:
    """The name by which the ink dyes what `concept` names; None for what is not drawn."""
    if concept in _EVERYWHERE:
        return concept
    if concept in words("waters"):
        return "water"
    played = known.actor(concept)
    return played[0] if played and played[0] in known.creatures else known.thing(concept)
