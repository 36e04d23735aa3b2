"""Figures of the judge and of the styles, against values worked out by hand."""

from dataclasses import replace
from statistics import mean, variance

import numpy as np
import pytest
from tests.unit.training.verify.toy import LABELS, learned, passing, scene, styles

from mongyudo.training.verify.features import STYLE, style
from mongyudo.training.verify.judge import Learned, measure
from mongyudo.training.verify.rules import Rules
from mongyudo.training.verify.seen import BASE
from mongyudo.training.verify.styles import LEAST_SCALE, styles_of
from mongyudo.training.verify.verdict import judge

pytestmark = pytest.mark.slow

FEAR = LABELS[1]


def test_the_scale_is_the_spread_within_a_label_pooled() -> None:
    """Variances 1 and 9 pool to 5, their mean; what never varies has the least scale."""
    found = styles_of(
        {"a": [np.array([0.0, 4.0]), np.array([2.0, 4.0])],
         "b": [np.array([4.0, 7.0]), np.array([10.0, 7.0])]},
        [np.array([1.0, 1.0]), np.array([3.0, 1.0])],
    )  # fmt: skip
    assert found.scale == pytest.approx([np.sqrt(5), LEAST_SCALE])
    assert found.centroids == pytest.approx(np.array([[-1.0, 3.0], [5.0, 6.0]]))


def test_the_way_is_told_in_spreads_between_seeds() -> None:
    """Sample variances (n - 1) of the base's clips of one prompt, pooled over the prompts."""
    given, world = passing(FEAR), styles()
    base, worn = given.shown["held-out", BASE], given.shown["held-out", 1.0]
    way = world.centroid(FEAR) / np.linalg.norm(world.centroid(FEAR))
    along: dict[str, list[float]] = {}
    for each in base:
        along.setdefault(each.ask.prompt, []).append(float(each.style / world.scale @ way))
    spread = mean(variance(values) for values in along.values()) ** 0.5
    gone = mean(
        float((clip.style - at.style) / world.scale @ way)
        for clip, at in zip(worn, base, strict=True)
    )
    found = measure(given, world).moved
    assert found is not None
    assert found.value == pytest.approx(gone / spread)


def test_a_style_within_the_bases_spread_need_not_be_reached() -> None:
    """A label whose clips look as the base's do has nowhere to go; fear has."""
    plain = tuple(style(scene(f"learned {i}", 100 + i)) for i in range(12))
    world = styles_of({FEAR: learned(FEAR).styles, "calm": plain}, plain)
    seen = {name: replace(passing(FEAR), label=name) for name in (FEAR, "calm")}
    found = {name: measure(each, world) for name, each in seen.items()}
    assert (found[FEAR].far, found["calm"].far) == (True, False)
    asked = {
        name: {check.name for check in judge(seen[name], found[name], Rules()).checks}
        for name in found
    }
    assert "moved" in asked[FEAR]
    assert "moved" not in asked["calm"]


def pairs(cosines: np.ndarray) -> Learned:
    """Learned clips in pairs, each pair so much alike and unlike all others."""
    made = []
    for at, cosine in enumerate(cosines):
        one, other = np.zeros((2, 2 * len(cosines)), np.float32)
        one[2 * at] = 1
        other[2 * at : 2 * at + 2] = cosine, np.sqrt(1 - cosine**2)
        made += [one, other]
    return Learned((np.zeros(len(STYLE)),), tuple(made))


def copies(likeness: float, learned: Learned) -> float:
    """The share called copies when every clip is so much like the first learned one."""
    near = np.zeros_like(learned.structures[0])
    near[:2] = likeness, -np.sqrt(1 - likeness**2)
    given = passing(FEAR)
    shown = {
        key: [replace(each, structure=near) for each in clips] for key, clips in given.shown.items()
    }
    found = measure(replace(given, shown=shown, learned=learned), styles()).memorised
    assert found is not None
    return found.value


def test_a_copy_is_more_alike_than_learned_clips_are_to_each_other() -> None:
    """Twenty pairs from 0.900 to 0.995 alike: the 95th percentile lies at 0.99025."""
    many = pairs(0.9 + 0.005 * np.arange(20))
    assert [copies(likeness, many) for likeness in (0.985, 0.992)] == [0.0, 1.0]


def test_one_learned_clip_sets_no_limit_of_its_own() -> None:
    """Then nine tenths alike is a copy."""
    two = pairs(np.array([0.5]))
    alone = replace(two, structures=two.structures[:1])
    assert [copies(likeness, alone) for likeness in (0.89, 0.91)] == [0.0, 1.0]
