"""Who the dreamer is: read from clues in the text, a woman in a nightgown when there are none."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from mongyudo.backends.director.selves import own_names
from mongyudo.backends.director.tables import rows, words
from mongyudo.ink.scene import Rgb
from mongyudo.records import PLAIN_CARD, StyleCard


@dataclass(frozen=True, slots=True)
class Person:
    """A figure of the ink, what it wears ("" is the figure's own clothing), how large it has
    become against its own size, the colour its clothes are told to have, what has become of its
    body, and whether the dream has `turned` it into what it is."""

    concept: str
    clothes: str = ""
    size: float = 1.0
    cloth: Rgb | None = None
    traits: tuple[str, ...] = ()
    turned: bool = False

    @property
    def is_male(self) -> bool:
        """Whether it is a man or a boy."""
        return self.concept in words("male_dreamers")

    @property
    def is_old(self) -> bool:
        """Whether it has white hair."""
        return self.concept in ("grandmother", "grandfather")


DEFAULT = Person("woman", "nightgown")

_FIGURES: dict[str, tuple[Person, Person, Person]] = {
    "child": (Person("girl"), Person("boy"), Person("child")),
    "teen": (Person("student"), Person("schoolboy"), Person("student")),
    "adult": (DEFAULT, Person("man", "pyjamas"), DEFAULT),
    "old": (Person("grandmother"), Person("grandfather"), Person("grandmother")),
}
"""By age: a woman, a man, and where nothing tells which."""

_TURNED = {"baby": "baby", "child": "child", "teen": "student"}

_ENOUGH = 2
"""So much must be told for an age."""

_OTHERS_SERVE = re.compile(
    "(아들|손자|조카|남자친구|남친|남편|신랑|오빠|동생|형|삼촌)(이|가|은|는|의|놈이|녀석이)? ?"
    "[^.!?\\n]{0,12}(입대|군대|훈련소|면회|제대|휴가)"
    "|(군대에? ?(간|갔던|가 ?있는|보낸)|제대한|전역한|휴가 ?나온|입대한) ?"
    "(아들|손자|조카|동생|오빠|남자|남편|삼촌)"
)
"""Whose service it is: the dreamer is no soldier."""


@dataclass(frozen=True, slots=True)
class _Clue:
    sort: str
    sex: str
    age: str
    dress: str
    weight: int
    pattern: re.Pattern[str]


@cache
def _clues() -> tuple[_Clue, ...]:
    return tuple(
        _Clue(
            row["sort"], row["sex"], row["age"], row["dress"], int(row["weight"]),
            re.compile(row["words"]),
        )
        for row in rows("dreamers.tsv")
    )  # fmt: skip


def _found(text: str) -> Iterator[_Clue]:
    """The clues of `text` in the order in which they stand there."""
    names = tuple(own_names(text))
    told: list[tuple[int, _Clue]] = []
    for clue in _clues():
        if clue.sort == "name":
            told += [(start, clue) for start, name in names if clue.pattern.fullmatch(name)][:1]
        elif found := clue.pattern.search(text):
            told.append((found.start(), clue))
    return (clue for _, clue in sorted(told, key=lambda each: each[0]))


@lru_cache(maxsize=64)  # asked for every picture of every way to divide a shot
def _told_of(text: str) -> Person:
    """The dreamer by the clues of `text` alone."""
    sexes, ages, dresses = Counter[str](), Counter[str](), Counter[str]()
    serves = not _OTHERS_SERVE.search(text)
    for clue in _found(text):
        if clue.sort == "turned":
            return Person(_TURNED[clue.age], turned=True)
        if clue.dress.startswith("soldier") and not serves:
            continue
        sexes[clue.sex] += clue.weight
        ages[clue.age] += clue.weight
        dresses[clue.dress] += clue.weight
    age = next((a for a in ("old", "adult", "child", "teen") if ages[a] >= _ENOUGH), "")
    del sexes[""], dresses[""]
    least = 1 if age == "old" else _ENOUGH
    sex = next((s for s, weight in sexes.most_common(1) if weight >= least), "")
    least = _ENOUGH if age == "old" else 1
    dress = next((d for d, weight in dresses.most_common(1) if weight >= least), "")
    return _dressed(_FIGURES[age or "adult"][("f", "m", "").index(sex)], sex, dress)


def _dressed(person: Person, sex: str, dress: str) -> Person:
    """`person` of that `sex` in the `dress` of a trade; one who is no more than that is the figure
    that wears it."""
    if not dress:
        return person
    figure, _, clothes = dress.partition(":")
    if not figure:
        return replace(person, clothes=clothes)
    of_its_sex = sex in ("", "m" if figure in words("male_dreamers") else "f")
    plain = person.concept in ("woman", "man") and figure != "soldier"
    if plain and of_its_sex:
        return Person(figure)
    if figure == "soldier" and not sex:
        person = Person("man")
    return replace(person, clothes=clothes or person.clothes)


_IN_MOURNING = re.compile(r"(나는|내가|저는|제가)?[^.]{0,12}(상복|소복)을? ?(차려 ?)?입고")

_ROBES: dict[str, str] = {
    "woman": "nightgown", "man": "pyjamas", "grandmother": "hanbok_jade", "girl": "nightgown",
    "boy": "pyjamas", "grandfather": "pyjamas",
}  # fmt: skip


def other_self(concept: str, dreamer: str) -> str:
    """The figure of another self of `dreamer`, who is as they are, or old; "" for anybody else."""
    if concept == "double":
        return dreamer
    old = "grandfather" if dreamer in words("male_dreamers") else "grandmother"
    return old if concept == "older_self" else ""


def dreamer_of(text: str, card: StyleCard = PLAIN_CARD) -> Person:
    """The dreamer of `text`: as the `card` says, else as the clues do.

    Who becomes a child or a pupil again is one in spite of the card; a soldier's clothes are put
    on over the card's.
    """
    person = _told_of(text)
    if card.figure and not person.turned:
        worn = person.clothes if person.clothes == "soldier" else _ROBES[card.figure]
        person = Person(card.figure, worn)
    if card.clothes and person.clothes != "soldier" and not person.turned:
        person = replace(person, clothes=card.clothes)
    return replace(person, clothes="mourning") if _IN_MOURNING.search(text) else person
