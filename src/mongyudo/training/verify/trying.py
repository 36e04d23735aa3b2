"""Try one adapter: film the grid, measure each clip, and the loss on clips held out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mongyudo.backends.contract import Progress, unheard
from mongyudo.errors import BackendError
from mongyudo.training.prepared import PreparedClip
from mongyudo.training.verify.features import Clip, structure, style
from mongyudo.training.verify.grid import Trial
from mongyudo.training.verify.judge import Evidence, Learned, Losses
from mongyudo.training.verify.seen import BASE, SCALES, Ask, Cell, Seen, see
from mongyudo.training.verify.sprites import sprite
from mongyudo.training.verify.studio import Studio

STYLE_CLIPS = 24
"""Learned clips of a label that go through the VAE for its style; all are searched for copies."""
Eye = Callable[[Sequence[Ask], Sequence[Clip]], list[dict[str, float]]]
"""What is recognised of each clip, as probabilities or 0 and 1; the first entry is the subject."""


@dataclass(frozen=True, slots=True)
class Watching:
    """How clips are looked at: at which noise levels the loss is taken, and by whose eye."""

    quantiles: tuple[float, ...]
    eye: Eye | None = None


def learned_of(studio: Studio, clips: Sequence[PreparedClip]) -> Learned:
    """Styles of a label's clips as the model's VAE shows them, lest its blur count as a style, and
    the structures of all of them."""
    studio.wear(None)
    count = min(STYLE_CLIPS, len(clips))
    some = [clips[at * len(clips) // count] for at in range(count)]
    styles = tuple(style(studio.through_vae(clip.pixels())) for clip in some)
    return Learned(styles, tuple(structure(clip.pixels()) for clip in clips))


def trying(
    studio: Studio, trial: Trial, asks: Sequence[Ask], learned: Learned, watching: Watching,
    progress: Progress = unheard,
) -> Evidence:  # fmt: skip
    """All that is seen of one adapter; its `fault` tells why it could not be put on."""
    stills = stills_of(trial) if studio.backend.spec.takes == "image" else None
    shown: dict[tuple[Cell, float | None], list[Seen]] = {}
    steps = (BASE, *SCALES)
    for done, scale in enumerate(steps):
        try:
            studio.wear(None if scale is BASE else trial.path, scale or 0.0)
        except BackendError as error:
            return Evidence(trial.label, {}, learned, fault=str(error))
        for seen in _filmed(studio, asks, stills, watching.eye):
            shown.setdefault((seen.ask.cell, scale), []).append(seen)
        progress((done + 1) / (len(steps) + 1))
    losses = _losses(studio, trial, watching.quantiles)
    progress(1.0)
    return Evidence(trial.label, shown, learned, losses)


def _filmed(
    studio: Studio, asks: Sequence[Ask], stills: dict[str, Any] | None, eye: Eye | None
) -> Iterator[Seen]:
    for ask, clip in zip(asks, studio.film(asks, stills), strict=True):
        yield see(ask, clip, eye([ask], [clip])[0] if eye else None, sprite(clip))


def _losses(studio: Studio, trial: Trial, quantiles: Sequence[float]) -> Losses | None:
    """On the clips held out, with the trigger for both; None without such clips."""
    if not trial.held:
        return None
    examples = studio.examples(trial.held, trial.trigger)
    studio.wear(None)
    base = studio.losses(examples, quantiles)
    studio.wear(trial.path)
    return Losses(base, studio.losses(examples, quantiles))


def stills_of(trial: Trial) -> dict[str, Any]:
    """The first frame of a clip for each caption, for a model that sets pictures in motion."""
    from PIL import Image

    clips = {clip.caption: clip for clip in (*trial.learned, *trial.held)}
    return {caption: Image.fromarray(clip.pixels()[0]) for caption, clip in clips.items()}
