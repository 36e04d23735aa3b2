"""From the clips of one adapter to its figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mongyudo.training.verify.features import STYLE, Floats, similarity
from mongyudo.training.verify.intervals import Figure, mean_of, ratio_of, share_of
from mongyudo.training.verify.seen import BASE, Cell, Seen
from mongyudo.training.verify.styles import BASE_STYLE, Styles

OWN: tuple[Cell, ...] = ("in-domain", "held-out")
OTHERS: tuple[Cell, ...] = ("other", "neutral")
MOTION = STYLE.index("motion")
COPY_LEAST = 0.9
"""Structures less alike than this are never called copies."""
COPY_PERCENTILE = 95
Shown = Mapping[tuple[Cell, float | None], Sequence[Seen]]


@dataclass(frozen=True, slots=True)
class Losses:
    """Held-out denoising loss of each clip held out, the same noise for both."""

    base: tuple[float, ...]
    adapter: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """The clips an adapter learned from: `styles` of some, as the model's own VAE shows them, and
    `structures` of all, as they are."""

    styles: tuple[Floats, ...]
    structures: tuple[NDArray[np.float32], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was seen of one adapter. `shown[cell, scale]` are clips in one order for every scale
    (BASE: without adapter). `fault` is why it could not be put on the model, "" when it could;
    `trained` is false where there is no file yet."""

    label: str
    shown: Shown
    learned: Learned
    losses: Losses | None = None
    fault: str = ""
    trained: bool = True


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one adapter; None where there was nothing to measure.

    `style["held-out@1"]` is the share of a cell's clips nearest to the adapter's own style;
    `landed` which style each clip of held-out prompts is nearest to; `margin` how much nearer the
    own style is than the next, (next - own) / (next + own) in -1..1, `margin_over_base` less the
    base's own; `moved` the way gone towards the own style in units of the base's own spread; `far`
    whether the own style lies outside that spread at all; `kept` and `kept_base` how often subject,
    place and so on are recognised; `motion_wished` the learned clips' motion over the base's.
    """

    label: str
    style: dict[str, Figure] = field(default_factory=dict)
    landed: dict[str, int] = field(default_factory=dict)
    margin: Figure | None = None
    margin_over_base: Figure | None = None
    moved: Figure | None = None
    far: bool = True
    kept: dict[str, Figure] = field(default_factory=dict)
    kept_base: dict[str, Figure] = field(default_factory=dict)
    identity: Figure | None = None
    identity_by: str = ""
    leak: Figure | None = None
    motion: Figure | None = None
    motion_wished: float | None = None
    diversity: Figure | None = None
    nearest_learned: Figure | None = None
    memorised: Figure | None = None
    loss: Figure | None = None
    loss_base: float | None = None
    same_at_0: bool = False
    differs_at_1: bool = False


def measure(evidence: Evidence, styles: Styles) -> Measures:
    """All figures of one adapter; nothing but its label for one that could not be put on."""
    if evidence.fault:
        return Measures(evidence.label)
    shown, own = evidence.shown, evidence.label
    held, base = shown["held-out", 1.0], shown["held-out", BASE]
    far, moved = _moved(held, base, styles, own)
    margins = [_margin(*pair, styles, own) for pair in zip(held, base, strict=True)]
    base_margins = [_margin(each, each, styles, own) for each in base]
    kept, kept_base = _kept_shares(shown, 1.0), _kept_shares(shown, BASE)
    identity, identity_by = _identity(shown)
    threshold = _copy_threshold(evidence.learned)
    nearest = [_nearest_learned(each, evidence.learned) for each in held]
    return Measures(
        label=own,
        style=_style_shares(shown, styles, own),
        landed=_landed(held, base, styles),
        margin=mean_of(margins, _prompts(held)),
        margin_over_base=mean_of(
            [a - b for a, b in zip(margins, base_margins, strict=True)], _prompts(held)
        ),
        moved=moved,
        far=far,
        kept=kept,
        kept_base=kept_base,
        identity=identity,
        identity_by=identity_by,
        leak=_leak(shown, styles, own),
        motion=ratio_of(_motions(held), _motions(base), _prompts(held)),
        motion_wished=_motion_wished(evidence.learned, base),
        diversity=_diversity(held, base),
        nearest_learned=mean_of(nearest, _prompts(held)),
        memorised=share_of([value >= threshold for value in nearest]),
        loss=_loss(evidence.losses),
        loss_base=float(np.mean(evidence.losses.base)) if evidence.losses else None,
        same_at_0=all(_same(shown, cell, 0.0) for cell, scale in shown if scale == 0.0),
        differs_at_1=not all(_same(shown, cell, 1.0) for cell in OWN),
    )


def nearest_style(clip: Seen, base: Seen, styles: Styles) -> str:
    """The label whose style a clip's shift is nearest to, or BASE_STYLE."""
    distances = styles.distances(styles.shift(clip.style, base.style))
    return min(distances, key=distances.__getitem__)


