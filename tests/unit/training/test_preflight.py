"""The look ahead: what it counts, and what it advises."""

from dataclasses import replace

import pytest

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.errors import BackendError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

pytestmark = pytest.mark.slow


def no_memory() -> None:
    """As a GPU says it."""
    import torch

    raise torch.OutOfMemoryError("CUDA out of memory")


def test_what_does_not_fit_is_told_with_what_helps():
    """The best first, and nothing that is done already."""
    import torch

    from mongyudo.training.preflight import look_ahead
    from mongyudo.training.recipe import FitPart

    cpu = torch.device("cpu")
    with pytest.raises(BackendError) as caught:
        look_ahead(no_memory, "832x480, 81 frames", FitPart(batch=4), 10, cpu)
    said = str(caught.value)
    helps = ["gradient_checkpointing = true", "batch = 1 with accumulation = 4", "adamw8bit"]
    places = [said.index(each) for each in helps]
    assert places == sorted(places)
    assert "832x480, 81 frames, batch 4" in said
    pressed = FitPart(gradient_checkpointing=True, optimizer="adamw8bit")
    with pytest.raises(BackendError) as caught:
        look_ahead(no_memory, "832x480, 81 frames", pressed, 10, cpu)
    assert not any(each in str(caught.value) for each in helps)


def test_the_outlook_counts_the_optimizers_state():
    """Eight bytes a parameter, two in 8 bits, four more for an average; tight is said."""
    import torch

    from mongyudo.training.preflight import GB, look_ahead
    from mongyudo.training.recipe import FitPart

    def needs(trained: int, **fit: object) -> float:
        settings = FitPart(**fit)
        return look_ahead(lambda: None, "s", settings, trained, torch.device("cpu")).needs_gb

    base, many = needs(0), 10**9
    assert needs(many) - base == pytest.approx(8 * many / GB, abs=0.1)
    assert needs(many, optimizer="adamw8bit") - base == pytest.approx(2 * many / GB, abs=0.1)
    assert needs(many, ema_decay=0.9) - base == pytest.approx(12 * many / GB, abs=0.1)
    outlook = look_ahead(lambda: None, "s", FitPart(), 10**12, torch.device("cpu"))
    assert "This is tight: gradient_checkpointing" in outlook.line
    assert "tight" not in replace(outlook, advice=()).line


@pytest.mark.parametrize(("share", "tight"), [(0.86, False), (0.93, True)])
def test_nine_tenths_of_the_memory_are_tight(share: float, *, tight: bool) -> None:
    """Samples and fragments come on top."""
    import torch

    from mongyudo.training.preflight import GB, look_ahead
    from mongyudo.training.recipe import FitPart

    cpu = torch.device("cpu")
    empty = look_ahead(lambda: None, "s", FitPart(), 0, cpu)
    trained = round((share * empty.has_gb - empty.needs_gb) * GB / 8)
    assert bool(look_ahead(lambda: None, "s", FitPart(), trained, cpu).advice) is tight
