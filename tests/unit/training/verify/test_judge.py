"""Adapters good and bad, without weights: the bad ones fail, each for its own reason."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from tests.unit.training.verify.toy import (
    LABELS,
    evidence,
    falling,
    good,
    graded,
    learned_clips,
    passing,
    scene,
    styles,
)

from mongyudo.training.verify.features import Clip
from mongyudo.training.verify.intervals import Figure
from mongyudo.training.verify.judge import Evidence, measure
from mongyudo.training.verify.rules import Rules
from mongyudo.training.verify.seen import Ask
from mongyudo.training.verify.verdict import Verdict, judge

pytestmark = pytest.mark.slow

FEAR = LABELS[1]


def verdict(given: Evidence, rules: Rules | None = None) -> Verdict:
    """The verdict among the three styles."""
    return judge(given, measure(given, styles()), rules or Rules())


def failed(given: Evidence, rules: Rules | None = None) -> set[str]:
    """Names of the checks that failed."""
    return {check.name for check in verdict(given, rules).checks if not check.passed}


@pytest.mark.parametrize("label", LABELS)
def test_a_good_adapter_passes(label: str) -> None:
    """Every check of it, and its figures are those of a good one."""
    given = passing(label)
    found = measure(given, styles())
    assert failed(given) == set()
    assert found.style["held-out@1"].value == 1.0
    assert found.margin is not None
    assert found.margin.value > 0.3
    assert found.leak is not None
    assert found.leak.value == 0


def zero(ask: Ask, scale: float) -> Clip:
    """B is zero: the base at any scale."""
    del scale
    return scene(ask.caption, ask.seed)


def noise(ask: Ask, scale: float) -> Clip:
    """Fear's colours and nothing to be seen."""
    clip = scene(ask.caption, ask.seed)
    if not scale:
        return clip
    dice = np.random.default_rng([ask.seed, len(ask.prompt), *ask.caption.encode()])
    return graded((clip.mean() + dice.normal(0, 12, clip.shape)).clip(0, 255), FEAR)


def random_labels(ask: Ask, scale: float) -> Clip:
    """It learned clips of all labels as one."""
    clip = scene(ask.caption, ask.seed)
    looks = [graded(clip, label, scale).astype(float) for label in LABELS]
    return np.mean(looks, axis=0).astype(np.uint8) if scale else clip


def of_another(ask: Ask, scale: float) -> Clip:
    """It learned another emotion's clips."""
    return graded(scene(ask.caption, ask.seed), LABELS[2], scale)


def memorised(ask: Ask, scale: float) -> Clip:
    """Whatever is asked, one of two clips that it learned from."""
    if not scale:
        return scene(ask.caption, ask.seed)
    return learned_clips(FEAR, 2)[ask.seed % 2]


def frozen(ask: Ask, scale: float) -> Clip:
    """The right look, and nothing moves."""
    clip = graded(scene(ask.caption, ask.seed), FEAR, scale)
    return np.repeat(clip[:1], len(clip), axis=0) if scale else clip


def eight_steps(ask: Ask, scale: float) -> Clip:
    """It has hardly begun."""
    return graded(scene(ask.caption, ask.seed), FEAR, 0.1 * scale)


def not_base_at_0(ask: Ask, scale: float) -> Clip:
    """Something stays on the model when it is weighed nothing."""
    clip = graded(scene(ask.caption, ask.seed), FEAR, scale)
    clip[0, 0, 0, 0] ^= 1 if not scale else 0
    return clip


@pytest.mark.parametrize(
    ("model", "ratio", "reasons"),
    [
        (zero, 1.0, {"effect", "style", "moved", "loss"}),
        (noise, 1.4, {"identity", "loss"}),
        (random_labels, 0.9, {"style"}),
        (of_another, 1.1, {"style", "loss"}),
        (memorised, 0.83, {"identity", "memorised"}),
        (frozen, 0.7, {"motion"}),
        (eight_steps, 0.9, {"style"}),
        (not_base_at_0, 0.5, {"scale 0"}),
    ],
)
def test_a_bad_adapter_fails(
    model: Callable[[Ask, float], Clip], ratio: float, reasons: set[str]
) -> None:
    """For at least the reasons that are its own, told in words."""
    given = evidence(FEAR, model, falling(ratio))
    assert reasons <= failed(given)
    assert len(verdict(given).why) == len(failed(given))


