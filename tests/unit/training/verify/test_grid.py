"""Which clips are asked for of an adapter."""

from dataclasses import replace
from pathlib import Path

from tests.unit.training.conftest import clip_of

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.registry import get
from mongyudo.training.recipe import Recipe
from mongyudo.training.verify.grid import Trial, Wishes, asks_of
from mongyudo.training.verify.verifying import wishes_of

OWN, OTHER = "fear style, ", "joy style, "


def trial(folder: Path) -> Trial:
    """Three clips learned from, and two held out, of which one has a caption that was learned."""
    clips = [clip_of(folder, "공포", at, (16, 16, 2), 8) for at in range(5)]
    held = (replace(clips[3], caption=clips[0].caption), clips[4])
    return Trial("공포", "emotion:공포", folder / "a.safetensors", OWN, tuple(clips[:3]), held)


def test_held_out_prompts_were_never_learned(tmp_path: Path) -> None:
    """A caption that a learned clip had proves nothing."""
    asks = asks_of(trial(tmp_path), (OWN, OTHER), Wishes(seeds=(0,)))
    held = {ask.caption for ask in asks if ask.cell == "held-out"}
    assert held == {"a tiger in the forest, night 4"}


def test_other_triggers_are_never_its_own(tmp_path: Path) -> None:
    """Else the style would count as a leak; without other adapters there is none to try."""
    wishes = Wishes(held_out_prompts=("a", "b", "c"), seeds=(0, 1))
    for triggers, openings in (((OWN, OTHER), {OTHER}), ((OWN,), {""})):
        asks = [ask for ask in asks_of(trial(tmp_path), triggers, wishes) if ask.cell == "other"]
        assert {ask.prompt.removesuffix(ask.caption) for ask in asks} == openings
        assert len(asks) == 6


def test_prompts_are_worded_as_they_were_learned(tmp_path: Path) -> None:
    """Behind the trigger, and with the words that end the model's prompts."""
    backend = get("open-sora-v2")
    assert isinstance(backend, DiffusionBackend)
    wishes = wishes_of(backend, Recipe(name="r", backend="open-sora-v2"))
    ask = asks_of(trial(tmp_path), (OWN, OTHER), wishes)[0]
    assert ask.prompt == f"{OWN}{ask.caption} 24 FPS. 4 motion score."
