"""Overlays, the ink bleed, the poster."""

from pathlib import Path

import av
import numpy as np

from mongyudo.film.encode import VideoFormat, encode
from mongyudo.film.picture import SOFT_EDGE, Overlay, head_of, ink_bleed, stamp, write_png

BLACK = np.zeros((20, 30, 3), np.uint8)


def test_overlay_is_blended_where_and_when_it_belongs() -> None:
    """Half-transparent white on black is grey, only inside its box and its time."""
    rgba = np.full((4, 6, 4), 255, np.uint8)
    rgba[..., 3] = 128
    overlay = Overlay(rgba, 10, 5, start_s=1.0, end_s=2.0)
    assert stamp(BLACK, [overlay], 0.5) is BLACK
    stamped = stamp(BLACK, [overlay], 1.5)
    assert (stamped[5:9, 10:16] == 128).all()
    assert stamped.sum() == 4 * 6 * 3 * 128
    assert not BLACK.any()


def test_overlay_larger_than_the_frame_is_cut() -> None:
    """Nothing breaks at the edges."""
    overlay = Overlay(np.full((99, 99, 4), 255, np.uint8), -3, 15)
    assert stamp(BLACK, [overlay], 0.0)[15:].min() == 255


def test_ink_bleed_goes_from_one_picture_to_the_other() -> None:
    """Each frame shows more of the new picture, where the field is low first."""
    field = np.tile(np.linspace(0, 255, 30, dtype=np.uint8), (20, 1))
    white = np.full_like(BLACK, 255)
    frames = list(ink_bleed(BLACK, [white] * 6, field))
    shares = [float(frame.mean()) for frame in frames]
    assert shares == sorted(shares)
    assert 0 < shares[0] < 128 < shares[-1] < 255
    assert frames[2][:, 0].mean() > frames[2][:, -1].mean()


def test_ink_bleed_is_as_exact_as_bytes_allow() -> None:
    """Beside the same in real numbers, over all values; what is bled through is the new frame."""
    rng = np.random.default_rng(2)
    before, after = (rng.integers(0, 256, (20, 30, 3), dtype=np.uint8) for _ in range(2))
    field = rng.integers(0, 256, (20, 30), dtype=np.uint8)
    for number, frame in enumerate(ink_bleed(before, [after] * 3, field), start=1):
        reach = number / 4 * (1 + SOFT_EDGE)
        share = np.clip((reach - field / 255) / SOFT_EDGE, 0, 1)[..., None]
        exact = before + (after.astype(float) - before) * share
        assert np.abs(frame - exact).max() <= 2
        assert np.array_equal(frame[share[..., 0] == 1], after[share[..., 0] == 1])


def test_the_head_of_a_piece_is_read_from_its_file(tmp_path: Path) -> None:
    greys = [np.full((64, 96, 3), 20 * n, np.uint8) for n in range(8)]
    encode(tmp_path / "piece.mp4", greys, VideoFormat((96, 64), 12))
    head = head_of(tmp_path / "piece.mp4", 3)
    assert len(head) == 3
    assert all(
        abs(float(f.mean()) - float(g.mean())) < 3 for f, g in zip(head, greys, strict=False)
    )


def test_poster_is_read_back_exactly(tmp_path: Path) -> None:
    """PNG loses nothing."""
    frame = np.random.default_rng(1).integers(0, 255, (20, 30, 3), dtype=np.uint8)
    write_png(tmp_path / "poster.png", frame)
    with av.open(str(tmp_path / "poster.png")) as container:
        back = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert np.array_equal(back, frame)
