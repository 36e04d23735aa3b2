"""VideoTuna's text-to-video flows, as data: script, arguments, weights, and what comes out.

A flow makes one shape. Where a script takes a size or a length at all, it is the one it was
written for; the others ignore what they are told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mongyudo.backends.diffusion.hunyuan import GATE as HUNYUAN_GATE
from mongyudo.backends.diffusion.hunyuan import LICENCE as HUNYUAN_LICENCE
from mongyudo.backends.diffusion.release import Figure

CODE = "https://github.com/VideoVerses/VideoTuna"
READ_AT = f"{CODE}/blob/0d49a541459f204f09432a637163b0b93ae16890"
"""The commit that all command lines and figures were read at."""
NAME_BYTES = 255
"""Longest file name on common file systems."""


@dataclass(frozen=True, slots=True)
class Job:
    """One clip: a prompt file that ends in .txt, an empty folder, a seed, wished steps."""

    prompt_file: Path
    output: Path
    seed: int
    steps: int | None


@dataclass(frozen=True, slots=True)
class Flow:
    """A script of VideoTuna with one model. `checkpoint` "" lets the script ask the hub itself.

    `memory_gb` is by VideoTuna's own table; `prompt_most_bytes` 0 is no limit. `gate` is why the
    flow is closed to whoever has not acknowledged `licence`.
    """

    script: str
    checkpoint: str
    size_px: tuple[int, int]
    frames: int
    fps: int
    text_limit_tokens: int
    memory_gb: int
    arguments: Callable[[Job, "Flow"], tuple[str, ...]]
    figures: tuple[Figure, ...]
    prompt_most_bytes: int = 0
    licence: str = ""
    gate: str = ""


def _size(flow: Flow) -> tuple[str, ...]:
    return ("--height", str(flow.size_px[1]), "--width", str(flow.size_px[0]))


def _files(job: Job, flow: Flow) -> tuple[str, ...]:
    files = ("--prompt_file", str(job.prompt_file), "--savedir", str(job.output))
    return (*files, "--seed", str(job.seed), "--ckpt_path", flow.checkpoint)


def _videocrafter(job: Job, flow: Flow) -> tuple[str, ...]:
    # The config asks for three samples of a prompt in batches of two: one is wanted.
    config = "configs/001_videocrafter2/vc2_t2v_320x512.yaml"
    one = ("--bs", "1", "--n_samples_prompt", "1")
    steps = ("--ddim_steps", str(job.steps)) if job.steps else ()
    rest = (*_size(flow), *one, "--savefps", str(flow.fps), *steps)
    return ("--config", config, *_files(job, flow), *rest)


def _wan(job: Job, flow: Flow) -> tuple[str, ...]:
    config = "configs/008_wanvideo/wan2_1_t2v_14B.yaml"
    shape = (*_size(flow), "--frames", str(flow.frames), "--savefps", str(flow.fps))
    sampling = ("--time_shift", "3.0", "--num_inference_steps", str(job.steps or 50))
    rest = (*shape, *sampling, "--enable_model_cpu_offload")
    return ("--config", config, *_files(job, flow), *rest)


def _cogvideox(job: Job, flow: Flow) -> tuple[str, ...]:
    files = ("--model_input", str(job.prompt_file), "--output_path", str(job.output))
    model = ("--generate_type", "t2v", "--model_path", flow.checkpoint, "--dtype", "float16")
    steps = ("--num_inference_steps", str(job.steps or 50), "--guidance_scale", "3.5")
    rest = ("--seed", str(job.seed), "--num_videos_per_prompt", "1")
    return (*model, *files, *steps, *rest, "--enable_model_cpu_offload", "--enable_vae_tiling")


def _mochi(job: Job, flow: Flow) -> tuple[str, ...]:
    files = ("--prompt_file", str(job.prompt_file), "--savedir", str(job.output))
    return (*files, "--seed", str(job.seed), "--bs", "1", *_size(flow))


def _hunyuan(job: Job, flow: Flow) -> tuple[str, ...]:
    # Without the precision the script overrides its config and loads 32 bits.
    config = "configs/007_hunyuanvideo/hunyuanvideo_t2v_diffuser.yaml"
    rest = ("--bs", "1", "--savefps", str(flow.fps), "--denoiser_precision", "fp16")
    return ("--config", config, *_files(job, flow), *_size(flow), *rest)


def _memory(value: str) -> Figure:
    return Figure("memory and time", value, f"{READ_AT}/README.md")


FLOWS: Mapping[str, Flow] = {
    "videocrafter2": Flow(
        script="scripts/inference_new.py",
        checkpoint="checkpoints/videocrafter/t2v_v2_512_split",
        size_px=(512, 320),
        frames=16,
        fps=10,
        text_limit_tokens=77,
        memory_gb=11,
        arguments=_videocrafter,
        figures=(
            Figure("text", "77 tokens, CLIP's", "https://github.com/AILab-CVC/VideoCrafter"),
            _memory("11 GB, 26 s for 16 frames at 512x320"),
            Figure("size, frames", "512x320, 16", f"{READ_AT}/docs/checkpoints.md"),
            Figure(
                "rate",
                "10 frames a second: --savefps of scripts/evaluation/inference.py",
                "https://github.com/AILab-CVC/VideoCrafter",
            ),
        ),
    ),
    "cogvideox": Flow(
        script="scripts/inference_cogVideo_diffusers.py",
        checkpoint="checkpoints/cogvideo/CogVideoX-2b",
        size_px=(720, 480),
        frames=49,
        fps=8,
        text_limit_tokens=226,
        memory_gb=3,
        arguments=_cogvideox,
        # The script names its file "000-<prompt>.mp4".
        prompt_most_bytes=NAME_BYTES - len("000-.mp4"),
        figures=(
            _memory("3 GB, 2 min for 49 frames at 720x480"),
            Figure(
                "frames, rate",
                "49 and 8 frames a second stand in the script",
                f"{READ_AT}/scripts/inference_cogVideo_diffusers.py",
            ),
            Figure("text", "226 tokens", "https://huggingface.co/zai-org/CogVideoX-2b"),
        ),
    ),
    "wan2.1": Flow(
        script="scripts/inference_new.py",
        checkpoint="checkpoints/wan/Wan2.1-T2V-14B",
        size_px=(832, 480),
        frames=81,
        fps=16,
        text_limit_tokens=512,
        memory_gb=70,
        arguments=_wan,
        figures=(
            Figure("text", "512 tokens", "https://github.com/Wan-Video/Wan2.1"),
            _memory("70 GB, 32 min for 81 frames at 1280x720"),
            Figure(
                "size, frames, shift",
                "832x480, 81 frames, shift 3",
                f"{READ_AT}/shscripts/inference_wanvideo_t2v.sh",
            ),
            Figure("rate", "16 frames a second", "https://github.com/Wan-Video/Wan2.1"),
        ),
    ),
    "mochi-1": Flow(
        script="scripts/inference_mochi.py",
        checkpoint="",
        size_px=(848, 480),
        # Asked for 84, Mochi makes the next lower 6k+1.
        frames=79,
        fps=30,
        text_limit_tokens=256,
        memory_gb=26,
        arguments=_mochi,
        figures=(
            Figure("text", "256 tokens", "https://huggingface.co/genmo/mochi-1-preview"),
            _memory("26 GB, 2 min at 848x480"),
            Figure(
                "frames, rate",
                "84 are asked for; 30 a second; size and weights are not read from the arguments",
                f"{READ_AT}/scripts/inference_mochi.py",
            ),
        ),
    ),
    "hunyuanvideo": Flow(
        script="scripts/inference_cogvideo.py",
        checkpoint="checkpoints/hunyuanvideo/HunyuanVideo",
        size_px=(1280, 720),
        frames=49,
        fps=24,
        text_limit_tokens=256,
        memory_gb=60,
        arguments=_hunyuan,
        licence=HUNYUAN_LICENCE,
        gate=HUNYUAN_GATE,
        figures=(
            Figure(
                "text",
                "256 tokens",
                f"{READ_AT}/videotuna/models/hunyuan/hyvideo_t2v/hunyuanvideo.py",
            ),
            _memory("60 GB, 32 min for 129 frames at 1280x720"),
            Figure(
                "frames",
                "49 stand in the script, whatever --frames says",
                f"{READ_AT}/scripts/inference_cogvideo.py",
            ),
            Figure("rate", "24", "https://github.com/Tencent-Hunyuan/HunyuanVideo"),
        ),
    ),
}
DEFAULT_FLOW = "videocrafter2"
