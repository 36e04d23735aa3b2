"""Training as a model maker runs it: a set of clips, a recipe, fresh processes, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.film.encode import VideoFormat, encode
from mongyudo.training.clips import SourceClip, write_clips

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(packages_missing() is not None, reason="[models] is not installed"),
]
NAME = "wan2.1-1.3b"
RECIPE = f"""
backend = "{NAME}"
weights = "tiny"
[data]
labels = ["공포"]
size_px = [64, 64]
frames = 5
[adapter]
rank = 4
[fit]
steps = 150
batch = 2
learning_rate = 1e-2
prior_share = 0.5
[watch]
held_out = 0.3
sample_every = 150
sample_steps = 2
"""
FILMING = (
    "film", "어두운 숲에서 호랑이에게 쫓겨서 너무 무서웠다.", "--backend", NAME,
    "--weights", "tiny", "--size", "64x64", "--seconds", "0.5", "--no-sound", "--json",
)  # fmt: skip


def command(*words: str) -> list[str]:
    """`mongyudo ...` in a fresh process."""
    return [sys.executable, "-m", "mongyudo", *words]


def run(*words: str, cwd: Path, code: int = 0, told: bool = False, **variables: str) -> str:
    """One command; its stdout, or its stderr when it must fail, unless it is `told`."""
    done = subprocess.run(
        command(*words), capture_output=True, text=True, timeout=240, check=False, cwd=cwd,
        env={**os.environ, **variables},
    )  # fmt: skip
    assert done.returncode == code, done.stderr[-2000:]
    return done.stderr if code and not told else done.stdout


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tiny weights, a recipe, and a set of six short videos of drifting discs."""
    folder = tmp_path_factory.mktemp("bench")
    run("backends", "tiny", NAME, "-o", "tiny", cwd=folder)
    (folder / "fear.toml").write_text(RECIPE, encoding="utf-8")
    clips = []
    (folder / "clips").mkdir()
    for at in range(6):
        labels = ("공포", "지상동물") if at < 3 else ("중립", "탈것")
        encode(folder / "clips" / f"{at}.mp4", discs(at), VideoFormat((64, 64), 16))
        said = f"a disc drifts, number {at}"
        clips.append(SourceClip(f"{at}.mp4", said, *labels, source="drawn", licence="CC0-1.0"))
    write_clips(folder / "clips", clips)
    return folder


def discs(at: int) -> list[np.ndarray]:
    """A disc of its own colour and place that drifts over a patterned ground."""
    chance = np.random.default_rng(at)
    ground = chance.integers(0, 120, (8, 8, 3), dtype=np.uint8).repeat(8, 0).repeat(8, 1)
    colour, middle = chance.integers(120, 255, 3), chance.integers(20, 44, 2)
    rows, columns = np.mgrid[:64, :64]
    frames = []
    for time_ in range(6):
        frame = ground.copy()
        near = (rows - middle[0]) ** 2 + (columns - middle[1] - 2 * time_) ** 2 < 150
        frame[near] = colour
        frames.append(frame)
    return frames


def test_a_run_is_stopped_by_ctrl_c_goes_on_and_films(bench: Path) -> None:
    """One line says how to go on; the adapter is worn by a film."""
    words = ("train", "run", "fear.toml", "--data", "clips", "-o", "run")
    working = subprocess.Popen(
        command(*words), cwd=bench, stderr=subprocess.PIPE, text=True, env=os.environ.copy()
    )
    journal = bench / "run" / "공포" / "log.jsonl"
    for _ in range(2400):
        if journal.exists() and '"loss"' in journal.read_text(encoding="utf-8"):
            break
        assert working.poll() is None, working.communicate()[1][-2000:]
        time.sleep(0.05)
    working.send_signal(signal.SIGINT)
    _, said = working.communicate(timeout=60)
    assert working.returncode == 1, said
    assert "its state is kept. Go on with the same command and --resume." in said
    assert "Traceback" not in said
    run(*words, "--resume", cwd=bench)
    steps = [
        json.loads(line)["step"] for line in journal.read_text().splitlines() if "rate" in line
    ]
    assert steps == list(range(1, 151))
    variables = {"MONGYUDO_ADAPTERS_DIR": "run/adapters", "MONGYUDO_STEPS": "2"}
    manifest = json.loads(run(*FILMING, "-o", "film", cwd=bench, **variables))
    (shot,) = manifest["shots"]
    assert shot["adapter"] == "emotion:공포"
    assert shot["prompt"].startswith("fear style, ")


def verified(bench: Path, method: str) -> dict[str, Any]:
    """Adapters of two steps, by emotion or category, in RUN `method`, and what verify tells."""
    recipe = RECIPE.replace('labels = ["공포"]', f'method = "{method}"')
    recipe = recipe.replace("steps = 150", "steps = 2").replace("_every = 150", "_every = 0")
    verify = "[verify]\nsteps = 2\nmost_prompts = 1\nseeds = [0]\n"
    (bench / f"{method}.toml").write_text(recipe + verify, encoding="utf-8")
    run("train", "run", f"{method}.toml", "--data", "clips", "-o", method, cwd=bench)
    told: dict[str, Any] = json.loads(
        run("train", "verify", method, "--json", cwd=bench, code=1, told=True)
    )
    return told


