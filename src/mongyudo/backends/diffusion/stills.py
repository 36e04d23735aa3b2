"""The first frame for models that set a picture in motion: the ink's, a file's, or a model's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mongyudo.backends.contract import (
    DEFAULT_OPTIONS,
    BackendSpec,
    Options,
    Progress,
    Readiness,
    Rendering,
    fitted,
    stop_if,
    unheard,
)
from mongyudo.backends.diffusion import memory
from mongyudo.backends.diffusion.backend import DiffusionBackend, DiffusionSession
from mongyudo.backends.diffusion.hub import INDEX, Missing, Source, Weights
from mongyudo.backends.diffusion.prompting import write
from mongyudo.backends.diffusion.release import Habit
from mongyudo.backends.diffusion.weights import locate
from mongyudo.backends.hosted import stills as paid
from mongyudo.backends.ink import InkBackend
from mongyudo.backends.library import best, first_picture, read_library, wish_of
from mongyudo.errors import BackendError, MongyudoError, UsageError
from mongyudo.records import Shot

if TYPE_CHECKING:
    from PIL.Image import Image

INK = "ink"
LIBRARY = "library"
"""The first frame of the clip in `library_dir` that fits the shot best."""
OWN_DTYPE = "float16"
"""Of text-to-image models on a GPU."""
MOST_TOKENS = 512
"""No text-to-image model reads more; some tokenizers have no limit of their own."""


@dataclass(frozen=True, slots=True)
class Still:
    """A first frame, and what the manifest says of it."""

    picture: "Image"
    told: Mapping[str, object]


def fault(options: Options) -> Readiness | None:
    """Why the still that is asked for cannot be had here, None when it can."""
    if options.still == INK:
        state = InkBackend().check()
        return None if state.ready else state
    if options.still == LIBRARY:
        return _library_fault(options)
    if options.still in paid.SOURCES:
        return paid.fault(options.still)
    if Path(options.still).is_file():
        return None
    found = _model(options)
    if isinstance(found, Missing):
        return Readiness(ready=False, reason=found.reason, remedy=found.remedy)
    return None


def _library_fault(options: Options) -> Readiness | None:
    remedy = "Set library_dir to a set of clips (`mongyudo data import`)."
    if options.library_dir is None:
        return Readiness(ready=False, reason="the still's library is not known", remedy=remedy)
    try:
        read_library(options.library_dir)
    except MongyudoError as error:
        return Readiness(ready=False, reason=str(error), remedy=remedy)
    return None


def _model(options: Options) -> Weights | Missing:
    """The text-to-image model that `options.still` names."""
    wish, names = options.still, ", ".join(f'"{name}"' for name in paid.SOURCES)
    found = locate(INK, Source(wish), replace(options, weights=wish))
    if isinstance(found, Missing):
        return Missing(
            f"the still {wish!r} is no picture file, no folder and no model on this machine",
            f'Try still = "{INK}", "{LIBRARY}", {names}, a picture file, or a text-to-image model '
            f"in diffusers' layout: a folder, or a hub id that `hf download` has brought.",
        )
    if not (found.folder / INDEX).exists():
        return Missing(
            f"the still's folder {found.folder} has no {INDEX}",
            "Give a text-to-image model in diffusers' layout, or one picture file.",
        )
    return found


def settled(spec: BackendSpec, options: Options) -> Options:
    """`options` with the still that will be taken, "" for none."""
    return replace(options, still=options.still or (INK if spec.takes == "image" else ""))


def first_frame(
    shot: Shot, options: Options, cancelled: Callable[[], bool], dtype: str = OWN_DTYPE
) -> Still:
    """The still of `shot` that the options ask for; raises BackendError or UsageError.

    `dtype` is the format on a GPU of a model that paints it.
    """
    stop_if(cancelled)
    if options.still == INK:
        return _from_ink(shot, cancelled)
    if options.still == LIBRARY and options.library_dir is not None:
        return _from_library(options.library_dir, shot, cancelled)
    if options.still in paid.SOURCES:
        path, told = paid.buy_still(shot, options, cancelled)
        return replace(_from_file(path), told=told)
    if Path(options.still).is_file():
        return _from_file(Path(options.still))
    return _from_model(shot, options, cancelled, dtype)


def _from_ink(shot: Shot, cancelled: Callable[[], bool]) -> Still:
    """The ink's first frame without the title, which would be set in motion with it."""
    from PIL.Image import fromarray

    rendering = InkBackend().open().render(replace(shot, title=""), cancelled)
    return Still(fromarray(next(rendering.frames)), {"from": INK})


