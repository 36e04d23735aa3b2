"""How the dreamer is named: 나는, 내가, 나 혼자 does it, 나를, 나한테 has it done."""

import re

NAMED = re.compile(
    r"(?<![가-힣])(나|난|날|내|내가|나는|나를|나도|나한테|나보고|나더러|나에게|나랑|내게|제가|저는|저를"
    r"|저한테|제|우리)(?![가-힣])"
)
SELF_SUBJECT = re.compile(
    r"(?<![가-힣])(나는|난|내가|나도|저는|전|제가|저도|나만|우리는|우리가"
    r"|[나저] (혼자|홀로)(서|만)?)(?![가-힣])"
)
SELF_TARGET = re.compile(
    r"(?<![가-힣])(나를|(?<![는은던간온한된난] )날|저를|나한테|내 ?보고(?! ?싶)|내게|나에게|제게"
    r"|저한테|저에게|내 앞|제 앞|내 쪽|우리를|우리한테)"
)
AS_SELF = re.compile(r"(?<![가-힣])(내가|제가|나는|저는)( 다시| 갑자기| 어느새)? ?$")


def speaks_of_self(text: str) -> bool:
    """Whether `text` names the dreamer (나, 내, 제, 우리)."""
    return bool(NAMED.search(text))
