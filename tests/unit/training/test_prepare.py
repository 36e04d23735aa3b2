"""Videos become clips for a model: whole, accounted for, the same each time, whatever comes in."""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from tests.unit.training.videos import SIZE_PX, Frame, moving, scenery, write_tone, write_video

from mongyudo.backends.contract import BackendSpec, FrameRule
from mongyudo.errors import DataError, UsageError
from mongyudo.training.clips import SourceClip, write_clips
from mongyudo.training.prepare import Wishes, prepare
from mongyudo.training.prepare.run import name_of
from mongyudo.training.prepared import PreparedSet, Rejected, is_prepared

pytestmark = pytest.mark.slow

SPEC = BackendSpec(
    name="model",
    takes="text",
    size_px=(64, 48),
    size_step_px=16,
    size_most_px=(64, 64),
    fps=12,
    frames=FrameRule(multiple=4, offset=1, most=25, usual=25),
    text_limit_tokens=None,
    licence="none",
    needs_gpu=False,
    lora=True,
    memory_bytes=0,
)
"""Clips of 25 frames at 12 fps: 2.08 s."""


def a_set(folder: Path, *files: str) -> Path:
    """A list of files that stand in `folder`."""
    clips = [SourceClip(name, f"{name} moves", source="self", licence="CC0") for name in files]
    write_clips(folder, clips)
    return folder


def halved(frame: Frame) -> Frame:
    """Half as wide and high, by area."""
    height, width = frame.shape[0] // 2, frame.shape[1] // 2
    return frame.reshape(height, 2, width, 2, 3).mean(axis=(1, 3)).astype(np.uint8)


def prepared(tmp_path: Path, path: Path, wishes: Wishes | None = None) -> PreparedSet:
    """The set made of one video."""
    folder = a_set(path.parent, path.name)
    return prepare(folder, tmp_path / "out", SPEC, wishes or Wishes())


def stretches(found: PreparedSet) -> list[tuple[int, int, str]]:
    """Every clip and every rejected stretch as moments and what it is, in order."""
    rate = SPEC.fps
    clips = [(c.origin.start_s, c.origin.end_s, "clip") for c in found.clips]
    lines = [(r.start_s, r.end_s, r.reason) for r in found.rejected]
    return sorted((round(a * rate), round(b * rate), what) for a, b, what in clips + lines)


def test_a_long_shot_becomes_whole_clips_and_a_rest(tmp_path: Path) -> None:
    """120 pictures at 24 fps are 60 moments at 12: two clips of 25 frames, and ten over."""
    found = prepared(tmp_path, write_video(tmp_path / "in/a.mp4", moving(1, 120)))
    assert [(c.frames, c.size_px, c.fps) for c in found.clips] == [(25, (64, 48), 12)] * 2
    assert stretches(found) == [(0, 25, "clip"), (25, 50, "clip"), (50, 60, "rest")]
    assert found.clips[0].origin.frames == 50
    assert found.clips[0].origin.size_px == SIZE_PX
    assert found.clips[0].pixels().shape == (25, 48, 64, 3)


def test_pixels_are_the_sources(tmp_path: Path) -> None:
    """RGB in that order, the frame of its moment, scaled without a shift."""
    frames = moving(1, 60)
    found = prepared(tmp_path, write_video(tmp_path / "in/a.mp4", frames, crf="4"))
    pixels = found.clips[0].pixels()
    for at in (0, 7, 24):
        small = halved(frames[at * 2])
        assert np.abs(pixels[at] - small.astype(float)).mean() < 4


def test_shots_are_parted_at_the_cut(tmp_path: Path) -> None:
    """No clip holds pictures of two shots, and every moment is accounted for."""
    frames = [*moving(1, 61), *moving(2, 70), *moving(3, 60)]
    found = prepared(tmp_path, write_video(tmp_path / "in/a.mp4", frames))
    assert [c.origin.start_s * 12 for c in found.clips] == [0, 31, 66]
    for (_, end, _), (start, _, _) in pairwise(stretches(found)):
        assert end == start
    assert stretches(found)[-1][1] == 95


