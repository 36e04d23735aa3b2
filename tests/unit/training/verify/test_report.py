"""The report and the blind sheet carry everything in themselves and say what was found."""

import base64
import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.unit.training.verify.test_judge import noise
from tests.unit.training.verify.toy import LABELS, evidence, falling, passing, styles

from mongyudo.backends.adapters import card_metadata, read_card
from mongyudo.records import AdapterCard
from mongyudo.training.verify.grid import Trial
from mongyudo.training.verify.judge import Evidence, measure
from mongyudo.training.verify.outcome import Outcome, Tried, write_on_cards
from mongyudo.training.verify.report import write
from mongyudo.training.verify.rules import Rules
from mongyudo.training.verify.seen import BASE
from mongyudo.training.verify.sprites import sprite
from mongyudo.training.verify.verdict import judge

pytestmark = pytest.mark.slow

pytest.importorskip("jinja2")
Image = pytest.importorskip("PIL.Image")


def with_pictures(given: Evidence) -> Evidence:
    """A picture on each clip, told apart by its shade: the base's is dark."""
    shades = {
        scale: sprite(np.full((2, 16, 16, 3), 20 if scale is BASE else 200, np.uint8))
        for _, scale in given.shown
    }
    shown = {
        (cell, scale): [replace(seen, sprite=shades[scale]) for seen in clips]
        for (cell, scale), clips in given.shown.items()
    }
    return replace(given, shown=shown)


def tried(given: Evidence, path: Path) -> Tried:
    """Judged among the three styles."""
    measures = measure(given, styles())
    trial = Trial(given.label, f"emotion:{given.label}", path, "x style, ", (), ())
    return Tried(trial, given, measures, judge(given, measures, Rules()))


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A good adapter, one of pure noise, and one that does not fit."""
    folder = tmp_path_factory.mktemp("run")
    joy, fear, sorrow = LABELS
    given = [
        with_pictures(passing(joy)),
        with_pictures(evidence(fear, noise, falling(1.4))),
        replace(passing(sorrow), shown={}, fault="trained on <another> base"),
    ]
    rows = tuple(tried(each, folder / f"{each.label}.safetensors") for each in given)
    return Outcome("runs/demo", "toy", "ab" * 16, styles(), rows, {"seeds": [0, 1]})


def test_the_page_stands_alone_and_tells_both_languages(outcome: Outcome, tmp_path: Path) -> None:
    """Nothing is fetched; the reasons are escaped; one passed of three."""
    write(outcome, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert not re.findall(r'(?:src|href)="(?!data:|#)', page)
    assert "1 of 3 adapters passed" in page
    assert "3개 가운데 <strong>1개 통과</strong>" in page
    assert "trained on &lt;another&gt; base" in page
    assert page.count("data:image/webp") >= 2 * 8 * 4
    assert not list(tmp_path.glob(".*.part"))


def test_verify_json_holds_every_figure(outcome: Outcome, tmp_path: Path) -> None:
    """With intervals, reasons and the confusion matrix."""
    write(outcome, tmp_path / "report.html")
    told = json.loads((tmp_path / "verify.json").read_text(encoding="utf-8"))
    assert told["passed"] is False
    assert [each["passed"] for each in told["adapters"]] == [True, False, False]
    assert told["confusion"]["columns"] == [*LABELS, "base"]
    assert told["confusion"]["clips"][0] == [8, 0, 0, 0]
    loss = told["adapters"][1]["figures"]["loss"]
    assert loss["low"] <= loss["value"] <= loss["high"]
    assert told["adapters"][2]["why"] == ["trained on <another> base"]


def test_what_is_not_trained_is_told_apart(outcome: Outcome, tmp_path: Path) -> None:
    """By its own word and colour, in both languages, and is not counted among those judged."""
    waiting = replace(outcome.tried[2].verdict, trained=False)
    tried = (*outcome.tried[:2], replace(outcome.tried[2], verdict=waiting))
    write(replace(outcome, tried=tried), tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "1 of 2 adapters passed; 1 not trained yet" in page
    assert "2개 가운데 <strong>1개 통과</strong>, 1개는 아직 학습 전" in page
    assert page.count('<span class="badge untrained">미학습 not trained</span>') == 2
    told = json.loads((tmp_path / "verify.json").read_text(encoding="utf-8"))
    assert [each["state"] for each in told["adapters"]] == ["passed", "failed", "untrained"]


def test_the_blind_sheet_does_not_tell_and_its_key_does(outcome: Outcome, tmp_path: Path) -> None:
    """Sides are shuffled; the key alone says which side the adapter filmed."""
    write(outcome, tmp_path / "report.html")
    page = (tmp_path / "blind.html").read_text(encoding="utf-8")
    key = json.loads((tmp_path / "blind-key.json").read_text(encoding="utf-8"))["items"]
    assert "adapter" not in re.sub(r"<main>.*?<article>", "", page, flags=re.DOTALL)
    pairs = re.findall(r'<div class="pair">.*?</div>', page, re.DOTALL)
    assert len(pairs) == len(key) == 16
    for at, pair in enumerate(pairs):
        shades = [shade(url) for url in re.findall(r'src="data:image/webp;base64,([^"]+)"', pair)]
        found = ["base" if each < 100 else "adapter" for each in shades]
        assert found == [key[str(at)]["left"], key[str(at)]["right"]]
    assert 3 < sum(each["left"] == "base" for each in key.values()) < 13


def shade(data: str) -> float:
    """The mean of a picture's first frame."""
    from io import BytesIO

    return float(np.asarray(Image.open(BytesIO(base64.b64decode(data)))).mean())


def test_sprites_move_and_are_small() -> None:
    """At most 12 frames and 128 pixels; a small clip keeps its size."""
    from io import BytesIO

    dice = np.random.default_rng(0)
    large = Image.open(BytesIO(sprite(dice.integers(0, 255, (30, 96, 256, 3), np.uint8))))
    assert (large.size, large.n_frames) == ((128, 48), 12)
    small = Image.open(BytesIO(sprite(dice.integers(0, 255, (5, 24, 32, 3), np.uint8))))
    assert (small.size, small.n_frames) == ((32, 24), 5)


def test_cards_remember_the_verdict(outcome: Outcome) -> None:
    """Each file says whether it passed, why not, and its main figures."""
    from safetensors.numpy import save_file

    for each in outcome.tried:
        card = AdapterCard(each.trial.name, "base", "ab" * 16, 4, "Apache-2.0")
        save_file({"a": np.ones(2, np.float32)}, each.trial.path, metadata=card_metadata(card))
    write_on_cards(outcome.tried)
    good_one, bad_one, _ = (read_card(each.trial.path).verification for each in outcome.tried)
    assert good_one["passed"] is True
    assert bad_one["passed"] is False
    assert any("loss" in reason for reason in bad_one["why"])
    assert good_one["measures"]["style"] == 1.0
