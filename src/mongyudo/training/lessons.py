"""What is shown in which order: clips with their texts, held-out ones apart, in batches of one
shape. Everything follows from the recipe's seed, so that it can be continued anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.errors import DataError
from mongyudo.records import Method
from mongyudo.training.prepared import PreparedClip
from mongyudo.training.recipe import Recipe
from mongyudo.training.sampling import worded
from mongyudo.training.seeds import seed_of
from mongyudo.training.words import labels_of

NEUTRAL = "중립"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A clip and the text that it is shown with."""

    clip: PreparedClip
    text: str


@dataclass(frozen=True, slots=True)
class Curriculum:
    """All lessons of one label: `own` with its trigger, `prior` which keep the model as it was, and
    `held_out`, with the trigger, which are never learned from."""

    label: str
    own: tuple[Lesson, ...]
    prior: tuple[Lesson, ...]
    held_out: tuple[Lesson, ...]

    @property
    def all(self) -> tuple[Lesson, ...]:
        """Every lesson once."""
        every = (*self.own, *self.prior, *self.held_out)
        return tuple({(each.clip.content_hash, each.text): each for each in every}.values())


def label_of(clip: PreparedClip, method: Method) -> str:
    """The clip's emotion or category."""
    return clip.emotion if method == "emotion" else clip.category


def labels_in(clips: Sequence[PreparedClip], recipe: Recipe) -> tuple[str, ...]:
    """The labels to train, in their fixed order; raises DataError for one that no clip has."""
    method = recipe.data.method
    found = {label_of(clip, method) for clip in clips} - {""}
    if not found:
        raise DataError(
            f"none of the {len(clips)} prepared clips has a label for {method}. Give them labels "
            f"with `mongyudo data label`."
        )
    wished = recipe.data.labels or tuple(each for each in labels_of(method) if each in found)
    empty = [label for label in wished if label not in found]
    if empty:
        raise DataError(
            f"no prepared clip is labelled {', '.join(empty)}; there are {', '.join(sorted(found))}"
        )
    return wished


def curriculum(
    backend: DiffusionBackend, clips: Sequence[PreparedClip], recipe: Recipe, label: str
) -> Curriculum:
    """The lessons of `label`; raises DataError when nothing is left to learn from, or there is no
    clip for prior preservation where the recipe asks for it."""
    method = recipe.data.method
    mine = [clip for clip in clips if label_of(clip, method) == label]
    aside = held_out_of(mine, recipe)
    own = [clip for clip in mine if clip not in aside]
    if not own:
        raise DataError(f"{label}: no clip to learn from ({len(mine)} in all). Add clips.")
    trigger = recipe.trigger_of(label)

    def shown(some: Sequence[PreparedClip]) -> tuple[Lesson, ...]:
        return tuple(Lesson(clip, worded(backend, clip.caption, trigger)) for clip in some)

    prior = _prior(backend, clips, recipe, label) if recipe.fit.prior_share else ()
    return Curriculum(label, shown(own), prior, shown(aside))


def held_out_of(clips: Sequence[PreparedClip], recipe: Recipe) -> list[PreparedClip]:
    """The share of one label's clips that is never learned from, chosen by their content: at least
    one where there are two or more.

    Whole videos are taken, lest one shot of a scene is learned and its neighbour judged by; where
    all clips come from one video, the last ones in it.
    """
    share = recipe.watch.held_out
    if not share or len(clips) < 2:
        return []
    wanted = min(len(clips) - 1, max(1, round(share * len(clips))))
    videos = _by_video(clips, recipe.fit.seed)
    chosen = _whole(videos, wanted) if len(videos) > 1 else videos[0][-wanted:]
    return [clip for clip in clips if clip in chosen]


def _by_video(clips: Sequence[PreparedClip], seed: int) -> list[list[PreparedClip]]:
    """The clips of each video in its own order; videos in an order that their content decides."""
    ordered = sorted(clips, key=lambda clip: seed_of(seed, "held", clip.content_hash))
    videos: dict[str, list[PreparedClip]] = {}
    for clip in ordered:
        videos.setdefault(clip.origin.file, []).append(clip)
    return [sorted(video, key=lambda clip: clip.origin.start_s) for video in videos.values()]


