"""Linear models over hashed features: what the reader of emotions and the policy's filter share."""

import math
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


def counted(names: Iterable[str]) -> dict[int, float]:
    """Features by name: the CRC-32 of each -> 1 + ln(how often it comes)."""
    counts = Counter(zlib.crc32(name.encode("utf-8", "surrogatepass")) for name in names)
    return {key: 1.0 + math.log(count) for key, count in counts.items()}


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of one family of features: `keys` (N,) uint32 ascending, `rarity` (N,) float32 (the
    inverse document frequency), `weights` (N, K) float32, a column for each label."""

    keys: NDArray[np.uint32]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]

    def unit(self, counted: dict[int, float]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """The rows of the known features and their values, weighted by rarity to length 1."""
        names = sorted(counted)
        wanted = np.array(names, np.uint32)
        rows = np.searchsorted(self.keys, wanted)
        known = np.take(self.keys, rows, mode="clip") == wanted
        counts = np.array([counted[name] for name in names])
        values = counts[known] * self.rarity[rows[known]]
        return rows[known], values / (np.linalg.norm(values) or 1.0)

    def logits(self, counted: dict[int, float]) -> NDArray[np.float64]:
        """What these features say for each label, (K,) float64."""
        rows, values = self.unit(counted)
        return np.asarray(values @ self.weights[rows].astype(np.float64))


def empty_table(texts: Iterable[dict[int, float]], at_least: int, labels: int) -> Table:
    """The features that stand in at least so many texts, by rarity; all weights are 0."""
    texts = list(texts)
    seen = Counter(key for text in texts for key in text)
    keys = sorted(key for key, count in seen.items() if count >= at_least)
    rarity = [math.log((1 + len(texts)) / (1 + seen[key])) + 1 for key in keys]
    nothing = np.zeros((len(keys), labels), np.float32)
    return Table(np.array(keys, np.uint32), np.array(rarity, np.float32), nothing)
