"""The demos' recipes fit the demo sets."""

from pathlib import Path

from mongyudo.training.demo import caption
from mongyudo.training.demo.clipset import HELD_OUT
from mongyudo.training.recipe import read_recipe

RECIPES = Path(__file__).parents[3] / "recipes"


def test_it_verifies_with_scenes_that_no_clip_shows():
    """And trains where `data demo` draws to, on the model that ships."""
    recipe = read_recipe(RECIPES / "demo.toml")
    assert recipe.verify.held_out_prompts == tuple(caption(*scene) for scene in HELD_OUT)
    assert (str(recipe.data.folder), recipe.backend) == ("clips", "mongyudo-small")


def test_the_categories_have_a_recipe_of_their_own():
    """By category, in another folder, with prompts of the category itself: those of its clips."""
    recipe = read_recipe(RECIPES / "demo-categories.toml")
    assert (recipe.data.method, recipe.backend) == ("category", "mongyudo-small")
    assert str(recipe.data.folder) != "clips"
    assert not recipe.verify.held_out_prompts
