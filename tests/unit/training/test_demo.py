"""The drawn demo set: readable clips, looks far apart, captions that never repeat."""

from collections import Counter

import av
import numpy as np
import pytest

from mongyudo.reading import read
from mongyudo.records import EMOTIONS, Dream
from mongyudo.training.clips import check_clips
from mongyudo.training.demo import MOTIONS, PLACES, SUBJECTS, caption, draw
from mongyudo.training.demo.clipset import HELD_OUT, demo_set
from mongyudo.training.demo.words import CATEGORY_OF

SCENES = (("tiger", "forest", "left"), ("whale", "sea", "right"), ("pig", "room", "down"))


def test_a_caption_says_who_does_what_where():
    """Verbs fit the subject; nothing is said of what is not in the set."""
    assert caption("tiger", "forest", "left") == "a tiger runs left in the forest"
    assert caption("octopus", "sea", "down") == "an octopus falls down at sea"
    with pytest.raises(KeyError):
        caption("tiger", "forest", "up")


def test_captions_of_different_scenes_differ():
    """One caption, one scene."""
    said = {caption(s, p, m) for s in SUBJECTS for p in PLACES for m in MOTIONS}
    assert len(said) == len(SUBJECTS) * len(PLACES) * len(MOTIONS)


@pytest.mark.slow
def test_the_same_seed_draws_the_same_clip_and_another_one_does_not():
    """Positions, sizes and variants hang on the seed alone."""
    first, again, other = (draw("tiger", "sea", "left", "공포", seed) for seed in (3, 3, 4))
    assert first.shape == (9, 64, 64, 3)
    assert first.dtype == np.uint8
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_size_and_a_length_are_kept():
    """Wide clips and long ones."""
    assert draw("car", "desert", "right", None, 1, (96, 64), 5).shape == (5, 64, 96, 3)


@pytest.mark.parametrize("motion", MOTIONS)
def test_the_subject_goes_where_the_caption_says(motion):
    """The black cat's dark pixels move left, right or down."""
    clip = draw("cat", "desert", motion, None, 5).astype(int)
    y, x = (np.argwhere(frame.sum(-1) < 170).mean(axis=0) for frame in (clip[0], clip[-1]))
    across, down = y[1] - x[1], y[0] - x[0]
    gone = {"left": across, "right": -across, "down": -down}[motion]
    assert gone > 12
    assert abs(down if motion != "down" else across) < 4


@pytest.mark.slow
def test_subjects_differ_more_than_two_clips_of_one():
    """In the same place, each subject's mean colour where it stands is its own."""

    def seen(subject: str, seed: int) -> np.ndarray:
        return draw(subject, "desert", "down", None, seed)[4].astype(float)

    plain = {subject: seen(subject, 2) for subject in SUBJECTS}
    for one in SUBJECTS:
        for other in SUBJECTS:
            if one < other:
                assert np.abs(plain[one] - plain[other]).mean() > 3, (one, other)


@pytest.mark.slow
def test_the_looks_of_the_emotions_lie_far_apart():
    """Against the plain drawing each emotion shifts colour its own way, in every scene."""
    shifts = {}
    plain = [draw(*scene, None, 7).mean((0, 1, 2)) for scene in SCENES]
    for emotion in EMOTIONS:
        rows = [
            draw(*scene, emotion, 7).mean((0, 1, 2)) - before
            for scene, before in zip(SCENES, plain, strict=True)
        ]
        shifts[emotion] = np.array(rows)
    for one in EMOTIONS:
        for other in EMOTIONS:
            if one < other:
                between = np.linalg.norm(shifts[one] - shifts[other], axis=1)
                assert between.min() > 20, (one, other, between)


def test_fear_runs_and_sadness_creeps():
    """Tempo belongs to the look: the cat goes further in fear than in sadness."""

    def travelled(emotion) -> float:
        clip = draw("cat", "desert", "right", emotion, 5).astype(int).sum(-1)
        ends = [np.argwhere(f < np.percentile(f, 8))[:, 1].mean() for f in (clip[0], clip[-1])]
        return ends[1] - ends[0]

    assert travelled("행복") > 1.8 * travelled("슬픔") > 0


@pytest.mark.slow
def test_a_demo_set_is_a_clean_set_of_clips(tmp_path):
    """It passes the set's own check; labels are even, held-out scenes absent, frames as drawn."""
    told = []
    clips = demo_set(tmp_path, 5, progress=lambda done, every: told.append((done, every)))
    assert check_clips(tmp_path) == clips
    assert Counter(clip.emotion for clip in clips) == dict.fromkeys((*EMOTIONS, ""), 5)
    assert not {caption(*scene) for scene in HELD_OUT} & {clip.caption for clip in clips}
    assert told[-1] == (40, 40)
    with av.open(str(tmp_path / clips[0].file)) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    assert len(frames) == 9
    assert frames[0].shape == (128, 128, 3)


@pytest.mark.slow
def test_a_demo_set_by_category_has_a_look_for_each(tmp_path):
    """Clips of a category show its subjects in its own look; the reading calls them so too."""
    clips = demo_set(tmp_path, 12, by="category")
    assert check_clips(tmp_path) == clips
    counts = dict(Counter(clip.category for clip in clips))
    assert counts == {
        "지상동물": 12, "수중동물": 12, "자연·날씨": 11, "물건·돈": 11, "탈것": 11, "": 12,
    }  # fmt: skip
    for clip in clips:
        subject = clip.caption.split()[1]
        assert clip.category in ("", CATEGORY_OF[subject])
    assert not {clip.emotion for clip in clips} - {""}
    korean = {"tiger": "호랑이", "whale": "고래", "star": "별", "umbrella": "우산", "car": "자동차"}
    for subject, word in korean.items():
        assert read(Dream(f"{word} 꿈을 꾸었다.")).category.label == CATEGORY_OF[subject]


def test_a_demo_set_of_too_many_clips_is_refused(tmp_path):
    """There are 110 scenes to draw from."""
    with pytest.raises(ValueError, match="1 to 110"):
        demo_set(tmp_path, per_label=111)
