"""A film whose picture may not be shown, made by a trained model: on the command line and in the
diary. What is refused is seen by a script; what passes is seen by NudeNet itself."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.serving import Server, serve

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.backends.ink import InkBackend
from mongyudo.journey.choices import Choices
from mongyudo.pipeline import make_film
from mongyudo.records import Dream

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(packages_missing() is not None, reason="[models] is not installed"),
]

DREAM = "바닷가에서 배를 탔다."
TWO_SCENES = "어두운 숲에서 호랑이에게 쫓겼다. 너무 무서웠다. 도망치다가 절벽에서 떨어졌다."
SCRIPTED = """
class NudeDetector:
    def detect(self, frame):
        assert frame.ndim == 3 and frame.shape[2] == 3, frame.shape
        return [{"class": "FEMALE_BREAST_EXPOSED", "score": %s, "box": [0, 0, 1, 1]}]
"""


@pytest.fixture
def seeing(tmp_path: Path) -> Callable[[float], str]:
    """A folder for PYTHONPATH in which the detector sees something with this score."""

    def written(score: float) -> str:
        folder = tmp_path / "scripted"
        folder.mkdir(exist_ok=True)
        (folder / "nudenet.py").write_text(SCRIPTED % score)
        return str(folder)

    return written


def film(folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """`mongyudo film` of the small model, in a fresh process."""
    words = ["film", DREAM, "--backend", "mongyudo-small", "--no-sound", "-o", str(folder)]
    return subprocess.run(
        [sys.executable, "-m", "mongyudo", *words],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=folder.parent,
        env={**os.environ, "MONGYUDO_STEPS": "2", **variables},
    )


def test_a_film_on_the_command_line(tmp_path: Path, seeing: Callable[[float], str]) -> None:
    """Refused: exit code 3, the Korean message, which frame and what; no film stands."""
    done = film(tmp_path / "refused", PYTHONPATH=seeing(0.8))
    assert done.returncode == 3, done.stderr
    assert "영상 정책에 어긋나 생성이 불가합니다" in done.stderr
    assert [path.name for path in (tmp_path / "refused").iterdir()] == ["film.json"]
    told = json.loads((tmp_path / "refused" / "film.json").read_text("utf-8"))
    (seen,) = told["frames_refused"]
    assert (seen["shot"], seen["frame"], seen["label"]) == (0, 0, "FEMALE_BREAST_EXPOSED")
    assert told["outcome"] == told["reading"]["verdict"]["outcome"] + "d" == "refused"
    assert [each["source"] for each in told["reading"]["verdict"]["reasons"]] == ["frames"]


def test_what_passes_says_who_looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NudeNet itself, at eight frames a second; the ink here stands for a model, its painters are
    processes of their own."""
    monkeypatch.setattr(InkBackend, "spec", replace(InkBackend.spec, trained=True))
    choices = Choices(size_px=(128, 72), fps=8, seconds=1, sound=False)
    made = make_film(Dream.of(TWO_SCENES), choices, tmp_path, lambda *_: None)
    told = json.loads((tmp_path / "film.json").read_text("utf-8"))
    assert len(made.clips) == len(told["shots"]) == 2
    for shot in told["shots"]:
        checked = shot["frames_check"]
        assert checked["checked"] is True
        assert checked["detector"].startswith("NudeNet 3.4")
        assert checked["looked_at"] == shot["frames"] == 8


def test_a_film_in_the_diary(tmp_path: Path, seeing: Callable[[float], str]) -> None:
    """The film ends as refused and says where; the entry is kept, and no piece of the film."""
    server: Server = serve(tmp_path / "home", PYTHONPATH=seeing(0.8), MONGYUDO_STEPS="2")
    try:
        entry_id, film_id = server.write(DREAM, {"backend": "mongyudo-small", "sound": False})
        found = server.wait(film_id, lambda film: film["state"] not in OPEN)
        assert found["state"] == "refused", found
        assert [r["source"] for r in found["verdict"]["reasons"]] == ["frames"]
        entry = server.get(f"/api/v1/entries/{entry_id}")
        assert entry["text"] == DREAM
        page = server.client.get(f"/entries/{entry_id}").text
        assert "FEMALE_BREAST_EXPOSED" in page
        kept = [path for path in (tmp_path / "home" / "films").rglob("*") if path.is_file()]
        assert kept == []
    finally:
        server.close()


OPEN = ("queued", "reading", "painting", "joining")
