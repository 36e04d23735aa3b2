"""By emotion or by category: which method gives more dreams the look that is theirs?

A dream gets its look in two steps: the reading sends it to a label, and that label's adapter films
it. Each step has its figure. Then the same dreams are filmed both ways, as one scene each, with the
same prompt and seed, and once more without any adapter: how far a clip lies from that one says
which style it has, as in `mongyudo train verify`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from pathlib import Path

from mongyudo.errors import UsageError
from mongyudo.lab.dreams import METHODS, GoldDream
from mongyudo.lab.filming import CLIP, Studio, frames_of, shot_of
from mongyudo.lab.questions import Asked, Heard, Input, Measure, Question, Table
from mongyudo.lab.runs import Run, Sample, Score
from mongyudo.lab.verified import Verified, outcome_in, verified
from mongyudo.reading import read
from mongyudo.records import Method, Reading
from mongyudo.training.verify.features import style
from mongyudo.training.words import labels_of

BASE = "none"
"""The arm without an adapter."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where the reading sent a dream by one method, and where it belongs."""

    id: str
    gold: str
    read: str


def sides_of(asked: Asked) -> dict[Method, Verified]:
    """The two verified runs; raises UsageError where they are of different models, whose looks say
    nothing of the methods."""
    found = {method: verified(asked.given[method], method) for method in METHODS}
    backends = {each.backend for each in found.values()}
    if len(backends) > 1:
        raise UsageError(
            f"the two runs are of {' and '.join(sorted(backends))}: name two of the same backend"
        )
    return found


def _label(reading: Reading, method: Method) -> str:
    return reading.emotion.label if method == "emotion" else reading.category.label


def routes_of(method: Method, dreams: Sequence[GoldDream]) -> list[Route]:
    """Of the dreams whose label is known."""
    found = []
    for each in dreams:
        label = _label(read(each.dream, segments=1), method)
        if gold := each.gold(method, label):
            found.append(Route(each.dream.id, gold, label))
    return found


def make(run: Run, asked: Asked, heard: Heard) -> None:
    """Each dream without an adapter, then with the one of each method."""
    sides = sides_of(asked)
    backend = sides["emotion"].backend
    read_dreams = [(each, read(each.dream, segments=1)) for each in asked.filmed]
    for arm in (BASE, *METHODS):
        folder = None if arm == BASE else Path(asked.given[arm]["adapters_dir"])
        with Studio(backend, replace(asked.options, adapters_dir=folder)) as studio:
            for gold, reading in read_dreams:
                scene = reading.segments[0]
                shot = shot_of(asked.of(backend), gold.dream, reading, scene, gold.dream.text)
                worn = next((f"{m}:{_label(reading, m)}" for m in METHODS if m == arm), None)
                shot = replace(shot, adapter=worn)
                run.sample(gold.dream.id, arm, partial(studio.film, shot))
                heard()


def count(asked: Asked) -> int:
    """How many clips there will be."""
    return len(asked.filmed) * (1 + len(METHODS))


def score(run: Run, asked: Asked) -> Iterator[Score]:
    """Of where dreams are sent, and of their clips."""
    clips = {(each.dream, each.arm): each for each in run.samples()}
    for method, side in sides_of(asked).items():
        for route in routes_of(method, asked.dreams):
            for measure, value in _sent(route, side):
                yield Score(route.id, method, measure, value)
            if (route.id, method) in clips and (route.id, BASE) in clips:
                look = look_of(side, clips[route.id, method], clips[route.id, BASE])
                yield Score(route.id, method, "own_look", float(look == route.gold))
                yield Score(route.id, method, "given_look", float(look == route.read))


def _sent(route: Route, side: Verified) -> Iterator[tuple[str, float]]:
    passed = {each.label for each in side.adapters if each.state == "passed"}
    adapter = side.adapter(route.gold)
    share = adapter.style if adapter else None
    yield "routed", float(route.gold == route.read)
    yield "served", float(route.gold in passed)
    yield "expected", share.value if share and route.gold == route.read else 0.0


