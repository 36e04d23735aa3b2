"""Clips of a loaded pipeline for given prompts and seeds: what training shows and verify judges."""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mongyudo.backends.diffusion.backend import DiffusionBackend, Request
from mongyudo.backends.diffusion.frames import to_frames
from mongyudo.backends.diffusion.prompting import Written
from mongyudo.errors import UsageError
from mongyudo.records import Segment, Shot

if TYPE_CHECKING:
    from PIL.Image import Image

Clip = NDArray[np.uint8]
"""(T, H, W, 3) uint8 RGB."""
BATCH_VALUES = 1_500_000
"""Pixels of all frames that are sampled at once: small clips go together, a release's own alone."""


def sample(
    backend: DiffusionBackend,
    pipe: Any,
    prompts: "Sequence[str | Image]",
    seeds: Sequence[int],
    *,
    size_px: tuple[int, int],
    frames: int,
    steps: int | None = None,
    guidance: float | None = None,
) -> list[Clip]:
    """One clip a prompt, in order; texts are sent as they are, with the model's own negative.

    A model that sets a picture in motion takes pictures as its prompts. The noise of a clip depends
    on its seed alone; clips that were batched otherwise differ by the rounding of the matrix
    products, a level of 255 here and there. `steps` and `guidance` None are the release's.
    Raises UsageError when the lists differ in length, or prompts are not what the model takes.
    """
    if len(prompts) != len(seeds):
        raise UsageError(f"{len(prompts)} prompts and {len(seeds)} seeds: give one for each")
    how = _How(backend, size_px, frames, steps, guidance)
    if backend.spec.takes == "image":
        pictures = [_picture(backend, prompt) for prompt in prompts]
        return [_moved(pipe, how, *pair) for pair in zip(pictures, seeds, strict=True)]
    requests = [how.request(str(prompt), seed) for prompt, seed in zip(prompts, seeds, strict=True)]
    return [clip for clips in _batches(pipe, how, requests) for clip in clips]


@dataclass(frozen=True, slots=True)
class _How:
    """What all clips of one call share."""

    backend: DiffusionBackend
    size_px: tuple[int, int]
    frames: int
    steps: int | None
    guidance: float | None

    def request(self, prompt: str, seed: int, still: "Image | None" = None) -> Request:
        """One clip in the terms of a pipeline call, from `still` on where one is given."""
        import torch

        spec, release = self.backend.spec, self.backend.release
        segment = Segment(0, len(prompt), prompt, (), prompt)
        seconds = self.frames / spec.fps
        return Request(
            shot=Shot(0, segment, "중립", "기타", None, seed, self.size_px, spec.fps, seconds),
            written=Written(prompt, release.habit.negative, 0, ()),
            frames=self.frames,
            steps=self.steps or release.steps,
            guidance=release.guidance if self.guidance is None else self.guidance,
            generator=torch.Generator("cpu").manual_seed(seed),
            on_step=lambda _pipe, _step, _time, kept: kept,
            still=still,
        )

    def film(self, pipe: Any, arguments: dict[str, Any]) -> list[Clip]:
        """The clips of one pipeline call."""
        import torch

        with torch.no_grad():
            output = pipe(**arguments)
        return [to_frames(self.backend.spec.name, np.asarray(video)) for video in output.frames]


def _picture(backend: DiffusionBackend, prompt: "str | Image") -> "Image":
    if isinstance(prompt, str):
        raise UsageError(f"{backend.spec.name} takes pictures, not the text {prompt!r}")
    return prompt


def _moved(pipe: Any, how: _How, picture: "Image", seed: int) -> Clip:
    with warnings.catch_warnings():
        # diffusers' Euler hands a tensor to numpy in a way that numpy 2 gives up.
        warnings.simplefilter("ignore", DeprecationWarning)
        return how.film(pipe, how.backend.arguments(pipe, how.request("", seed, picture)))[0]


def _batches(pipe: Any, how: _How, requests: Sequence[Request]) -> Iterator[list[Clip]]:
    """As many clips at a time as memory allows."""
    width, height = how.size_px
    together = max(1, BATCH_VALUES // (width * height * how.frames))
    given = [how.backend.arguments(pipe, request) for request in requests]
    if any("request" in each for each in given):  # our own pipelines take one request
        together = 1
    for at in range(0, len(given), together):
        yield how.film(pipe, _joined(given[at : at + together]))


def _joined(given: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Arguments of one call for several clips: prompts and generators become lists."""
    listed = {"prompt", "negative_prompt", "generator"}
    if len(given) == 1:
        return given[0]
    return {
        key: [each[key] for each in given] if key in listed else value
        for key, value in given[0].items()
    }


def worded(backend: DiffusionBackend, caption: str, trigger: str = "") -> str:
    """A caption as it is learned and filmed: behind its trigger, and ended as the model's prompts
    end."""
    return f"{trigger}{caption}{backend.release.habit.suffix}"
