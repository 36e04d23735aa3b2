"""Frames looked at after rendering: a model may show what no word of the dream asked for.

The detector is NudeNet (extra `frames`), which carries its weights in its package and runs here.
Ink draws only what its library holds; its frames are not looked at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import PolicyError, RefusedError
from mongyudo.policy.label import REFUSAL_EN, REFUSAL_KO
from mongyudo.records import Reason

Frame = NDArray[np.uint8]
"""(H, W, 3) uint8 RGB."""

FramesCheck = Literal["auto", "required", "off"]
"""auto: what trained models make is looked at where the detector is installed; required: no film
is made without; off: nothing is looked at."""

SOURCE = "frames"
EVERY_S = 0.125
"""A frame is looked at so often; one takes some 40 ms on one core, a model minutes for a clip."""

REFUSED_AT: Mapping[str, float] = MappingProxyType(
    {
        "FEMALE_GENITALIA_EXPOSED": 0.4,
        "MALE_GENITALIA_EXPOSED": 0.4,
        "ANUS_EXPOSED": 0.4,
        "FEMALE_BREAST_EXPOSED": 0.4,
        "BUTTOCKS_EXPOSED": 0.5,
    }
)
"""Classes of NudeNet that are refused, from which score on (0..1). Nothing that is drawn for the
golden frames and the bench's dreams comes near: docs/results, policy."""

MISSING = (
    "the extra frames is not installed: pip install 'mongyudo[frames]', or ./mongyudo setup frames"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was seen where: shot and frame counted from 0, the frame's time, the detector's class
    and its score."""

    shot: int
    frame: int
    at_s: float
    label: str
    score: float


class Detector(Protocol):
    """Sees classes of things in a picture."""

    name: str

    def detect(self, frame: Frame) -> list[tuple[str, float]]:
        """Classes with their scores, 0..1."""
        ...


class FramesRefusedError(RefusedError):
    """A rendered frame breaks the policy; `seen` tells where and what."""

    def __init__(self, seen: Sighting) -> None:
        super().__init__(
            f"{REFUSAL_KO} 만들어진 화면에 보여 드릴 수 없는 것이 있었습니다: 장면 "
            f"{seen.shot + 1}, {seen.at_s:.1f}초. ({REFUSAL_EN} The picture showed {seen.label}, "
            f"frame {seen.frame} of scene {seen.shot + 1}, score {seen.score:.2f}.)"
        )
        self.seen = seen

    def __reduce__(self) -> tuple[type["FramesRefusedError"], tuple[Sighting]]:
        return type(self), (self.seen,)

    @property
    def reason(self) -> Reason:
        """As a reason of the verdict: its term is the place, for there are no words."""
        seen = self.seen
        where = f"장면 {seen.shot + 1}, {seen.at_s:.1f}초: {seen.label} {seen.score:.2f}"
        return Reason("sexual", where, 0, 0, SOURCE)


@dataclass(slots=True)
class Watch:
    """The check of one clip. `detector` None looks at nothing, because of `why`."""

    detector: Detector | None
    why: str = ""
    looked: int = 0
    highest: dict[str, float] = field(default_factory=dict)

    def over(self, frames: Iterator[Frame], fps: int, shot: int) -> Iterator[Frame]:
        """The frames one by one, as they come; raises FramesRefusedError at the first that may
        not be shown."""
        stride = max(1, round(EVERY_S * fps))
        for at, frame in enumerate(frames):
            if self.detector is not None and at % stride == 0:
                for label, score in self._found(self.detector, frame):
                    if score >= REFUSED_AT[label]:
                        raise FramesRefusedError(
                            Sighting(shot, at, round(at / fps, 3), label, score)
                        )
            yield frame

    def _found(self, detector: Detector, frame: Frame) -> list[tuple[str, float]]:
        """What of REFUSED_AT a frame shows, however faintly."""
        seen = detector.detect(frame)
        found = [(label, round(score, 3)) for label, score in seen if label in REFUSED_AT]
        self.looked += 1
        for label, score in found:
            self.highest[label] = max(score, self.highest.get(label, 0))
        return found

    def told(self) -> dict[str, Any]:
        """For the manifest: whether frames were looked at, by whom, and what came nearest."""
        if self.detector is None:
            return {"checked": False, "why": self.why}
        return {
            "checked": True,
            "detector": self.detector.name,
            "looked_at": self.looked,
            "every_s": EVERY_S,
            "highest": dict(sorted(self.highest.items())),
        }


def watch_for(*, trained: bool, check: FramesCheck) -> Watch | None:
    """The watch over a clip of a trained model; None for what is drawn.

    Raises PolicyError where the check is required and cannot be made.
    """
    if not trained:
        return None
    why = unchecked(trained=trained, check=check)
    return Watch(None, why) if why else Watch(nudenet())


def unchecked(*, trained: bool, check: FramesCheck) -> str:
    """Why frames of such a film will not be looked at; "" where they will be, or need not.

    Raises PolicyError where the check is required and cannot be made.
    """
    if not trained:
        return ""
    if check == "off":
        return "frames_check = off"
    if find_spec("nudenet") is not None:
        return ""
    if check == "required":
        raise PolicyError(f"frames_check = required, but {MISSING}")
    return MISSING


class NudeNet:
    """The detector of the package nudenet: 18 classes, pictures reduced to 320 pixels."""

    def __init__(self) -> None:
        from nudenet import NudeDetector

        self.name = f"NudeNet {version('nudenet')}"
        self._detector = NudeDetector()

    def detect(self, frame: Frame) -> list[tuple[str, float]]:
        """Classes with their scores; it wants BGR, as OpenCV reads pictures."""
        found = self._detector.detect(np.ascontiguousarray(frame[:, :, ::-1]))
        return [(each["class"], float(each["score"])) for each in found]


@cache
def nudenet() -> NudeNet:
    """The detector, loaded once a process; PolicyError where it is there and cannot be loaded."""
    try:
        return NudeNet()
    except ImportError as error:
        raise PolicyError(
            f"NudeNet cannot be loaded: {error}. Install the extra frames again, or set "
            f'frames_check = "off".'
        ) from error
