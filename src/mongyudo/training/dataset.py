"""The data of a recipe: a prepared set as it is, or a set of clips, prepared for the recipe's model
into the run's own folder."""

from pathlib import Path

from mongyudo.backends.registry import get
from mongyudo.errors import DataError
from mongyudo.training.clips import is_clip_set
from mongyudo.training.prepare import Wishes, prepare
from mongyudo.training.prepared import PreparedSet, is_prepared, read_prepared
from mongyudo.training.recipe import Recipe
from mongyudo.training.run import PREPARED
from mongyudo.training.telling import Tell


def data_for(recipe: Recipe, folder: Path, out: Path, tell: Tell, *, on_cpu: bool) -> PreparedSet:
    """The set in `folder`, prepared into `out`/prepared unless it is already.

    Of several processes one prepares and the others wait. Raises DataError when `folder` is
    neither, or a clip in it cannot be used.
    """
    if is_prepared(folder):
        return read_prepared(folder)
    if not is_clip_set(folder):
        raise DataError(
            f"{str(folder)!r} is neither a set of clips nor a prepared one. Make one with "
            f"`mongyudo data demo` or `mongyudo data import`, or name another with --data."
        )
    from accelerate import PartialState

    state = PartialState(cpu=on_cpu)
    with state.main_process_first():
        found = _prepared(recipe, folder, out, tell)
    if state.is_main_process:
        tell.say(_summary(found))
    return found


def _prepared(recipe: Recipe, folder: Path, out: Path, tell: Tell) -> PreparedSet:
    part = recipe.data
    # No label is insisted on: clips without one keep the model as it was.
    wishes = Wishes(size_px=part.size_px, frames=part.frames, fps=part.fps)

    def heard(_file: str, share: float) -> None:
        tell.share("preparing", share)

    return prepare(folder, out / PREPARED, get(recipe.backend).spec, wishes, heard)


def _summary(found: PreparedSet) -> str:
    """What became of the videos."""
    line = f"{found.folder}: {len(found.clips)} clips"
    if not found.rejected:
        return line
    return f"{line}, {len(found.rejected)} left out; why: mongyudo data inspect {found.folder}"
