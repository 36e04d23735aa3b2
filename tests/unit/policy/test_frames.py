"""Frames are looked at as they come; the first that may not be shown ends the clip."""

from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path

import av
import numpy as np
import pytest

from mongyudo.backends.ink import InkBackend
from mongyudo.cli import film
from mongyudo.errors import PolicyError
from mongyudo.journey.choices import Choices, set_out
from mongyudo.policy import frames
from mongyudo.policy.frames import REFUSED_AT, FramesRefusedError, Sighting, Watch, unchecked
from mongyudo.records import Dream

FPS = 16
GOLDEN = Path(__file__).parents[2] / "golden" / "frames"


class Scripted:
    """Sees in a frame what its first pixel's red tells: 0 nothing, else a score in hundredths."""

    name = "scripted"

    def __init__(self, label: str) -> None:
        self.label = label

    def detect(self, frame: frames.Frame) -> list[tuple[str, float]]:
        """A face in every frame, and the label."""
        return [("FACE_FEMALE", 0.9), (self.label, int(frame[0, 0, 0]) / 100)]


def clip(*reds: int) -> Iterator[frames.Frame]:
    """Frames that the scripted detector reads."""
    return (np.full((2, 2, 3), red, np.uint8) for red in reds)


@pytest.mark.parametrize("label", REFUSED_AT)
def test_the_first_frame_that_may_not_be_shown_ends_the_clip(label: str) -> None:
    """Those before it came through; it and what follows did not."""
    watch, seen = Watch(Scripted(label)), list[int]()
    limit = round(REFUSED_AT[label] * 100)
    looked_at = watch.over(clip(0, 0, limit - 1, 0, limit, 0), FPS, 1)
    with pytest.raises(FramesRefusedError) as caught:
        seen.extend(int(frame[0, 0, 0]) for frame in looked_at)
    assert seen == [0, 0, limit - 1, 0]
    assert caught.value.seen == Sighting(1, 4, 0.25, label, limit / 100)
    assert caught.value.exit_code == 3
    assert "생성이 불가합니다" in str(caught.value)
    assert label in caught.value.reason.term
    assert (caught.value.reason.source, caught.value.reason.category) == ("frames", "sexual")


def test_what_is_nearly_seen_is_told() -> None:
    """The manifest says how many frames were looked at, by whom, and what came nearest."""
    watch = Watch(Scripted("BUTTOCKS_EXPOSED"))
    assert len(list(watch.over(clip(3, 0, 12, 0), FPS, 0))) == 4
    assert watch.told() == {
        "checked": True,
        "detector": "scripted",
        "looked_at": 2,
        "every_s": frames.EVERY_S,
        "highest": {"BUTTOCKS_EXPOSED": 0.12},
    }


def test_a_refusal_crosses_from_a_child_process() -> None:
    """Painters are processes; what they saw comes whole to their parent."""
    error = FramesRefusedError(Sighting(0, 3, 0.2, "ANUS_EXPOSED", 0.5))
    near, far = Pipe()
    near.send(error)
    again = far.recv()
    assert (again.seen, str(again)) == (error.seen, str(error))


def test_ink_is_not_looked_at_and_silence_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the detector a trained model's film says so, or is not made."""
    monkeypatch.setattr(frames, "find_spec", lambda _: None)
    assert frames.watch_for(trained=False, check="required") is None
    assert unchecked(trained=False, check="off") == ""
    watch = frames.watch_for(trained=True, check="auto")
    assert watch is not None
    assert len(list(watch.over(clip(99, 99), FPS, 0))) == 2
    assert watch.told() == {"checked": False, "why": frames.MISSING}
    with pytest.raises(PolicyError, match="frames_check = required"):
        frames.watch_for(trained=True, check="required")
    assert unchecked(trained=True, check="off") == "frames_check = off"


def test_a_detector_that_cannot_be_loaded_is_not_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was installed to look: an error, and no film that nobody looked at."""

    def broken() -> None:
        raise ImportError("libGL.so.1")

    monkeypatch.setattr(frames, "NudeNet", broken)
    monkeypatch.setattr(frames, "find_spec", lambda _: "there")
    frames.nudenet.cache_clear()
    with pytest.raises(PolicyError, match="libGL"):
        frames.watch_for(trained=True, check="auto")


def test_the_command_line_says_before_a_film_that_nobody_will_look(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On stderr, for trained models alone; where it is required, the film is not begun."""
    monkeypatch.setattr(frames, "find_spec", lambda _: None)
    film._tell_unchecked(Choices())
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(InkBackend, "spec", replace(InkBackend.spec, trained=True))
    film._tell_unchecked(Choices())
    assert "mongyudo[frames]" in capsys.readouterr().err
    with pytest.raises(PolicyError, match="required"):
        set_out(Dream.of("꿈"), Choices(frames_check="required"))


@pytest.mark.slow
def test_nudenet_is_given_blue_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """As OpenCV reads pictures, which is how its own examples do."""
    seen: list[frames.Frame] = []

    class Recorder:
        def detect(self, picture: frames.Frame) -> list[dict[str, object]]:
            seen.append(picture)
            return [{"class": "FACE_MALE", "score": 0.5}]

    monkeypatch.setattr("nudenet.NudeDetector", Recorder)
    red = np.zeros((1, 1, 3), np.uint8)
    red[..., 0] = 255
    assert frames.NudeNet().detect(red) == [("FACE_MALE", 0.5)]
    assert seen[0].tolist() == [[[0, 0, 255]]]


def drawn(*, shown: bool) -> frames.Frame:
    """An oval with a disc above it; `shown` adds two discs with darker middles."""
    skin, darker, dark = (220, 170, 140), (190, 110, 100), (150, 75, 70)
    y, x = np.mgrid[:320, :320]
    picture = np.full((320, 320, 3), 60.0)
    picture[((x - 160) / 95) ** 2 + ((y - 230) / 150) ** 2 < 1] = skin
    picture[(x - 160) ** 2 + (y - 60) ** 2 < 42**2] = skin
    rings = ((38, (205, 158, 130), 195), (35, skin, 193), (13, darker, 201), (5, dark, 201))
    for middle in (114, 206) if shown else ():
        for radius, colour, height in rings:
            picture[(x - middle) ** 2 + (y - height) ** 2 < radius**2] = colour
    for _ in range(4):  # soft edges
        picture = sum(np.roll(picture, step, axis) for step in (-1, 1) for axis in (0, 1)) / 4
    return picture.astype(np.uint8)


@pytest.mark.slow
def test_nudenet_itself_looks() -> None:
    """A bare shape of discs is refused by the real detector; the same without them, and all that
    the ink draws for the golden frames, is not."""
    watch = Watch(frames.nudenet())
    golden = [read(path) for path in sorted(GOLDEN.glob("*.png"))]
    assert len(list(watch.over(iter([*golden, drawn(shown=False)]), 1, 0))) == len(golden) + 1
    assert max(watch.highest.values(), default=0) < 0.3
    with pytest.raises(FramesRefusedError, match="FEMALE_BREAST_EXPOSED"):
        list(watch.over(iter([drawn(shown=True)]), 1, 0))


def read(path: Path) -> frames.Frame:
    """A golden frame."""
    with av.open(str(path)) as container:
        return next(container.decode(video=0)).to_ndarray(format="rgb24").astype(np.uint8)
