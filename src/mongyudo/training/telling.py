"""Who is told how a training goes: the command line, a test, or nobody."""

from typing import Protocol


class Tell(Protocol):
    """A listener."""

    def say(self, text: str) -> None:
        """A line for the reader."""
        ...

    def share(self, what: str, share: float) -> None:
        """How much of some longer work is done, 0..1."""
        ...

    def step(self, label: str, done: int, steps: int, loss: float) -> None:
        """A step is done."""
        ...


class Silent:
    """Tells nothing: of several processes one speaks."""

    def say(self, text: str) -> None:
        """Not a word."""

    def share(self, what: str, share: float) -> None:
        """Not a number."""

    def step(self, label: str, done: int, steps: int, loss: float) -> None:
        """Not a step."""
