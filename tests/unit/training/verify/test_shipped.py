"""The shipped model: an adapter of fear, fitted in a minute, passes; louder or random it fails."""

from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mongyudo.backends.diffusion.backend import packages_missing

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

from mongyudo.backends.contract import Options
from mongyudo.records import EMOTIONS, Emotion
from mongyudo.training.course import train
from mongyudo.training.demo import MOTIONS, PLACES, SUBJECTS, caption, draw
from mongyudo.training.prepared import (
    Origin,
    PreparedClip,
    PreparedSet,
    read_prepared,
    write_prepared,
    write_rejected,
)
from mongyudo.training.recipe import Recipe
from mongyudo.training.run import Run
from mongyudo.training.telling import Silent
from mongyudo.training.verify.eyes import DRAWN_BY
from mongyudo.training.verify.outcome import Tried
from mongyudo.training.verify.verifying import verify

pytestmark = pytest.mark.slow

FEAR = "공포"
SCENES = [(s, p, m) for s in SUBJECTS for p in PLACES for m in MOTIONS]
PROMPTS = [caption(s, PLACES[at % 4], MOTIONS[at % 3]) for at, s in enumerate(SUBJECTS[:6])]


def clip(folder: Path, emotion: Emotion, at: int) -> PreparedClip:
    """A drawn scene of an emotion, as prepared for the shipped model."""
    dice = np.random.default_rng([EMOTIONS.index(emotion), at])
    scene = SCENES[int(dice.integers(len(SCENES)))]
    pixels = draw(*scene, emotion, at)
    path = folder / "rgb" / f"{emotion}-{at}.npy"
    path.parent.mkdir(parents=True, exist_ok=True)
    np.save(path, pixels)
    frames, height, width = pixels.shape[:3]
    mark = blake2b(pixels.tobytes(), digest_size=16).hexdigest()
    return PreparedClip(
        path.stem, caption(*scene), emotion, "", scene[1], "", DRAWN_BY, "Apache-2.0",
        (width, height), 8, frames, mark, path, Origin("a.mp4", 0.0, 1.0, 8.0, 9, (width, height)),
    )  # fmt: skip


def drawn(folder: Path) -> PreparedSet:
    """Forty clips of fear, and of every other emotion enough to know its style."""
    counts = {emotion: 40 if emotion == FEAR else 12 for emotion in EMOTIONS}
    clips = [clip(folder, emotion, at) for emotion, n in counts.items() for at in range(n)]
    write_rejected(folder, ())
    write_prepared(folder, tuple(clips), {"backend": "mongyudo-small"})
    return read_prepared(folder)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Without plain clips, so that few steps are enough: the look may leak, which is not judged."""
    folder = tmp_path_factory.mktemp("shipped")
    recipe = Recipe.model_validate(
        {
            "name": "fear",
            "backend": "mongyudo-small",
            "adapter": {"rank": 8},
            "fit": {"steps": 300, "batch": 8, "learning_rate": 5e-3, "warmup_steps": 10},
            "watch": {"sample_every": 0, "held_out": 0.2, "held_out_every": 1000},
            "verify": {"held_out_prompts": PROMPTS, "most_prompts": 6, "seeds": [0]},
        }
    )
    return train(recipe, drawn(folder / "set"), folder / "run", Options(), Silent(), labels=(FEAR,))


def judged(run: Run) -> Tried:
    """The verdict on fear, among seven styles."""
    report = run.folder / "report.html"
    [tried] = verify(run, report, Options(), lambda _label, _share: None, (FEAR,)).tried
    return tried


def change(path: Path, how: Any) -> None:
    """Other B matrices."""
    import torch
    from safetensors import safe_open
    from safetensors.torch import save_file

    torch.manual_seed(0)
    with safe_open(path, "pt") as file:
        metadata = file.metadata()
        tensors = {key: file.get_tensor(key) for key in list(file.keys())}
    save_file({k: how(v) if ".lora_B." in k else v for k, v in tensors.items()}, path, metadata)


def test_an_adapter_of_fear_passes_and_a_spoilt_one_fails(run: Run) -> None:
    """Own style, subject kept, loss fallen; four times as loud, the subject is gone."""
    good = judged(run)
    assert good.verdict.passed, good.verdict.why
    assert good.measures.identity_by == "subject"
    assert good.measures.margin is not None
    assert good.measures.margin.value > 0.1
    assert good.measures.loss is not None
    assert good.measures.loss.high < 0.8
    change(run.adapter(FEAR), lambda b: b * 4)
    failed = {check.name for check in judged(run).verdict.checks if not check.passed}
    assert "identity" in failed
