"""What fits a GPU: published figures before counted ones, the fastest options first."""

import tomllib

import pytest

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.memory import NAMES, named
from mongyudo.backends.diffusion.plan import (
    GPUS,
    figure,
    plan,
    vram_of,
    weights_gb,
)
from mongyudo.backends.diffusion.prices import SHIPPED, price_of
from mongyudo.backends.registry import get, names
from mongyudo.errors import UsageError


@pytest.fixture(scope="module")
def models() -> list[DiffusionBackend]:
    """Every registered open model."""
    return [each for each in map(get, names()) if isinstance(each, DiffusionBackend)]


def test_a_gpu_is_known_by_name() -> None:
    """In any case; an unknown one lists the known ones."""
    assert vram_of("rtx 3090") == 24
    with pytest.raises(UsageError, match="RTX 4090"):
        vram_of("GTX 1")


def test_all_that_is_listed_fits(models) -> None:
    """Nothing needs more than there is, and each model stands once."""
    found = plan(models, 24.0, "RTX 3090")
    assert all(fit.needs_gb <= 24 for fit in found)
    assert len({fit.backend for fit in found}) == len(found)
    assert all(fit.memory in NAMES and fit.source for fit in found)


def test_more_memory_fits_more_models(models) -> None:
    """And a tiny GPU none but the one that ships with the package."""
    assert [fit.backend for fit in plan(models, 0.5)] == ["mongyudo-small"]
    small, large = ({fit.backend for fit in plan(models, gb)} for gb in (9.0, 80.0))
    assert small < large


def test_wan_runs_as_published(models) -> None:
    """8.19 GB with offloading; its speed only on the GPU that was measured."""
    (wan,) = (fit for fit in plan(models, 8.2, "RTX 4090") if fit.backend == "wan2.1-1.3b")
    assert (wan.memory, wan.basis, wan.needs_gb, wan.seconds) == ("offload", "published", 8.2, 261)
    (other,) = (fit for fit in plan(models, 24, "RTX 3090") if fit.backend == "wan2.1-1.3b")
    assert other.seconds is None


def test_weights_are_counted_in_their_format() -> None:
    """CogVideoX-2b: 1,690 + 4,760 million in 16 bits; offloaded, the text encoder is largest."""
    model = get("cogvideox-2b")
    assert isinstance(model, DiffusionBackend)
    assert weights_gb(model, named("plain")) == pytest.approx(12.9)
    assert weights_gb(model, named("offload")) == pytest.approx(9.52)
    assert weights_gb(model, named("fp8")) == pytest.approx(9.52)
    assert weights_gb(model, named("group")) is None


def test_a_large_denoiser_shrinks_in_fewer_bits() -> None:
    """Wan 14B: 28.6 GB in 16 bits, half in fp8; in 4 bits its text encoder is larger."""
    model = get("wan2.1-14b")
    assert isinstance(model, DiffusionBackend)
    assert weights_gb(model, named("offload")) == pytest.approx(28.58)
    assert weights_gb(model, named("fp8")) == pytest.approx(14.29)
    assert weights_gb(model, named("4bit")) == pytest.approx(11.36)


def test_working_memory_is_what_a_published_peak_leaves(models) -> None:
    """Mochi's 22 GB offloaded are 1.9 more than its denoiser: so in 8 bits, 10.0 and 1.9."""
    (mochi,) = (fit for fit in plan(models, 16, "RTX 4080") if fit.backend == "mochi-1")
    assert (mochi.memory, mochi.basis, mochi.needs_gb) == ("fp8", "estimated", 12.0)
    assert "1.9 GB beside the weights under 'offload': 22 GB" in mochi.source
    (tiled,) = (fit for fit in plan(models, 40) if fit.backend == "videocrafter2")
    assert tiled.basis == "published"


def test_a_peak_without_tiling_says_nothing_of_options_with_it(models) -> None:
    """VideoCrafter2's 11 GB were measured plain: offloaded, its weights alone are known."""
    (fit,) = (fit for fit in plan(models, 6) if fit.backend == "videocrafter2")
    assert (fit.memory, fit.basis) == ("tiling", "weights alone")


def test_the_fewest_bytes_are_where_layers_are_moved_one_by_one(models) -> None:
    """CogVideoX-2b on 5 GB: as published."""
    (fit,) = (fit for fit in plan(models, 5) if fit.backend == "cogvideox-2b")
    assert (fit.memory, fit.basis, fit.needs_gb) == ("sequential", "published", 4)


def test_what_is_not_counted_is_not_guessed() -> None:
    """LTX-2's text encoder is not counted: no figure."""
    model = get("ltx-2")
    assert isinstance(model, DiffusionBackend)
    assert weights_gb(model, named("plain")) is None


def test_every_figure_has_its_source(models) -> None:
    """What is published can be read where it says; what is priced is a GPU that is listed."""
    for model in models:
        for gb in model.release.published_gb.values():
            assert "http" in figure(model.release, "memory", f"{gb:g}")
        for gpu in model.release.published_s:
            assert "http" in figure(model.release, "speed", gpu)
            assert vram_of(gpu)
    prices, gpus = (tomllib.loads(path.read_text(encoding="utf-8")) for path in (SHIPPED, GPUS))
    assert gpus["source"]
    for row in prices["price"]:
        assert row["date"] >= "2026"
        assert row["source"].startswith("https://")
        assert list(row["usd_per_h"]) == sorted(row["usd_per_h"])
        assert vram_of(row["gpu"])
    for row in prices["serverless"]:
        assert row["date"] >= "2026"
        assert vram_of(row["gpu"])


def test_a_price_covers_the_editions_that_are_meant() -> None:
    """One edition by its name, all of them without; none for a GPU without a price."""
    sxm, every = price_of("h100 sxm"), price_of("H100")
    assert sxm is not None
    assert every is not None
    assert sxm.usd_per_h == (2.69, 3.99)
    assert every.usd_per_h == (1.99, 3.99)
    assert "2026-11-09" in every.source
    assert price_of("RTX A5000") is None
    assert price_of("") is None


def test_a_cost_stands_only_where_time_and_price_are_known(models) -> None:
    """Wan 1.3B on an RTX 4090: 2 clips of 261 s at 0.34 dollars an hour."""
    (wan,) = (fit for fit in plan(models, 24, "RTX 4090") if fit.backend == "wan2.1-1.3b")
    assert wan.cost_usd == pytest.approx((0.049, 0.049))
    assert "261 s" in wan.seconds_source
    assert "2026-03-10" in wan.cost_source
    for fit in plan(models, 80, "RTX A6000"):
        assert (fit.seconds, fit.cost_usd, fit.cost_source) == (None, None, "")
