"""The task for SkyPilot says what the recipe needs; SkyPilot's own parser reads it where it is."""

import json
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mongyudo.cli import run
from mongyudo.errors import MongyudoError, UsageError
from mongyudo.training.launch import (
    GPUS,
    Order,
    bucket_for,
    launch,
    machine_for,
    volume_for,
    write_task,
)
from mongyudo.training.recipe import Recipe

pytest.importorskip("jinja2")
yaml = pytest.importorskip("yaml")

CENTRE = "runpod/CA/CA-MTL-1"
RECIPE = Recipe(name="Wan 감정", backend="wan2.1-1.3b")


def order(folder: Path, *, spot: bool = True, infra: str = "") -> Order:
    """Clips and a recipe that are really there, as SkyPilot insists."""
    clips = folder / "clips"
    clips.mkdir(exist_ok=True)
    (folder / "wan.toml").write_text('backend = "wan2.1-1.3b"\n', encoding="utf-8")
    bucket = "mongyudo-runs-test"
    return Order(folder / "wan.toml", clips, folder / "launch", bucket, spot, infra)


def task(folder: Path, *, gpus: int = 1, spot: bool = True, infra: str = "") -> dict[str, Any]:
    """The written task, read by a YAML parser."""
    given = order(folder, spot=spot, infra=infra)
    write_task(RECIPE, given, machine_for(RECIPE, count=gpus))
    found: dict[str, Any] = yaml.safe_load(given.task.read_text(encoding="utf-8"))
    return found


def test_the_task_goes_on_from_the_bucket(tmp_path: Path) -> None:
    """One GPU, spot, the lock's setup, and a run in the bucket that is resumed."""
    told = task(tmp_path)
    assert told["name"] == "mongyudo-wan"
    assert told["resources"]["accelerators"].endswith(":1")
    assert told["resources"]["use_spot"] is True
    assert told["file_mounts"]["/runs"] == {"name": "mongyudo-runs-test", "mode": "MOUNT_CACHED"}
    assert "./mongyudo setup models" in told["setup"]
    assert "-o /runs/wan --resume" in told["run"]
    assert "accelerate" not in told["run"]
    assert "infra" not in told["resources"]


def test_a_run_on_runpod_lies_on_a_volume_in_one_data_centre(tmp_path: Path) -> None:
    """Since SkyPilot mounts no buckets there; the volume is made before the machine is rented."""
    told = task(tmp_path, infra=CENTRE)
    assert told["resources"]["infra"] == CENTRE
    assert told["volumes"] == {"/runs": "mongyudo-runs-test"}
    assert set(told["file_mounts"]) == {"/data/clips"}
    given = order(tmp_path, infra=CENTRE)
    volume = yaml.safe_load(given.volume.read_text())
    assert volume["name"] == "mongyudo-runs-test"
    assert (volume["type"], volume["infra"]) == ("runpod-network-volume", CENTRE)
    first, second = given.commands("mongyudo-wan")
    assert first == ["sky", "volumes", "apply", "--yes", str(given.volume)]
    assert second == given.command("mongyudo-wan")
    assert f"{shlex.join(first)} && {shlex.join(second)}" in given.task.read_text()
    with pytest.raises(UsageError, match="runpod/CA/CA-MTL-1"):
        task(tmp_path, infra="runpod")


def test_several_gpus_are_started_by_accelerate(tmp_path: Path) -> None:
    """With a config that names as many processes."""
    told = task(tmp_path, gpus=4, spot=False)
    assert told["resources"]["accelerators"].endswith(":4")
    assert "job_recovery" not in told["resources"]
    assert "accelerate launch --config_file /data/accelerate.yaml -m mongyudo" in told["run"]
    config = yaml.safe_load((tmp_path / "launch" / "accelerate.yaml").read_text())
    assert (config["num_processes"], config["distributed_type"]) == (4, "MULTI_GPU")


@pytest.mark.slow
def test_accelerate_reads_its_config(tmp_path: Path) -> None:
    """By its own parser."""
    module = pytest.importorskip("accelerate.commands.config.config_args")
    task(tmp_path, gpus=2)
    config = module.load_config_from_file(str(tmp_path / "launch" / "accelerate.yaml"))
    assert config.num_processes == 2


def test_the_gpu_follows_the_models_memory() -> None:
    """A large model gets a large GPU; a wish outranks that; too large or unknown is told."""
    small = machine_for(RECIPE)
    large = machine_for(Recipe(name="m", backend="wan2.1-14b"))
    names = list(GPUS.values())
    assert names.index(small.gpu) < names.index(large.gpu)
    assert "GB" in small.why
    assert machine_for(RECIPE, "h100").gpu == "H100"
    assert machine_for(RECIPE, "A100").gpu == "A100-80GB"
    with pytest.raises(UsageError, match="not known"):
        machine_for(RECIPE, "GTX 970")
    with pytest.raises(UsageError, match="nothing to train"):
        machine_for(Recipe(name="i", backend="ink"))


def test_buckets_are_named_as_clouds_want() -> None:
    """Lower-case letters, digits and dashes; the same each time."""
    name = bucket_for(RECIPE)
    assert name == bucket_for(RECIPE)
    assert name.startswith("mongyudo-runs-wan-")
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) <= 63
    assert len(volume_for(Recipe(name="w" * 40, backend="wan2.1-1.3b"))) == 30


def test_without_skypilot_the_way_to_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Dry run writes; without it the message says how to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    given = order(tmp_path)
    with pytest.raises(MongyudoError, match="uv tool install"):
        launch(RECIPE, given)
    words = ["train", "launch", str(given.recipe_file), "--dry-run", "-o", str(given.out)]
    assert run(words) == 0
    assert capsys.readouterr().out.strip() == str(given.task)
    assert run([*words[:3], "-o", str(given.out)]) == 1


def test_a_launcher_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SkyPilot is called with the task; its exit code is not swallowed."""
    sky = tmp_path / "sky"
    sky.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/said\nexit 7\n')
    sky.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    given = order(tmp_path)
    with pytest.raises(MongyudoError, match="ended with 7"):
        launch(RECIPE, given)
    said = (tmp_path / "said").read_text()
    assert said.split() == ["jobs", "launch", "-n", "mongyudo-wan", "--yes", str(given.task)]


READ = """
import json, sys
import sky
[found] = sky.Task.from_yaml(sys.argv[1]).resources
cloud = str(found.cloud)
print(json.dumps({"spot": found.use_spot, "gpus": found.accelerators, "cloud": cloud}))
"""


def skys_python() -> str:
    """The interpreter of the SkyPilot on PATH, a tool in an environment of its own."""
    sky = shutil.which("sky")
    if sky is None:
        pytest.skip("no SkyPilot on PATH: 600 MB, no dependency. `uv tool install skypilot`")
    return Path(sky).read_text(encoding="utf-8").splitlines()[0].removeprefix("#!")


@pytest.mark.slow
@pytest.mark.parametrize("gpus", [1, 4])
def test_skypilot_reads_the_task(tmp_path: Path, gpus: int) -> None:
    """By its own parser, offline."""
    python = skys_python()
    task(tmp_path, gpus=gpus, spot=gpus == 1, infra=CENTRE)
    done = subprocess.run(
        [python, "-c", READ, str(tmp_path / "launch" / "sky.yaml")],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    read = json.loads(done.stdout.splitlines()[-1])
    assert read["spot"] is (gpus == 1)
    assert list(read["gpus"].values()) == [gpus]
    assert read["cloud"] == "RunPod"
