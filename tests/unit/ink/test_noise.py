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


@pytest.mark.parametrize("rough", [1.0, 2.3])
def test_large_noise_is_kept_at_half_its_size_and_still_wraps(
    monkeypatch: pytest.MonkeyPatch, rough: float
) -> None:
    """Twice the height of 768x432 and more: a 1080p film must not wait for noise."""
    monkeypatch.setattr(noise, "_KEPT", OrderedDict())
    field = noise.cloud(1024, 832, 3, rough=rough)
    assert {kept.shape for kept in noise._KEPT.values()} == {(512, 416)}
    assert field.shape == (1024, 832)
    assert (float(field.mean()), float(field.std())) == pytest.approx((0, 1), abs=1e-3)
    inside = np.abs(np.diff(field, axis=1)).mean()
    assert np.abs(field[:, 0] - field[:, -1]).mean() == pytest.approx(inside, rel=0.2)
    inside = np.abs(np.diff(field, axis=0)).mean()
    assert np.abs(field[0] - field[-1]).mean() == pytest.approx(inside, rel=0.2)