def _landed(clips: Sequence[Seen], base: Sequence[Seen], styles: Styles) -> dict[str, int]:
    found = [nearest_style(*pair, styles) for pair in zip(clips, base, strict=True)]
    return {label: found.count(label) for label in (*styles.labels, BASE_STYLE)}


def _hits(shown: Shown, cell: Cell, scale: float | None, styles: Styles, own: str) -> list[bool]:
    pairs = zip(shown[cell, scale], shown[cell, BASE], strict=True)
    return [nearest_style(clip, base, styles) == own for clip, base in pairs]


def _leak(shown: Shown, styles: Styles, own: str) -> Figure | None:
    """How many clips without the adapter's trigger take its style."""
    cells = [cell for cell in OTHERS if (cell, 1.0) in shown]
    return share_of([hit for cell in cells for hit in _hits(shown, cell, 1.0, styles, own)])


def _style_shares(shown: Shown, styles: Styles, own: str) -> dict[str, Figure]:
    found = {
        f"{cell}@{scale:g}": share_of(_hits(shown, cell, scale, styles, own))
        for cell, scale in shown
        if scale is not BASE
    }
    return {name: share for name, share in found.items() if share is not None}


def _margin(clip: Seen, base: Seen, styles: Styles, own: str) -> float:
    """(next - own) / (next + own) of the distances to the styles of labels, -1..1."""
    distances = styles.distances(
        styles.shift(clip.style, base.style), without_base=len(styles.labels) > 1
    )
    mine = distances.pop(own)
    following = min(distances.values())
    return (following - mine) / max(following + mine, 1e-9)


def _moved(
    clips: Sequence[Seen], base: Sequence[Seen], styles: Styles, own: str
) -> tuple[bool, Figure | None]:
    """Whether the own style lies beyond the base's spread, and the way gone in units of it.

    The spread is the base's own standard deviation along the way: between seeds of one prompt, or
    between prompts where there is one seed only.
    """
    centroid = styles.centroid(own)
    length = float(np.linalg.norm(centroid))
    way = centroid / max(length, 1e-9)
    spread = _spread([float(each.style / styles.scale @ way) for each in base], _prompts(base))
    pairs = zip(clips, base, strict=True)
    gone = [float(styles.shift(clip.style, each.style) @ way) for clip, each in pairs]
    spread = max(spread, 1e-9)
    return length > spread, mean_of([each / spread for each in gone], _prompts(clips))


def _spread(values: Sequence[float], prompts: Sequence[str]) -> float:
    groups = [
        [v for v, p in zip(values, prompts, strict=True) if p == each]
        for each in dict.fromkeys(prompts)  # a set has another order in every process
    ]
    repeated = [float(np.var(group, ddof=1)) for group in groups if len(group) > 1]
    return float(np.sqrt(np.mean(repeated))) if repeated else float(np.std(values))


