"""Where shots end, found while a video is decoded: cuts, and slow changes such as dissolves.

A cut is a leap between two pictures that stands out from its neighbours and stays. A dissolve or a
fade is a stretch whose middle is the mixture of its ends, with less detail than either of them.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import numpy as np

from mongyudo.training.prepare.sampling import Sample, difference, weighed

NEAR = 4
"""Pictures before and after a cut that it must stand out from."""
LEAST_LEAP = 15.0
LEAST_RATIO = 2.5
"""A cut: a difference of at least this (0..255), so many times its neighbours'."""
SOFT_LEAP = 7.0
SOFT_RATIO = 5.0
"""Or a smaller one that stands out more, as in dark footage."""
FLASH = 0.5
"""A leap whose picture comes back so nearly (share of the leap) is a flash of light."""
LEAST_APART = 8
"""Pictures between two cuts, at least."""

SPANS_S = (0.3, 0.6, 1.2, 2.4)
"""Lengths of the stretches that are looked at for slow changes."""
LEAST_CHANGE = 10.0
"""Difference of a slow change's ends, at least (0..255)."""
MOST_UNLIKE = 0.3
"""How far the middle may be from the mixture of the ends, as a share of their difference."""
MOST_DETAIL = 0.78
"""Detail left in the middle, as a share of the ends': two mixed pictures blur each other."""
LEAST_STRENGTH = 4.5
"""How strongly the purest picture of a slow change must look mixed (see _Mixture)."""
WIDE = 0.4
"""Its ends are taken from the longest stretch that is at least so strong, of the strongest."""
SAME_SCENE = 0.2
"""Ends are one scene in another light when half of the picture fits it so well (see below)."""
LEAST_DETAIL = 2.0
"""Detail of one of the ends, at least: in a haze, moving the camera mixes pictures as well."""
FLAT = 4.0
"""Standard deviation of luma below which a picture is an even surface, such as black."""
EVERY = 2
"""Of so many pictures one is looked at for signs of a slow change."""
GAP = 4
"""Pictures without a sign of it that end a slow change."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One shot is over at `start_s`, the next one begins at `end_s`: the same moment for a cut."""

    start_s: float
    end_s: float
    kind: Literal["cut", "gradual"]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sample, its leap from the one before, and how much detail it holds."""

    sample: Sample
    leap: float
    detail: float


@dataclass(frozen=True, slots=True)
class _Mixture:
    """A picture that looks mixed of two others, `span_s` apart; `change` is their difference."""

    at: int
    span_s: float
    change: float
    unlike: float

    @property
    def strength(self) -> float:
        """Larger for larger changes and purer mixtures."""
        return self.change * (1 - self.unlike / MOST_UNLIKE)


class ShotFinder:
    """Told of one sample after the other, tells of transitions a little later.

    Nothing before `settled_s` will be found any more.
    """

    def __init__(self) -> None:
        self._seen: deque[_Seen] = deque()
        self._first = 0
        self._next_cut = 1
        self._next_slow = 0
        self._cuts: deque[int] = deque(maxlen=8)
        self._run: list[_Mixture] = []
        self._over_s = 0.0
        self.settled_s = 0.0

    def feed(self, sample: Sample) -> list[Transition]:
        """Transitions that are certain now, in order."""
        leap = difference(self._seen[-1].sample, sample) if self._seen else 0.0
        self._seen.append(_Seen(sample, leap, _detail(sample)))
        return sorted(self._advance(), key=lambda found: found.start_s)

    def close(self) -> list[Transition]:
        """What is left when the video is over."""
        found = sorted(self._advance(at_end=True), key=lambda found: found.start_s)
        self.settled_s = float("inf")
        return found

    def _advance(self, *, at_end: bool = False) -> Iterator[Transition]:
        end = self._first + len(self._seen)
        newest_s = self._at(end - 1).sample.time_s if self._seen else 0.0
        while self._next_cut < end and (at_end or self._next_cut + NEAR < end):
            yield from self._cut(self._next_cut)
            self._next_cut += 1
        half_s = SPANS_S[-1] / 2
        while self._next_slow < self._next_cut and (
            at_end or self._at(self._next_slow).sample.time_s + half_s < newest_s
        ):
            yield from self._slow(self._next_slow)
            self._next_slow += 1
        if at_end:
            yield from self._end_run()
        self._settle(half_s)

    def _settle(self, half_s: float) -> None:
        """Forget what no decision needs any more."""
        open_at = self._run[0].at if self._run else self._next_slow
        if open_at >= self._first + len(self._seen):
            return
        self.settled_s = max(self.settled_s, self._at(open_at).sample.time_s - half_s)
        while self._seen[0].sample.time_s < self.settled_s - half_s and (
            self._first < min(self._next_cut - NEAR - 1, self._next_slow)
        ):
            self._seen.popleft()
            self._first += 1

    def _at(self, number: int) -> _Seen:
        return self._seen[number - self._first]

    def _between(self, first: int, end: int) -> list[_Seen]:
        """The pictures `first` to `end`, as far as they are there."""
        low = max(first - self._first, 0)
        return list(islice(self._seen, low, max(end - self._first, low)))

    def _cut(self, at: int) -> Iterator[Transition]:
        """A cut before picture `at`, if there is one."""
        leap = self._at(at).leap
        near = [*self._between(max(at - NEAR, 1), at), *self._between(at + 1, at + NEAR + 1)]
        others = max((each.leap for each in near), default=0.0)
        stands_out = (leap >= LEAST_LEAP and leap >= LEAST_RATIO * others) or (
            leap >= SOFT_LEAP and leap >= SOFT_RATIO * others
        )
        if not stands_out or self._comes_back(at, leap):
            return
        if self._cuts and at - self._cuts[-1] < LEAST_APART:
            return
        self._cuts.append(at)
        now_s = self._at(at).sample.time_s
        yield Transition(now_s, now_s, "cut")

    def _comes_back(self, at: int, leap: float) -> bool:
        """Whether the picture before the leap is there again a little later."""
        later = self._between(at + 1, at + NEAR + 1)
        before = self._at(at - 1).sample
        return any(difference(before, each.sample) < FLASH * leap for each in later)

    def _slow(self, at: int) -> Iterator[Transition]:
        """Collect pictures that look mixed; a transition once no more of them follow."""
        if not at % EVERY:
            self._run.extend(self._mixtures(at))
        run = self._run
        too_long = run and self._time(at) - self._time(run[0].at) > SPANS_S[-1]
        if run and (at - run[-1].at >= GAP or too_long):
            yield from self._end_run()

    def _mixtures(self, at: int) -> Iterator[_Mixture]:
        """Stretches of which picture `at` is the middle and a mixture of the ends."""
        middle, now_s = self._at(at), self._time(at)
        for span_s in SPANS_S:
            before, after = self._nearest(now_s - span_s / 2), self._nearest(now_s + span_s / 2)
            if not self._is_middle(at, before, after, span_s):
                continue
            first, last = self._at(before), self._at(after)
            change = difference(first.sample, last.sample)
            if change < LEAST_CHANGE or not _one_shape(first, middle, last):
                continue
            share = (now_s - first.sample.time_s) / (last.sample.time_s - first.sample.time_s)
            mixed = first.sample.blocks + (last.sample.blocks - first.sample.blocks) * share
            unlike = weighed(middle.sample.blocks - mixed) / change
            sharp = first.detail + (last.detail - first.detail) * share
            blurred = middle.detail <= MOST_DETAIL * sharp and sharp >= LEAST_DETAIL
            if unlike < MOST_UNLIKE and blurred and not _same_scene(first.sample, last.sample):
                yield _Mixture(at, span_s, change, unlike)

    def _is_middle(self, at: int, before: int, after: int, span_s: float) -> bool:
        """Whether the video reaches far enough on both sides, without a cut in between."""
        now_s = self._time(at)
        short_s = min(now_s - self._time(before), self._time(after) - now_s)
        cut = any(before < cut <= after for cut in self._cuts)
        return before < at < after and short_s > span_s / 4 and not cut

    def _end_run(self) -> Iterator[Transition]:
        """The transition that a run of mixed pictures stands for."""
        if not self._run:
            return
        run, self._run = self._run, []
        best = max(run, key=lambda each: each.strength)
        strong = [each for each in run if each.strength >= WIDE * best.strength]
        start_s, end_s = self._extent(max(strong, key=lambda each: (each.span_s, each.strength)))
        start_s, end_s = min(start_s, self._time(run[0].at)), max(end_s, self._time(run[-1].at))
        if best.strength >= LEAST_STRENGTH and start_s >= self._over_s:
            self._over_s = end_s
            yield Transition(start_s, end_s, "gradual")

    def _extent(self, found: _Mixture) -> tuple[float, float]:
        """From the first picture that is mixed to the first one that no longer is."""
        now_s = self._time(found.at)
        low, high = self._nearest(now_s - found.span_s / 2), self._nearest(now_s + found.span_s / 2)
        first, last = self._at(low).sample.blocks, self._at(high).sample.blocks
        along = (last - first).ravel()
        shares = [
            float((each.sample.blocks - first).ravel() @ along / (along @ along))
            for each in self._between(low, high + 1)
        ]
        begun = next((low + n for n, share in enumerate(shares) if share > 0.05), low)
        over = next((low + n for n, share in enumerate(shares) if share >= 0.95), high)
        return self._time(begun), self._time(max(over, begun))

    def _time(self, number: int) -> float:
        return self._at(number).sample.time_s

    def _nearest(self, time_s: float) -> int:
        """The picture that is nearest to a moment."""
        at = bisect_left(self._seen, time_s, key=lambda each: each.sample.time_s)
        if at == len(self._seen):
            return self._first + at - 1
        earlier = self._seen[max(at - 1, 0)].sample.time_s
        nearer = at > 0 and time_s - earlier < self._seen[at].sample.time_s - time_s
        return self._first + at - nearer


def _detail(sample: Sample) -> float:
    """Mean squared step between neighbouring points."""
    points = sample.points.astype(np.float32)
    across, down = np.diff(points, axis=1), np.diff(points, axis=0)
    return float(np.vdot(across, across) + np.vdot(down, down)) / points.size


def _one_shape(*seen: _Seen) -> bool:
    return len({each.sample.blocks.shape for each in seen}) == 1


def _same_scene(one: Sample, other: Sample) -> bool:
    """Whether one picture is the other in another light, apart from what moved in it.

    The light is fitted (a factor and an offset of luma) to the half of the blocks it fits best; an
    even surface resembles nothing.
    """
    first, last = one.blocks[..., 0].ravel(), other.blocks[..., 0].ravel()
    if min(float(first.std()), float(last.std())) < FLAT:
        return False
    fitting = np.ones(len(first), bool)
    for _ in range(3):
        factor, offset = np.polyfit(first[fitting], last[fitting], 1)
        off = np.abs(last - factor * first - offset)
        fitting = off <= np.median(off)
    spread = float(np.median(np.abs(last - np.median(last))))
    return bool(factor > 0 and np.median(off) < SAME_SCENE * spread)
