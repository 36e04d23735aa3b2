"""A checkpoint is taken up by the run that wrote it and by no other."""

from pathlib import Path

import pytest

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.errors import UsageError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

import torch

from mongyudo.training.checkpoint import Checkpoint, read_checkpoint, write_checkpoint

pytestmark = pytest.mark.slow


def test_a_checkpoint_of_another_run_is_refused(tmp_path: Path) -> None:
    """Also in the right folder, where somebody may have copied it."""
    path = tmp_path / "checkpoint" / "state.pt"
    write_checkpoint(path, Checkpoint(3, "mine", [torch.ones(2)], [], {"state": {}}, {}))
    found = read_checkpoint(path, "mine")
    assert (found.step, found.adapter[0].tolist()) == (3, [1.0, 1.0])
    assert [each.name for each in path.parent.iterdir()] == ["state.pt"]
    with pytest.raises(UsageError, match="other settings"):
        read_checkpoint(path, "another")
