"""Clips are joined by copying packets: every frame arrives once, in its place."""

from pathlib import Path

import av
import numpy as np
import pytest

from mongyudo.errors import FilmError
from mongyudo.film.encode import Frame, VideoFormat, VideoWriter, encode
from mongyudo.film.join import SAMPLE_RATE, Piece, join
from mongyudo.film.probe import probe

FORMAT = VideoFormat((96, 64), 12)


def grey(level: int) -> Frame:
    """A frame of one grey."""
    return np.full((64, 96, 3), level, np.uint8)


def levels_in(path: Path) -> list[int]:
    """The mean grey of every decoded frame."""
    with av.open(str(path)) as container:
        frames = (frame.to_ndarray(format="rgb24") for frame in container.decode(video=0))
        return [round(float(frame.mean())) for frame in frames]


def test_film_is_playable_h264(tmp_path: Path) -> None:
    """The joined file is H.264, yuv420p, faststart, with sound and the label."""
    encode(tmp_path / "a.mp4", (grey(10 * n) for n in range(12)), FORMAT)
    sound = np.zeros((SAMPLE_RATE, 2), np.float32)
    join(tmp_path / "film.mp4", [Piece(tmp_path / "a.mp4")], sound, {"comment": "AI 생성"})
    found = probe(tmp_path / "film.mp4")
    assert (found.codec, found.pixel_format, found.sound) == ("h264", "yuv420p", "aac")
    assert (found.frames, found.size_px, found.faststart) == (12, (96, 64), True)
    assert found.metadata["comment"] == "AI 생성"


def test_pieces_follow_each_other_frame_by_frame(tmp_path: Path) -> None:
    """A piece may lose its head; what remains stands right behind the piece before it."""
    first, second = tmp_path / "a.mp4", tmp_path / "b.mp4"
    encode(first, (grey(20 + 4 * n) for n in range(12)), FORMAT)
    with VideoWriter(second, FORMAT, key_frame=5) as writer:
        for n in range(12):
            writer.write(grey(120 + 8 * n))
    join(tmp_path / "film.mp4", [Piece(first), Piece(second, 5)], None, {})
    wished = [20 + 4 * n for n in range(12)] + [120 + 8 * n for n in range(5, 12)]
    found = levels_in(tmp_path / "film.mp4")
    assert len(found) == len(wished)
    assert max(abs(a - b) for a, b in zip(found, wished, strict=True)) <= 4


@pytest.mark.parametrize("lengths", [(4, 2, 4), (1, 1), (1, 12, 2), (12, 1, 3)])
def test_pieces_however_short_can_be_joined(tmp_path: Path, lengths: tuple[int, ...]) -> None:
    """The encoder reorders short pieces less than long ones; their times must still only grow."""
    levels = [20 + 10 * at for at in range(sum(lengths))]
    left, pieces = iter(levels), []
    for number, length in enumerate(lengths):
        path = tmp_path / f"{number}.mp4"
        encode(path, [grey(next(left)) for _ in range(length)], FORMAT)
        pieces.append(Piece(path))
    join(tmp_path / "film.mp4", pieces, None, {})
    found = levels_in(tmp_path / "film.mp4")
    assert found == pytest.approx(levels, abs=4)


def test_pieces_of_other_sizes_are_refused(tmp_path: Path) -> None:
    """Copying packets needs equal settings; a stranger among the pieces is an error."""
    encode(tmp_path / "a.mp4", [grey(5)], FORMAT)
    encode(tmp_path / "b.mp4", [np.zeros((32, 32, 3), np.uint8)], VideoFormat((32, 32), 12))
    with pytest.raises(FilmError, match="other settings"):
        join(tmp_path / "c.mp4", [Piece(tmp_path / "a.mp4"), Piece(tmp_path / "b.mp4")], None, {})


@pytest.mark.parametrize("size_px", [(96, 64), (576, 64), (64, 192)])
def test_same_frames_same_bytes(tmp_path: Path, size_px: tuple[int, int]) -> None:
    """Encoding is deterministic, for widths too that no vector unit divides."""
    width, height = size_px
    sky = np.random.default_rng(1).integers(0, 255, (height // 16 + 1, width // 16 + 1, 3))
    wide = np.kron(sky, np.ones((16, 16, 1))).astype(np.uint8)
    moving = [wide[at : at + height, at : at + width] for at in range(9)]
    found = set()
    for _ in range(12):
        encode(tmp_path / "a.mp4", moving, VideoFormat(size_px, 12))
        found.add((tmp_path / "a.mp4").read_bytes())
    assert len(found) == 1


def test_unwritable_folder_is_a_clear_error(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(FilmError, match=r"gone/a\.mp4"):
        encode(tmp_path / "gone" / "a.mp4", [grey(1)], FORMAT)


def test_garbage_cannot_be_probed(tmp_path: Path) -> None:
    """A text file is no film."""
    (tmp_path / "x.mp4").write_text("no film")
    with pytest.raises(FilmError, match="cannot be played"):
        probe(tmp_path / "x.mp4")
