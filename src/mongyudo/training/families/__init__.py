"""What each family of models learns, and how its clips and texts are encoded."""

from typing import TYPE_CHECKING, Any

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.errors import UsageError

if TYPE_CHECKING:
    from mongyudo.training.families.contract import Trainee


def trainee(backend: DiffusionBackend, pipe: Any) -> "Trainee":
    """The loaded pipeline as something that learns, by its class; raises UsageError for one whose
    loss is not known here."""
    from mongyudo.training.families import diffused, flow

    known: dict[str, type[Trainee]] = {
        "WanPipeline": flow.Wan,
        "LTXPipeline": flow.Ltx,
        "MochiPipeline": flow.Mochi,
        "HunyuanVideoPipeline": flow.Hunyuan,
        "OpenSoraPipeline": flow.OpenSora,
        "CogVideoXPipeline": diffused.CogVideoX,
        "AnimateDiffPipeline": diffused.AnimateDiff,
        "StableVideoDiffusionPipeline": diffused.Svd,
        "Unet3DPipeline": diffused.Zeroscope,
    }
    kind = known.get(type(pipe).__name__)
    if kind is diffused.Zeroscope and hasattr(pipe.scheduler, "scales"):
        kind = diffused.VideoCrafter2
    if kind is None or len(backend.denoisers) > 1:
        raise UsageError(
            f"{backend.spec.name} cannot be trained here yet. What can: one of the recipes/."
        )
    return kind(backend, pipe)
