"""What is learned from, what is held out, and in which order."""

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from tests.unit.training.conftest import clip_of

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.registry import get
from mongyudo.errors import DataError
from mongyudo.training.lessons import (
    Curriculum,
    Lesson,
    batches,
    curriculum,
    held_out_of,
    labels_in,
    shape_of,
)
from mongyudo.training.prepared import PreparedClip
from mongyudo.training.recipe import AdapterPart, Recipe, WatchPart

WIDE, TALL = (32, 16, 5), (16, 32, 5)


def model() -> DiffusionBackend:
    """Wan, of which only the prompts' habit counts here."""
    backend = get("wan2.1-1.3b")
    assert isinstance(backend, DiffusionBackend)
    return backend


def recipe(method: str = "emotion", **fit: Any) -> Recipe:
    """A recipe that holds a quarter out."""
    return Recipe(
        name="r",
        backend="wan2.1-1.3b",
        data={"method": method},
        fit={"batch": 2} | fit,
        watch={"held_out": 0.25},
    )


@pytest.fixture
def clips(tmp_path: Path) -> list[PreparedClip]:
    """Eight of fear in two shapes, four neutral ones, one of joy."""
    fear = [clip_of(tmp_path, "공포", at, WIDE if at < 5 else TALL, 8) for at in range(8)]
    calm = [clip_of(tmp_path, "중립", at, WIDE, 8) for at in range(4)]
    return [*fear, *calm, clip_of(tmp_path, "행복", 0, WIDE, 8)]


def round_of(lessons: Curriculum, wished: Recipe, turns: int) -> list[tuple[Lesson, ...]]:
    """The first batches."""
    return list(islice(batches(lessons, wished), turns))


def test_labels_are_those_of_the_clips(clips):
    """In the order of the records; a label without clips is named."""
    assert labels_in(clips, recipe()) == ("행복", "공포", "중립")
    assert labels_in(clips, recipe("category")) == ("지상동물",)
    asked = recipe().model_copy(
        update={"data": recipe().data.model_copy(update={"labels": ("혐오",)})}
    )
    with pytest.raises(DataError, match="혐오"):
        labels_in(clips, asked)


def test_own_clips_carry_the_trigger_and_held_out_ones_are_apart(clips):
    """A quarter is held out, the same whenever it is asked for; a single clip is not."""
    found = curriculum(model(), clips, recipe(), "공포")
    assert (len(found.own), len(found.held_out), found.prior) == (6, 2, ())
    assert all(each.text.startswith("fear style, a tiger") for each in found.all)
    ids = {each.clip.id for each in found.held_out}
    assert not ids & {each.clip.id for each in found.own}
    assert {clip.id for clip in held_out_of(clips[:8][::-1], recipe())} == ids
    assert curriculum(model(), clips, recipe(), "행복").held_out == ()


def test_clips_of_one_video_are_held_out_together(clips):
    """A shot of a scene that is learned from tells nothing new; a video too large for the share is
    passed over for one that is not."""
    shots = [cut_from(clip, f"{at // 2}.mp4", at % 2) for at, clip in enumerate(clips[:8])]
    for wished in (recipe(seed=seed) for seed in range(6)):
        found = curriculum(model(), shots, wished, "공포")
        files = [{each.clip.origin.file for each in part} for part in (found.own, found.held_out)]
        assert len(found.held_out) == 2
        assert not files[0] & files[1]
    uneven = [cut_from(clip, "long.mp4" if at < 6 else f"{at}.mp4", at) for at, clip in
              enumerate(clips[:8])]  # fmt: skip
    assert {clip.origin.file for clip in held_out_of(uneven, recipe())} == {"6.mp4", "7.mp4"}
    halves = [cut_from(clip, f"{at // 4}.mp4", at) for at, clip in enumerate(clips[:7])]
    for seed in range(6):
        smaller = held_out_of(halves, recipe(seed=seed))
        assert {clip.origin.file for clip in smaller} == {"1.mp4"}


def cut_from(clip: PreparedClip, file: str, start_s: float) -> PreparedClip:
    """The clip as a part of a video."""
    return replace(clip, origin=replace(clip.origin, file=file, start_s=float(start_s)))


def test_of_one_video_the_end_is_held_out(clips):
    """Whatever the order in which its clips are listed; something is always left to learn from."""
    shots = [cut_from(clip, "a.mp4", at) for at, clip in enumerate(clips[:8])]
    assert all(held_out_of(shots, recipe(seed=seed)) == shots[6:] for seed in range(3))
    assert set(map(id, held_out_of(shots[::-1], recipe()))) == set(map(id, shots[6:]))
    most = recipe().model_copy(update={"watch": WatchPart(held_out=0.9)})
    assert len(held_out_of(clips[:2], most)) == 1
    least = recipe().model_copy(update={"watch": WatchPart(held_out=0.01)})
    assert len(held_out_of(clips[:8], least)) == len(held_out_of(shots, least)) == 1


