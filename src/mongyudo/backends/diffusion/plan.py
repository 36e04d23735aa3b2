"""What fits a GPU: which model, under which memory options, by whose figure."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.memory import LADDER, MemoryOptions
from mongyudo.errors import UsageError

GPUS = Path(__file__).with_name("gpus.toml")
BYTES_PER_GB = 1e9


@dataclass(frozen=True, slots=True)
class Fit:
    """A model on a GPU. `needs_gb` is published, or the weights alone, to which working memory
    comes; `seconds` a clip where the publishers measured this very GPU."""

    backend: str
    memory: str
    needs_gb: float
    basis: Literal["published", "weights alone"]
    source: str
    seconds: float | None
    licence: str


def vram_of(gpu: str) -> float:
    """The memory of a GPU by name, in GB; raises UsageError for one that is not listed."""
    known: dict[str, float] = tomllib.loads(GPUS.read_text(encoding="utf-8"))["vram_gb"]
    for name, vram_gb in known.items():
        if name.casefold() == gpu.strip().casefold():
            return vram_gb
    raise UsageError(f"GPU {gpu!r} is not listed. Known: {', '.join(known)}; or give --vram GB.")


def plan(backends: Iterable[DiffusionBackend], vram_gb: float, gpu: str = "") -> list[Fit]:
    """For every model that fits, the fastest options that do; published figures first, then the
    models that leave most memory free."""
    found = [fit for backend in backends if (fit := _first_fit(backend, vram_gb, gpu))]
    return sorted(found, key=lambda fit: (fit.basis != "published", fit.needs_gb))


def _first_fit(backend: DiffusionBackend, vram_gb: float, gpu: str) -> Fit | None:
    fits = (fit for fit in _figures(backend, gpu) if fit.needs_gb <= vram_gb)
    return next(fits, None)


def _figures(backend: DiffusionBackend, gpu: str) -> Iterator[Fit]:
    """One figure for each set of options; the published one where there is one."""
    spec, release = backend.spec, backend.release
    seconds = next(
        (s for g, s in release.published_s.items() if g.casefold() == gpu.casefold()), None
    )
    for options in LADDER:
        published = release.published_gb.get(options.name)
        needs = weights_gb(backend, options) if published is None else published
        if needs is not None:
            basis: Literal["published", "weights alone"] = (
                "weights alone" if published is None else "published"
            )
            source = spec.sources[0] if spec.sources else ""
            yield Fit(
                spec.name, options.name, round(needs, 1), basis, source, seconds, spec.licence
            )


def weights_gb(backend: DiffusionBackend, options: MemoryOptions) -> float | None:
    """The weights that are on the GPU at once, in GB: all parts, or the largest when they are
    offloaded. Two bytes a parameter; one or a half for a denoiser in fp8 or 4 bits.

    None where a large part is not counted, or where blocks are moved in and out one by one.
    """
    counts = backend.release.parameters_m
    encoders = {part for part in counts if part.endswith("_encoder")}
    if not encoders or options.offload == "group":
        return None
    bits = options.bits or (8 if options.fp8 else 16)
    sizes = [
        count * 1e6 * (bits if part in backend.denoisers else 16) / 8 / BYTES_PER_GB
        for part, count in counts.items()
    ]
    return max(sizes) if options.offload else sum(sizes)
