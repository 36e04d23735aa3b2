"""How much of what a dream tells stands in its film: gold scene elements against `drawn`.

Usage: python benchmarks/film/drawn.py [--show CAUSE | false | main] [--segments N] [--write]. The
gold words were marked in the held-out dreams before any film of them was looked at: [role, word as
it stands, whether it can be pictured], a star behind the role of what a film must show; `absent`
holds what is denied or only likened. `--show` lists the misses of one cause, what is drawn falsely,
or the main elements that are not drawn. `--write` keeps the figures in docs/results.
"""

import argparse
import json
import os
import platform
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mongyudo.backends.director.direct import Direction, direct
from mongyudo.backends.director.repertoire import repertoire, undrawable
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Drawn, Dream, Element, Shot

HERE = Path(__file__).parent
DREAMS = HERE.parent / "reading" / "dreams_test.jsonl"
GOLD = HERE / "elements_test.jsonl"
RESULTS = HERE.parents[1] / "docs" / "results"
MUST = {"actor": "main actor", "place": "place", "event": "event"}


@dataclass(frozen=True, slots=True)
class Told:
    """A gold element: its role, the word, whether it can be pictured and whether it must be."""

    role: str
    word: str
    pictured: bool
    main: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A dream with its film as directed, before any frame is painted."""

    id: str
    text: str
    gold: tuple[Told, ...]
    absent: tuple[str, ...]
    shots: tuple[Shot, ...]
    directions: tuple[Direction, ...]

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        """What the manifest says is drawn, over all shots."""
        return tuple(d for direction in self.directions for d in direction.drawn)

    @property
    def elements(self) -> tuple[Element, ...]:
        """Every word of the dream that the scene lexicon knows."""
        return tuple(e for shot in self.shots for e in shot.segment.elements)

    def places(self, word: str) -> list[range]:
        """Everywhere that `word` stands in the text."""
        return [range(m.start(), m.end()) for m in re.finditer(re.escape(word), self.text)]

    def shows(self, word: str) -> list[Drawn]:
        """What of `drawn` stands for `word`."""
        return [d for d in self.drawn if _meets(self.places(word), d.start_char, d.end_char)]

    def cause(self, told: Told) -> str:
        """Why `told` is not drawn."""
        met = [e for e in self.elements if _meets(self.places(told.word), e.start_char, e.end_char)]
        if not met:
            return "word unknown to the scene lexicon"
        concepts = {e.concept for e in met if e.concept}
        if not concepts:
            return "word without a concept"
        if undrawable(concepts) == concepts:
            return "concept without a picture"
        return "not staged"


def _meets(places: Iterable[range], start_char: int, end_char: int) -> bool:
    return any(p.start < end_char and start_char < p.stop for p in places)


def films(segments: int) -> Iterator[Shown]:
    """Every gold dream, read and directed."""
    texts = {line["id"]: line["text"] for line in lines(DREAMS)}
    for gold in lines(GOLD):
        dream = Dream.of(texts[gold["id"]], gold["id"])
        journey = set_out(dream, Choices(segments=segments))
        shots = tuple(plan_shots(read(dream, segments=segments), journey))
        told = tuple(
            Told(role.rstrip("*"), word, pictured, role.endswith("*"))
            for role, word, pictured in gold["elements"]
        )
        directions = tuple(direct(shot, repertoire()) for shot in shots)
        yield Shown(dream.id, dream.text, told, tuple(gold["absent"]), shots, directions)


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted over all films: gold words by role, causes of misses, and what is wrong."""

    told: Counter[str]
    drawn: Counter[str]
    misses: tuple[tuple[str, str, str, str], ...]
    false: tuple[tuple[str, str, str], ...]
    must: Counter[str]
    lacking: tuple[tuple[str, str, str, str], ...]
    whole: int

    @property
    def share(self) -> float:
        """The share of the gold words that are drawn."""
        return self.drawn.total() / self.told.total()


def count(shown: Iterable[Shown]) -> Count:
    """Compare every film with its gold."""
    told: Counter[str] = Counter()
    drawn: Counter[str] = Counter()
    must: Counter[str] = Counter()
    misses, false, lacking, whole = [], [], [], 0
    for film in shown:
        gold = [t for t in film.gold if t.pictured]
        told.update(t.role for t in gold)
        drawn.update(t.role for t in gold if film.shows(t.word))
        missed = [t for t in gold if not film.shows(t.word)]
        misses += [(film.id, t.role, t.word, film.cause(t)) for t in missed]
        must.update(t.role for t in gold if t.main)
        lacking += [(film.id, t.role, t.word, film.cause(t)) for t in missed if t.main]
        whole += not any(t.main for t in missed)
        false += [(film.id, w, d.concept) for w in film.absent for d in film.shows(w)]
    return Count(told, drawn, tuple(misses), tuple(false), must, tuple(lacking), whole)


def table(found: Count) -> str:
    """The figures as a table."""
    rows = [
        ("gold elements drawn", f"{found.share:.3f}", ">= 0.75"),
        ("denied or likened, but drawn", str(len(found.false)), "0"),
        ("films with main actor, place and event", str(found.whole), "100"),
    ]
    for role, name in MUST.items():
        lacking = sum(each[1] == role for each in found.lacking)
        rows.append(
            (
                f"films that show their {name}",
                f"{found.must[role] - lacking}",
                str(found.must[role]),
            )
        )
    for role, total in found.told.most_common():
        rows.append((f"drawn: {role}", f"{found.drawn[role]} of {total}", ""))
    for cause, number in Counter(miss[3] for miss in found.misses).most_common():
        rows.append((f"missed: {cause}", str(number), ""))
    lines = [f"| {name} | {figure} | {bar} |" for name, figure, bar in rows]
    return "\n".join(["| figure | found | bar |", "|---|---|---|", *lines]) + "\n"


def main() -> None:
    """Count, print, and write a dated result with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", default="", help="a cause, `false` or `main`")
    parser.add_argument("--segments", type=int, default=2)
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/results")
    args = parser.parse_args()
    found = count(films(args.segments))
    listed = {"false": found.false, "main": found.lacking}.get(
        args.show, [miss for miss in found.misses if miss[3] == args.show]
    )
    for each in listed:
        print("\t".join(each))
    print(table(found))
    if args.write:
        command = f"python benchmarks/film/drawn.py --segments {args.segments}"
        write("drawn", "What of a dream stands in its film", command, table(found))


def write(name: str, title: str, command: str, body: str) -> None:
    """Write a page of results about films, with its day, machine and command."""
    today = datetime.now(UTC).date().isoformat()
    machine = f"{platform.platform()}, {os.cpu_count()} cores"
    text = f"# {title}\n\n{today} · {machine} · `{command}`\n\n{body}"
    (RESULTS / f"{today}-film-{name}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
