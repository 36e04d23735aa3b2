"""The demo set on disk: a folder of labelled clips that anybody may train on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mongyudo.film.encode import VideoFormat, encode
from mongyudo.records import Method
from mongyudo.training.clips import SourceClip, write_clips
from mongyudo.training.demo.drawing import FRAMES, draw_graded
from mongyudo.training.demo.looks import CATEGORY_GRADES, GRADES, PLAIN, Grade
from mongyudo.training.demo.words import CATEGORY_OF, MOTIONS, PLACES, SUBJECTS, caption

SIZE_PX = (128, 128)
"""Twice the small model's size: mp4 keeps colour at half the resolution."""
FPS = 8
SOURCE, LICENCE = "drawn by Mongyudo", "Apache-2.0"
MOST_PER_LABEL = 110

Scene = tuple[str, str, str]
"""Subject, place, motion."""

HELD_OUT: tuple[Scene, ...] = tuple(
    (subject, PLACES[(at + at // 4) % len(PLACES)], MOTIONS[at % len(MOTIONS)])
    for at, subject in enumerate(SUBJECTS)
)
"""Scenes that no clip of a demo set shows, for the captions that adapters are verified with."""


@dataclass(frozen=True, slots=True)
class _Take:
    file: str
    scene: Scene
    method: Method
    label: str
    grade: Grade
    seed: int

    @property
    def clip(self) -> SourceClip:
        subject, place, motion = self.scene
        return SourceClip(
            self.file, caption(subject, place, motion),
            emotion=self.label if self.method == "emotion" else "",
            category=self.label if self.method == "category" else "",
            background=place, source=SOURCE, licence=LICENCE,
        )  # fmt: skip


def demo_set(
    folder: Path,
    per_label: int = 40,
    seed: int = 0,
    size_px: tuple[int, int] = SIZE_PX,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    by: Method = "emotion",
) -> tuple[SourceClip, ...]:
    """Draw a set of clips into `folder`: `per_label` (1 to 110) of each of the seven emotions or,
    `by` category, of each category that has subjects here, as far as it has scenes; and as many
    plain ones without a label, which look as the base model films of itself (for prior
    preservation). No caption comes twice within a label, none shows a scene of HELD_OUT.

    `progress` hears of clips done and clips in all. The same arguments give the same frames.
    Raises ValueError for a number of clips that cannot be drawn.
    """
    if not 1 <= per_label <= MOST_PER_LABEL:
        raise ValueError(f"{per_label} clips a label; 1 to {MOST_PER_LABEL} can be drawn")
    takes = list(_takes(per_label, seed, by))
    for done, take in enumerate(takes):
        path = folder / take.file
        path.parent.mkdir(parents=True, exist_ok=True)
        clip = draw_graded(*take.scene, take.grade, take.seed, size_px, FRAMES)
        encode(path, clip, VideoFormat(size_px, FPS))
        progress(done + 1, len(takes))
    clips = tuple(take.clip for take in takes)
    write_clips(folder, clips)
    return clips


def _takes(per_label: int, seed: int, by: Method) -> Iterator[_Take]:
    grades = GRADES if by == "emotion" else CATEGORY_GRADES
    looks: list[tuple[str, Grade]] = [*grades.items(), ("", PLAIN)]
    for row, (label, grade) in enumerate(looks):
        free = _scenes(label if by == "category" else "")
        dice = np.random.default_rng([seed, row])
        for at, number in enumerate(dice.permutation(len(free))[:per_label]):
            name = f"{label or 'plain'}/{at + 1:03d}.mp4"
            yield _Take(name, free[number], by, label, grade, int(dice.integers(2**31)))


def _scenes(category: str) -> list[Scene]:
    """Scenes that a set may show, of one category's subjects where one is named."""
    subjects = [each for each in SUBJECTS if category in ("", CATEGORY_OF[each])]
    scenes = [(s, p, m) for s in subjects for p in PLACES for m in MOTIONS]
    return [scene for scene in scenes if scene not in HELD_OUT]