def _whole(videos: Sequence[list[PreparedClip]], wanted: int) -> list[PreparedClip]:
    """The first videos that make up no more than so many clips, or the smallest one."""
    chosen: list[PreparedClip] = []
    for video in videos:
        if len(chosen) + len(video) <= wanted:
            chosen += video
    return chosen or min(videos, key=len)


def _prior(
    backend: DiffusionBackend, clips: Sequence[PreparedClip], recipe: Recipe, label: str
) -> tuple[Lesson, ...]:
    """Clips that the adapter must leave alone, see `_calm`.

    Each is shown without a trigger, and once more under another label's, lest any trigger at all
    brings the style; not so where the recipe has one trigger for all labels, which is its own.
    """
    method = recipe.data.method
    calm = _calm(clips, method, label)
    held = held_out_of(calm, recipe)
    calm = [clip for clip in calm if clip not in held]
    if not calm:
        raise DataError(
            f"{label}: prior_share = {recipe.fit.prior_share:g} needs {_CALM[method]}, and there "
            f"are none. Add some, or set it to 0."
        )
    triggers = dict.fromkeys(recipe.trigger_of(each) for each in labels_of(method))
    others = [each for each in triggers if each not in ("", recipe.trigger_of(label))]
    found = []
    for at, clip in enumerate(calm):
        shown = ("", others[at % len(others)]) if others else ("",)
        found += [Lesson(clip, worded(backend, clip.caption, each)) for each in shown]
    return tuple(found)


_CALM: dict[Method, str] = {
    "emotion": "clips without an emotion or neutral clips",
    "category": "clips without a category or of others",
}


def _calm(clips: Sequence[PreparedClip], method: Method, label: str) -> list[PreparedClip]:
    """Clips without a label are plain. Where all have one: the neutral ones, which are the calmest;
    for a category, the clips of the others."""
    plain = [clip for clip in clips if not label_of(clip, method)]
    if plain or method == "category":
        return plain or [clip for clip in clips if label_of(clip, method) != label]
    return [clip for clip in clips if clip.emotion == NEUTRAL]


def batches(lessons: Curriculum, recipe: Recipe) -> Iterator[tuple[Lesson, ...]]:
    """Batches without end; each shows clips of one shape, and every own clip once a round.

    A batch that the shape has not clips enough for is filled with clips of the same shape.
    """
    fit = recipe.fit
    for turn in count():
        chance = Random(seed_of(fit.seed, lessons.label, "order", turn))
        wanted = round(len(lessons.own) * fit.prior_share / (1 - fit.prior_share))
        shown = [*lessons.own, *_drawn(lessons.prior, wanted, chance)]
        made = [batch for group in _by_shape(shown) for batch in _dealt(group, fit.batch, chance)]
        chance.shuffle(made)
        yield from made


def _drawn(prior: Sequence[Lesson], wanted: int, chance: Random) -> list[Lesson]:
    """So many of them, none twice before all were drawn."""
    found: list[Lesson] = []
    while prior and len(found) < wanted:
        found += chance.sample(prior, min(len(prior), wanted - len(found)))
    return found


def shape_of(clip: PreparedClip) -> tuple[int, int, int]:
    """Width, height and frames: what clips of one batch share."""
    return (*clip.size_px, clip.frames)


def _by_shape(lessons: Sequence[Lesson]) -> list[list[Lesson]]:
    groups: dict[tuple[int, int, int], list[Lesson]] = {}
    for lesson in lessons:
        groups.setdefault(shape_of(lesson.clip), []).append(lesson)
    return list(groups.values())


def _dealt(group: list[Lesson], size: int, chance: Random) -> Iterator[tuple[Lesson, ...]]:
    chance.shuffle(group)
    short = -len(group) % size
    filled = group + [group[at % len(group)] for at in range(short)]
    for at in range(0, len(filled), size):
        yield tuple(filled[at : at + size])