def test_an_adapter_that_does_not_fit_fails() -> None:
    """Of another base: nothing was filmed, and the reason is the loader's."""
    given = replace(passing(FEAR), fault="trained on another base")
    assert verdict(given).why == ("trained on another base",)


def test_without_clips_held_out_nothing_is_proved() -> None:
    """No loss is no pass."""
    given = replace(passing(FEAR), losses=None)
    assert failed(given) == {"loss"}


def test_a_loss_that_falls_by_chance_proves_nothing() -> None:
    """The interval's upper end counts, not the middle."""
    base = np.linspace(0.8, 1.2, 8)
    swings = 1 + 0.3 * np.array([1, -1, 1, -1, 1, -1, 1, -1.4])
    losses = replace(falling(1), base=tuple(base), adapter=tuple(base * swings))
    assert sum(losses.adapter) < sum(losses.base)
    assert failed(replace(passing(FEAR), losses=losses)) == {"loss"}


def test_recognised_subjects_outrank_the_proxy() -> None:
    """Where something recognises subjects, its share over the base's decides."""

    def forgetful(ask: Ask, clip: Clip) -> dict[str, float]:
        graded_by_it = not np.array_equal(clip, scene(ask.caption, ask.seed))
        return {"subject": float(not graded_by_it or ask.seed == 0)}

    given = evidence(FEAR, good(FEAR), kept=forgetful)
    found = measure(given, styles())
    assert found.identity_by == "subject"
    assert found.identity is not None
    assert found.identity.value == 0.5
    assert failed(given) == {"identity"}


def test_on_a_base_that_shows_nothing_nothing_is_proved() -> None:
    """Keeping as little as the base keeps is no identity."""

    def guessing(ask: Ask, clip: Clip) -> dict[str, float]:
        del clip
        return {"subject": float(ask.seed == 0 and ask.caption.endswith("0"))}

    assert failed(evidence(FEAR, good(FEAR), kept=guessing)) == {"base"}


def test_a_leak_is_told_and_judged_when_asked() -> None:
    """An adapter that colours every clip leaks; only a recipe that limits it fails for that."""

    def leaking(ask: Ask, scale: float) -> Clip:
        return graded(scene(ask.caption, ask.seed), FEAR, scale)

    given = evidence(FEAR, leaking)
    leak = measure(given, styles()).leak
    assert leak is not None
    assert leak.value == 1
    assert failed(given) == set()
    assert failed(given, Rules(leak_below=0.5)) == {"leak"}


def test_clips_that_stand_nearly_still_ask_for_no_more_motion() -> None:
    """An adapter of calm clips moves as they do, not as the base does."""
    measures = measure(passing(FEAR), styles())
    given = passing(FEAR)
    slow = replace(measures, motion=Figure(0.2, 0.1, 0.3, 8))
    for wished, names in ((0.5, set()), (2.0, {"motion"})):
        found = judge(given, replace(slow, motion_wished=wished), Rules())
        assert {check.name for check in found.checks if not check.passed} == names


def test_what_could_not_be_measured_is_not_passed() -> None:
    """An absent figure is no good figure."""
    given = passing(FEAR)
    measures = replace(measure(given, styles()), identity=None, moved=None, style={})
    found = judge(given, measures, Rules())
    names = {check.name for check in found.checks if not check.passed}
    assert names == {"identity", "moved", "style"}


def test_clips_that_are_all_alike_are_a_collapse() -> None:
    """Half of the base's diversity is asked."""
    given = passing(FEAR)
    alike = replace(measure(given, styles()), diversity=Figure(0.4, 0.3, 0.5, 8))
    found = judge(given, alike, Rules())
    assert {check.name for check in found.checks if not check.passed} == {"diversity"}


def test_a_proxy_is_judged_by_its_own_limit() -> None:
    """Structure is not the subject: less of it is asked."""
    given = passing(FEAR)
    some = replace(measure(given, styles()), identity=Figure(0.55, 0.4, 0.7, 16))
    found = judge(given, some, Rules(proxy_least=0.6, diversity_least=0.1))
    assert {check.name for check in found.checks if not check.passed} == {"identity"}
    assert judge(given, some, Rules(proxy_least=0.5)).passed
