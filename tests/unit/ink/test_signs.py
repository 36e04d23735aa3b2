"""The board that bears the name of a place."""

from dataclasses import replace

import numpy as np
import pytest

from mongyudo.ink.render import render
from mongyudo.ink.scene import Actor, Camera, Key, Scene

SCENE = Scene(
    (384, 216), 4, 0.5, 5, "corridor", actors=(Actor("woman", (Key(0, 0.25, 0.8),), 0.5),)
)


def _changed(scene: Scene) -> np.ndarray:
    """Where the board of `scene` is seen in its first frame."""
    plain, signed = (next(iter(render(replace(scene, sign=sign)))) for sign in ("", "14층 복도"))
    return np.abs(plain.astype(int) - signed.astype(int)).max(axis=2) > 24


@pytest.mark.parametrize("setting", ["corridor", "street"])
@pytest.mark.parametrize("camera", [Camera(), Camera(zoom_from=1.3, zoom_to=1.3, focus=(0.6, 0.7))])
def test_the_whole_board_is_in_the_frame(setting, camera):
    """It hangs or stands inside the frame, however near the camera is, and not before the lead."""
    rows, columns = np.nonzero(_changed(replace(SCENE, setting=setting, camera=camera)))
    assert len(rows) > 400
    assert columns.min() > 384 * 0.35
    assert columns.max() < 383


def test_who_falls_reads_no_board():
    """A fall passes everything."""
    assert not _changed(replace(SCENE, camera=Camera(pan_y=2.0))).any()
