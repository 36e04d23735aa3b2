"""The demo's recipe fits the demo set."""

from pathlib import Path

from mongyudo.training.demo import caption
from mongyudo.training.demo.clipset import HELD_OUT
from mongyudo.training.recipe import read_recipe

RECIPE = Path(__file__).parents[3] / "recipes" / "demo.toml"


def test_it_verifies_with_scenes_that_no_clip_shows():
    """And trains where `data demo` draws to, on the model that ships."""
    recipe = read_recipe(RECIPE)
    assert recipe.verify.held_out_prompts == tuple(caption(*scene) for scene in HELD_OUT)
    assert (str(recipe.data.folder), recipe.backend) == ("clips", "mongyudo-small")
