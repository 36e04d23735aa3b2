"""What recognises the subject of a clip: the drawn set's own recogniser, or CLIP by proxy."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from mongyudo.errors import UsageError
from mongyudo.training.demo.words import MOTIONS, PLACES, SUBJECTS
from mongyudo.training.verify.features import Clip
from mongyudo.training.verify.grid import Trial
from mongyudo.training.verify.seen import Ask
from mongyudo.training.verify.trying import Eye

if TYPE_CHECKING:
    from mongyudo.training.recipe import VerifyPart

DRAWN_BY = "drawn by Mongyudo"
CLIP_FRAMES = 3


def eye_of(wished: "VerifyPart", asks: Sequence[Ask], trials: Sequence[Trial]) -> Eye | None:
    """The eye that a recipe wishes for; None: the structure of the base's clip stands in for it.

    Raises UsageError for CLIP without weights, and for the drawn set's recogniser where a prompt
    names none of its subjects.
    """
    kind = _fitting(wished, trials) if wished.subjects == "auto" else wished.subjects
    if kind == "drawn":
        strange = [ask.caption for ask in asks if _named(ask.caption, SUBJECTS) is None]
        if strange:
            raise UsageError(
                f"the drawn set's recogniser knows no subject of {strange[0]!r}. Known: "
                f"{', '.join(SUBJECTS)}. Set subjects under [verify]."
            )
        return drawn_eye
    if kind == "clip":
        if not wished.clip_weights:
            raise UsageError('subjects = "clip" needs clip_weights, a folder, under [verify]')
        return ClipEye(Path(wished.clip_weights))
    return None


def _fitting(wished: "VerifyPart", trials: Sequence[Trial]) -> str:
    clips = [clip for trial in trials for clip in (*trial.learned, *trial.held)]
    if all(clip.source == DRAWN_BY for clip in clips):
        return "drawn"
    return "clip" if wished.clip_weights else "structure"


def drawn_eye(asks: Sequence[Ask], clips: Sequence[Clip]) -> list[dict[str, float]]:
    """1 for each of subject, place and motion of the caption that is recognised, else 0."""
    from mongyudo.training.demo.subject import recognise_all

    found = []
    for ask, seen in zip(asks, recognise_all(clips), strict=True):
        wished = [_named(ask.caption, words) for words in (SUBJECTS, PLACES, MOTIONS)]
        named = zip(("subject", "place", "motion"), wished, seen.best, strict=True)
        found.append({kind: float(word == best) for kind, word, best in named})
    return found


def _named(caption: str, words: Sequence[str]) -> str | None:
    """The first of the words that a caption holds."""
    spoken = caption.lower().replace(",", " ").replace(".", " ").split()
    return next((word for word in words if word in spoken), None)


class ClipEye:
    """Cosine of a clip's frames with its caption by a CLIP model: a proxy for what is shown."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoProcessor, CLIPModel

        try:
            self._model = CLIPModel.from_pretrained(folder, local_files_only=True).eval()
            self._processor: Any = AutoProcessor.from_pretrained(folder, local_files_only=True)
        except (OSError, ValueError) as error:
            raise UsageError(f"clip_weights {str(folder)!r} is no CLIP model: {error}") from error

    def __call__(self, asks: Sequence[Ask], clips: Sequence[Clip]) -> list[dict[str, float]]:
        """Mean over CLIP_FRAMES frames, -1..1."""
        import torch

        found = []
        for ask, clip in zip(asks, clips, strict=True):
            at = np.linspace(0, len(clip) - 1, CLIP_FRAMES).round().astype(int)
            given = self._processor(
                text=[ask.caption], images=[clip[i] for i in at], return_tensors="pt",
                padding=True, truncation=True,
            )  # fmt: skip
            with torch.inference_mode():
                seen = self._model(**given)
            cosines = seen.image_embeds @ seen.text_embeds.T
            found.append({"CLIP similarity": float(cosines.mean())})
        return found