def test_a_mixed_stretch_is_left_out(tmp_path: Path) -> None:
    """A dissolve belongs to neither shot."""
    one, other = moving(1, 84), moving(2, 84)
    mixed = [
        (one[60 + n] * (1 - n / 24) + other[n] * (n / 24)).astype(np.uint8) for n in range(1, 24)
    ]
    frames = [*one[:61], *mixed, *other[24:]]
    found = prepared(tmp_path, write_video(tmp_path / "in/a.mp4", frames))
    (gone,) = [r for r in found.rejected if r.reason == "transition"]
    assert gone.start_s == pytest.approx(61 / 24, abs=0.17)
    assert gone.end_s == pytest.approx(84 / 24, abs=0.17)


def test_the_same_video_gives_the_same_set(tmp_path: Path) -> None:
    """Digest and pixels, in another folder too."""
    path = write_video(tmp_path / "in/a.mp4", moving(1, 60))
    folder = a_set(path.parent, "a.mp4")
    first = prepare(folder, tmp_path / "one", SPEC)
    again = prepare(folder, tmp_path / "two", SPEC)
    assert first.digest == again.digest
    assert first.clips[0].path.read_bytes() == again.clips[0].path.read_bytes()


def test_what_was_finished_before_a_stop_is_kept(tmp_path: Path) -> None:
    """Killed in the second of two videos: the first is not cut again, and the set is the same."""
    for seed, name in ((1, "a.mp4"), (2, "b.mp4")):
        write_video(tmp_path / "in" / name, moving(seed, 60))
    folder, out = a_set(tmp_path / "in", "a.mp4", "b.mp4"), tmp_path / "out"

    def stop(file: str, share: float) -> None:
        if file == "b.mp4" and share > 0.6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare(folder, out, SPEC, progress=stop)
    assert not is_prepared(out)
    (kept,) = out.glob("rgb/a-*.npy")
    kept_at = kept.stat().st_mtime_ns
    resumed = prepare(folder, out, SPEC)
    assert kept.stat().st_mtime_ns == kept_at
    assert resumed.digest == prepare(folder, tmp_path / "whole", SPEC).digest
    assert not list(out.rglob("*.part"))


def test_a_changed_video_is_cut_anew(tmp_path: Path) -> None:
    """And the clips of the old one are gone."""
    before = prepared(tmp_path, write_video(tmp_path / "in/a.mp4", moving(1, 120)))
    after = prepared(tmp_path, write_video(tmp_path / "in/a.mp4", moving(2, 60)))
    assert before.digest != after.digest
    assert len(list((tmp_path / "out/rgb").iterdir())) == len(after.clips) == 1


def test_another_model_needs_another_folder(tmp_path: Path) -> None:
    """A folder is prepared for one geometry, and never for somebody's other files."""
    path = write_video(tmp_path / "in/a.mp4", moving(1, 60))
    prepared(tmp_path, path)
    with pytest.raises(UsageError, match="prepared otherwise"):
        prepare(path.parent, tmp_path / "out", replace(SPEC, fps=8))
    with pytest.raises(UsageError, match="not empty"):
        prepare(path.parent, path.parent, SPEC)


def still(frames: int) -> list[Frame]:
    return [scenery(1)] * frames


