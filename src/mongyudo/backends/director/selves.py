"""How the dreamer is named: 나는, 내가, 나 혼자 does it, 나를, 나한테 has it done."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mongyudo.backends.director.tables import rows
from mongyudo.records import Element, Segment

NAMED = re.compile(
    r"(?<![가-힣])(나|난|날|내|내가|나는|나를|나도|나한테|나보고|나더러|나에게|나랑|내게|제가|저는|저를"
    r"|저한테|제|우리)(?![가-힣])"
)
SELF_SUBJECT = re.compile(
    r"(?<![가-힣])(나는|난|내가|나도|저는|전|제가|저도|나만|우리는|우리가"
    r"|[나저] (혼자|홀로)(서|만)?)(?![가-힣])"
)
SELF_TARGET = re.compile(
    r"(?<![가-힣])([나내]를|(?<![는은던간온한된난] )날|저를|나한테|내 ?보고(?! ?싶)|내게|나에게"
    r"|제게|저한테|저에게|내 앞|제 앞|내 쪽|우리를|우리한테)"
)
AS_SELF = re.compile(r"(?<![가-힣])(내가|제가|나는|저는)( 다시| 갑자기| 어느새)? ?$")


def speaks_of_self(text: str) -> bool:
    """Whether `text` names the dreamer (나, 내, 제, 우리)."""
    return bool(NAMED.search(text))


_INNER = r"((?!\S*([이가은께도]|[^하되있없가오보키만앞치모파쓰짓사기]는) )[^\s.!?]+ ){0,4}"
_IS = "(였|이었|인데|이라|이고|이며|이다|입니다|이에요|예요|인 ?거|로 ?(일|근무))"
_IS_SAID = "(하고|했[다는어지]|하[며시]|라고|[다자냐]고|물었|말했|불렀|부르|외쳤|소리|[허하]멍)"


@cache
def _naming() -> tuple[re.Pattern[str], ...]:
    """손님이 아가씨, 하고 불렀다, 나를 할망이라고; 나는 늙은 해녀였다, 정년을 앞둔 교장인데, 의사인
    나는: what others call the dreamer, who is not the one to speak, and what the dreamer is."""
    names = "|".join(row["words"] for row in rows("dreamers.tsv") if row["sort"] == "name")
    name = f"(?P<name>{names})"
    said = r"[^.!?\n]*[,.!?]?( ?하고|[\"'”’]) ?(?!나는|내가|난 )"
    said += r"([^.!?\n]{0,8} )?[가-힣]+(이|가|께서|은|는) "
    return (
        re.compile(
            r"(?<![가-힣])(?!(나|내|제|저|난)(는|가|도) )[가-힣]+(이|가|은|는|께서) (\S+ ){0,4}?"
            rf"[\"'“‘]?(?<![가-힣]){name}님?(?=[,!~](?! ?\S{{1,5}}([,와과를을]))"
            r"|[!~,]?[\"'”’]?( (하고|하며|하면서|하멍)|이?라고 ?(나|날|부|불)))"
        ),
        re.compile(rf"(^|[.!?\n] ?)[\"'“‘]?{name}님?[,!] {said}"),
        re.compile(rf"(나를|날|저를|나보고|나더러|나한테|내게) {name}(이?라고|이?라)[ ,]"),
        re.compile(rf"(?<![가-힣])(나는|난|내가|저는|제가|나도) {_INNER}{name}{_IS}"),
        re.compile(
            rf"(^|[.!?\n] ?)(꿈(속)?에서 )?{_INNER}(?<![가-힣]){name}"
            r"(인데|였는데|이었는데|로 ?(일|근무) ?하(는데|다가)) "
        ),
        re.compile(rf"(?<![가-힣]){name}인 (나|내|저|제)(는|가|를)? "),
    )  # fmt: skip


_CALLED = 3
"""So many of the patterns tell what others say."""


def own_names(text: str) -> Iterator[tuple[int, str]]:
    """What the dreamer is called by others or says to be, and where each stands in `text`."""
    for number, pattern in enumerate(_naming()):
        for match in pattern.finditer(text):
            name = match["name"]
            if number >= _CALLED:
                yield match.start("name"), name
            elif not _is_spoken_of(text, name):  # 할망, 할망 하멍
                again = re.finditer(rf"(?<![가-힣]){re.escape(name)}(?![가-힣])", text)
                yield from ((each.start(), name) for each in again)


@lru_cache(maxsize=32)  # asked for every word of a segment
def own_names_in(segment: Segment) -> tuple[tuple[int, str], ...]:
    """`own_names` in `segment`, where each stands in the dream."""
    begins = segment.start_char
    return tuple((begins + start, name) for start, name in own_names(segment.text))


def is_own_name(segment: Segment, who: Element) -> bool:
    """Whether `who` names the dreamer: nobody else is there."""
    return any(start <= who.start_char < start + len(n) for start, n in own_names_in(segment))


def _is_spoken_of(text: str, name: str) -> bool:
    """Whether `text` tells of another one who is called `name`."""
    marks = "(님|들)?(이|가|은|는|께서|한테|에게|랑|이랑|를|을|도|의|와|과) "
    return re.search(f"(?<![가-힣]){re.escape(name)}{marks}", text) is not None
