"""A loaded model on which adapters are tried one after the other; the only part with weights."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from mongyudo.backends.adapters import fingerprint
from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.adapting import Wardrobe
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.hub import Missing
from mongyudo.errors import BackendError
from mongyudo.training.prepared import PreparedClip
from mongyudo.training.sampling import BATCH_VALUES, sample, worded
from mongyudo.training.seeds import generator
from mongyudo.training.verify.features import Clip
from mongyudo.training.verify.seen import Ask

if TYPE_CHECKING:
    from mongyudo.training.families.contract import Example, Trainee


class Studio:
    """One base model; `size_px` (W, H), `frames` and `steps` (None: the release's) are every
    clip's. Raises BackendError when the model is not ready."""

    def __init__(
        self, backend: DiffusionBackend, options: Options, size_px: tuple[int, int], frames: int,
        steps: int | None = None,
    ) -> None:  # fmt: skip
        from mongyudo.training.families import trainee

        self.backend, self.size_px, self.frames, self.steps = backend, size_px, frames, steps
        self.pipe, self.base_hash = _loaded(backend, options)
        self.trainee: Trainee = trainee(backend, self.pipe)
        self._wardrobe = Wardrobe(backend.spec.name, self.pipe, backend.denoisers, self.base_hash)

    def wear(self, path: Path | None, scale: float = 1.0) -> None:
        """Film with this adapter, its layers at work even at scale 0; None: the base alone."""
        self._wardrobe.wear({} if path is None else {path: scale}, even_at_0=True)

    def film(self, asks: Sequence[Ask], stills: dict[str, Any] | None = None) -> Iterator[Clip]:
        """The clips asked for, in order. The same list is always batched alike, so that clips can
        be compared bit by bit. `stills` are first frames by caption, for a model that takes them.
        """
        together = max(1, BATCH_VALUES // (self.size_px[0] * self.size_px[1] * self.frames))
        for at in range(0, len(asks), together):
            some = asks[at : at + together]
            prompts = [stills[ask.caption] if stills else ask.prompt for ask in some]
            yield from sample(
                self.backend, self.pipe, prompts, [ask.seed for ask in some],
                size_px=self.size_px, frames=self.frames, steps=self.steps,
            )  # fmt: skip

    def through_vae(self, clip: Clip) -> Clip:
        """The clip encoded and decoded: what the model could at best make of it."""
        import torch

        from mongyudo.training.precompute import as_frames

        with torch.no_grad():
            return as_frames(self.trainee.decode(self._encoded(clip)["latents"]))

    def examples(self, clips: Sequence[PreparedClip], trigger: str) -> "list[Example]":
        """Clips with their captions as the denoiser is shown them."""
        import torch

        with torch.no_grad():
            return [
                self._encoded(clip.pixels())
                | self.trainee.text([worded(self.backend, clip.caption, trigger)])
                for clip in clips
            ]

    def _encoded(self, clip: Clip) -> "Example":
        from mongyudo.training.precompute import as_pixels

        return self.trainee.encode(as_pixels(clip), generator("verify"))

    def losses(
        self, examples: "Sequence[Example]", quantiles: Sequence[float]
    ) -> tuple[float, ...]:
        """The denoising loss of each clip, mean over quantiles; the noise is the same each time."""
        from mongyudo.training.heldout import losses_of

        return tuple(fmean(row) for row in losses_of(self.trainee, examples, quantiles))


def _loaded(backend: DiffusionBackend, options: Options) -> tuple[Any, str]:
    """The pipeline where it is to run, and the fingerprint that its adapters carry."""
    from mongyudo.backends.diffusion import memory
    from mongyudo.backends.diffusion.loading import loading_for, quiet

    state, weights = backend.check(options), backend.locate(options)
    if not state.ready or isinstance(weights, Missing):
        raise BackendError(f"{backend.spec.name} is not ready: {state.reason}. {state.remedy}")
    quiet()
    chosen = memory.named(options.memory)
    loading = loading_for(backend.release.dtype, weights, options, chosen)
    pipe = backend.load(loading)
    pipe.set_progress_bar_config(disable=True)
    memory.settle(pipe, chosen, loading.device, list(backend.denoisers))
    return pipe, fingerprint(backend.base_files(weights))
