"""What a painting process tells of its errand, whatever goes wrong."""

import errno
import io
import json
from pathlib import Path

import pytest

from mongyudo.diary import painter
from mongyudo.diary.values import from_json
from mongyudo.errors import FilmError
from mongyudo.policy.frames import FramesRefusedError, Sighting
from mongyudo.records import Reason


@pytest.fixture(autouse=True)
def painter_without_errand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painter, "_stand_behind", lambda: None)
    monkeypatch.setattr(painter, "from_json", lambda *_: None)
    monkeypatch.setattr("sys.stdin", io.StringIO("{}"))


def full(path: Path) -> None:
    """As the encoder does on a full disk."""
    try:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))
    except OSError as error:
        raise FilmError(f"writing {path} failed: {error.strerror}") from error


@pytest.mark.parametrize("is_wrapped", [True, False])
def test_a_full_disk_is_told_kindly_however_it_came(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_wrapped: bool,
) -> None:
    def run(_errand: object) -> None:
        if is_wrapped:
            full(tmp_path)
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    monkeypatch.setattr(painter, "run", run)
    assert painter.main() == 1
    fault = json.loads(capsys.readouterr().out)["error"]
    assert fault == painter.NO_ROOM_KO
    assert str(tmp_path) not in fault


def test_another_fault_is_told_as_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(_errand: object) -> None:
        raise FilmError("shot-1 of this film is not painted")

    monkeypatch.setattr(painter, "run", run)
    assert painter.main() == 1
    assert json.loads(capsys.readouterr().out) == {"error": "shot-1 of this film is not painted"}


def test_a_frame_that_may_not_be_shown_is_told_as_a_reason(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(_errand: object) -> None:
        raise FramesRefusedError(Sighting(1, 8, 0.5, "BUTTOCKS_EXPOSED", 0.7))

    monkeypatch.setattr(painter, "run", run)
    assert painter.main() == 1
    told = json.loads(capsys.readouterr().out)
    assert told["error"].startswith("영상 정책에 어긋나")
    assert from_json(Reason, told["refused"]).source == "frames"


def test_what_nobody_foresaw_is_no_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(_errand: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(painter, "run", run)
    with pytest.raises(OSError, match="Input/output"):
        painter.main()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("light", "most", "told"),
    [
        (True, 9, [{"done": True, "stays": True}] * 2),
        (True, 2, [{"done": True, "stays": True}, {"done": True}]),
        (False, 9, [{"done": True}]),
    ],
)
def test_who_has_done_well_waits_for_more(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, light, most, told
) -> None:
    """Not for ever, and not with a model in memory."""
    monkeypatch.setattr("sys.stdin", io.StringIO("{}\n{}\n"))
    monkeypatch.setattr(painter, "run", lambda _errand: None)
    monkeypatch.setattr(painter, "_is_light", lambda _errand: light)
    monkeypatch.setattr(painter, "MOST_ERRANDS", most)
    assert painter.main() == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == told
