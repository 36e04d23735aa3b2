"""By emotion or by category: which method gives more dreams the look that is theirs?

A dream gets its look in two steps: the reading sends it to a label, and the label's adapter films
in its style. Each step has its figure, and so have both together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mongyudo.lab.dreams import GoldDream
from mongyudo.lab.verified import Adapter, Verified
from mongyudo.records import Method
from mongyudo.training.verify.intervals import Figure, mean_of, share_of
from mongyudo.training.words import labels_of


@dataclass(frozen=True, slots=True)
class Route:
    """Where the reading sent a dream, and where it belongs."""

    id: str
    gold: str
    read: str


@dataclass(frozen=True, slots=True)
class Side:
    """One method: `routes` of the dreams whose label is known, and its verified adapters."""

    verified: Verified
    routes: tuple[Route, ...]

    @property
    def method(self) -> Method:
        """What gives the look."""
        return self.verified.method

    @property
    def routing(self) -> Figure | None:
        """The share of dreams that the reading sends where they belong."""
        return share_of([route.read == route.gold for route in self.routes])

    @property
    def served(self) -> Figure | None:
        """The share of dreams whose true label has an adapter that passed."""
        passed = {each.label for each in self.verified.adapters if each.state == "passed"}
        return share_of([route.gold in passed for route in self.routes])

    @property
    def right_look(self) -> Figure | None:
        """How many dreams end in their own style: those sent right, times the share of its clips in
        which that label's adapter has its own style (0 where there is none)."""
        hits = [route.read == route.gold and self._style(route.gold) for route in self.routes]
        return mean_of([float(hit) for hit in hits], [route.id for route in self.routes])

    def _style(self, label: str) -> float:
        adapter = self.verified.adapter(label)
        share = adapter.style if adapter else None
        return share.value if share else 0.0

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels that any dream has or was given, in their fixed order."""
        met = {label for route in self.routes for label in (route.gold, route.read)}
        return tuple(label for label in labels_of(self.method) if label in met)

    def routed(self) -> list[list[int]]:
        """A row for each true label, a column for each label read, in the order of `labels`."""
        pairs = [(route.gold, route.read) for route in self.routes]
        return [[pairs.count((gold, read)) for read in self.labels] for gold in self.labels]

    @property
    def filmed(self) -> tuple[Adapter, ...]:
        """The adapters that clips were filmed with."""
        return tuple(each for each in self.verified.adapters if each.landed)

    def landed(self) -> list[list[int]]:
        """A row for each adapter filmed with, a column for each style."""
        columns = self.verified.columns
        return [[each.landed.get(label, 0) for label in columns] for each in self.filmed]


def side_of(
    verified: Verified, dreams: Sequence[GoldDream], read: Iterable[Mapping[Method, str]]
) -> Side:
    """One method's side of the comparison; `read` is what the reading found of each dream."""
    method = verified.method
    routes = (
        Route(each.dream.id, each.gold(method, labels[method]), labels[method])
        for each, labels in zip(dreams, read, strict=True)
    )
    return Side(verified, tuple(route for route in routes if route.gold))


def read_labels(dreams: Iterable[GoldDream]) -> list[dict[Method, str]]:
    """Emotion and category of each dream by the reading, as a film would take them."""
    from mongyudo.reading import read

    readings = [read(each.dream) for each in dreams]
    return [{"emotion": it.emotion.label, "category": it.category.label} for it in readings]


def as_json(sides: Sequence[Side]) -> dict[str, Any]:
    """What methods.json holds; of a dream only its id."""
    return {"question": "methods", "methods": [_side_json(side) for side in sides]}


def _side_json(side: Side) -> dict[str, Any]:
    return {
        "method": side.method,
        "run": side.verified.run,
        "backend": side.verified.backend,
        "dreams": len(side.routes),
        "routing": _figure(side.routing),
        "style": _figure(side.verified.style),
        "served": _figure(side.served),
        "right_look": _figure(side.right_look),
        "routed": {"rows": side.labels, "columns": side.labels, "dreams": side.routed()},
        "landed": {
            "rows": [each.label for each in side.filmed],
            "columns": side.verified.columns,
            "clips": side.landed(),
        },
        "misrouted": [
            {"id": route.id, "gold": route.gold, "read": route.read}
            for route in side.routes
            if route.read != route.gold
        ],
    }


def _figure(figure: Figure | None) -> dict[str, float] | None:
    if figure is None:
        return None
    return {"value": figure.value, "low": figure.low, "high": figure.high, "n": figure.n}
