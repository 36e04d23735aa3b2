"""The page tells of each clip how it came about, and of what was left out why."""

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
from tests.unit.training.test_prepare import SPEC
from tests.unit.training.videos import moving
from tests.unit.training.videos import write_video as encode

from mongyudo.training.clips import SourceClip, write_clips
from mongyudo.training.inspecting import LEFT_OUT, write_report, write_video
from mongyudo.training.prepare import prepare
from mongyudo.training.prepare.cutting import REASONS
from mongyudo.training.prepared import PreparedSet


def made(tmp_path: Path) -> PreparedSet:
    """One clip, a rest, and a caption full of signs."""
    encode(tmp_path / "in/a.mp4", moving(1, 70))
    clip = SourceClip("a.mp4", "<script>alert('꿈')</script>", "공포", source="self", licence="CC0")
    write_clips(tmp_path / "in", [clip])
    return prepare(tmp_path / "in", tmp_path / "out", SPEC)


def test_the_page_tells_the_way_of_each_clip(tmp_path: Path) -> None:
    """Source frames and rate, used ones, the bucket; pictures beside; nothing in it is run."""
    found = made(tmp_path)
    page = write_report(found, tmp_path / "out/inspect.html").read_text(encoding="utf-8")
    assert "50 frames at 24 fps, 128x96 → 25 frames at 12 fps → 64x48x25" in page
    assert "<script>" not in page
    assert "&lt;script&gt;alert" in page
    assert f'src="strips/{found.clips[0].id}.png"' in page
    assert "뺀 것: 자투리 1개 <small>Left out: rest (1)</small>" in page
    assert "<th>라이선스 <small>licences</small></th><td>CC0</td>" in page
    assert "10 frames, 0.83 s, of at least 25" in page


def test_every_reason_has_its_words() -> None:
    """Or the page of a set that has such a clip could not be written."""
    assert set(LEFT_OUT) == set(REASONS)


def test_pictures_are_found_from_another_folder(tmp_path: Path) -> None:
    """The page may lie elsewhere."""
    found = made(tmp_path)
    page = write_report(found, tmp_path / "pages/a.html").read_text(encoding="utf-8")
    assert f'src="../out/strips/{found.clips[0].id}.png"' in page


def test_the_video_shows_what_the_model_sees(tmp_path: Path) -> None:
    """Every frame of every clip; smaller ones on a ground."""
    clip = made(tmp_path).clips[0]
    np.save(tmp_path / "small.npy", clip.pixels()[:, :32, :32])
    small = replace(clip, path=tmp_path / "small.npy", size_px=(32, 32))
    write_video([clip, small], tmp_path / "seen.mp4")
    with av.open(str(tmp_path / "seen.mp4")) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    assert len(frames) == 50
    assert np.abs(frames[3].astype(float) - clip.pixels()[3]).mean() < 8
    assert np.abs(frames[30][8:40, 16:48].astype(float) - small.pixels()[5]).mean() < 8
    assert frames[30][:6].mean() < 12
