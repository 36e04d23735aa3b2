"""Learning rates, the average, the 8-bit optimizer that is not there."""

import math
from importlib.util import find_spec

import pytest

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.errors import UsageError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

pytestmark = pytest.mark.slow


def test_the_rate_warms_up_and_falls():
    """Linearly over the warm-up, then as half a cosine to nothing; or it stays."""
    from mongyudo.training.optimizing import rate_at
    from mongyudo.training.recipe import FitPart

    fit = FitPart(steps=12, warmup_steps=2, learning_rate=0.1, schedule="cosine")
    rates = [rate_at(fit, step) for step in range(13)]
    assert rates[:3] == pytest.approx([0.05, 0.1, 0.1])
    assert rates[7] == pytest.approx(0.1 * (1 + math.cos(math.pi / 2)) / 2)
    assert rates[12] == pytest.approx(0)
    steady = FitPart(steps=12, learning_rate=0.1)
    assert {rate_at(steady, step) for step in (0, 5, 11)} == {0.1}


def test_the_average_follows_and_is_shown_for_a_while():
    """By the decay, step by step; afterwards the parameters are as they were."""
    import torch

    from mongyudo.training.optimizing import Average

    parameter = torch.nn.Parameter(torch.zeros(2))
    average, none = Average([parameter], 0.75), Average([parameter], 0.0)
    parameter.data += 4
    average.follow()
    average.follow()
    with average.shown():
        assert parameter.tolist() == pytest.approx([1.75, 1.75])
    with none.shown():
        assert parameter.tolist() == [4.0, 4.0]
    assert parameter.tolist() == [4.0, 4.0]


@pytest.mark.skipif(find_spec("bitsandbytes") is not None, reason="bitsandbytes is installed")
def test_eight_bits_need_their_package():
    """And the message says which."""
    from mongyudo.training.optimizing import optimizer_for
    from mongyudo.training.recipe import FitPart

    with pytest.raises(UsageError, match="pip install bitsandbytes"):
        optimizer_for(FitPart(optimizer="adamw8bit"), [])