@pytest.mark.parametrize(
    ("frames", "reason"),
    [
        ([*moving(1, 30), *moving(2, 30)], "short"),
        (still(1), "short"),
        (still(60), "frozen"),
        ([scenery(n // 20) for n in range(60)], "short"),
    ],
)
def test_nothing_is_left_is_an_error_that_says_why(
    tmp_path: Path, frames: list[Frame], reason: str
) -> None:
    """With the reasons counted, and each stretch with its figure in the file."""
    path = write_video(tmp_path / "in/a.mp4", frames)
    with pytest.raises(DataError, match=reason):
        prepared(tmp_path, path)
    rows = (tmp_path / "out/rejected.jsonl").read_text(encoding="utf-8").strip().split("\n")
    lines = [Rejected(**json.loads(row)) for row in rows]
    assert {line.reason for line in lines} >= {reason}
    assert all(line.told and line.figure < line.limit for line in lines if line.reason == reason)


def test_a_reason_may_be_overruled(tmp_path: Path) -> None:
    """The clip is kept and says so."""
    path = write_video(tmp_path / "in/a.mp4", still(60))
    found = prepared(tmp_path, path, Wishes(keep=frozenset({"frozen"})))
    assert any("hardly anything moves" in note for note in found.clips[0].notes)


def test_the_same_footage_twice_is_kept_once(tmp_path: Path) -> None:
    """Encoded anew, smaller and coarser; the first of the two stays."""
    frames = moving(1, 60)
    write_video(tmp_path / "in/a.mp4", frames)
    write_video(tmp_path / "in/b.mp4", [halved(frame) for frame in frames], crf="30")
    write_video(tmp_path / "in/c.mp4", moving(2, 60))
    folder = a_set(tmp_path / "in", "a.mp4", "b.mp4", "c.mp4")
    found = prepare(folder, tmp_path / "out", SPEC)
    assert [clip.origin.file for clip in found.clips] == ["a.mp4", "c.mp4"]
    (twin,) = [line for line in found.rejected if line.reason == "duplicate"]
    assert twin.file == "b.mp4"
    assert found.clips[0].id in twin.told
    assert len(list((tmp_path / "out/rgb").iterdir())) == 2
    again = prepare(folder, tmp_path / "out", SPEC)
    assert again.digest == found.digest


def test_a_slow_source_repeats_frames_and_says_so(tmp_path: Path) -> None:
    """6 fps for a model of 12: every second frame is the one before."""
    found = prepared(tmp_path, write_video(tmp_path / "in/a.mp4", moving(1, 24), 6))
    pixels = found.clips[0].pixels()
    assert found.clips[0].origin.repeated == 12
    assert any("12 of 25 frames are repeated" in note for note in found.clips[0].notes)
    assert (pixels[0] == pixels[1]).all() != (pixels[1] == pixels[2]).all()


def test_a_varying_rate_keeps_its_time(tmp_path: Path) -> None:
    """What is shown at a moment is what was shown then, however many pictures came before."""
    times_s = [n / 48 for n in range(48)] + [1 + n / 16 for n in range(32)]
    frames = moving(1, 80)
    path = write_video(tmp_path / "in/a.mp4", frames, 48, times_s=times_s, crf="4")
    pixels = prepared(tmp_path, path).clips[0].pixels()
    for at in (6, 24):
        shown = min(range(80), key=lambda n: (abs(times_s[n] - at / 12), n))
        small = halved(frames[shown])
        assert np.abs(pixels[at] - small.astype(float)).mean() < 4


def rotated(path: Path) -> Path:
    """Turn a video by a quarter, as phones do: in its header alone."""
    data = bytearray(path.read_bytes())
    at = data.index(b"tkhd") + 44
    matrix = [0, 1 << 16, 0, -(1 << 16) & 0xFFFFFFFF, 0, 0, 0, 0, 1 << 30]
    data[at : at + 36] = b"".join(value.to_bytes(4, "big") for value in matrix)
    path.write_bytes(data)
    return path


def test_a_turned_video_stands_upright(tmp_path: Path) -> None:
    """A phone's picture lies on its side in the file and upright on the screen."""
    frames = [np.rot90(frame) for frame in moving(1, 60)]
    path = rotated(write_video(tmp_path / "in/a.mp4", frames, crf="4"))
    clip = prepared(tmp_path, path).clips[0]
    assert clip.origin.size_px == SIZE_PX
    small = halved(moving(1, 1)[0])
    assert np.abs(clip.pixels()[0] - small.astype(float)).mean() < 4


def test_a_standing_or_square_source_takes_its_bucket(tmp_path: Path) -> None:
    """The nearest shape the model takes; what is cut away is said."""
    path = write_video(tmp_path / "in/a.mp4", moving(1, 60, (96, 96)))
    clip = prepared(tmp_path, path).clips[0]
    assert clip.size_px == (48, 48)
    assert clip.notes == ()
    tall = write_video(tmp_path / "tall/b.mp4", moving(1, 60, (64, 96)))
    clip = prepare(a_set(tall.parent, "b.mp4"), tmp_path / "out2", SPEC).clips[0]
    assert clip.size_px == (48, 64)
    assert "11% of the picture is cut away" in clip.notes[0]


@pytest.mark.parametrize(
    ("name", "size_px", "options"),
    [
        ("odd.mkv", (101, 75), {"codec": "ffv1", "pix_fmt": "yuv444p"}),
        ("ten-bit.mp4", SIZE_PX, {"pix_fmt": "yuv420p10le"}),
        ("rgb.mkv", SIZE_PX, {"codec": "ffv1", "pix_fmt": "bgr0"}),
        ("grey.mkv", SIZE_PX, {"codec": "ffv1", "pix_fmt": "gray"}),
        ("old.avi", SIZE_PX, {"codec": "mpeg4"}),
        ("open.webm", SIZE_PX, {"codec": "libvpx-vp9"}),
        ("fine.mkv", SIZE_PX, {"codec": "libx264", "pix_fmt": "yuv422p"}),
        ("tiny.mp4", (16, 16), {}),
        ("calm.mp4", SIZE_PX, {"codec": "libx265"}),
    ],
)
def test_formats(
    tmp_path: Path, name: str, size_px: tuple[int, int], options: dict[str, str]
) -> None:
    """Codecs, depths, sizes that are odd or tiny: cut and true in colour."""
    frames = moving(1, 60, size_px)
    path = write_video(tmp_path / "in" / name, frames, **options)
    clip = prepared(tmp_path, path, Wishes(keep=frozenset({"frozen"}))).clips[0]
    wished = frames[0].mean(axis=(0, 1))
    if options.get("pix_fmt") == "gray":
        wished = np.full(3, wished @ (0.299, 0.587, 0.114))
    assert clip.frames == 25
    assert np.abs(clip.pixels()[0].mean(axis=(0, 1)) - wished).max() < 12


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names(tmp_path: Path, form: str) -> None:
    """Korean, in pieces or whole, with spaces and signs; behind a link too."""
    name = unicodedata.normalize(form, "꿈 속의 호랑이 (1)'s & 2.mp4")
    path = write_video(tmp_path / "in" / name, moving(1, 60))
    (path.parent / "link.mp4").symlink_to(write_video(tmp_path / "far.mp4", moving(2, 60)))
    folder = a_set(path.parent, unicodedata.normalize("NFC", name), "link.mp4")
    found = prepare(folder, tmp_path / "out", SPEC)
    assert len(found.clips) == 2
    assert all(clip.id.isascii() for clip in found.clips)


def test_names_never_clash() -> None:
    """Two files of one name in two folders have clips of their own."""
    assert name_of("a/clip.mp4") != name_of("b/clip.mp4")


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 5])


def scribbled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 400] = bytes(range(200)) * 2
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [cut_off, scribbled])
def test_damage_is_told(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """A broken file beside a whole one: what can be read is used, all of it is accounted for."""
    harm(write_video(tmp_path / "in/a.mkv", moving(1, 120), g="12"))
    write_video(tmp_path / "in/b.mp4", moving(2, 60))
    found = prepare(a_set(tmp_path / "in", "a.mkv", "b.mp4"), tmp_path / "out", SPEC)
    assert found.clips[-1].origin.file == "b.mp4"
    mine = [(c.origin.start_s, c.origin.end_s) for c in found.clips if c.origin.file == "a.mkv"]
    mine += [(line.start_s, line.end_s) for line in found.rejected if line.file == "a.mkv"]
    ends = sorted(mine)
    assert ends[0][0] == 0
    assert all(end == pytest.approx(start) for (_, end), (start, _) in pairwise(ends))


@pytest.mark.parametrize("bad", ["empty", "words", "sound"])
def test_what_is_no_video_is_listed(tmp_path: Path, bad: str) -> None:
    """Before anything is cut."""
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / f"{bad}.mp4"
    path.write_bytes(b"" if bad == "empty" else "꿈".encode())
    if bad == "sound":
        write_tone(path)
    with pytest.raises(DataError, match=path.name):
        prepared(tmp_path, path)
    assert not (tmp_path / "out").exists()


def test_a_huge_caption_is_carried(tmp_path: Path) -> None:
    """Whole; how much of it a model reads is the model's affair."""
    path = write_video(tmp_path / "in/a.mp4", moving(1, 60))
    clip = SourceClip("a.mp4", "a tiger " * 20_000, source="self", licence="CC0")
    write_clips(path.parent, [clip])
    found = prepare(path.parent, tmp_path / "out", SPEC)
    assert found.clips[0].caption == clip.caption


def test_progress_goes_up_to_the_end(tmp_path: Path) -> None:
    """Shares of the whole, never back."""
    path = write_video(tmp_path / "in/a.mp4", moving(1, 120))
    heard: list[float] = []
    prepare(
        a_set(path.parent, "a.mp4"),
        tmp_path / "out",
        SPEC,
        progress=lambda _file, share: heard.append(share),
    )
    assert heard == sorted(heard)
    assert len(heard) > 4
    assert heard[-1] == 1.0
