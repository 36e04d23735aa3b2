"""Recipes: read strictly, explained where they cannot stand."""

from pathlib import Path

import pytest

from mongyudo.errors import UsageError
from mongyudo.records import CATEGORIES, EMOTIONS
from mongyudo.training.recipe import Recipe, read_recipe
from mongyudo.training.words import CATEGORY_WORDS, EMOTION_WORDS


def written(folder: Path, text: str) -> Path:
    """A recipe file of these lines."""
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_recipe_is_read_with_its_defaults(tmp_path):
    """What is not said is the project's default; the name is the file's."""
    recipe = read_recipe(written(tmp_path, 'backend = "ink"\n[fit]\nsteps = 3\n'))
    assert (recipe.name, recipe.fit.steps, recipe.fit.batch) == ("mine", 3, 1)
    assert recipe.adapter.rank == 32
    assert recipe.data.method == "emotion"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('backend = "ink"\n[fit]\nstepz = 3\n', "fit.stepz"),
        ('backend = "ink"\n[fit]\nsteps = 0\n', "fit.steps = 0"),
        ("[fit]\nsteps = 1\n", "backend"),
        ('backend = "ink"\n[data]\nlabels = ["두려움"]\n', "두려움"),
        ('backend = "ink"\n[data]\nmethod = "category"\nlabels = ["공포"]\n', "공포"),
        ("backend = ink\n", "no TOML"),
    ],
)
def test_what_cannot_stand_is_named(tmp_path, text, said):
    """The key, its value, and what is known."""
    with pytest.raises(UsageError, match=said):
        read_recipe(written(tmp_path, text))


def test_a_recipe_that_is_not_there(tmp_path):
    """Its path is told."""
    with pytest.raises(UsageError, match=r"no recipe .*none\.toml"):
        read_recipe(tmp_path / "none.toml")


def test_triggers_speak_english():
    """A model reads the label's English name."""
    recipe = Recipe(name="r", backend="ink")
    assert recipe.trigger_of("공포") == "fear style, "
    assert recipe.adapter_name("공포") == "emotion:공포"


def test_every_label_has_a_word_of_its_own():
    """No two labels share a trigger."""
    assert set(EMOTION_WORDS) == set(EMOTIONS)
    assert set(CATEGORY_WORDS) == set(CATEGORIES)
    words = [*EMOTION_WORDS.values(), *CATEGORY_WORDS.values()]
    assert len(set(words)) == len(words)
