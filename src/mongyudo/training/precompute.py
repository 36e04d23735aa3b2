"""Latents and embeddings, made once and kept in files that are named by what they were made from.

Imports torch: to be imported inside functions only.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from mongyudo.backends.contract import unheard
from mongyudo.errors import BackendError
from mongyudo.training.families.contract import Example, Trainee
from mongyudo.training.lessons import Lesson
from mongyudo.training.prepared import PreparedClip
from mongyudo.training.seeds import seed_of

FORMAT = 1
"""Of the files; another is made anew."""
KEPT_BYTES = 2_000_000_000
"""How much of what was read stays in memory."""


class Encoded:
    """Latents and embeddings of a data set in `folder`, by one model: `model` is the fingerprint of
    all that encodes.

    A file's name is the hash of everything that its tensors depend on: pixels or text, model,
    shape, rate, format. What was made from something else is never found.
    """

    def __init__(self, folder: Path, trainee: Trainee, model: str) -> None:
        self._folder, self._trainee = folder, trainee
        self._by = (FORMAT, type(trainee).__name__, model, str(trainee.dtype))
        self._kept: dict[str, Example] = {}
        self._room = KEPT_BYTES

    def latents(self, clip: PreparedClip) -> Example:
        """(1, ...) tensors of a clip; encoded now if they are not kept yet."""
        key = self._key("clip", clip.content_hash, clip.size_px, clip.frames, clip.fps)
        return self._of(key, lambda: self._encode(clip, key))

    def text(self, text: str) -> Example:
        """(1, ...) tensors of a text."""
        limit = self._trainee.backend.spec.text_limit_tokens
        return self._of(self._key("text", text, limit), lambda: self._trainee.text([text]))

    def example(self, lesson: Lesson) -> Example:
        """(1, ...) tensors of a clip with its text."""
        return {**self.latents(lesson.clip), **self.text(lesson.text)}

    def _key(self, *what: object) -> str:
        return blake2b(repr((*self._by, *what)).encode("utf-8"), digest_size=16).hexdigest()

    def _of(self, key: str, make: Callable[[], Example]) -> Example:
        if key in self._kept:
            return self._kept[key]
        path = self._folder / f"{key}.safetensors"
        found = _read(path, key)
        if found is None:
            with torch.no_grad():
                found = {name: value.cpu().contiguous() for name, value in make().items()}
            _write(path, key, found)
        size = sum(value.nbytes for value in found.values())
        if size <= self._room:
            self._kept[key] = found
            self._room -= size
        return found

    def _encode(self, clip: PreparedClip, key: str) -> Example:
        chance = torch.Generator("cpu").manual_seed(seed_of(key))
        try:
            return self._trainee.encode(as_pixels(clip.pixels()), chance)
        except torch.OutOfMemoryError as error:
            width, height = clip.size_px
            raise BackendError(
                f"memory ran out while {clip.id} ({width}x{height}, {clip.frames} frames) was "
                f"encoded. Set tiling = true in [fit], or prepare smaller or shorter clips."
            ) from error


def as_pixels(frames: NDArray[np.uint8]) -> torch.Tensor:
    """(T, H, W, 3) uint8 -> (1, 3, T, H, W) in [-1, 1]."""
    values = torch.from_numpy(np.array(frames)).permute(3, 0, 1, 2)[None]
    return values.float() / 127.5 - 1


def as_frames(pixels: torch.Tensor) -> NDArray[np.uint8]:
    """(1, 3, T, H, W) about [-1, 1] -> (T, H, W, 3) uint8."""
    values = ((pixels[0].clamp(-1, 1) + 1) * 127.5).round().byte()
    frames: NDArray[np.uint8] = values.permute(1, 2, 3, 0).cpu().numpy()
    return frames


def _read(path: Path, key: str) -> Example | None:
    """The tensors of a file, None where it is absent, broken, or a copy under another name."""
    try:
        with safe_open(path, framework="pt") as file:
            if (file.metadata() or {}).get("key") != key:
                return None
            return {name: file.get_tensor(name) for name in sorted(file.keys())}
    except (SafetensorError, OSError):
        return None


def _write(path: Path, key: str, example: Example) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    save_file(example, part, metadata={"key": key})
    part.replace(path)


def precompute(
    encoded: Encoded, lessons: Iterable[Lesson], progress: Callable[[float], None] = unheard
) -> None:
    """Encode whatever is not encoded yet; the largest clips first, so that memory runs out at once
    or never."""
    every = list(lessons)
    clips = {lesson.clip.content_hash: lesson.clip for lesson in every}
    texts = dict.fromkeys(lesson.text for lesson in every)
    ordered = sorted(clips.values(), key=_size, reverse=True)
    total = len(ordered) + len(texts)
    for done, clip in enumerate(ordered, start=1):
        encoded.latents(clip)
        progress(done / total)
    for done, text in enumerate(texts, start=len(ordered) + 1):
        encoded.text(text)
        progress(done / total)


def _size(clip: PreparedClip) -> int:
    return clip.size_px[0] * clip.size_px[1] * clip.frames


def joined(examples: Sequence[Example], device: Any = None) -> Example:
    """Examples of one clip each as one of several, on `device`."""
    return {
        key: torch.cat([each[key] for each in examples]).to(device, non_blocking=True)
        for key in examples[0]
    }


def decoded_again(
    trainee: Trainee, encoded: Encoded, clip: PreparedClip
) -> tuple[NDArray[np.uint8], float]:
    """What the VAE makes of a clip's kept latents: frames, and how near they come, in dB (PSNR)."""
    with torch.no_grad():
        frames = as_frames(trainee.decode(encoded.latents(clip)["latents"]))
    error = np.square(frames.astype(np.float64) - clip.pixels()[: len(frames)]).mean()
    return frames, float(10 * np.log10(255**2 / max(error, 1e-9)))
