"""People as they are drawn, without a scene: what they lack, their age, what is before their face,
and how short their steps become."""

from dataclasses import replace

import numpy as np
import pytest
import skia

from mongyudo.ink import figures
from mongyudo.ink.figures import KINDS, Dressed, Shown, draw_figure, outfit_of
from mongyudo.ink.figures_bones import Build
from mongyudo.ink.figures_face import FACES, Face
from mongyudo.ink.figures_pen import Pen
from mongyudo.ink.figures_stride import fitted, stride_of
from mongyudo.ink.poses import pose_at
from mongyudo.ink.poses_motions import MOTIONS_TABLE

_TALL_PX = 240


def drawn(face: Face, kind: str = "woman", motion: str = "stand", yaw: float = 8.0) -> np.ndarray:
    """Somebody in the first moment of a motion, on nothing."""
    who = Dressed(KINDS[kind], outfit_of(KINDS[kind], ""), face)
    surface = skia.Surface(200, 260)
    canvas = surface.getCanvas()
    canvas.translate(100, 250)
    canvas.scale(_TALL_PX, _TALL_PX)
    draw_figure(Pen(canvas, line=0.0068), Shown(who, yaw), pose_at(MOTIONS_TABLE[motion], 0.0))
    return surface.toarray()


def differ(first: np.ndarray, second: np.ndarray) -> int:
    """In how many pixels two pictures differ."""
    return int((first != second).any(axis=2).sum())


@pytest.mark.parametrize("name", [name for name, face in FACES.items() if face.lacks])
def test_what_somebody_lacks_is_not_drawn(name: str) -> None:
    whole = drawn(replace(FACES[name], lacks=""))
    assert differ(whole, drawn(FACES[name])) > 5


@pytest.mark.parametrize("part", ["hand", "arm", "leg"])
def test_who_lacks_both_lacks_more_than_one(part: str) -> None:
    whole, one, both = (drawn(replace(FACES["plain"], lacks=part + s)) for s in ("?", "", "s"))
    assert differ(whole, both) > 1.5 * differ(whole, one) > 0


def test_old_age_is_seen_in_the_face() -> None:
    kind = KINDS["grandmother"]
    young = replace(kind, head=replace(kind.head, wrinkles=False))
    before = drawn(FACES["plain"], "grandmother")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(KINDS, "grandmother", young)
        assert differ(before, drawn(FACES["plain"], "grandmother")) > 5


def test_a_raised_arm_passes_behind_the_face(monkeypatch: pytest.MonkeyPatch) -> None:
    """And one that hangs, before it."""
    order: list[str] = []
    arms, head = figures.draw_arms, figures.draw_head
    monkeypatch.setattr(
        figures, "draw_arms", lambda *a: (order.extend("arm" for _ in a[3]), arms(*a))
    )
    monkeypatch.setattr(figures, "draw_head", lambda *a: (order.append("head"), head(*a)))
    drawn(FACES["plain"], motion="stand", yaw=62.0)
    assert order.index("head") < len(order) - 1
    order.clear()
    drawn(FACES["plain"], motion="raise_hand", yaw=62.0)
    assert order[-1] == "head"


def test_steps_are_never_so_short_that_one_trips_on_the_spot() -> None:
    walk = MOTIONS_TABLE["walk"]
    own, short = (stride_of(gait, Build(), 62.0).length for gait in (walk, fitted(walk, 0.05, 4)))
    assert 0.4 * own < short < 0.8 * own
