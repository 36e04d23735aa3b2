"""What colour people's clothes are told to have."""

import re
from collections.abc import Iterable

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.story import Event, Mention
from mongyudo.ink.scene import Rgb

_DYES: tuple[tuple[str, Rgb], ...] = (
    ("하얀|하양|흰|하이얀|백색", (236, 232, 222)),
    ("검은|검정|까만|까망|시커먼", (46, 44, 48)),
    ("빨간|빨강|붉은|다홍", (176, 52, 46)),
    ("노란|노랑", (222, 178, 62)),
    ("파란|파랑|푸른", (62, 98, 152)),
    ("남색|곤색|군청", (48, 62, 104)),
    ("하늘색|옥색", (150, 186, 194)),
    ("초록|녹색|풀색", (88, 128, 84)),
    ("연두", (164, 186, 104)),
    ("분홍|핑크", (226, 150, 160)),
    ("보라|자주", (122, 84, 140)),
    ("주황|오렌지", (214, 126, 56)),
    ("갈색|밤색|고동색", (126, 92, 64)),
    ("회색|잿빛", (138, 136, 132)),
    ("금빛|금색|황금", (206, 170, 84)),
)
_DYED = re.compile(
    rf"새?({'|'.join(f'(?P<dye_{at}>{names})' for at, (names, _) in enumerate(_DYES))})"
    r"(색|빛|이)? ?((긴|짧은|큰|작은|새|헌|낡은|예쁜|고운|얇은|두꺼운|헐렁한|화려한) )?$"
)
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
    garments = [m for m in mentions if m.element.kind == "prop" and m.case in ("object", "bare")]
    dyed = (
        (event.doer, dye_before(text.before(garment.element, _REACH)))
        for event in events
        if event.concept in _PUTS_ON and not event.element.lemma.startswith("벗")
        for garment in garments
        if garment.concept in event.things
        and event.clause_start <= garment.start_char < event.start_char
    )
    return tuple((who, dye) for who, dye in dyed if dye is not None)
