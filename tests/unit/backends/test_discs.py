"""The moon or the sun is claimed where the setting, as the mood lights it, lets it be seen."""

from collections.abc import Iterator

import numpy as np
import pytest

from mongyudo.backends.director.ledger import concepts_in
from mongyudo.backends.director.tables import words
from mongyudo.ink import paper
from mongyudo.ink.render import render
from mongyudo.ink.scene import Camera, Mood, Scene
from mongyudo.ink.settings import BUILDERS

pytestmark = pytest.mark.slow

STILL = Camera(zoom_from=1.0, zoom_to=1.0, sway=0)


def night(setting: str, mood: Mood) -> Scene:
    """One frame of it."""
    return Scene((384, 216), 1, 1.0, 5, setting, mood=mood, time_of_day="night", camera=STILL)


def change(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> np.ndarray:
    """How much the disc changes every pixel."""
    with monkeypatch.context() as without:
        shown = next(iter(render(scene))).astype(int)
        without.setattr(paper, "_put_disc", lambda *_: None)
        return np.abs(shown - next(iter(render(scene)))).sum(-1)


def open_settings() -> Iterator[str]:
    yield from sorted(set(BUILDERS) - words("indoors") - words("sunless"))


@pytest.mark.parametrize("mood", ["joy", "anger", "disgust"])
def test_the_moon_is_seen_where_it_is_claimed(mood: Mood, monkeypatch: pytest.MonkeyPatch) -> None:
    """At least a quarter of its disc: over the desert nothing stands before it."""
    bare = change(night("desert", mood), monkeypatch)
    disc = bare > 0.72 * np.percentile(bare, 99.9)
    full = np.median(bare[disc])
    for setting in open_settings():
        if "moon" in concepts_in(night(setting, mood)):
            seen = change(night(setting, mood), monkeypatch)[disc] > 0.4 * full
            assert seen.mean() > 0.25, setting


def test_in_a_street_the_houses_stand_before_it() -> None:
    assert not {"moon", "sun"} & concepts_in(night("street", "joy"))
    assert "sky" in concepts_in(night("street", "joy"))
