"""What fits a GPU: which model, under which memory options, by whose figure."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.memory import LADDER, MemoryOptions, named
from mongyudo.backends.diffusion.prices import Price, price_of
from mongyudo.backends.diffusion.release import Release
from mongyudo.errors import UsageError

GPUS = Path(__file__).with_name("gpus.toml")
BYTES_PER_GB = 1e9
CLIPS = 2
"""Clips of a film, as many as a dream has segments by default."""
COUNTED = "counted from the release's config: 2 bytes a parameter, 1 in fp8, a half in 4 bits"


Basis = Literal["published", "estimated", "weights alone"]
BASES: tuple[Basis, ...] = ("published", "estimated", "weights alone")


@dataclass(frozen=True, slots=True)
class Fit:
    """A model on a GPU. `needs_gb` is published, or the weights and as much working memory as a
    published peak leaves beside them under other options, or the weights alone. Where the
    publishers measured this very GPU, `seconds` is of a clip, and where its price is known, too,
    `cost_usd` of a film, from the cheapest offer to the dearest. Each with its source."""

    backend: str
    memory: str
    needs_gb: float
    basis: Basis
    source: str
    seconds: float | None
    seconds_source: str
    cost_usd: tuple[float, float] | None
    cost_source: str
    licence: str


def vram_of(gpu: str) -> float:
    """The memory of a GPU by name, in GB; raises UsageError for one that is not listed."""
    known: dict[str, float] = tomllib.loads(GPUS.read_text(encoding="utf-8"))["vram_gb"]
    for name, vram_gb in known.items():
        if _same(name, gpu):
            return vram_gb
    raise UsageError(f"GPU {gpu!r} is not listed. Known: {', '.join(known)}; or give --vram GB.")


def _same(name: str, asked: str) -> bool:
    return bool(name) and name.casefold() == asked.strip().casefold()


def plan(backends: Iterable[DiffusionBackend], vram_gb: float, gpu: str = "") -> list[Fit]:
    """For every model that fits, the fastest options that do; published figures first, then the
    models that leave most memory free."""
    found = [fit for backend in backends if (fit := _first_fit(backend, vram_gb, gpu))]
    return sorted(found, key=lambda fit: (BASES.index(fit.basis), fit.needs_gb))


def _first_fit(backend: DiffusionBackend, vram_gb: float, gpu: str) -> Fit | None:
    fits = (fit for fit in _figures(backend, gpu) if fit.needs_gb <= vram_gb)
    return next(fits, None)


def _figures(backend: DiffusionBackend, gpu: str) -> Iterator[Fit]:
    """One figure for each set of options that has one."""
    release = backend.release
    measured = {name: s for name, s in release.published_s.items() if _same(name, gpu)}
    name, seconds = next(iter(measured.items()), ("", None))
    price = price_of(gpu) if seconds is not None else None
    for options in LADDER:
        found = _needs(backend, options)
        if found is None:
            continue
        needs, basis, source = found
        yield Fit(
            backend=backend.spec.name,
            memory=options.name,
            needs_gb=round(needs, 1),
            basis=basis,
            source=source,
            seconds=seconds,
            seconds_source="" if seconds is None else figure(release, "speed", name),
            cost_usd=_cost(seconds, price),
            cost_source="" if price is None else price.source,
            licence=backend.spec.licence,
        )


def _needs(backend: DiffusionBackend, options: MemoryOptions) -> tuple[float, Basis, str] | None:
    """GB, on what ground, and where it was read; None where nothing is known."""
    release = backend.release
    published = release.published_gb.get(options.name)
    if published is not None:
        return published, "published", figure(release, "memory", f"{published:g}")
    weights = weights_gb(backend, options)
    if weights is None:
        return None
    working = _working(backend, options)
    if working is None:
        return weights, "weights alone", COUNTED
    return weights + working[0], "estimated", working[1]


def _working(backend: DiffusionBackend, options: MemoryOptions) -> tuple[float, str] | None:
    """What a published peak under options that decode alike leaves beside the weights, in GB."""
    for name, peak in backend.release.published_gb.items():
        other = named(name)
        weights = weights_gb(backend, other)
        if other.tiling == options.tiling and weights is not None and peak > weights:
            beside = f"{peak - weights:.1f} GB beside the weights under {name!r}"
            return peak - weights, f"{beside}: {figure(backend.release, 'memory', f'{peak:g}')}"
    return None


def _cost(seconds: float | None, price: Price | None) -> tuple[float, float] | None:
    """A film's, in dollars: the time on the GPU alone, without loading and waiting."""
    if seconds is None or price is None:
        return None
    low, high = (round(seconds * CLIPS / 3600 * usd, 3) for usd in price.usd_per_h)
    return low, high


def figure(release: Release, name: str, holding: str) -> str:
    """A figure that was read, in its publishers' words, with where and when."""
    for read in release.figures:
        if read.name == name and holding in read.value:
            return f"{read.value} ({read.source}, {read.date})"
    raise KeyError(f"{release.hub_id}: no figure for {name} {holding}")


def weights_gb(backend: DiffusionBackend, options: MemoryOptions) -> float | None:
    """The weights that are on the GPU at once, in GB: all parts, or the largest when they are
    offloaded. Two bytes a parameter; one or a half for a denoiser in fp8 or 4 bits.

    None where a large part is not counted, or where blocks are moved in and out one by one.
    """
    counts = backend.release.parameters_m
    encoders = {part for part in counts if part.endswith("_encoder")}
    if not encoders or options.offload in ("group", "sequential"):
        return None
    bits = options.bits or (8 if options.fp8 else 16)
    sizes = [
        count * 1e6 * (bits if part in backend.denoisers else 16) / 8 / BYTES_PER_GB
        for part, count in counts.items()
    ]
    return max(sizes) if options.offload else sum(sizes)
