"""The pictures of one motion."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia


@dataclass(frozen=True, slots=True)
class Still:
    """One picture. Its pixel (`foot_x`, `foot_y`) belongs on the foot point."""

    image: skia.Image
    foot_x: float
    foot_y: float


class Stills:
    """Pictures that are painted when they are first shown: the film's first frame waits for few of
    them, and what a short scene does not come to is never painted."""

    def __init__(self, painters: Sequence[Callable[[], Still]]) -> None:
        self._painters = tuple(painters)
        self._painted: dict[int, Still] = {}

    def __len__(self) -> int:
        return len(self._painters)

    def __getitem__(self, index: int) -> Still:
        if index not in self._painted:
            self._painted[index] = self._painters[index]()
        return self._painted[index]
