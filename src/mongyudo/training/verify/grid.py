"""Which clips an adapter is judged by: prompts of four kinds, each with every seed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mongyudo.training.prepared import PreparedClip
from mongyudo.training.verify.seen import Ask, Cell


@dataclass(frozen=True, slots=True)
class Trial:
    """An adapter to be judged: its file, and the clips of its label learned from and held out."""

    label: str
    name: str
    path: Path
    trigger: str
    learned: tuple[PreparedClip, ...]
    held: tuple[PreparedClip, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a recipe says of the grid; without prompts of its own, captions of the clips are taken,
    `most_prompts` of each kind. `word` makes a prompt of a caption and a trigger. `text` is false
    for a model that sets pictures in motion: it is shown the first frames of the same clips, and
    there are no triggers.
    """

    prompts: tuple[str, ...] = ()
    held_out_prompts: tuple[str, ...] = ()
    seeds: tuple[int, ...] = (0, 1)
    most_prompts: int = 4
    word: Callable[[str, str], str] = lambda caption, trigger: f"{trigger}{caption}"
    text: bool = True


def asks_of(trial: Trial, triggers: Sequence[str], wishes: Wishes) -> list[Ask]:
    """The clips asked for of one adapter, each once; `triggers` are those of all adapters.

    Prompts like those learned from and prompts held out, both with its own trigger; those held out
    once more with other adapters' triggers in turn, and without any.
    """
    own = _own(trial, wishes)
    held = _held(trial, wishes)
    others = [each for each in triggers if each != trial.trigger] or [""]
    turns = [others[at % len(others)] for at in range(len(held))]
    asks = [
        *_with_seeds("in-domain", own, [trial.trigger] * len(own), wishes),
        *_with_seeds("held-out", held, [trial.trigger] * len(held), wishes),
    ]
    if not wishes.text:
        return asks
    return [
        *asks,
        *_with_seeds("other", held, turns, wishes),
        *_with_seeds("neutral", held, [""] * len(held), wishes),
    ]


def _with_seeds(
    cell: Cell, captions: Sequence[str], triggers: Sequence[str], wishes: Wishes
) -> Iterator[Ask]:
    for caption, trigger in zip(captions, triggers, strict=True):
        for seed in wishes.seeds:
            yield Ask(cell, wishes.word(caption, trigger), caption, seed)


def _own(trial: Trial, wishes: Wishes) -> list[str]:
    named = wishes.prompts if wishes.text else ()
    return list(named) or _spread(_captions(trial.learned), wishes.most_prompts)


def _held(trial: Trial, wishes: Wishes) -> list[str]:
    """Prompts that no clip learned from had, as long as there are such."""
    named = wishes.held_out_prompts if wishes.text else ()
    seen = {clip.caption for clip in trial.learned}
    new = [caption for caption in _captions(trial.held) if caption not in seen]
    return list(named) or _spread(
        new or _captions(trial.held) or _captions(trial.learned), wishes.most_prompts
    )


def _captions(clips: Sequence[PreparedClip]) -> list[str]:
    return list(dict.fromkeys(clip.caption for clip in clips))


def _spread(captions: Sequence[str], most: int) -> list[str]:
    """At most so many, evenly chosen."""
    count = min(most, len(captions))
    return [captions[at * len(captions) // count] for at in range(count)]
