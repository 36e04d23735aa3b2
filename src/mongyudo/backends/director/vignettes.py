"""The table of vignettes: verb concepts and how each is staged."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from mongyudo.backends.director.tables import rows, words
from mongyudo.ink.scene import Effect
from mongyudo.records import Element

Hero = Literal["doer", "target", "thing", "witness", "anyone", "mourner"]


@dataclass(frozen=True, slots=True)
class Vignette:
    """How an event is staged; `weight` 1..9 says how much it stands out in a dream.

    `hero` is who leads the picture: the doer; the target (the chased, the accused); "thing": the
    doer or a thing to which it happens; "witness": the dreamer, before whom somebody or
    something does it; "anyone": it happens, whoever is there; "mourner": the dreamer, when
    another is gone. `lead` and `other` are motions in the order of preference, for
    the hero and for the one beside; `props` and `setting` stand in for what the text leaves out.
    """

    concept: str
    weight: int
    blocking: str
    hero: Hero = "doer"
    lead: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    face: str = "plain"
    other_face: str = "plain"
    camera: str = "push"
    effects: tuple[Effect, ...] = ()
    props: tuple[str, ...] = ()
    setting: str = ""


THINGS_TOO: tuple[Hero, ...] = ("thing", "witness")
"""Vignettes that may be about a thing."""

QUIET = Vignette("", 0, "solo", camera="slow_push")
"""A segment in which nothing happens."""


@cache
def vignettes() -> dict[str, Vignette]:
    """All vignettes by concept, from vignettes.tsv."""
    return {row["concept"]: _vignette(row) for row in rows("vignettes.tsv")}


def is_event(element: Element) -> bool:
    """Whether a word tells an event (울음 is crying) rather than names a thing (거울)."""
    if element.concept not in vignettes():
        return False
    return element.kind in ("motion", "state", "feeling") or element.concept in words("event_nouns")


def pushed(things: Iterable[str], *, to_somebody: bool) -> Vignette:
    """수레를 밀었다: what has wheels is pushed along, a thing away from one."""
    if set(things) & words("pushed_along"):
        return replace(vignettes()["give"], blocking="pushing", lead=("carry", "walk"), other=())
    return vignettes()["push" if to_somebody else "give"]


def flowing(found: Vignette) -> Vignette:
    """`found` as it is when water does it: drop after drop, or seen on who is there."""
    if found.concept in ("drip", "spill", "spurt", "fall"):
        leak = Effect("leaking", 0.5, 1.0)
        return replace(found, blocking="beholding", effects=(leak,))
    return replace(found, blocking="solo")


def effect_of(word: str) -> Effect:
    """The effect written as name:start:end."""
    name, start, end = word.split(":")
    return Effect(name, float(start), float(end))


def _vignette(row: dict[str, str]) -> Vignette:
    return Vignette(
        concept=row["concept"],
        weight=int(row["weight"]),
        blocking=row["blocking"],
        hero=cast(Hero, row["hero"] or "doer"),
        lead=tuple(row["lead"].split("|")),
        other=tuple(row["other"].split("|")) if row["other"] else (),
        face=row["face"] or "plain",
        other_face=row["other_face"] or "plain",
        camera=row["camera"] or "push",
        effects=tuple(effect_of(word) for word in row["effects"].split()),
        props=tuple(row["props"].split()),
        setting=row["setting"].strip(),
    )
