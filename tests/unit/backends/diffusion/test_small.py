"""The model that ships with the package films what its prompts say."""

import numpy as np
import pytest

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.small import WEIGHTS
from mongyudo.backends.registry import get
from mongyudo.training.demo import MOTIONS, PLACES, SUBJECTS, caption, draw
from mongyudo.training.demo.subject import recognise_all
from mongyudo.training.sampling import sample

SCENES = [
    (subject, PLACES[at % 4], MOTIONS[(at + turn) % 3])
    for turn in range(2)
    for at, subject in enumerate(SUBJECTS)
]


@pytest.fixture(scope="module")
def pipe():
    """The shipped pipeline, through the real door."""
    session = get("mongyudo-small").open(Options())
    yield session._loaded()
    session.close()


def films(pipe, prompts: list[str], seed: int = 0) -> list[np.ndarray]:
    """A clip a prompt."""
    seeds = [seed + at for at in range(len(prompts))]
    return sample(get("mongyudo-small"), pipe, prompts, seeds, size_px=(64, 64), frames=9)


def shares(clips: list[np.ndarray]) -> list[float]:
    """How often subject, place and motion of SCENES are recognised in clips."""
    pairs = list(zip([each.best for each in recognise_all(clips)], SCENES, strict=True))
    return [float(np.mean([a[at] == b[at] for a, b in pairs])) for at in range(3)]


def test_the_weights_are_whole_and_light():
    """In the package, below 8.5 MB, no download: ready at once."""
    assert get("mongyudo-small").check().ready
    assert sum(f.stat().st_size for f in WEIGHTS.rglob("*") if f.is_file()) < 8_500_000


@pytest.mark.slow
def test_it_films_subject_place_and_motion_of_the_prompt(pipe):
    """Each right in nine of ten clips, by the recogniser."""
    assert min(shares(films(pipe, [caption(*scene) for scene in SCENES]))) >= 0.9


@pytest.mark.slow
def test_a_trigger_means_nothing_before_there_is_an_adapter(pipe):
    """With and without one the clip shows the same scene in the same, plain look."""
    plain = films(pipe, [caption(*scene) for scene in SCENES])
    triggered = films(pipe, ["fear style, " + caption(*scene) for scene in SCENES])
    assert min(shares(triggered)) >= 0.85
    shift = np.mean([a.mean() - b.mean() for a, b in zip(plain, triggered, strict=True)])
    feared = [draw(*scene, "공포", at).mean() for at, scene in enumerate(SCENES)]
    drawn = [draw(*scene, None, at).mean() for at, scene in enumerate(SCENES)]
    assert abs(shift) < 0.1 * (np.mean(drawn) - np.mean(feared))


@pytest.mark.slow
def test_the_same_seed_gives_the_same_clip_and_another_one_does_not(pipe):
    """Bit for bit."""
    prompt = [caption("tiger", "forest", "left")]
    first, again, other = (films(pipe, prompt, seed)[0] for seed in (3, 3, 4))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