def test_no_prior_clip_carries_the_adapters_own_trigger(clips):
    """Also where one trigger stands for all labels: it would be learned and unlearned at once."""
    drawn = [replace(clip, emotion="") for clip in clips]
    many = curriculum(model(), [*clips, *drawn], recipe(prior_share=0.5), "공포").prior
    assert {each.text.partition(" style")[0] for each in many} >= {"joy", "anger", "disgust"}
    assert not any("fear" in each.text for each in many)
    one = recipe(prior_share=0.5).model_copy(update={"adapter": AdapterPart(trigger="dreamlike, ")})
    found = curriculum(model(), clips, one, "공포")
    assert all(each.text.startswith("dreamlike, ") for each in found.own)
    assert [each.text for each in found.prior] == [each.clip.caption for each in found.prior]
    assert len(found.prior) == 3


def test_prior_clips_stay_without_style(clips):
    """Neutral clips, each without a trigger and under another label's; none that is held out."""
    found = curriculum(model(), clips, recipe(prior_share=0.5), "공포")
    assert len(found.prior) == 6  # three of four, twice
    plain = [each for each in found.prior if each.text == each.clip.caption]
    assert len(plain) == 3
    assert not any("fear" in each.text for each in found.prior)
    assert all(each.clip.emotion == "중립" for each in found.prior)
    with pytest.raises(DataError, match="neutral clips"):
        curriculum(model(), clips[:8], recipe(prior_share=0.5), "공포")
    with pytest.raises(DataError, match="without a category or of others"):
        curriculum(model(), clips, recipe("category", prior_share=0.5), "지상동물")


def test_clips_without_an_emotion_are_the_better_prior(clips, tmp_path):
    """What the base films of itself has no emotion; neutral is a style like any other."""
    drawn = [clip_of(tmp_path, "놀람", at, WIDE, 8) for at in range(4)]
    plain = [replace(clip, emotion="") for clip in drawn]
    for label in ("공포", "중립"):
        found = curriculum(model(), [*clips, *plain], recipe(prior_share=0.5), label)
        assert {each.clip.id for each in found.prior} < {clip.id for clip in plain}
    bare = [replace(clip, category="") for clip in drawn]
    other = [replace(clip, category="탈것", id=f"car-{clip.id}") for clip in drawn]
    for more, wanted in ((bare + other, bare), (other, other)):
        wished = recipe("category", prior_share=0.5)
        found = curriculum(model(), [*clips, *more], wished, "지상동물")
        assert {each.clip.id for each in found.prior} < {clip.id for clip in wanted}


def test_a_round_shows_every_own_clip_in_batches_of_one_shape(clips):
    """And as many prior clips as the recipe says."""
    wished = recipe(prior_share=0.25)
    found = curriculum(model(), clips, wished, "공포")
    first = round_of(found, wished, 5)
    assert all(len({shape_of(each.clip) for each in batch}) == 1 for batch in first)
    shown = [each for batch in first for each in batch]
    assert {each.clip.id for each in found.own} <= {each.clip.id for each in shown}
    assert {each.clip.id for each in shown if each.clip.emotion == "중립"}
    many = [each for batch in round_of(found, wished, 400) for each in batch]
    share = sum(each.clip.emotion == "중립" for each in many) / len(many)
    assert 0.15 < share < 0.35


def test_a_round_deals_each_clip_once_and_fills_every_batch(clips):
    """Half of what is seen is prior, none of it twice; shapes take turns; a batch that is short is
    filled with clips of its shape."""
    wished = recipe(prior_share=0.5, batch=1)
    found = curriculum(model(), clips, wished, "공포")
    first = [lesson for (lesson,) in round_of(found, wished, 12)]
    assert sorted(map(str, first)) == sorted(map(str, (*found.own, *found.prior)))
    own = replace(found, prior=())
    alone = recipe(batch=1)
    rounds = [round_of(own, alone, 60)[at : at + 6] for at in range(0, 60, 6)]
    assert all(len({each.clip.id for (each,) in dealt}) == 6 for dealt in rounds)
    assert {shape_of(dealt[0][0].clip) for dealt in rounds} == {WIDE, TALL}
    large = round_of(own, recipe(batch=5), 40)
    assert {len(batch) for batch in large} == {5}
    pairs = {frozenset(each.clip.id for each in batch) for batch in round_of(own, recipe(), 30)}
    assert len(pairs) > 4  # nobody learns beside the same clip for ever
    assert all(len({shape_of(each.clip) for each in batch}) == 1 for batch in large)


def test_the_order_follows_from_the_seed(clips):
    """The same at each run, another for another seed or round."""
    found = curriculum(model(), clips, recipe(), "공포")
    order = [[each.clip.id for each in batch] for batch in round_of(found, recipe(), 12)]
    again = [[each.clip.id for each in batch] for batch in round_of(found, recipe(), 12)]
    other = [[each.clip.id for each in batch] for batch in round_of(found, recipe(seed=1), 12)]
    assert order == again
    assert order != other
    assert order[:3] != order[3:6]
