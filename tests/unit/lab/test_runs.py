"""A run of the lab: resumed where it stopped, never mixed, told apart from others."""

import json
from pathlib import Path

import pytest

from mongyudo.cli import run as run_command
from mongyudo.errors import UsageError
from mongyudo.lab.runs import CLIPS, SAMPLE, Run, Score, machine, open_run, read_run

CONFIG = {"testset": "themes", "backends": ["ink"]}


def begin(folder: Path, clips: int = 2) -> Run:
    return open_run(folder, "prompts", CONFIG, {"clips": clips}, {})


def made(folder: Path) -> dict[str, object]:
    (folder / "clip.mp4").write_bytes(b"film")
    return {"seconds": 1.5}


def test_a_sample_is_made_one_time(tmp_path: Path) -> None:
    made_in: list[Path] = []

    def make(folder: Path) -> dict[str, object]:
        made_in.append(folder)
        return made(folder)

    first = begin(tmp_path).sample("d1", "ink", make)
    again = begin(tmp_path, clips=5).sample("d1", "ink", make)
    assert len(made_in) == 1
    assert again == first
    assert again.facts["seconds"] == 1.5
    assert (again.folder / "clip.mp4").read_bytes() == b"film"


def test_one_that_broke_off_is_made_again_from_nothing(tmp_path: Path) -> None:
    run = begin(tmp_path)

    def breaks(folder: Path) -> dict[str, object]:
        (folder / "half").write_bytes(b"half")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        run.sample("d1", "ink", breaks)
    assert list(run.samples()) == []
    assert not (run.sample("d1", "ink", made).folder / "half").exists()


def test_another_question_or_configuration_is_refused(tmp_path: Path) -> None:
    begin(tmp_path)
    with pytest.raises(UsageError, match="Name another folder"):
        open_run(tmp_path, "cuts", CONFIG, {}, {})
    with pytest.raises(UsageError, match="ltx"):
        open_run(tmp_path, "prompts", {**CONFIG, "backends": ["ltx"]}, {}, {})
    with pytest.raises(UsageError, match="no run of the lab"):
        read_run(tmp_path / "nowhere")


def test_clips_of_two_machines_are_refused(tmp_path: Path) -> None:
    run = begin(tmp_path)
    for dream in ("d1", "d2"):
        run.sample(dream, "ink", made)
    path = tmp_path / CLIPS / "d2" / "ink" / SAMPLE
    facts = json.loads(path.read_text())
    path.write_text(json.dumps({**facts, "machine": {**machine(), "gpu": "NVIDIA L40S"}}))
    with pytest.raises(UsageError, match="NVIDIA L40S"):
        list(run.samples())


def test_a_run_keeps_its_name_while_it_grows(tmp_path: Path) -> None:
    small, grown = begin(tmp_path / "a"), begin(tmp_path / "a", clips=9)
    other = open_run(tmp_path / "b", "prompts", {**CONFIG, "weights": "w"}, {}, {})
    assert small.id == grown.id != other.id
    assert grown.about["reach"] == {"clips": 9}


def test_a_size_that_one_of_the_backends_cannot_film_is_told_before_any_films(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["lab", "models", "--clips", "1", "--size", "768x432", "-o", str(tmp_path / "run")]
    assert run_command([*words, "--backend", "ink", "--backend", "mongyudo-small"]) == 2
    assert "for mongyudo-small. Try --size 64x64." in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_scores_are_kept_and_told_again(tmp_path: Path) -> None:
    run, scores = begin(tmp_path), [Score("d1", "ink", "seconds", 1.5)]
    assert run.scores() == []
    run.write_scores(scores)
    assert read_run(tmp_path).scores() == scores


@pytest.mark.parametrize("name", ["../d1", "a/b", "", ".d"])
def test_a_dream_whose_id_is_no_name_of_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no name for a folder"):
        begin(tmp_path).sample(name, "ink", made)
