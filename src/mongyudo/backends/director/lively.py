"""What things and places do as if they were alive, or as if hands did it to them."""

from functools import cache

from mongyudo.backends.director.tables import rows, words
from mongyudo.backends.director.vignettes import THINGS_TOO, vignettes


@cache
def _acts() -> dict[str, tuple[str, str]]:
    """What is staged in the stead of an act of a thing and of a place, "" for nothing."""
    return {row["act"]: (row["thing"], row["place"]) for row in rows("lively.tsv")}


def as_things_do(concept: str, thing: str, *, place: bool) -> str:
    """넝쿨이 팔을 감았다, 의자가 뛰었다, 지붕이 들썩였다: how it looks what `thing` does.

    A `place` is no thing that stands in the picture: all of it shakes, or comes down.
    """
    if not thing:
        return concept
    as_thing, as_place = _acts().get(concept, ("", ""))
    if place and thing in words("water_settings") and concept in words("surges"):
        return "tidal_wave"
    if place and as_place:
        return as_place
    return concept if _befalls(concept) else as_thing or concept


def may_be_done_by_things(concept: str) -> bool:
    """Whether there is a picture of a thing that does it: none eats, and none borrows."""
    return _befalls(concept) or concept in _acts()


def _befalls(concept: str) -> bool:
    return concept in vignettes() and vignettes()[concept].hero in (*THINGS_TOO, "anyone")
