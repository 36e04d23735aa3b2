"""A film in pieces of work: each is kept when it is done, and never done twice."""

import json
import subprocess
from pathlib import Path

import pytest

from mongyudo.diary import painting
from mongyudo.diary.painter import Errand
from mongyudo.diary.painters import PAINTER
from mongyudo.diary.painting import WORK, Order, join_film, paint_shot
from mongyudo.diary.values import from_json, to_json
from mongyudo.diary.wishes import Wishes, choices_of
from mongyudo.errors import FilmError, InputError
from mongyudo.journey.filming import Filmed
from mongyudo.journey.stages import read_and_judge
from mongyudo.records import Correction, Dream
from mongyudo.settings import Settings

pytestmark = pytest.mark.slow
SETTINGS = Settings(fps=8)
TIGER = Dream.of(
    "할머니 집 마당에서 호랑이에게 쫓겼다. 숨이 막혀 소리도 안 나왔다. "
    "그러다 절벽에서 떨어졌는데 새가 나를 받아 하늘로 날아올랐다."
)


@pytest.fixture(scope="module")
def order() -> Order:
    wishes = Wishes(seconds=0.5)
    return Order(TIGER, wishes, *read_and_judge(TIGER, choices_of(wishes, SETTINGS)))


def unheard(_share: float) -> None: ...


def test_an_order_crosses_to_the_painter_unchanged(order: Order) -> None:
    assert from_json(Order, json.loads(json.dumps(to_json(Order, order)))) == order


def test_shots_then_film_and_nothing_else_is_left(order: Order, tmp_path: Path) -> None:
    for index in range(2):
        paint_shot(order, index, tmp_path, SETTINGS, unheard)
    join_film(order, tmp_path, SETTINGS, unheard)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "captions.ko.vtt", "film.json", "film.mp4", "poster.png", "segment-1.mp4", "segment-2.mp4",
    ]  # fmt: skip


def test_a_shot_is_the_same_whatever_its_painter_painted_before(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MONGYUDO_FPS", "8")
    errands = [Errand(order, tmp_path / to, shot) for to, shot in (("a", 1), ("b", 0), ("b", 1))]
    lines = "".join(json.dumps(to_json(Errand, errand)) + "\n" for errand in errands)
    told = subprocess.run(PAINTER, input=lines, capture_output=True, text=True, check=True).stdout
    assert told.count('"stays"') == 3
    for name in ("shot-1.mp4", "bed.npy"):
        first, last = (tmp_path / to / WORK / "shot-1" / name for to in "ab")
        assert first.read_bytes() == last.read_bytes()


def test_a_shot_that_stands_is_not_painted_again(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint_shot(order, 0, tmp_path, SETTINGS, unheard)
    monkeypatch.setattr(painting, "film_work", None)  # calling it would be an error
    paint_shot(order, 0, tmp_path, SETTINGS, unheard)


def test_a_late_attempt_leaves_the_finished_shot_alone(order: Order, tmp_path: Path) -> None:
    paint_shot(order, 0, tmp_path, SETTINGS, unheard)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / WORK / "shot-0").iterdir()}
    late = tmp_path / WORK / "shot-0.late.part"
    late.mkdir()
    (late / "kept.json").write_text("late")
    painting.settle(late, tmp_path / WORK / "shot-0")
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / WORK / "shot-0").iterdir()}
    assert after == before


def test_who_joins_too_late_finds_the_film_and_is_content(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another joins the shots and puts them away between two looks of this one."""
    for index in range(2):
        paint_shot(order, index, tmp_path, SETTINGS, unheard)
    real = painting._kept

    def overtaken(folder: Path) -> Filmed:
        monkeypatch.setattr(painting, "_kept", real)
        join_film(order, tmp_path, SETTINGS, unheard)
        return real(folder)

    monkeypatch.setattr(painting, "_kept", overtaken)
    join_film(order, tmp_path, SETTINGS, unheard)
    assert (tmp_path / "film.mp4").exists()


def test_joining_without_a_shot_says_which(order: Order, tmp_path: Path) -> None:
    paint_shot(order, 0, tmp_path, SETTINGS, unheard)
    with pytest.raises(FilmError, match="shot-1"):
        join_film(order, tmp_path, SETTINGS, unheard)
    assert not list(tmp_path.glob("*.mp4"))


def test_what_the_dreamer_adds_is_judged_like_the_dream() -> None:
    wishes = Wishes(correction=Correction(added=((0, "사람을 칼로 찔러 죽임"),)))
    _, verdict = read_and_judge(TIGER, choices_of(wishes, SETTINGS))
    assert verdict.outcome == "refuse"


def test_wishes_that_are_none_are_told_by_name() -> None:
    with pytest.raises(InputError, match="segments"):
        from_json(Wishes, {"segments": 7})
