"""Whether the seven emotions can be told apart by a film's palette, light and motion.

Usage: python benchmarks/film/separable.py [--style ink] [--train N] [--test N] [--write]. Films
take the emotion from the gold, so that no error of the reader counts. A centroid for each emotion
comes from N dreams of it in the development file; every film of the held-out dreams goes to the
nearest, features being measured in standard deviations within an emotion. Bar: 0.9 of them rightly.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
from drawn import DREAMS, lines, write
from numpy.typing import NDArray

from mongyudo.backends.director.direct import direct
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.ink.canvas import pixels_of
from mongyudo.ink.render import Picture
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import EMOTIONS, Dream, Emotion, Style

DEV = DREAMS.with_name("dreams_dev.jsonl")
SIZE_PX = (256, 144)
MOMENTS = (0.15, 0.4, 0.65, 0.9)
STEP_S = 0.25
"""Motion is what changes within this time."""

Vector = NDArray[np.float64]


def features(text: str, emotion: str, style: Style) -> Vector:
    """The mean over the moments of a film of what a glance takes in."""
    dream = Dream.of(text)
    shots = plan_shots(read(dream), set_out(dream, Choices(style=style)))
    seen: list[Vector] = []
    for shot in shots:
        told = replace(shot, emotion=emotion, adapter=f"emotion:{emotion}")
        for staged in direct(told, repertoire()).scenes:
            scene = replace(staged, size_px=SIZE_PX, title="")
            picture, count = Picture(scene), max(2, round(scene.duration_s * scene.fps))
            step = min(count - 1, round(STEP_S * scene.fps))
            for moment in MOMENTS:
                index = min(int(moment * count), count - 1 - step)
                first = pixels_of(picture.paint(index, count))[..., :3].astype(np.float64)
                later = pixels_of(picture.paint(index + step, count))[..., :3].astype(np.float64)
                seen.append(glance(first, later))
    mean: Vector = np.mean(seen, axis=0)
    return mean


def glance(frame: NDArray[np.float64], later: NDArray[np.float64]) -> Vector:
    """Palette, light and motion of an (H, W, 3) RGB frame 0..255 and of one a moment later."""
    red, green, blue = (frame[..., n] / 255 for n in range(3))
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    warm, fresh = red - blue, green - (red + blue) / 2
    colour = np.max(frame, axis=2) / 255 - np.min(frame, axis=2) / 255
    height, width = light.shape
    middle = light[height // 4 : -height // 4, width // 4 : -width // 4].mean()
    moved = np.abs(later - frame).mean(axis=2) / 255
    return np.array([
        light.mean(), np.percentile(light, 10), np.percentile(light, 90), light.std(),
        warm.mean(), np.percentile(warm, 95), fresh.mean(), np.percentile(fresh, 95),
        np.percentile(fresh, 5), colour.mean(), np.percentile(colour, 95), colour.std(),
        middle - light.mean(), light[: height // 3].mean() - light[-height // 3 :].mean(),
        np.log(1e-3 + moved.mean()), np.log(1e-3 + np.percentile(moved, 90)),
    ])  # fmt: skip


def examples(path: Path, each: int) -> Iterator[tuple[Emotion, str]]:
    """The first `each` dreams of every emotion: gold emotion and text."""
    taken: Counter[str] = Counter()
    for line in lines(path):
        if taken[line["emotion"]] < each:
            taken[line["emotion"]] += 1
            yield line["emotion"], line["text"]


def main() -> None:
    """Learn the centroids, try the others, print, and write a dated result with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--style", choices=get_args(Style), default="ink")
    parser.add_argument("--train", type=int, default=8)
    parser.add_argument("--test", type=int, default=15)
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/results")
    args = parser.parse_args()
    known = [(e, features(text, e, args.style)) for e, text in examples(DEV, args.train)]
    tried = [(e, features(text, e, args.style)) for e, text in examples(DREAMS, args.test)]
    centres = {e: np.mean([v for own, v in known if own == e], axis=0) for e in EMOTIONS}
    spread = np.std([v - centres[e] for e, v in known], axis=0)
    guesses = [
        (e, min(EMOTIONS, key=lambda c: float(np.abs((v - centres[c]) / spread).sum())))
        for e, v in tried
    ]
    right = sum(e == guess for e, guess in guesses) / len(guesses)
    wrong = Counter(f"{e} as {guess}" for e, guess in guesses if e != guess)
    rows = [("rightly told", f"{right:.2f}", "0.9"), ("films", str(len(guesses)), "")]
    rows += [(name, str(number), "") for name, number in wrong.most_common()]
    body = [f"| {name} | {figure} | {bar} |" for name, figure, bar in rows]
    table = "\n".join(["| figure | found | bar |", "|---|---|---|", *body]) + "\n"
    print(table)
    if args.write:
        asked = f"--style {args.style} --train {args.train} --test {args.test}"
        command = f"python benchmarks/film/separable.py {asked}"
        write(f"emotions-{args.style}", f"Seven emotions at a glance: {args.style}", command, table)


if __name__ == "__main__":
    main()