def look_of(side: Verified, clip: Sample, base: Sample) -> str:
    """The style that `clip` is nearest to, by its way from the clip without an adapter."""
    shot, plain = (style(frames_of(each.folder / CLIP)) for each in (clip, base))
    distances = side.styles.distances(side.styles.shift(shot, plain))
    return min(distances, key=distances.__getitem__)


def tables(run: Run, asked: Asked) -> Iterator[Table]:
    """Of each method: where dreams are sent, and where clips land, here and in the verification."""
    clips = {(each.dream, each.arm): each for each in run.samples()}
    for method, side in sides_of(asked).items():
        ko, en = WORDS[method]
        routes = routes_of(method, asked.dreams)
        met = {label for route in routes for label in (route.gold, route.read)}
        labels = [label for label in labels_of(method) if label in met]
        pairs = [(route.gold, route.read) for route in routes]
        yield Table.of(
            f"{ko}: 읽기가 보낸 곳 (줄: 참)", f"{en}: where dreams are sent (rows: true)",
            labels, labels, pairs,
        )  # fmt: skip
        landed = [
            (route.read, look_of(side, clips[route.id, method], clips[route.id, BASE]))
            for route in routes
            if (route.id, method) in clips and (route.id, BASE) in clips
        ]
        rows = [label for label in labels if label in {sent for sent, _ in landed}]
        yield Table.of(
            f"{ko}: 이 꿈들의 클립이 지닌 화풍 (줄: 어댑터)",
            f"{en}: the style of these dreams' clips (rows: adapter)",
            rows, side.columns, landed,
        )  # fmt: skip
        filmed = [each for each in side.adapters if each.landed]
        counts = [[each.landed.get(label, 0) for label in side.columns] for each in filmed]
        yield Table(
            f"{ko}: 검증 때 클립이 지닌 화풍", f"{en}: the style of clips in the verification",
            tuple(each.label for each in filmed), side.columns, counts,
        )  # fmt: skip


WORDS: dict[Method, tuple[str, str]] = {
    "emotion": ("감정별", "by emotion"),
    "category": ("카테고리별", "by category"),
}

QUESTION = Question(
    name="methods",
    ko="감정별이 나은가, 카테고리별이 나은가?",
    en="By emotion or by category?",
    measures=(
        Measure("routed", "제 라벨로 간 꿈", "dreams sent to their own label", "more"),
        Measure("served", "제 라벨의 어댑터가 합격", "own label's adapter has passed", "more"),
        Measure(
            "expected", "제 화풍이 될 꿈 (검증으로 셈)",
            "own look, as the verification lets expect", "more",
        ),
        Measure("own_look", "제 화풍이 된 클립", "clips in the look of the true label", "more"),
        Measure("given_look", "간 라벨의 화풍인 클립", "in the look of the label sent to", "more"),
    ),
    make=make,
    count=count,
    score=score,
    pairs=lambda arms: combinations(arms, 2),
    tables=tables,
    backends=(),
    takes={
        method: Input(f"A verified run {en}.", partial(outcome_in, method=method), required=True)
        for method, (_, en) in WORDS.items()
    },
    arms={
        BASE: "어댑터 없이 without",
        **{name: f"{ko} {en}" for name, (ko, en) in WORDS.items()},
    },
    limits=(
        "두 방식 모두 꿈 하나를 한 장면으로 찍었습니다. 장면 수는 다른 물음(cuts)입니다.",
        "Both film a dream as one scene; how many scenes there should be, is another question.",
        "화풍을 맞힌 것이 꿈을 잘 그린 것은 아닙니다. 그것은 투표가 말해 줍니다.",
        "The right look is not yet a good picture of the dream; votes tell that.",
    ),
)  # fmt: skip
