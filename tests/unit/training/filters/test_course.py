"""A filter is learned from labelled passages, measured on others, and stands whole or not."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.unit.training.filters.toy import PLACES, SEEN, lines, write_passages

from mongyudo.errors import DataError, UsageError
from mongyudo.policy.classifier import filter_in
from mongyudo.policy.combining import Analyse, Filters, review
from mongyudo.reading.korean import analyse
from mongyudo.training.filters.course import (
    Learned,
    Lesson,
    LightEngine,
    evaluate,
    threshold_for,
    train_filter,
)
from mongyudo.training.filters.passages import Passage, read_passages, split


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The passages as a file."""
    return write_passages(tmp_path)


@pytest.mark.slow
def test_what_no_rule_knows_is_learned(tmp_path: Path, data: Path) -> None:
    """The filter refuses what was held out; card and evaluation say so; the same seed makes the
    same files."""
    lesson = Lesson((data,), licence="our own", seed=5)
    told = train_filter(lesson, LightEngine(), tmp_path / "one", analyse)
    assert told["judges"]["rules"]["refused"]["recall"].value == 0
    assert told["judges"]["classifier"]["refused"]["recall"].value > 0.9
    assert told["judges"]["both"]["refused"]["false_alarms"].value == 0
    assert told["judges"]["both"]["categories"]["violence"]["precision"].value == 1
    assert len(told["differ"]) == told["judges"]["classifier"]["refused"]["recall"].n
    card = json.loads((tmp_path / "one" / "card.json").read_text("utf-8"))
    assert card["data"]["learned"] + card["data"]["held_out"] == len(lines())
    assert (card["seed"], card["data"]["licence"]) == (5, "our own")
    page = (tmp_path / "one" / "evaluation.html").read_text("utf-8")
    assert all(each["text"] in page for each in told["differ"])
    train_filter(lesson, LightEngine(), tmp_path / "two", analyse)
    for name in ("weights.npz", "card.json", "evaluation.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    verdict = review("옥상에서 의식을 치렀다.", analyse, Filters(classifier_dir=tmp_path / "one"))
    assert [(r.source, r.category) for r in verdict.reasons] == [("classifier", "violence")]
    trained = filter_in(tmp_path / "one")
    for word in (*PLACES, *SEEN, "물고기"):  # also one that it has never seen
        assert trained.refusal(word, analyse) < 0.5
    again = evaluate(tmp_path / "one", read_passages([data]), analyse, output=tmp_path)
    assert again["passages"] == len(lines())


def test_nothing_half_done_stands(tmp_path: Path, data: Path) -> None:
    """A folder that is there is left alone; a training that fails leaves none behind."""

    class Broken(LightEngine):
        """Fails when it has written something."""

        def learn(self, _p: Sequence[Passage], _a: Analyse, folder: Path, _s: int) -> Learned:
            """Writes something, then fails."""
            (folder / "weights.npz").write_bytes(b"half")
            raise DataError("broken")

    with pytest.raises(UsageError, match="already"):
        train_filter(Lesson((data,)), LightEngine(), tmp_path, analyse)
    with pytest.raises(DataError, match="broken"):
        train_filter(Lesson((data,)), Broken(), tmp_path / "new", analyse)
    assert [path.name for path in tmp_path.iterdir()] == [data.name]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "no passage"),
        ("[]", "no passage"),
        ('{"text": "꿈"}', "neither allow nor refuse"),
        ('{"text": " ", "outcome": "allow"}', "empty"),
        ('{"text": "꿈", "outcome": "refuse", "category": "sadness"}', "'sadness'"),
        ('{"text": "꿈", "outcome": "refuse", "category": "allow"}', "'allow'"),
        ('{"text": "꿈", "outcome": "allow"}\n{"text": "꿈", "outcome": "refuse", '
         '"category": "hate"}', "One text has one label"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_passage_is_named(tmp_path: Path, line: str, told: str) -> None:
    """With its file and its number."""
    file = tmp_path / "p.jsonl"
    file.write_text(line, "utf-8")
    with pytest.raises(DataError, match=told) as caught:
        read_passages([file])
    assert "p.jsonl" in str(caught.value)


def test_too_few_passages_are_refused(tmp_path: Path) -> None:
    """The message says how many of what are missing."""
    file = tmp_path / "few.jsonl"
    file.write_text('{"text": "꿈", "outcome": "allow"}', "utf-8")
    with pytest.raises(DataError, match="1 allowed passages"):
        train_filter(Lesson((file,), share=0), LightEngine(), tmp_path / "new", analyse)


def test_the_threshold_lets_as_few_false_alarms_through_as_asked() -> None:
    """Of ten allowed passages one may be refused: the one that looks worst."""
    unseen = [(Passage(f"{n}", "allow"), n / 10) for n in range(10)]
    threshold = threshold_for([*unseen, (Passage("x", "gore"), 0.99)], 0.1)
    assert sum(odds > threshold for _, odds in unseen) == 1


def test_a_passage_more_moves_few_others(data: Path) -> None:
    """What is held out is chosen by text and seed, a share of each label."""
    passages = read_passages([data])
    learned, held = split(passages, 0.25, 1)
    assert sum(p.label == "allow" for p in held) == sum(p.label != "allow" for p in held) == 12
    assert {p.text for p in split([*passages, Passage("새 글", "allow")], 0.25, 1)[1]} >= {
        p.text for p in held if p.label != "allow"
    }
    assert not {p.text for p in learned} & {p.text for p in held}
