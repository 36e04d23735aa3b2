"""Strengths from votes: planted ones come back, with intervals that hold them."""

import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from mongyudo.errors import UsageError
from mongyudo.lab.votes import Choice, Vote, log_strengths, read_votes, strengths

PLANTED = {"wan": 1.0, "ltx": 0.2, "svd": -1.2}


def cast(rng: np.random.Generator, dreams: int, voters: int = 3) -> list[Vote]:
    """Votes by people who prefer as PLANTED says, sides shuffled."""
    votes = []
    for dream in range(dreams):
        for first, second in combinations(PLANTED, 2):
            for voter in range(voters):
                left, right = (first, second) if rng.random() < 0.5 else (second, first)
                chance = 1 / (1 + np.exp(PLANTED[right] - PLANTED[left]))
                choice: Choice = "left" if rng.random() < chance else "right"
                votes.append(Vote(f"v{voter}", f"d{dream}", left, right, choice))
    return votes


def test_planted_strengths_come_back() -> None:
    found = strengths(cast(np.random.default_rng(1), dreams=200))
    assert [each.arm for each in found] == ["wan", "ltx", "svd"]
    for each in found:
        assert each.value == pytest.approx(PLANTED[each.arm], abs=0.12)
        assert each.low < PLANTED[each.arm] < each.high


@pytest.mark.slow
def test_intervals_hold_the_planted_strength_as_often_as_they_say() -> None:
    rng = np.random.default_rng(2)
    runs = [strengths(cast(rng, dreams=25, voters=1)) for _ in range(40)]
    held = [each.low <= PLANTED[each.arm] <= each.high for run in runs for each in run]
    assert np.mean(held) > 0.88


def test_ties_pull_together_and_a_clean_sweep_stays_finite() -> None:
    swept = [Vote("v", f"d{at}", "a", "b", "left") for at in range(9)]
    tied = [Vote("v", f"d{at}", "a", "b", "same") for at in range(9)]
    first, second = strengths(swept)
    assert (first.arm, first.won, first.lost, first.tied) == ("a", 9, 0, 0)
    assert (second.won, second.lost) == (0, 9)
    assert 0 < first.value < 5
    assert [each.value for each in strengths(tied)] == pytest.approx([0, 0])
    assert strengths([]) == ()


def test_the_fit_is_the_known_one_for_two_arms() -> None:
    wins = np.array([[0, 30.0], [10.0, 0]])
    assert log_strengths(wins)[0] * 2 == pytest.approx(np.log(30.5 / 10.5))


def ballot(path: Path, voter: str, choice: str, run: str = "r1") -> Path:
    votes = [{"dream": "d1", "left": "a", "right": "b", "choice": choice}]
    path.write_text(json.dumps({"run": run, "voter": voter, "votes": votes}))
    return path


def test_several_voters_are_merged_and_who_votes_again_has_changed_their_mind(
    tmp_path: Path,
) -> None:
    files = [
        ballot(tmp_path / "1.json", "eun", "left"),
        ballot(tmp_path / "2.json", "joon", "left"),
        ballot(tmp_path / "3.json", "eun", "same"),
    ]
    found = read_votes(files, "r1")
    assert sorted((vote.voter, vote.choice) for vote in found) == [
        ("eun", "same"),
        ("joon", "left"),
    ]


@pytest.mark.parametrize(
    ("run", "choice", "said"), [("r2", "left", "r2"), ("r1", "both", "none of left, right, same")]
)
def test_votes_of_another_run_or_unknown_ones_are_refused(
    tmp_path: Path, run: str, choice: str, said: str
) -> None:
    file = ballot(tmp_path / "1.json", "eun", choice, run)
    with pytest.raises(UsageError, match=said):
        read_votes([file], "r1")
