"""What people prefer: strengths by Bradley and Terry (1952) from blinded pairwise votes.

P(a beats b) = s_a / (s_a + s_b). A tie counts half a win for both. Strengths are fitted by Hunter's
minorise-maximise steps (Annals of Statistics 32, 2004), and given as natural logarithms with mean
0. Every two arms that met share one tie more than was voted: without it an arm that never lost
would be infinitely strong. Intervals are a bootstrap over dreams, since votes on the clips of one
dream are no independent facts.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mongyudo.errors import UsageError
from mongyudo.training.verify.intervals import LEVEL, SEED

Choice = Literal["left", "right", "same"]
CHOICES: tuple[Choice, ...] = ("left", "right", "same")
RESAMPLES = 500
STEPS = 2000
CLOSE = 1e-9
PRIOR_TIES = 1.0

Wins = NDArray[np.float64]
"""(arms, arms): how often the row's arm beat the column's, ties as halves."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One voter's choice between the clips of two arms for one dream."""

    voter: str
    dream: str
    left: str
    right: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Strength:
    """An arm's log-strength with its interval of 95 %, and its votes (wins, losses, ties)."""

    arm: str
    value: float
    low: float
    high: float
    won: int
    lost: int
    tied: int


def strengths(votes: Sequence[Vote]) -> tuple[Strength, ...]:
    """The arms that were voted on, the strongest first; () without votes."""
    arms = sorted({arm for vote in votes for arm in (vote.left, vote.right)})
    if not arms:
        return ()
    by_dream = _wins_by_dream(votes, arms)
    middle = log_strengths(by_dream.sum(axis=0))
    count = len(by_dream)
    draws = np.random.default_rng(SEED).integers(count, size=(RESAMPLES, count))
    drawn = np.stack([log_strengths(by_dream[draw].sum(axis=0), middle) for draw in draws])
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn, (tail, 1 - tail), axis=0)
    found = [
        Strength(arm, float(middle[at]), float(low[at]), float(high[at]), *_tally(votes, arm))
        for at, arm in enumerate(arms)
    ]
    return tuple(sorted(found, key=lambda each: -each.value))


def log_strengths(wins: Wins, start: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
    """(arms,) log-strengths with mean 0, by maximum likelihood with PRIOR_TIES; `start` is a guess
    at them."""
    met = (wins + wins.T) > 0
    table = wins + PRIOR_TIES / 2 * met
    games, won = table + table.T, table.sum(axis=1)
    strength = np.ones(len(wins)) if start is None else np.exp(start)
    for _ in range(STEPS):
        share = games / (strength[:, None] + strength[None, :])
        newer = np.divide(won, share.sum(axis=1), out=np.ones_like(won), where=won > 0)
        newer /= np.exp(np.log(newer).mean())
        near = float(np.abs(np.log(newer / strength)).max()) < CLOSE
        strength = newer
        if near:
            break
    return np.log(strength)


def _wins_by_dream(votes: Sequence[Vote], arms: Sequence[str]) -> Wins:
    """(dreams, arms, arms)."""
    dreams = {dream: at for at, dream in enumerate(dict.fromkeys(vote.dream for vote in votes))}
    at = {arm: place for place, arm in enumerate(arms)}
    wins = np.zeros((len(dreams), len(arms), len(arms)))
    for vote in votes:
        left, right, game = at[vote.left], at[vote.right], dreams[vote.dream]
        wins[game, left, right] += {"left": 1.0, "same": 0.5, "right": 0.0}[vote.choice]
        wins[game, right, left] += {"left": 0.0, "same": 0.5, "right": 1.0}[vote.choice]
    return wins


def _tally(votes: Iterable[Vote], arm: str) -> tuple[int, int, int]:
    won = lost = tied = 0
    for vote in votes:
        if arm in (vote.left, vote.right):
            tied += vote.choice == "same"
            won += (vote.choice == "left") == (arm == vote.left) and vote.choice != "same"
            lost += (vote.choice == "left") == (arm == vote.right) and vote.choice != "same"
    return won, lost, tied


def read_votes(files: Iterable[Path], run: str) -> tuple[Vote, ...]:
    """The votes that several voters have downloaded from the report of `run`.

    A voter's later file takes the place of an earlier one. Raises UsageError for a file that holds
    no votes, or votes on another run.
    """
    found: dict[tuple[str, str, str, str], Vote] = {}
    for file in files:
        for vote in _votes_in(file, run):
            first, second = sorted((vote.left, vote.right))
            found[vote.voter, vote.dream, first, second] = vote
    return tuple(found.values())


def _votes_in(file: Path, run: str) -> list[Vote]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        if told["run"] != run:
            raise UsageError(f"{file} holds votes on run {told['run']}, and this one is {run}.")
        return [_vote(str(told["voter"]), each) for each in told["votes"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{file} holds no votes ({type(error).__name__}: {error}). "
            "Votes are what the report's page downloads."
        ) from error


def _vote(voter: str, told: Mapping[str, str]) -> Vote:
    if told["choice"] not in CHOICES:
        raise ValueError(f"choice {told['choice']!r} is none of {', '.join(CHOICES)}")
    choice = next(each for each in CHOICES if each == told["choice"])
    return Vote(voter, told["dream"], told["left"], told["right"], choice)
