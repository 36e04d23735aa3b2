"""A plot stands in a page, and is read on a phone."""

import re

from mongyudo.lab.plots import intervals
from mongyudo.training.verify.intervals import Figure

FIGURES = {"keywords": Figure(0.8, 0.7, 0.9, 12), "summary": Figure(0.5, 0.4, 0.6, 12)}
NAMES = {"keywords": "키워드", "summary": "꿈의 문장으로 된 요약 extractive summary"}


def place_of(name: str, drawing: str) -> tuple[float, float]:
    """Where a name begins."""
    found = re.search(rf'x="([\d.]+)" y="([\d.]+)"[^>]*>{name}<', drawing)
    assert found is not None
    return float(found[1]), float(found[2])


def test_names_stand_above_their_lines() -> None:
    """From the left edge on, however long they are: the lines keep the whole width."""
    drawing = intervals(FIGURES, NAMES)
    first, second = (place_of(name, drawing) for name in NAMES.values())
    assert first[0] == second[0] < 25
    assert second[1] - first[1] > 30
    dots = [
        float(y)
        for y in re.findall(r'<use [^>]*x="[\d.]+" y="([\d.]+)" style="fill: #5b7ba3', drawing)
    ]
    assert sorted(dots)[0] > first[1]
    assert sorted(dots)[-1] > second[1]


def test_the_same_figures_are_the_same_drawing() -> None:
    """Nothing in it changes from day to day."""
    assert intervals(FIGURES, NAMES) == intervals(FIGURES, NAMES)
