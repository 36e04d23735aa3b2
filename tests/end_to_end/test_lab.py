"""The lab's questions, asked the whole way with the ink and the model that ships."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mongyudo.cli import group
from mongyudo.film.probe import probe

pytestmark = pytest.mark.slow

DREAMS = (
    {"id": "tiger", "emotion": "공포", "category": "지상동물", "elements": [
        {"text": "호랑이", "kind": "actor", "english": ["tiger"]},
        {"text": "마당", "kind": "place", "english": ["yard"]},
    ], "text": "할머니 집 마당에서 호랑이에게 쫓겼다. 골목으로 달아났다. 바다가 나왔다."},
    {"id": "sea", "emotion": "행복", "category": "물·바다", "elements": [
        {"text": "바다", "kind": "place", "english": ["sea"]},
    ], "text": "바다에서 돌고래와 헤엄쳤다. 물이 따뜻했다. 친구가 해변에서 손을 흔들었다."},
)  # fmt: skip


@pytest.fixture(scope="module")
def dreams(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dreams") / "dreams.jsonl"
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in DREAMS))
    return path


def lab(*words: object) -> Result:
    found = CliRunner().invoke(group, ["lab", *map(str, words)])
    assert found.exit_code == 0, found.output
    return found


def answer(run: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((run / "answer.json").read_text(encoding="utf-8"))
    measures: dict[str, Any] = told["measures"]
    return measures


def test_models_are_compared_on_the_same_dreams_and_seeds(dreams: Path, tmp_path: Path) -> None:
    lab("models", dreams, "--clips", 1, "--size", "64x64", "--seconds", 1, "-o", tmp_path)
    samples = {
        arm: json.loads((tmp_path / "clips" / "tiger" / arm / "sample.json").read_text())
        for arm in ("ink", "mongyudo-small")
    }
    assert len({each["seed"] for each in samples.values()}) == 1
    found = answer(tmp_path)
    assert found["length_s"]["arms"]["ink"]["value"] == 1
    assert found["frames"]["arms"]["mongyudo-small"]["value"] == 9
    assert {"seconds", "memory_gb", "temporal_flickering", "palette_agreement"} <= set(found)
    assert "cost_usd" not in found  # no GPU, no price: no number
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "published figures" in page
    assert "32 tokens" in page
    clip = probe(tmp_path / "clips" / "tiger" / "mongyudo-small" / "clip.mp4")
    assert clip.size_px == (64, 64)


def test_an_open_model_is_asked_with_the_weights_that_are_named(
    dreams: Path, tmp_path: Path
) -> None:
    weights = tmp_path / "tiny"
    made = CliRunner().invoke(group, ["backends", "tiny", "wan2.1-1.3b", "-o", str(weights)])
    assert made.exit_code == 0, made.output
    small = ("--clips", 1, "--size", "64x64", "--seconds", 0.6, "--weights", weights)
    lab("models", dreams, "--backend", "wan2.1-1.3b", *small, "-o", tmp_path / "run")
    found = answer(tmp_path / "run")
    assert found["width_px"]["arms"]["wan2.1-1.3b"]["value"] == 64
    assert found["tokens"]["arms"]["wan2.1-1.3b"]["value"] > 3


def test_a_joined_film_is_compared_with_clips_also_when_a_scene_fails(
    dreams: Path, tmp_path: Path
) -> None:
    lab("cuts", dreams, "--backend", "mongyudo-small", "--clips", 2, "-o", tmp_path)
    found = answer(tmp_path)
    left = {arm: figure["value"] for arm, figure in found["left_s"]["arms"].items()}
    assert left["mongyudo-small-joined-2"] == left["mongyudo-small-joined-3"] == 0
    assert 1 < left["mongyudo-small-separate-2"] < left["mongyudo-small-separate-3"]
    first = {arm: figure["value"] for arm, figure in found["first_s"]["arms"].items()}
    assert first["mongyudo-small-separate-3"] < first["mongyudo-small-joined-3"]
    step = {arm: figure["value"] for arm, figure in found["seam_step"]["arms"].items()}
    assert step["mongyudo-small-joined-2"] < step["mongyudo-small-separate-2"]
    folder = tmp_path / "clips" / "sea"
    assert sorted(p.name for p in (folder / "mongyudo-small-separate-2").glob("*.mp4")) == [
        "segment-1.mp4", "segment-2.mp4",
    ]  # fmt: skip
    assert [p.name for p in (folder / "mongyudo-small-joined-2").glob("*.mp4")] == ["film.mp4"]


def test_a_run_grows_is_scored_again_and_two_runs_are_told_apart(
    dreams: Path, tmp_path: Path
) -> None:
    small = ("prompts", dreams, "--backend", "mongyudo-small")
    lab(*small, "--clips", 1, "-o", tmp_path / "a")
    stood = {p: p.stat().st_mtime_ns for p in (tmp_path / "a").rglob("clip.mp4")}
    lab(*small, "--clips", 2, "-o", tmp_path / "a")
    assert {p: p.stat().st_mtime_ns for p in stood} == stood
    assert len(list((tmp_path / "a").rglob("clip.mp4"))) == 2 * len(stood)
    before = answer(tmp_path / "a")
    lab("score", tmp_path / "a")
    assert answer(tmp_path / "a") == before
    lab(*small, "--clips", 1, "-o", tmp_path / "b")
    told = lab("diff", tmp_path / "a", tmp_path / "b").output
    assert "tokens" in told
    assert "kept_ko" not in told  # of texts, all dreams are in both
    assert "The same" in lab("diff", tmp_path / "a", tmp_path / "a").output


def test_summaries_by_a_language_model_are_compared_too(dreams: Path, tmp_path: Path) -> None:
    file = tmp_path / "summaries.jsonl"
    line = {"id": "tiger", "summary": "호랑이에게 쫓겨 마당에서 달아났다."}
    file.write_text(json.dumps(line, ensure_ascii=False))
    lab("prompts", dreams, "--clips", 0, "--summaries", file, "-o", tmp_path / "run")
    arms = answer(tmp_path / "run")["kept_ko"]["arms"]
    assert {arm: figure["n"] for arm, figure in arms.items()} == {
        "keywords": 2, "summary": 2, "llm": 1,
    }  # fmt: skip
