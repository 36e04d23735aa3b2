"""AnimateDiff v3: layers of motion put into a Stable Diffusion 1.5 model of the user's choice."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule, Options
from mongyudo.backends.diffusion.backend import DiffusionBackend, Loading
from mongyudo.backends.diffusion.files import AGAIN, read_json
from mongyudo.backends.diffusion.hub import Missing, Weights, in_cache
from mongyudo.backends.diffusion.release import CLIP, PIPELINES, Figure, Habit, Release
from mongyudo.backends.diffusion.weights import examine_tensors, examine_words
from mongyudo.errors import BackendError

CARD = "https://huggingface.co/guoyww/animatediff-motion-adapter-v1-5-3"
CODE = "https://github.com/guoyww/AnimateDiff"
GUIDE = "https://huggingface.co/docs/diffusers/api/pipelines/animatediff"
SCRIPT = f"{CODE}/blob/main/scripts/animate.py"
PIPELINE = f"{PIPELINES}/animatediff/pipeline_animatediff.py"
SAVED = f"{CODE}/blob/main/animatediff/utils/util.py"
MOTION = "motion_adapter"
"""The folder of the motion adapter, beside the parts of the Stable Diffusion model."""
MODELS = ("text_encoder", "unet", "vae")
NEGATIVE = "bad anatomy, worst quality, low quality, blurry, flicker, text, watermark"


class AnimateDiff(DiffusionBackend):
    """AnimateDiff v3 on an SD1.5 model."""

    # No memory was published: what is told is the weights' own size in 16 bits, counted from the
    # classes (859.5 + 417.1 + 123 + 83.7 million parameters).
    spec = BackendSpec(
        name="animatediff-v3",
        takes="text",
        size_px=(512, 512),
        size_step_px=8,
        size_most_px=(512, 512),
        fps=8,
        frames=FrameRule(most=32, usual=16),
        text_limit_tokens=77,
        licence="Apache-2.0 (motion); the SD1.5 model has its own",
        needs_gpu=True,
        lora=True,
        memory_bytes=3_000_000_000,
        takes_weights=True,
        sources=(CARD, CODE, GUIDE),
    )
    release = Release(
        hub_id="guoyww/animatediff-motion-adapter-v1-5-3",
        revision="449d8993ead63a068e1030eb26925132814db1c8",
        landmark="config.json",
        files=("config.json", "diffusion_pytorch_model.safetensors"),
        steps=25,
        guidance=7.5,
        scheduler="DDIM, linear",
        dtype="float16",
        habit=Habit(negative=NEGATIVE),
        parameters_m={"unet": 1277, "text_encoder": 123, "vae": 84},
        notes_claim="up to 2048x2048, 14 or 25 frames, 2-4 s",
        corrected=(
            "512x512 is the norm; 16 frames, 32 at most; the 14 and 25 frames belong to Stable "
            "Video Diffusion"
        ),
        figures=(
            Figure("size and length", "512x512, 16 frames, by default", SCRIPT),
            Figure("rate", "films are saved at 8 frames a second", SAVED),
            Figure("steps and guidance", "25, 7.5; DDIM linear, clip_sample False", GUIDE),
            Figure("text", "77 tokens: CLIP's positions", CLIP),
            Figure("memory", "the weights alone, counted: 3.0 GB in 16 bits", PIPELINE),
            Figure("longest", "32 frames: motion_max_seq_length of the adapter", CARD),
            Figure("picture", "takes none; only with SparseCtrl, a network of its own", GUIDE),
        ),
        unestablished=("speed",),
    )
    denoisers = ("unet",)

    def locate(self, options: Options) -> Weights | Missing:
        """The SD1.5 model that the options name; the motion adapter lies beside it or apart."""
        kept = options.weights_dir / self.spec.name if options.weights_dir else None
        if not options.weights and not (kept and kept.is_dir()):
            return Missing(
                "no SD1.5 model is named",
                "Give one with --weights: a folder in diffusers' layout or a hub id, such as "
                "stable-diffusion-v1-5/stable-diffusion-v1-5.",
            )
        found = super().locate(options)
        if isinstance(found, Missing):
            return replace(
                found,
                remedy="Give an SD1.5 model in diffusers' layout with --weights: a folder, or a "
                "hub id that `hf download` has brought.",
            )
        motion = self._motion(found)
        return motion if isinstance(motion, Missing) else found

    def _motion(self, weights: Weights) -> Path | Missing:
        """The motion adapter's folder: beside the SD1.5 parts, else in the hub's cache."""
        beside = weights.folder / MOTION
        if beside.is_dir():
            return beside
        found = in_cache(self.spec.name, self.release.source, self.release.hub_id)
        if isinstance(found, Weights):
            return found.folder
        return Missing(
            f"the motion adapter is missing: {found.reason}",
            f"{found.remedy} It may lie in {beside}, too.",
        )

    def examine(self, weights: Weights) -> None:
        """The parts that are used, and the adapter; a safety checker or others may be absent."""
        folders = [weights.folder / part for part in MODELS]
        for folder in (*folders, *self.base_files(weights)[1:]):
            if not folder.is_dir():
                raise BackendError(f"{self.spec.name}: there is no {folder}. {AGAIN}")
            read_json(folder / "config.json")
            examine_tensors(self.spec.name, folder)
        examine_words(self.spec.name, weights.folder / "tokenizer")
        read_json(weights.folder / "scheduler" / "scheduler_config.json")

    def base_files(self, weights: Weights) -> list[Path]:
        """The picture's layers and those of motion."""
        motion = self._motion(weights)
        return [weights.folder / "unet", *([motion] if isinstance(motion, Path) else [])]

    def load(self, loading: Loading) -> Any:
        from diffusers import AnimateDiffPipeline, DDIMScheduler
        from transformers import CLIPTokenizer

        folder = loading.weights.folder
        parts = self._parts(loading)
        try:
            tokenizer = CLIPTokenizer.from_pretrained(folder / "tokenizer", local_files_only=True)
        except (OSError, ValueError, TypeError) as error:
            raise BackendError(
                f"{self.spec.name}: {folder / 'tokenizer'} cannot be loaded: {error}. {AGAIN}"
            ) from error
        scheduler = DDIMScheduler.from_pretrained(
            folder / "scheduler",
            local_files_only=True,
            beta_schedule="linear",
            clip_sample=False,
            timestep_spacing="linspace",
            steps_offset=1,
        )
        pipe = AnimateDiffPipeline(tokenizer=tokenizer, scheduler=scheduler, **parts)
        # The adapter's layers are copied into a new denoiser, which is not frozen yet.
        pipe.unet.requires_grad_(requires_grad=False)
        return pipe

    def _parts(self, loading: Loading) -> dict[str, Any]:
        """The models of the SD1.5 folder and the adapter, each loaded strictly."""
        from diffusers import AutoencoderKL, MotionAdapter, UNet2DConditionModel
        from transformers import CLIPTextModel

        from mongyudo.backends.diffusion.loading import load_part

        motion = self._motion(loading.weights)
        if isinstance(motion, Missing):
            raise BackendError(f"{self.spec.name}: {motion.reason}. {motion.remedy}")
        name, dtype = self.spec.name, loading.dtype
        at_motion = replace(loading, weights=replace(loading.weights, folder=motion.parent))
        return {
            "vae": load_part(name, AutoencoderKL, loading, "vae", dtype),
            "text_encoder": load_part(name, CLIPTextModel, loading, "text_encoder", dtype),
            "unet": load_part(name, UNet2DConditionModel, loading, "unet", dtype),
            "motion_adapter": load_part(name, MotionAdapter, at_motion, motion.name, dtype),
        }

    def write_tiny(self, folder: Path, seed: int) -> None:
        from diffusers import MotionAdapter

        from mongyudo.backends.diffusion import tiny

        tiny.seeded(seed)
        write_tiny_painter(folder)
        motion = MotionAdapter(
            block_out_channels=(8, 16),
            motion_layers_per_block=1,
            motion_num_attention_heads=2,
            motion_norm_num_groups=4,
            use_motion_mid_block=False,
        )
        motion.save_pretrained(folder / MOTION)


def write_tiny_painter(folder: Path) -> None:
    """A small text-to-image model in the layout of Stable Diffusion 1.5."""
    from diffusers import PNDMScheduler, StableDiffusionPipeline, UNet2DConditionModel

    from mongyudo.backends.diffusion import tiny
    from mongyudo.backends.diffusion.unet3d import tiny_vae

    tokenizer = tiny.clip_tokenizer(folder / "tokenizer")
    StableDiffusionPipeline(
        vae=tiny_vae(),
        text_encoder=tiny.clip_encoder(tokenizer),
        tokenizer=tokenizer,
        unet=UNet2DConditionModel(
            block_out_channels=(8, 16),
            down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
            up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
            layers_per_block=1,
            cross_attention_dim=32,
            attention_head_dim=4,
            norm_num_groups=4,
        ),
        scheduler=PNDMScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            skip_prk_steps=True,
            steps_offset=1,
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).save_pretrained(folder)
