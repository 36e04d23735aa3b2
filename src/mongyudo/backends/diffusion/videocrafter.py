"""VideoCrafter2: a 3D UNet that is told a frame rate, on a schedule of its own."""

import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule, Options
from mongyudo.backends.diffusion.backend import Loading
from mongyudo.backends.diffusion.hub import INDEX, Missing, Weights
from mongyudo.backends.diffusion.release import CLIP, Figure, Habit, Release
from mongyudo.backends.diffusion.unet3d import NEGATIVE, Unet3DBackend

CODE = "https://github.com/AILab-CVC/VideoCrafter"
CARD = "https://huggingface.co/VideoCrafter/VideoCrafter2"
TOOLBOX = "https://github.com/VideoVerses/VideoTuna"
CHECKPOINT = "model.ckpt"


class VideoCrafter2(Unet3DBackend):
    """VideoCrafter2 at 512x320, 16 frames."""

    # Films are kept at 10 frames a second by the release's own script; 28 is only what the model
    # is told.
    spec = BackendSpec(
        name="videocrafter2",
        takes="text",
        size_px=(512, 320),
        size_step_px=16,
        size_most_px=(512, 512),
        fps=10,
        frames=FrameRule(most=16, usual=16),
        text_limit_tokens=77,
        licence="Apache-2.0, research and non-commercial only",
        needs_gpu=True,
        lora=True,
        memory_bytes=11_000_000_000,
        takes_weights=True,
        non_commercial=True,
        sources=(CODE, CARD, TOOLBOX),
    )
    release = Release(
        hub_id="VideoCrafter/VideoCrafter2",
        revision="7b4079838622fcba3fc2c9575210df3ed1cb8d69",
        landmark=CHECKPOINT,
        files=(CHECKPOINT,),
        steps=50,
        guidance=12.0,
        scheduler="DDIM, eta 1, signal scaled from 1 to 0.7 over the first 400 steps",
        dtype="float16",
        habit=Habit(negative=NEGATIVE),
        parameters_m={"unet": 1410, "text_encoder": 340},
        published_gb={"plain": 11},
        notes_claim="320x512, at least 16 frames",
        corrected="512x320 (width x height), 16 frames",
        figures=(
            Figure("memory", "11 GB for 16 frames at 512x320", TOOLBOX),
            Figure("size and length", "512x320, 16 frames", TOOLBOX),
            Figure("steps and guidance", "50, 12, eta 1, fps 28: run_text2video.sh", CODE),
            Figure("text", "77 tokens: CLIP's positions", CLIP),
            Figure(
                "rate", "10 frames a second: --savefps of scripts/evaluation/inference.py", CODE
            ),
            Figure("size", "sides are multiples of 16: scripts/evaluation/inference.py", CODE),
            Figure("terms", "personal, research, non-commercial purposes only: README", CODE),
        ),
        unestablished=("speed",),
    )
    eta = 1.0

    def locate(self, options: Options) -> Weights | Missing:
        """As ever; a checkpoint that is not converted yet counts as missing, with the command."""
        asked = Path(options.weights) if options.weights else None
        if asked is not None and asked.suffix == ".ckpt" and asked.is_file():
            return _unconverted(asked)
        found = super().locate(options)
        if isinstance(found, Weights):
            file = found.folder / CHECKPOINT
            whole = (found.folder / INDEX).exists() or not file.exists()
            return found if whole else _unconverted(file)
        if asked is not None:
            return found
        fetch = f"Run `mongyudo backends download {self.spec.name}`, or give a converted folder"
        return replace(found, remedy=f"{fetch} with --weights.")

    def convert(self, checkpoint: Path, folder: Path) -> None:
        """Write a folder that films from the release's model.ckpt."""
        from mongyudo.backends.diffusion.videocrafter_convert import convert

        convert(checkpoint, folder)

    def unet_class(self) -> type[Any]:
        from mongyudo.backends.diffusion.videocrafter_model import VideoCrafterUNet

        found: type[Any] = VideoCrafterUNet
        return found

    def scheduler(self, loading: Loading) -> Any:
        from mongyudo.backends.diffusion.videocrafter_model import ScaledDDIM

        folder = loading.weights.folder / "scheduler"
        return ScaledDDIM.from_pretrained(folder, local_files_only=True)

    def load(self, loading: Loading) -> Any:
        pipe = super().load(loading)
        # The release's text encoder is OpenCLIP's, whose tokenizer is not quite CLIP's own.
        pipe.reads_as_open_clip = True
        return pipe

    def write_tiny(self, folder: Path, seed: int) -> None:
        from mongyudo.backends.diffusion.videocrafter_tiny import write_checkpoint

        self.convert(write_checkpoint(folder, seed), folder)


def _convert(file: Path | str) -> str:
    return f"run `mongyudo backends convert videocrafter2 {shlex.quote(str(file))} -o DIR`."


def _unconverted(file: Path) -> Missing:
    return Missing(
        f"{file} is the release's checkpoint and not converted yet",
        f"First {_convert(file)} Then film with --weights DIR.",
    )
