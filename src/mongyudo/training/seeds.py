"""Random numbers that depend on what they are for and on nothing else.

No generator is carried from step to step: whoever needs numbers makes a generator from the seed of
the run and the place in it. So a run that is cut in two draws what the unbroken one draws.
"""

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch


def seed_of(*purpose: object) -> int:
    """63 bits for a purpose: the run's seed, and words and numbers that tell the place in it."""
    hashed = blake2b(repr(purpose).encode("utf-8"), digest_size=8)
    return int.from_bytes(hashed.digest()) >> 1


def generator(*purpose: object) -> "torch.Generator":
    """A generator on the CPU, where all devices draw the same."""
    import torch

    return torch.Generator("cpu").manual_seed(seed_of(*purpose))
