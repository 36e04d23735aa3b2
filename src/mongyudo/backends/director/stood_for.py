"""What is drawn in the stead of what is told, and called by its own name: 방파제 → 바닷가."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from mongyudo.backends.director.boards import is_lettered
from mongyudo.backends.director.tables import named_by, plain_verbs, rows, sights, stand_ins, words
from mongyudo.records import Drawn, Element, Segment

_ANY = "*"


@dataclass(frozen=True, slots=True)
class _Stead:
    """How a drawing is called, and the words in whose stead it stands: `whole` ones, all that
    begin with one of `begins`, or every word but its `own`."""

    shown: str
    whole: frozenset[str]
    begins: tuple[str, ...]
    own: frozenset[str]

    def stands_for(self, lemma: str) -> bool:
        """Whether `lemma` (no blanks) is another thing than what is drawn."""
        if self.own:
            return lemma not in self.own
        return lemma in self.whole or lemma.startswith(self.begins)


def told_as_drawn(segment: Segment, drawn: Iterable[Drawn]) -> list[Drawn]:
    """`drawn`, each with the name of what stands in the stead of its word."""
    told = {(e.start_char, e.end_char): e for e in segment.elements}
    return [
        replace(each, instead=_instead(each.concept, told.get((each.start_char, each.end_char))))
        for each in drawn
    ]


@cache
def steads() -> dict[str, _Stead]:
    """By the concept that is drawn."""
    return {row["concept"]: _stead(row) for row in rows("stood_for.tsv")}


def _instead(concept: str, element: Element | None) -> str:
    stead = steads().get(concept)
    if stead is None or element is None or is_lettered(element):
        return ""  # a board in the picture says what the place is
    other = stead.stands_for(element.lemma.replace(" ", ""))
    other = other or _is_elsewhere(concept, element) or _is_only_said(concept, element)
    return stead.shown if other else ""


def _is_only_said(concept: str, element: Element) -> bool:
    """앉으라고 했다: somebody is seen to say it, and nobody sits."""
    meant = element.concept or plain_verbs().get(element.lemma.replace(" ", ""))
    return concept == "talk" and element.kind == "motion" and meant not in (None, "talk", "shout")


def _is_elsewhere(concept: str, element: Element) -> bool:
    """Whether another place is shown than the one that is told: an office as the street before
    it."""
    meant = named_by(element)[1]
    at_home = meant == "home" and concept in words("homes")
    same = {meant, *stand_ins().get(meant, ())} | sights().get(concept, frozenset())
    return element.kind == "setting" and bool(meant) and not at_home and concept not in same


def _stead(row: dict[str, str]) -> _Stead:
    words = row["words"].split()
    begins = tuple(
        word.removesuffix(_ANY) for word in words if word.endswith(_ANY) and word != _ANY
    )
    whole = frozenset(word for word in words if not word.endswith(_ANY))
    return _Stead(row["shown"], whole, begins, frozenset(row["own"].split()))
