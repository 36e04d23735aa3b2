"""What happened while fitting: a line of JSON a step, TensorBoard's events, sample videos."""

import json
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from mongyudo.film.encode import VideoFormat, encode
from mongyudo.training.sampling import Clip


class Journal:
    """The journal in `folder`, continued after `step`: later lines of a broken run are dropped."""

    def __init__(self, folder: Path, step: int) -> None:
        from torch.utils.tensorboard import SummaryWriter

        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "log.jsonl"
        self._path.write_text("".join(_until(self._path, step)), encoding="utf-8")
        self._file = self._path.open("a", buffering=1, encoding="utf-8")
        self._board: Any = SummaryWriter(str(folder / "tensorboard"), purge_step=step + 1)

    def note(self, step: int, **values: Any) -> None:
        """One line; single numbers are drawn as curves too."""
        self._file.write(json.dumps({"step": step, **values}, ensure_ascii=False) + "\n")
        for name, value in values.items():
            if isinstance(value, float):
                self._board.add_scalar(name, value, step)

    def show(self, step: int, clips: Sequence[Clip], fps: int) -> Path:
        """Sample clips side by side as one video; its middle frame goes to TensorBoard."""
        path = self._folder / "samples" / f"step-{step:06d}.mp4"
        path.parent.mkdir(exist_ok=True)
        row = np.concatenate(clips, axis=2)
        encode(path, row, VideoFormat((row.shape[2], row.shape[1]), fps))
        self._board.add_image("sample", row[len(row) // 2], step, dataformats="HWC")
        return path

    def flush(self) -> None:
        """Everything noted so far is in the files."""
        self._file.flush()
        self._board.flush()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()
        self._board.close()


def read_journal(folder: Path) -> list[dict[str, Any]]:
    """The lines of a label's journal, oldest first; [] where nothing was noted yet."""
    return [json.loads(line) for line in _lines(folder / "log.jsonl")]


def _lines(path: Path) -> list[str]:
    """Whole lines; the last one of a run that was killed may be half a line."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return [line for line in lines if line.endswith("\n")]


def _until(path: Path, step: int) -> list[str]:
    return [line for line in _lines(path) if json.loads(line)["step"] <= step]
