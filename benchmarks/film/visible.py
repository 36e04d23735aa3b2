"""Whether what a film says it shows can be found in its frames, and whether they live.

Usage: python benchmarks/film/visible.py [--every N] [--style ink] [--write]. Every actor and prop
of every scene of the held-out dreams, and every effect strong enough to count as drawn, is rendered
with and without; `--every` takes one dream of N. Prints whatever cannot be found.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import get_args

from drawn import films, write

from mongyudo.backends.director.ledger import at_force
from mongyudo.ink.render import render
from mongyudo.ink.scene import Actor, Effect, Prop, Scene
from mongyudo.ink.sightings import Sighting, is_empty, is_frozen, sightings
from mongyudo.records import Style

SIZE_PX = (384, 216)
FPS = 8
FULL, MOVING = "scenes without an empty frame", "scenes that never freeze for half a second"
KINDS = {Actor: "actors", Prop: "things", Effect: "effects"}


def scenes(every: int, style: Style) -> Iterator[tuple[str, Scene]]:
    """The scenes of the films, small."""
    for film in islice(films(2), 0, None, every):
        for direction in film.directions:
            for scene in direction.scenes:
                yield film.id, replace(scene, size_px=SIZE_PX, fps=FPS, material=style)


def is_claimed(seen: Sighting) -> bool:
    """Whether the manifest may count on it."""
    return not isinstance(seen.part, Effect) or at_force(seen.part)


def look(scene: Scene) -> tuple[bool, bool]:
    """Whether any frame of a scene is empty, and whether it freezes for half a second."""
    frames = list(render(scene))
    apart = frames[:: scene.fps // 2]
    return any(map(is_empty, frames)), len(apart) > 1 and is_frozen(apart)


def main() -> None:
    """Look, print, and write a dated result with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--style", choices=get_args(Style), default="ink")
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/results")
    args = parser.parse_args()
    found: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for name, scene in scenes(args.every, args.style):
        claimed = [seen for seen in sightings(scene) if is_claimed(seen)]
        told.update(KINDS[type(seen.part)] for seen in claimed)
        found.update(KINDS[type(seen.part)] for seen in claimed if seen.found)
        for seen in claimed:
            if not seen.found:
                print(name, scene.setting, seen)
        empty, frozen = look(scene)
        told.update((FULL, MOVING))
        found.update({FULL: not empty, MOVING: not frozen})
        if empty or frozen:
            print(name, scene.setting, "empty" if empty else "frozen", scene)
    rows = [f"| {name} | {found[name]} of {total} |" for name, total in told.items()]
    table = "\n".join(["| found in the frames | |", "|---|---|", *rows]) + "\n"
    print(table)
    if args.write:
        command = f"python benchmarks/film/visible.py --every {args.every} --style {args.style}"
        write(f"visible-{args.style}", "What is said to be drawn, in the frames", command, table)


if __name__ == "__main__":
    main()
