"""Who the dreamer is: read from clues in the text, a woman in a nightgown when there are none."""

import re
from dataclasses import dataclass, replace

from mongyudo.ink.scene import Rgb
from mongyudo.records import PLAIN_CARD, StyleCard


@dataclass(frozen=True, slots=True)
class Person:
    """A figure of the ink, what it wears ("" is the figure's own clothing), how large it has
    become against its own size, the colour its clothes are told to have, and what has become of
    its body."""

    concept: str
    clothes: str = ""
    size: float = 1.0
    cloth: Rgb | None = None
    traits: tuple[str, ...] = ()


DEFAULT = Person("woman", "nightgown")

_CLUES: tuple[tuple[str, Person], ...] = (
    (
        "(아들|손자|조카|남자친구|남친|오빠|동생)(이|가|은|는|의|놈이|녀석이)? ?[^.!?\\n]{0,12}"
        "(입대|군대|훈련소|면회|제대|휴가)",
        DEFAULT,
    ),
    (
        "경계 ?근무|초소|불침번|보초|철책|위병소|생활관|탄약고|유격 ?훈련|혹한기"
        "|재입대|입대|내무반|훈련소|군대|관물대|점호|행군|제대(?!로)|소대장|중대장|병장|이병|훈련병"
        "|(?<!대)전역(하|했|한|할|날|증|일|을|신고)",
        Person("man", "soldier"),
    ),
    (
        "(나는|내가|난|저는|제가) ?(이미|벌써|다시|이제|어느새)? ?(늙은이|노인네?|영감|할아버지)"
        "(였|이었|이더|인데|가 ?(되|돼|된)|이 ?(되|돼|된))",
        Person("grandfather"),
    ),
    ("손주|손자|손녀|영감|할멈|며느리|사위|경로당|노인정|틀니", Person("grandmother")),
    (
        "우리 아내|내 아내|아내가|아내와|아내는|와이프|집사람|마누라|장모|장인어른|처가|여자친구"
        "|여친|우리 누나|누나가|누나랑|우리 형|형이랑|(?<![가-힣])형이 |형은 |형한테"
        "|(할머니|아주머니|아줌마|기사님?|주인)[^.!?\\n]{0,12}총각|누이(가|랑|와|는|의|동생)",
        Person("man", "pyjamas"),
    ),
    (
        "남편|신랑|시어머니|시어머님|시아버지|시댁|시누이|남자친구|남친|임신|만삭|우리 언니|언니가"
        "|언니랑|우리 오빠|오빠가",
        Person("woman", "nightgown"),
    ),
    (
        "(갓난아기|갓난애|갓난아이|신생아|아기|애기)(가|로) ?(되|돼|된|됐|변|돌아)"
        "|(내 ?|제 ?)?(몸이|내가|나는|제가|저는) ?(다시 )?"
        "(갓난아기|갓난애|신생아|아기|애기)(였|더라|인 ?거)",
        Person("baby"),
    ),
    (
        "유치원생이 되|유치원생으로|유치원생이었"
        "|어린아이가 되|어린애가 되|꼬마가 되|꼬마로 돌아|어린이가 되|살 아이가 되|아이로 돌아"
        "|어린 시절로|초등학생이 되|초등학생으로",
        Person("child"),
    ),
    (
        "우리 반|고등학생이 되|고등학생으로|중학생이 되|고3|중3|수능|모의고사|담임|짝꿍|야자"
        "|중간고사|기말고사|(고등|중)학교 (교실|복도|운동장)|(교실|학교)에 지각",
        Person("student"),
    ),
)


_IN_MOURNING = re.compile(r"(나는|내가|저는|제가)?[^.]{0,12}(상복|소복)을? ?(차려 ?)?입고")


_OTHER_SELF = frozenset({"child", "student", "baby"})
"""Who one may become in a dream, whatever one is by day."""

_ROBES: dict[str, str] = {
    "woman": "nightgown", "man": "pyjamas", "grandmother": "hanbok_jade", "girl": "nightgown",
    "boy": "pyjamas", "grandfather": "pyjamas",
}  # fmt: skip


def other_self(concept: str, dreamer: str) -> str:
    """The figure of another self of `dreamer`, who is as they are, or old; "" for anybody else."""
    if concept == "double":
        return dreamer
    old = "grandfather" if dreamer in ("man", "boy") else "grandmother"
    return old if concept == "older_self" else ""


def dreamer_of(text: str, card: StyleCard = PLAIN_CARD) -> Person:
    """The dreamer of `text`: as the `card` says, else the first clue that matches.

    Who becomes a child or a pupil again is one in spite of the card; a soldier's clothes are put
    on over the card's.
    """
    found = (person for pattern, person in _CLUES if re.search(pattern, text))
    person = next(found, DEFAULT)
    if card.figure and person.concept not in _OTHER_SELF:
        worn = person.clothes if person.clothes == "soldier" else _ROBES[card.figure]
        person = Person(card.figure, worn)
    if card.clothes and person.clothes != "soldier" and person.concept not in _OTHER_SELF:
        person = replace(person, clothes=card.clothes)
    return replace(person, clothes="mourning") if _IN_MOURNING.search(text) else person
