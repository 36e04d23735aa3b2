"""All verdicts on adapters, at once and over time."""

import json
from pathlib import Path

import pytest
from tests.unit.lab.test_methods import verify_json

from mongyudo.cli import run as main
from mongyudo.errors import UsageError
from mongyudo.lab.learned import lines, read_all


def verified(folder: Path, date: str, landed: dict[str, dict[str, int]], failed: str = "") -> Path:
    folder.mkdir()
    told = {**verify_json("emotion", landed, failed), "date": date}
    (folder / "verify.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


@pytest.fixture
def runs(tmp_path: Path) -> list[Path]:
    """Fear failed at first and passes now, sorrow the other way round; joy came later."""
    early = {"공포": {"base": 4}, "슬픔": {"슬픔": 4}}
    late = {"공포": {"공포": 4}, "슬픔": {"base": 4}, "행복": {"행복": 3, "base": 1}}
    return [
        verified(tmp_path / "late", "2026-11-09", late, failed="슬픔"),
        verified(tmp_path / "early", "2026-11-02", early, failed="공포"),
    ]


def test_verdicts_stand_in_the_order_of_their_days(runs: list[Path]) -> None:
    found = read_all(runs)
    assert [each.date for each in found] == ["2026-11-02", "2026-11-09"]
    told = {line.label: line for line in lines(found)}
    assert [each and each.state for each in told["공포"].outcomes] == ["failed", "passed"]
    assert [each and each.state for each in told["행복"].outcomes] == [None, "passed"]


def test_what_changed_is_told(runs: list[Path]) -> None:
    changes = {line.label: line.change for line in lines(read_all(runs))}
    assert changes == {"공포": "gained", "슬픔": "lost", "행복": ""}


def test_the_command_writes_a_page_and_figures(
    runs: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lab", "learned", *map(str, runs), "-o", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["passed"] for each in told["verifications"]] == [1, 2]
    joy = next(each for each in told["adapters"] if each["label"] == "행복")
    assert joy["outcomes"][0] is None
    assert joy["outcomes"][1]["style"]["value"] == 0.75
    page = (tmp_path / "learned.html").read_text(encoding="utf-8")
    assert "2개 합격" in page
    assert "이제 탈락" in page


def test_a_folder_without_a_verdict_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="mongyudo train verify"):
        read_all([tmp_path])
