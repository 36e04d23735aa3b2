"""A clip as scorers look at it: brightness, at another rate, and how far its pixels move."""

import cv2
import numpy as np
from numpy.typing import NDArray

from mongyudo.training.verify.features import Clip

GLANCES = 8

Plane = NDArray[np.uint8]
"""(H, W) uint8 brightness."""


def luma(frame: NDArray[np.uint8]) -> Plane:
    """The brightness of each pixel of (H, W, 3) RGB (ITU-R BT.601)."""
    return np.asarray(cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY), np.uint8)


def glances(clip: Clip) -> Clip:
    """GLANCES frames, evenly spread, for what hardly changes from frame to frame."""
    at = np.linspace(0, len(clip) - 1, min(GLANCES, len(clip))).round().astype(int)
    return np.asarray(clip[at], np.uint8)


def at_rate(clip: Clip, fps: float, wanted_fps: float) -> Clip:
    """Every so many frames that about `wanted_fps` are left a second; all where it has fewer."""
    return clip[:: max(1, round(fps / wanted_fps))]


def speed_px(before: Plane, after: Plane) -> NDArray[np.float32]:
    """How far each pixel moved, (H, W) in px: dense inverse search (Kroeger et al., ECCV 2016)."""
    still = np.zeros((*before.shape, 2), np.float32)
    flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST).calc(before, after, still)
    return np.asarray(np.hypot(flow[..., 0], flow[..., 1]), np.float32)
