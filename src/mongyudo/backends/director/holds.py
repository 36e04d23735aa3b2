"""Who has hold of whom: 멱살을 잡았다, 뒤에서 안았다, 엄마 소매를 붙들었다."""

import re

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.story import SELF, SOMEBODY
from mongyudo.backends.director.tables import words

_FROM_BEHIND = re.compile(r"(뒤|등 ?뒤)에서 ([^\s.!?]+ ){0,3}$")
"""뒤에서 나를 꼭 (안았다)."""


def from_behind(clause: Clause, concept: str) -> str:
    """뒤에서 껴안았다: no face is seen in such a hug."""
    return "hold_behind" if concept == "hug" and _FROM_BEHIND.search(clause.before) else concept


def whose_is_held(clause: Clause, concept: str, doer: str) -> str:
    """엄마 소매를 잡았다: whose it is, else who was spoken of, else the dreamer; "" where nobody is
    held."""
    if concept not in words("holds_somebody"):
        return ""
    whose = clause.first("owner", "bare", "too")
    if whose:
        return whose if whose != doer else SELF
    return SELF if doer != SELF else clause.spoken_of or clause.text.spoken_before


def or_ones_own(concept: str, doer: str, target: str) -> str:
    """허리를 잡고 웃었다: of nobody else, and held as a thing is; 물컹한 게 손목을 잡았다: by
    nobody with hands to be seen."""
    if concept in words("holds_somebody") and doer in ("", SOMEBODY):
        return "catch"
    own = concept in words("holds_somebody") and target in ("", doer)
    return "grasp" if own and concept != "collar" else concept
