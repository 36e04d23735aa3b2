"""By emotion or by category: figures worked out by hand, the command, and what it refuses."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mongyudo.cli import run
from mongyudo.errors import UsageError
from mongyudo.film.encode import VideoFormat
from mongyudo.film.shots import ShotPlan, film_shot
from mongyudo.lab.dreams import read_gold
from mongyudo.lab.filming import CLIP
from mongyudo.lab.runs import read_run
from mongyudo.lab.verified import Verified, read_verified
from mongyudo.reading import read
from mongyudo.records import Dream, Reading
from mongyudo.training.verify.features import STYLE, Clip, Floats, style

pytest.importorskip("matplotlib")

DREAMS = (
    ("a", "어두운 숲에서 호랑이에게 쫓겨서 너무 무서웠다.", "공포", "지상동물"),
    ("b", "고래와 바다를 헤엄쳐서 행복했다.", "행복", "수중동물"),
    ("c", "호랑이가 무서웠다.", "공포", ""),
    ("d", "자동차를 잃어버려서 슬펐다.", "슬픔", ["물건·돈", "탈것"]),
)
GRADES = {"공포": 0.3, "행복": 1.5, "슬픔": 0.7, "지상동물": 0.5, "수중동물": 1.3}
"""What a label's look multiplies brightness by."""


def scene(grade: float = 1.0) -> Clip:
    """Six frames of a square that moves over grey."""
    clip = np.full((6, 64, 64, 3), 90, np.uint8)
    for at, frame in enumerate(clip):
        frame[20:40, 8 * at : 8 * at + 16] = (140, 110, 100)
    return (clip * grade).astype(np.uint8)


def way_of(grade: float) -> Floats:
    """From the clip without an adapter to the one with that look."""
    return style(scene(grade)) - style(scene())


def verify_json(method: str, landed: dict[str, dict[str, int]], failed: str = "") -> dict[str, Any]:
    """As verify writes it; a label without clips is not trained."""
    adapters = [
        {
            "label": label,
            "name": f"{method}:{label}",
            "passed": bool(clips) and label != failed,
            "state": ("failed" if label == failed else "passed") if clips else "untrained",
            "figures": {"landed": clips, "identity": {"value": 0.9}, "loss": None},
        }
        for label, clips in landed.items()
    ]
    columns = [*landed, "base"]
    return {
        "run": f"r-{method}", "backend": "toy", "date": "2026-11-02", "adapters": adapters,
        "confusion": {"columns": columns},
        "styles": {
            "features": list(STYLE), "labels": list(landed), "scale": [0.01] * len(STYLE),
            "centroids": [way_of(GRADES[label]).tolist() for label in landed],
        },
    }  # fmt: skip


@pytest.fixture
def runs(tmp_path: Path) -> tuple[Path, Path]:
    """Fear lands 3 of 4, joy all, sorrow failed; land animals land 1 of 2, water is untrained."""
    emotions = {"공포": {"공포": 3, "행복": 1}, "행복": {"행복": 4}, "슬픔": {"base": 4}}
    categories = {"지상동물": {"지상동물": 1, "base": 1}, "수중동물": {}}
    told = (verify_json("emotion", emotions, "슬픔"), verify_json("category", categories))
    folders = (tmp_path / "emotion", tmp_path / "category")
    for folder, one in zip(folders, told, strict=True):
        folder.mkdir()
        (folder / "verify.json").write_text(json.dumps(one), encoding="utf-8")
    return folders


@pytest.fixture
def dreams(tmp_path: Path) -> Path:
    """Four dreams; one has no category, one has two that are right."""
    path = tmp_path / "dreams.jsonl"
    keys = ("id", "text", "emotion", "category")
    lines = [json.dumps(dict(zip(keys, row, strict=True)), ensure_ascii=False) for row in DREAMS]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def ask(runs: tuple[Path, Path], dreams: Path, out: Path) -> dict[str, Any]:
    """The answer of the command, without filming."""
    words = ["lab", "methods", str(dreams), "--clips", "0", "-o", str(out)]
    assert run([*words, "--emotion", str(runs[0]), "--category", str(runs[1])]) == 0
    told: dict[str, Any] = json.loads((out / "answer.json").read_text(encoding="utf-8"))
    return told


def values(told: dict[str, Any], measure: str) -> dict[str, float]:
    """Of the arms."""
    return {arm: each["value"] for arm, each in told["measures"][measure]["arms"].items()}


