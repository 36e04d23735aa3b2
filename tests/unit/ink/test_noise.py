"""Noise: the same each time, and kept only as far as there is room."""

from collections import OrderedDict

import numpy as np
import pytest

from mongyudo.ink import noise


def test_what_is_kept_is_bounded_and_made_again_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """At 1080p all the noise of a film had taken more room than its pictures."""
    monkeypatch.setattr(noise, "MOST_KEPT_BYTES", 300_000)
    monkeypatch.setattr(noise, "_KEPT", OrderedDict())  # other tests may have kept these shapes
    first = noise.cloud(128, 256, 3)
    for wide in (320, 384, 448, 512):
        noise.cloud(128, wide, 3)
    kept = sum(field.nbytes for field in noise._KEPT.values())
    assert 0 < kept <= 300_000
    assert np.array_equal(noise.cloud(128, 256, 3), first)
