"""Every recipe of the project, on small weights: a few real steps, and an adapter that films."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.contract.test_adapters import stacked
from tests.contract.test_backends import small_shot
from tests.unit.training.conftest import clip_of

from mongyudo.backends.adapters import read_card
from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend, packages_missing
from mongyudo.backends.registry import get, names
from mongyudo.records import Method
from mongyudo.training.prepared import read_prepared, write_prepared, write_rejected
from mongyudo.training.recipe import Recipe, read_recipe
from mongyudo.training.run import Run
from mongyudo.training.words import english

RECIPES = sorted((Path(__file__).parents[2] / "recipes").glob("*.toml"))
LABELS: dict[Method, tuple[str, str]] = {
    "emotion": ("공포", "중립"),
    "category": ("지상동물", "탈것"),
}
"""What is trained, and what the other clips are."""
TRAINED = (
    "wan2.1-1.3b", "cogvideox-2b", "ltx-video", "mochi-1", "animatediff-v3", "svd-xt",
    "zeroscope-v2-576w", "videocrafter2", "open-sora-v2", "hunyuanvideo",
)  # fmt: skip
"""The ten systems of the notes, VideoTuna being a toolbox of some of them."""


def test_every_system_of_the_notes_has_a_recipe() -> None:
    """And no recipe names a backend that is not there."""
    backends = {read_recipe(path).backend for path in RECIPES}
    assert set(TRAINED) <= backends <= set(names())


def small(recipe: Recipe, weights: Path) -> Recipe:
    """The recipe on tiny weights, in three steps that can be seen.

    What needs a GPU's package, and 16 bits, which are slow on a CPU, are left to the GPU.
    """
    fit = {"steps": 3, "learning_rate": 0.05, "warmup_steps": 0, "dtype": "float32"}
    fit |= {"optimizer": "adamw", "accumulation": 1}
    watch = recipe.watch.model_copy(
        update={"sample_every": 3, "sample_steps": 2, "prompts": ("a sea",)}
    )
    data = recipe.data.model_copy(update={"labels": LABELS[recipe.data.method][:1]})
    fitted = recipe.fit.model_copy(update=fit)
    return recipe.model_copy(
        update={"weights": str(weights), "fit": fitted, "watch": watch, "data": data}
    )


def trained(recipe: Recipe, folder: Path, options: Options) -> Run:
    """The recipe's run on four small clips of the model's own kind."""
    from mongyudo.training.course import train

    spec = get(recipe.backend).spec
    shape = (32, 32, spec.frames.nearest(5))
    clips = tuple(
        replace(clip_of(folder, emotion, at, shape, spec.fps), category=category)
        for emotion, category in zip(*LABELS.values(), strict=True)
        for at in (0, 1)
    )
    write_rejected(folder, ())
    write_prepared(folder, clips, {"backend": spec.name})
    told = Quiet()
    run = train(recipe, read_prepared(folder), folder / "run", options, told)
    assert any("pre-flight" in line for line in told.lines)
    return run


class Quiet:
    """Keeps the lines it is told."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, text: str) -> None:
        self.lines.append(text)

    def share(self, *_: Any) -> None:
        pass

    def step(self, *_: Any) -> None:
        pass


@pytest.mark.slow
@pytest.mark.skipif(packages_missing() is not None, reason="[models] is not installed")
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_recipe_makes_an_adapter_that_films(path: Path, tmp_path: Path) -> None:
    """Its file fits the model key by key and changes what it films; at scale 0 the model films as
    it did without it, bit for bit; the card tells what it was trained on."""
    recipe = read_recipe(path)
    backend = get(recipe.backend)
    assert isinstance(backend, DiffusionBackend)
    weights = tmp_path / "weights"
    weights.mkdir()
    backend.write_tiny(weights, 1447)
    licence = frozenset({backend.spec.licence})
    options = Options(weights=str(weights), acknowledged=licence, steps=2, device="cpu")
    run = trained(small(recipe, weights), tmp_path / "set", options)
    label = LABELS[recipe.data.method][0]
    name, card = recipe.adapter_name(label), read_card(run.adapter(label))
    assert (card.rank, card.name) == (recipe.adapter.rank, name)
    assert (card.data_hash, card.data_licences) == (run.data["digest"], ("CC0-1.0",))
    assert card.base_hash == run.base["fingerprint"]
    assert card.trigger == f"{english(label)} style,"
    session = backend.open(replace(options, adapters_dir=run.adapters_dir))
    bare = backend.open(replace(options, adapters_dir=run.adapters_dir, adapter_scale=0.0))
    base, styled = (filmed(session, backend, worn) for worn in (None, name))
    assert not np.array_equal(styled, base)
    assert np.array_equal(filmed(bare, backend, name), base)


def filmed(session: Any, backend: DiffusionBackend, adapter: str | None) -> np.ndarray:
    """A small shot's frames by the backend's own session."""
    return stacked(session.render(small_shot(backend, adapter), lambda: False))
