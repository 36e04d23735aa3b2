"""How a deed is staged by what it is done with: what is played, a board, a lamp."""

from dataclasses import replace

from mongyudo.backends.director.blocking.core import TOP
from mongyudo.backends.director.story import Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import Vignette, vignettes
from mongyudo.ink.scene import Effect

_PLAYED = (
    ("blown", ("blow", "sing"), "solo"),
    ("strummed", ("fiddle", "hold"), "solo"),
    ("beaten", ("press", "fiddle"), "at_hand"),
    ("plucked_sitting", ("sit_lotus", "sit"), "at_hand"),
    ("sat_before", ("sit_chair", "sit"), "at_keys"),
)
"""Instruments, how one plays them and where they are then."""

_BOARDS = frozenset(("blackboard", "whiteboard", "wall"))
_DARK = (Effect("darkness", 0.0, 0.7),)


def by_what(story: Story, event: Event) -> Vignette | None:
    """The vignette of `event` with what it is done with; None where that makes no difference."""
    if event.host and event.concept in words("placed_in"):
        taken = event.concept == "take_out"
        return replace(vignettes()[event.concept], blocking="taking" if taken else "stowing")
    if event.concept == "perform":
        return _playing(event)
    if event.concept == "carry" and set(event.things) & words("pushed_along"):
        return replace(vignettes()["carry"], blocking="pushing", lead=("carry", "walk"))
    if event.concept == "carry" and (way := borne(event)):
        return replace(vignettes()["carry"], lead=(way, *vignettes()["carry"].lead))
    if event.concept in ("write", "wipe") and _on_board(story, event):
        does = ("wipe", "reach") if event.concept == "wipe" else ("reach", "press")
        return replace(vignettes()[event.concept], blocking="at_board", lead=does,
                       camera="push", props=("blackboard",))  # fmt: skip
    lemma = event.element.lemma.replace(" ", "")
    if event.concept == "press" and lemma in words("puts_out"):
        return replace(vignettes()["press"], effects=_DARK)
    return None


def aim_of(event: Event | None) -> str:
    """On what part of somebody it is done, or TOP of something; "" elsewhere."""
    if event is None:
        return ""
    return event.part or (TOP if event.concept in ("put_down", "touch") else "")


def instrument_of(event: Event) -> str:
    """What is played or sung into, where hands hold it; "" for nothing."""
    held = words("strummed") | words("blown")
    held |= {"microphone"} if event.concept in ("sing", "perform", "talk") else set()
    plays = event.concept in ("sing", "perform", "talk", "blow")
    return next((t for t in event.things if t in held and plays), "")


def borne(event: Event) -> str:
    """보따리를 이고, 쌀자루를 어깨에 메고: where it is borne, "" for in the arms."""
    lemma = event.element.lemma
    if lemma == "이다" or (lemma == "얹다" and "head" in event.things):
        return "bear_on_head"
    if "shoulder" in event.things and not words("packs") & set(event.things):
        return "bear_on_shoulder"
    return "bear_on_back" if lemma in words("on_ones_back") else ""


def _playing(event: Event) -> Vignette | None:
    found = vignettes()["perform"]
    for kind, motions, blocking in _PLAYED:
        if set(event.things) & words(kind):
            return replace(found, lead=motions, blocking=blocking, props=(), face="happy")
    return None


def _on_board(story: Story, event: Event) -> bool:
    """칠판에 이름을 썼다, 지우개로 지웠다: what is on a board."""
    at = {m.concept for m in story.of("prop", "setting")} & _BOARDS
    return bool(at & set(event.things)) or (bool(at) and event.concept == "wipe")
