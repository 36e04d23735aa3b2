"""By emotion or by category: figures worked out by hand, the command, and what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mongyudo.cli import run
from mongyudo.errors import UsageError
from mongyudo.lab.dreams import read_gold
from mongyudo.lab.methods import as_json, side_of
from mongyudo.lab.verified import Verified, read_verified

pytest.importorskip("jinja2")

DREAMS = (
    ("a", "어두운 숲에서 호랑이에게 쫓겨서 너무 무서웠다.", "공포", "지상동물"),
    ("b", "고래와 바다를 헤엄쳐서 행복했다.", "행복", "수중동물"),
    ("c", "호랑이가 무서웠다.", "공포", ""),
    ("d", "자동차를 잃어버려서 슬펐다.", "슬픔", ["물건·돈", "탈것"]),
)
READ = (
    {"emotion": "공포", "category": "지상동물"},
    {"emotion": "행복", "category": "지상동물"},
    {"emotion": "행복", "category": "지상동물"},
    {"emotion": "슬픔", "category": "탈것"},
)


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


def test_each_step_has_its_figure_and_so_have_both(runs: tuple[Path, Path], dreams: Path) -> None:
    """By emotion 3 of 4 are sent right and end in their look .75, 1 and 0 of the time."""
    asked = read_gold(dreams)
    emotion, category = (
        side_of(verified, asked, READ)
        for verified in (read_verified(runs[0], "emotion"), read_verified(runs[1], "category"))
    )
    values = [
        (side.routing, side.verified.style, side.served, side.right_look)
        for side in (emotion, category)
    ]
    assert [[figure.value if figure else None for figure in row] for row in values] == [
        [3 / 4, 7 / 12, 3 / 4, (0.75 + 1 + 0) / 4],
        [2 / 3, 1 / 2, 1 / 3, pytest.approx(0.5 / 3)],
    ]
    assert len(category.routes) == 3
    told = as_json([emotion, category])["methods"]
    assert told[0]["routed"]["dreams"] == [[1, 0, 0], [0, 1, 0], [1, 0, 1]]
    assert told[0]["routed"]["rows"] == ("행복", "슬픔", "공포")
    assert told[0]["misrouted"] == [{"id": "c", "gold": "공포", "read": "행복"}]
    assert told[1]["landed"] == {
        "rows": ["지상동물"], "columns": ("지상동물", "수중동물", "base"), "clips": [[1, 0, 1]],
    }  # fmt: skip


def test_the_command_reads_the_dreams_and_writes_a_page(
    runs: tuple[Path, Path], dreams: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stands alone, holds no word of a dream, and its figures are those of the JSON."""
    words = ["lab", "methods", str(dreams), "--emotion", str(runs[0]), "--category"]
    assert run([*words, str(runs[1]), "-o", str(tmp_path / "lab"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    kept = json.loads((tmp_path / "lab" / "methods.json").read_text(encoding="utf-8"))
    assert kept.pop("date")
    assert kept == told
    assert [each["dreams"] for each in told["methods"]] == [4, 3]
    assert told["methods"][0]["routing"]["value"] >= 0.75
    page = (tmp_path / "lab" / "methods.html").read_text(encoding="utf-8")
    assert not re.findall(r'(?:src|href)="(?!data:|#)', page)
    assert "미학습 not trained" in page
    assert not any(text in page + json.dumps(kept, ensure_ascii=False) for _, text, *_ in DREAMS)
    assert run([*words, str(runs[1]), "-o", str(tmp_path / "one"), "--limit", "1"]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "one" / "methods.html")


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
    del told["adapters"][0]["state"]
    (tmp_path / "verify.json").write_text(json.dumps(told), encoding="utf-8")
    found: Verified = read_verified(tmp_path / "verify.json", "emotion")
    assert [each.state for each in found.adapters] == ["passed"]