def _from_library(folder: Path, shot: Shot, cancelled: Callable[[], bool]) -> Still:
    """The beginning of the clip that fits best; the ink's, and said so, where none does."""
    from PIL.Image import fromarray

    found = best(read_library(folder), wish_of(shot))
    if found is None:
        drawn = _from_ink(shot, cancelled)
        return replace(drawn, told={**drawn.told, "why": f"no clip of {folder.name} fits"})
    told = {"clip": found.reference.id, "matched": list(found.matched), "score": found.score}
    whole = {"from": LIBRARY, **told, "licence": found.reference.licence}
    return Still(fromarray(first_picture(found.reference)), whole)


def _from_file(path: Path) -> Still:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(path) as opened:
            upright = ImageOps.exif_transpose(opened) or opened
            picture = upright.convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise UsageError(f"the still {path} is no picture that can be read: {error}") from error
    with path.open("rb") as file:
        hashed = file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()
    return Still(picture, {"from": "picture", "file": path.name, "hash": hashed})


def _from_model(shot: Shot, options: Options, cancelled: Callable[[], bool], dtype: str) -> Still:
    """Painted by a text-to-image model, which is loaded for it and dropped again."""
    from mongyudo.backends.diffusion.loading import free

    weights = _model(options)
    if isinstance(weights, Missing):
        raise BackendError(f"{weights.reason}. {weights.remedy}")
    painted = _painted(_loaded(weights, options, dtype), shot, cancelled)
    free()
    told = {"from": "model", "source": weights.source, "revision": weights.revision}
    return replace(painted, told=told | dict(painted.told))


def _painted(pipe: Any, shot: Shot, cancelled: Callable[[], bool]) -> Still:
    from torch import Generator, inference_mode

    def on_step(_pipe: Any, _step: int, _time: Any, kept: dict[str, Any]) -> dict[str, Any]:
        stop_if(cancelled)
        return kept

    limit = min(int(pipe.tokenizer.model_max_length), MOST_TOKENS)
    written = write(shot, Habit(), limit, lambda text: len(pipe.tokenizer(text).input_ids))
    width, height = shot.size_px
    with inference_mode():
        output = pipe(
            prompt=written.prompt,
            width=width,
            height=height,
            generator=Generator("cpu").manual_seed(shot.seed),
            callback_on_step_end=on_step,
        )
    if not hasattr(output, "images"):
        raise BackendError(f"the still's model, a {type(pipe).__name__}, paints no pictures")
    told = {"prompt": written.prompt, "cut": list(written.cut)}
    return Still(output.images[0].convert("RGB"), told)


def _loaded(weights: Weights, options: Options, dtype: str) -> Any:
    from diffusers import DiffusionPipeline

    from mongyudo.backends.diffusion.loading import loading_for, quiet

    quiet()
    loading = loading_for(dtype, weights, options, memory.named(options.memory))
    try:
        pipe = DiffusionPipeline.from_pretrained(
            weights.folder,
            local_files_only=True,
            use_safetensors=True,
            dtype=loading.dtype,
        )
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise BackendError(
            f"the still's model {weights.folder} cannot be loaded: {error}. Is it a text-to-image "
            f"model in diffusers' layout?"
        ) from error
    pipe.set_progress_bar_config(disable=True)
    memory.settle(pipe, loading.memory, loading.device, [])
    return pipe


class StillBackend(DiffusionBackend):
    """A model that begins with a picture: always ("image"), or when one is asked for ("both")."""

    def settled(self, options: Options) -> Options:
        """`options` with the still that will be taken, "" for none."""
        return settled(self.spec, options)

    def check(self, options: Options = DEFAULT_OPTIONS, /) -> Readiness:
        """As ever, and the first frame must be to be had."""
        state, wished = super().check(options), self.settled(options)
        if not state.ready or not wished.still:
            return state
        return fault(wished) or state

    def session(self, options: Options) -> DiffusionSession:
        """With a still in every shot, or filming from words alone."""
        wished = self.settled(options)
        return StillSession(self, wished) if wished.still else DiffusionSession(self, wished)


class StillSession(DiffusionSession):
    """A session in which every shot begins with a picture."""

    def render(
        self, shot: Shot, cancelled: Callable[[], bool], progress: Progress = unheard, /
    ) -> Rendering:
        """All frames of `shot`, with its still named in what it was made with."""
        shaped = fitted(shot, self._backend.spec)
        dtype = self._backend.release.dtype
        still = first_frame(shaped, self._options, cancelled, dtype)
        self._picture = still.picture
        rendering = super().render(shot, cancelled, progress)
        return replace(rendering, made_with={**rendering.made_with, "still": still.told})
