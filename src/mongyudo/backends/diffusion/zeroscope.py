"""Zeroscope v2 576w: ModelScope's 3D UNet, trained on for wide pictures. Not for commercial use."""

import shlex
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule, Options
from mongyudo.backends.diffusion.backend import Loading
from mongyudo.backends.diffusion.hub import KEPT, Missing, Weights
from mongyudo.backends.diffusion.release import CLIP, Figure, Habit, Release
from mongyudo.backends.diffusion.unet3d import NEGATIVE, Unet3DBackend
from mongyudo.backends.diffusion.weights import examine

CARD = "https://huggingface.co/cerspense/zeroscope_v2_576w"
PARTS = ("unet", "vae", "text_encoder")
"""The release's networks, each in a folder of its own."""
MODELSCOPE = "https://huggingface.co/docs/diffusers/api/pipelines/text_to_video"


class Zeroscope(Unet3DBackend):
    """Zeroscope v2 at 576x320."""

    # Nothing in the model counts frames; 64 is the longest clip that was published for its
    # architecture. Far from the 24 it was trained on, the picture gets worse.
    spec = BackendSpec(
        name="zeroscope-v2-576w",
        takes="text",
        size_px=(576, 320),
        size_step_px=8,
        size_most_px=(576, 576),
        fps=8,
        frames=FrameRule(most=64, usual=24),
        text_limit_tokens=77,
        licence="CC-BY-NC-4.0",
        needs_gpu=True,
        lora=True,
        memory_bytes=7_900_000_000,
        takes_weights=True,
        non_commercial=True,
        sources=(CARD, MODELSCOPE),
    )
    release = Release(
        hub_id="cerspense/zeroscope_v2_576w",
        revision="6963642a64dbefa93663d1ecebb4ceda2d9ecb28",
        # Its networks are published as pickles, which are converted; not zs2_576w/*.pth.
        files=(*KEPT, *(f"{part}/*.bin" for part in PARTS)),
        steps=40,
        guidance=9.0,
        scheduler="DPM-Solver multistep",
        dtype="float16",
        habit=Habit(negative=NEGATIVE),
        parameters_m={"unet": 1410, "text_encoder": 340},
        published_gb={"plain": 7.9},
        notes_claim="576x320, up to 64 frames, at least 24",
        corrected="576x320, trained on 24 frames; the 64-frame example belongs to ModelScope 1.7b",
        figures=(
            Figure("memory", "7.9 GB for 30 frames at 576x320", CARD),
            Figure("size and length", "trained on 24 frames at 576x320", CARD),
            Figure("rate", "8 frames a second, as ModelScope 1.7b", MODELSCOPE),
            Figure("steps and guidance", "40, 9.0", CARD),
            Figure("text", "77 tokens: CLIP's positions", CLIP),
            Figure("longest", "64 frames, ModelScope 1.7b, the same architecture", MODELSCOPE),
        ),
        unestablished=("speed",),
    )

    def locate(self, options: Options) -> Weights | Missing:
        """As ever; a release in pickles, which are not loaded, counts as missing."""
        found = super().locate(options)
        if isinstance(found, Missing) or not self._pickled(found.folder):
            return found
        command = f"mongyudo backends convert {self.spec.name} {shlex.quote(str(found.folder))}"
        return Missing(
            f"{found.folder} holds the release in .bin files, which may hold code: not loaded",
            f"First run `{command} -o DIR`. Then film with --weights DIR.",
        )

    def _pickled(self, folder: Path) -> list[str]:
        """The parts that are there as pickles alone."""
        return [
            part
            for part in PARTS
            if any((folder / part).glob("*.bin")) and not any((folder / part).glob("*.safetensors"))
        ]

    def convert(self, checkpoint: Path, folder: Path) -> None:
        """The release in the folder `checkpoint` with its tensors as safetensors, in `folder`.

        Nothing in the pickles is executed. Raises BackendError unless every tensor fits.
        """
        from mongyudo.backends.diffusion.loading import loading_for
        from mongyudo.backends.diffusion.memory import named
        from mongyudo.backends.diffusion.pickles import copy_release

        copy_release(self.spec.name, checkpoint, folder, PARTS)
        examine(self.spec.name, folder)
        options = Options(device="cpu", dtype="float16")
        loading = loading_for(
            self.release.dtype, Weights(folder, str(folder)), options, named("plain")
        )
        self.load(loading)

    def scheduler(self, loading: Loading) -> Any:
        from diffusers import DPMSolverMultistepScheduler

        folder = loading.weights.folder / "scheduler"
        return DPMSolverMultistepScheduler.from_pretrained(folder, local_files_only=True)

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import DDIMScheduler, UNet3DConditionModel

        from mongyudo.backends.diffusion import tiny
        from mongyudo.backends.diffusion.unet3d import named_as_released, tiny_vae
        from mongyudo.backends.diffusion.unet3d_model import Unet3DPipeline

        tiny.seeded(seed)
        tokenizer = tiny.clip_tokenizer(folder / "tokenizer")
        Unet3DPipeline(
            vae=tiny_vae(),
            text_encoder=tiny.clip_encoder(tokenizer),
            tokenizer=tokenizer,
            unet=UNet3DConditionModel(
                block_out_channels=(8, 16),
                down_block_types=("CrossAttnDownBlock3D", "DownBlock3D"),
                up_block_types=("UpBlock3D", "CrossAttnUpBlock3D"),
                layers_per_block=1,
                cross_attention_dim=32,
                attention_head_dim=4,
                norm_num_groups=4,
            ),
            scheduler=DDIMScheduler(beta_schedule="scaled_linear", clip_sample=False),
        ).save_pretrained(folder)
        named_as_released(folder)
