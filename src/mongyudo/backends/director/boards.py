"""What is lettered on the board of a place: its name, where that tells more than the picture."""

import re

from mongyudo.backends.director.tables import words
from mongyudo.reading.unnamed_places import NAMED
from mongyudo.records import Element

_LONGEST = 12
"""A board holds no more signs than this."""
_NUMBER = re.compile(
    r"((지하 ?|지상 ?)?\d{1,3} ?층|[A-Z]?\d{1,4} ?호(실)?|\d{1,3} ?(번|동)"
    r"|\d ?학년 ?\d{1,2} ?반) ?$"
)
"""Before a place: on which floor it is, or which of many (4층 복도, 7번 방)."""
_OWN_NAME = re.compile(
    r"[가-힣A-Z]{2,}(역|병원|의원|학교|은행|시장|마트|식당|대학|도서관|아파트|빌딩|백화점|교회|성당|공항|터미널)"
)
"""Names that stand on the house itself."""


def is_lettered(element: Element) -> bool:
    """Whether only a board with its name shows the place."""
    told_by_name = element.en == NAMED or element.lemma in words("lettered")
    return element.kind == "setting" and told_by_name


def board_of(element: Element, text: str, start_char: int) -> str:
    """The words on the board of the place `element`, "" for none; `text` begins at `start_char`."""
    first, last = element.start_char - start_char, element.end_char - start_char
    written = " ".join(text[max(0, first) : last].split())
    named = is_lettered(element) or _is_own_name(element, written) or _has_a_sign(element)
    number = _NUMBER.search(text[max(0, first - 12) : max(0, first)])
    if number is None:
        return written if named and len(written) <= _LONGEST else ""
    board = f"{number[0].strip()} {written}"
    return board if len(board) <= _LONGEST else number[0].strip()


def _is_own_name(element: Element, written: str) -> bool:
    """서울역, 시립도서관: more than the word for such houses."""
    return written != element.lemma and _OWN_NAME.fullmatch(written) is not None


def _has_a_sign(element: Element) -> bool:
    """약국, 교무실: its name stands over the door, and the room is one of many."""
    return element.lemma.replace(" ", "") in words("signed")


def bears(board: str, element: Element, written: str) -> bool:
    """Whether the name `written` of `element` can be read on `board`, where only that shows it."""
    return not is_lettered(element) or "".join(written.split()) in "".join(board.split())