def _kept_shares(shown: Shown, scale: float | None) -> dict[str, Figure]:
    """How often each thing is recognised, in every cell and over the adapter's own (`subject`)."""
    found: dict[str, Figure | None] = {}
    cells = [(cell, clips) for (cell, at), clips in shown.items() if at == scale]
    own = [each for cell, clips in cells if cell in OWN for each in clips]
    for name in own[0].kept if own else ():
        found[name] = _kept(own, name)
        found |= {f"{name} {cell}": _kept(clips, name) for cell, clips in cells}
    return {name: figure for name, figure in found.items() if figure is not None}


def _kept(clips: Sequence[Seen], name: str) -> Figure | None:
    """A share where something was recognised or not, else the mean of a similarity."""
    values = [each.kept[name] for each in clips]
    if set(values) <= {0.0, 1.0}:
        return share_of([bool(value) for value in values])
    return mean_of(values, _prompts(clips))


def _identity(shown: Shown) -> tuple[Figure | None, str]:
    """How well the subject is kept over the base's, and by what that was recognised."""
    clips = [each for cell in OWN for each in shown[cell, 1.0]]
    base = [each for cell in OWN for each in shown[cell, BASE]]
    if not clips[0].kept:
        return share_of(_found_again(clips, base)), "structure"
    name = next(iter(clips[0].kept))
    mine, below = ([each.kept[name] for each in side] for side in (clips, base))
    return ratio_of(mine, below, _prompts(clips)), name


def _found_again(clips: Sequence[Seen], base: Sequence[Seen]) -> list[bool]:
    """A proxy: is each clip's structure nearest to the base's clip of the same prompt and seed?"""
    table = np.stack([each.structure for each in base])
    return [
        int(similarity(clip.structure, table).argmax()) in _twins(base, at)
        for at, clip in enumerate(clips)
    ]


def _twins(base: Sequence[Seen], at: int) -> set[int]:
    """Base clips that show the very same as clip `at`: a prompt may stand in two cells."""
    return {i for i, each in enumerate(base) if each.digest == base[at].digest}


def _motions(clips: Sequence[Seen]) -> list[float]:
    return [float(each.style[MOTION]) for each in clips]


def _motion_wished(learned: Learned, base: Sequence[Seen]) -> float | None:
    below = float(np.mean(_motions(base)))
    return float(np.mean([each[MOTION] for each in learned.styles])) / below if below else None


def _diversity(clips: Sequence[Seen], base: Sequence[Seen]) -> Figure | None:
    """Mean distance of each clip to the others (1 - similarity), over the base's."""
    apart, apart_base = ([*_apart(side)] for side in (clips, base))
    return ratio_of(apart, apart_base, _prompts(clips)) if len(clips) > 1 else None


def _apart(clips: Sequence[Seen]) -> list[float]:
    table = np.stack([each.structure for each in clips])
    cosines = table @ table.T
    n = len(clips)
    return [float(1 - (row.sum() - row[at]) / max(1, n - 1)) for at, row in enumerate(cosines)]


def _nearest_learned(clip: Seen, learned: Learned) -> float:
    return float(similarity(clip.structure, np.stack(learned.structures)).max())


def _copy_threshold(learned: Learned) -> float:
    """How alike clips must be to be copies: more than learned clips are to each other."""
    table = np.stack(learned.structures)
    cosines = table @ table.T - 2 * np.eye(len(table))
    if len(table) < 2:
        return COPY_LEAST
    return max(COPY_LEAST, float(np.percentile(cosines.max(axis=1), COPY_PERCENTILE)))


def _loss(losses: Losses | None) -> Figure | None:
    if losses is None:
        return None
    return ratio_of(losses.adapter, losses.base, range(len(losses.base)))


def _same(shown: Shown, cell: Cell, scale: float) -> bool:
    pairs = zip(shown[cell, scale], shown[cell, BASE], strict=True)
    return all(clip.digest == base.digest for clip, base in pairs)


def _prompts(clips: Sequence[Seen]) -> list[str]:
    return [each.ask.prompt for each in clips]