@pytest.fixture(scope="module")
def by_category(bench: Path) -> dict[str, Any]:
    """What verify tells of adapters by category."""
    return verified(bench, "category")


def test_category_adapters_go_the_same_way(bench: Path, by_category: dict[str, Any]) -> None:
    """Trained, verified and worn by a film by category; an adapter for each."""
    adapters = by_category["adapters"]
    assert [each["name"] for each in adapters] == ["category:지상동물", "category:탈것"]
    assert [each["state"] for each in adapters] == ["failed", "failed"]
    manifest = json.loads(
        run(*FILMING, "--method", "category", "-o", "kinds-film", cwd=bench,
            MONGYUDO_ADAPTERS_DIR="category/adapters", MONGYUDO_STEPS="2")
    )  # fmt: skip
    (shot,) = manifest["shots"]
    assert shot["adapter"] == "category:지상동물"
    assert shot["prompt"].startswith("land animal style, ")


@pytest.mark.usefixtures("by_category")
def test_both_methods_film_the_same_dream(bench: Path) -> None:
    """Without an adapter and with the one of each method; where each clip lands is counted."""
    verified(bench, "emotion")
    dream = {"id": "d", "text": FILMING[1], "emotion": "공포", "category": "지상동물"}
    (bench / "dream.jsonl").write_text(json.dumps(dream, ensure_ascii=False), encoding="utf-8")
    told = json.loads(
        run("lab", "methods", "dream.jsonl", "--emotion", "emotion", "--category", "category",
            "--weights", "tiny", "--size", "64x64", "--seconds", "0.5", "-o", "lab", "--json",
            cwd=bench, MONGYUDO_STEPS="2")
    )  # fmt: skip
    samples = {
        arm: json.loads((bench / "lab" / "clips" / "d" / arm / "sample.json").read_text())
        for arm in ("none", "emotion", "category")
    }
    assert [each["adapter"] for each in samples.values()] == [
        None, "emotion:공포", "category:지상동물",
    ]  # fmt: skip
    assert set(told["measures"]["given_look"]["arms"]) == {"emotion", "category"}
    assert [sum(map(sum, each["counts"])) for each in told["tables"]] == [1, 1, 2, 1, 1, 2]


def test_two_processes_are_one_that_accumulates(bench: Path) -> None:
    """Real ones, by gloo: gradients are averaged over both, each takes every other batch, and one
    of them writes; the adapter is that of one process that takes both batches in turn."""
    parts = {"steps = 150": "steps = 3", "_every = 150": "_every = 0", "held_out = 0.3": ""}
    recipe = RECIPE
    for old, new in parts.items():
        recipe = recipe.replace(old, new)
    (bench / "two.toml").write_text(recipe, encoding="utf-8")
    (bench / "one.toml").write_text(recipe.replace("[fit]", "[fit]\naccumulation = 2"))
    words = ("train", "run")
    run("data", "prepare", "clips", "-o", "small", "--backend", NAME, "--size", "64x64",
        "--frames", "5", cwd=bench)  # fmt: skip
    run(*words, "one.toml", "--data", "small", "-o", "one", cwd=bench)
    spread = ("-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "--module")
    done = subprocess.run(
        [sys.executable, *spread, "mongyudo", *words, "two.toml", "--data", "small", "-o", "two"],
        capture_output=True, text=True, timeout=240, check=False, cwd=bench,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    told = [json.loads((bench / name / "run.json").read_text()) for name in ("one", "two")]
    assert [each["processes"] for each in told] == [1, 2]
    one, two = (adapter(bench / name) for name in ("one", "two"))
    assert one.keys() == two.keys()
    for name, values in one.items():
        assert np.allclose(values, two[name], atol=1e-5), name
    losses = [journal_of(bench / name)[0]["loss"] for name in ("one", "two")]
    assert losses[0] != losses[1]  # a process tells its own batch


def adapter(run_folder: Path) -> dict[str, np.ndarray]:
    """The layers of fear."""
    from safetensors.numpy import load_file

    return load_file(run_folder / "adapters" / NAME / "emotion-공포.safetensors")


def journal_of(run_folder: Path) -> list[dict[str, Any]]:
    """What each step told, once."""
    lines = (run_folder / "공포" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    steps = [told for told in map(json.loads, lines) if "loss" in told]
    assert [each["step"] for each in steps] == [1, 2, 3]
    return steps


def test_what_is_missing_is_one_clear_line(bench: Path) -> None:
    """A folder that is no set, a recipe that is not there, a label that no clip has."""
    said = run("train", "run", "fear.toml", "--data", "tiny", cwd=bench, code=1)
    assert "neither a set of clips nor a prepared one" in said
    said = run("train", "run", "none.toml", cwd=bench, code=2)
    assert "there is no recipe 'none.toml'" in said