@pytest.mark.slow
def test_each_step_has_its_figure(
    runs: tuple[Path, Path], dreams: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By emotion 3 of 4 are sent right and may expect their look .75, 1 and 0 of the time."""
    sent = {"a": ("공포", "지상동물"), "b": ("행복", "지상동물"), "c": ("행복", "지상동물"),
            "d": ("슬픔", "탈것")}  # fmt: skip

    def reads(dream: Dream, segments: int) -> Reading:
        emotion, category = sent[dream.id]
        reading = read(dream, segments=segments)
        return replace(
            reading,
            emotion=replace(reading.emotion, label=emotion),
            category=replace(reading.category, label=category),
        )

    monkeypatch.setattr("mongyudo.lab.questions.methods.read", reads)
    told = ask(runs, dreams, tmp_path / "lab")
    assert values(told, "routed") == {"emotion": 3 / 4, "category": 2 / 3}
    assert values(told, "served") == {"emotion": 3 / 4, "category": 1 / 3}
    assert values(told, "expected") == {
        "emotion": (0.75 + 1 + 0) / 4, "category": pytest.approx(0.5 / 3)
    }  # fmt: skip
    routed, landed, verified = told["tables"][:3]
    assert routed["rows"] == routed["columns"] == ["행복", "슬픔", "공포"]
    assert routed["counts"] == [[1, 0, 0], [0, 1, 0], [1, 0, 1]]
    assert landed["rows"] == []  # nothing was filmed
    assert verified["rows"] == ["공포", "행복", "슬픔"]
    assert verified["counts"] == [[3, 1, 0, 0], [0, 4, 0, 0], [0, 0, 0, 4]]
    assert told["tables"][5]["rows"] == ["지상동물"]  # the other is not trained


@pytest.mark.slow
def test_a_clip_has_the_look_it_went_to(
    runs: tuple[Path, Path], dreams: Path, tmp_path: Path
) -> None:
    """Brightness tells the planted looks; without the plain clip of the dream there is no score."""
    ask(runs, dreams, tmp_path / "lab")
    opened = read_run(tmp_path / "lab")
    for dream, arm, grade in (
        ("a", "none", 1.0), ("a", "emotion", GRADES["공포"]), ("a", "category", 1.0),
        ("b", "none", 1.0), ("b", "emotion", GRADES["슬픔"]), ("c", "emotion", 1.0),
    ):  # fmt: skip
        opened.sample(dream, arm, partial(film, scene(grade)))
    assert run(["lab", "score", str(tmp_path / "lab")]) == 0
    told = json.loads((tmp_path / "lab" / "answer.json").read_text(encoding="utf-8"))
    looks = {
        (each.dream, each.arm): each.value for each in opened.scores() if each.measure == "own_look"
    }
    assert looks == {("a", "emotion"): 1, ("a", "category"): 0, ("b", "emotion"): 0}
    assert told["tables"][1]["counts"] == [[0, 0, 1, 0], [1, 0, 0, 0]]
    page = (tmp_path / "lab" / "report.html").read_text(encoding="utf-8")
    assert "by emotion: the style of these dreams" in page


def film(clip: Clip, folder: Path) -> dict[str, object]:
    """`clip` as the studio films it, at 8 frames a second."""
    plan = ShotPlan(folder / CLIP, VideoFormat((64, 64), 8), len(clip), 0)
    film_shot(plan, iter(clip), lambda _share: None)
    return {"file": CLIP, "fps": 8, "prompt": "", "frames": len(clip)}


def test_what_cannot_be_compared_is_told(runs: tuple[Path, Path], tmp_path: Path) -> None:
    """A run that was not verified, one of the other method, dreams that are none."""
    with pytest.raises(UsageError, match=r"verify.json is not there.*train verify"):
        read_verified(tmp_path, "emotion")
    with pytest.raises(UsageError, match="category:지상동물, which is no adapter of emotion"):
        read_verified(runs[1], "emotion")
    (tmp_path / "verify.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="no outcome of"):
        read_verified(tmp_path, "emotion")
    path = tmp_path / "bad.jsonl"
    for line, said in (
        ("", "holds no dream"),
        ('{"id": "a"}', "line 1 is no JSON object with id and text"),
        ('{"id": "a", "text": "꿈", "emotion": "기쁨"}', "unknown emotion '기쁨'"),
        ('{"id": "a", "text": "꿈", "category": ["불", "돌"]}', "unknown category '돌'"),
    ):
        path.write_text(line, encoding="utf-8")
        with pytest.raises(UsageError, match=said):
            read_gold(path)


def test_an_older_outcome_has_no_states(tmp_path: Path) -> None:
    """What passed and what did not is told all the same."""
    told = verify_json("emotion", {"공포": {"공포": 1}})
    del told["adapters"][0]["state"], told["styles"]
    (tmp_path / "verify.json").write_text(json.dumps(told), encoding="utf-8")
    found: Verified = read_verified(tmp_path / "verify.json", "emotion")
    assert [each.state for each in found.adapters] == ["passed"]
    with pytest.raises(UsageError, match=r"older version. Run `mongyudo train verify`"):
        _ = found.styles
