"""Open-Sora v2: our converter and pipeline against the original's code."""

import importlib
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch
from benchmarks.models.parity_originals import (
    applied,
    error,
    flash_attention,
    rms_norm,
    rotated,
    standing_in,
    stir,
)
from PIL import Image
from safetensors.torch import save_file

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion import tiny
from mongyudo.backends.diffusion.backend import Request
from mongyudo.backends.diffusion.opensora import CLIP, T5, TRANSFORMER, VAE, OpenSora
from mongyudo.backends.diffusion.opensora_pipeline import positions, shift_of
from mongyudo.backends.diffusion.prompting import Written, write
from mongyudo.records import Segment, Shot

CONFIG = "configs/diffusion/inference/256px.py"
IDLE = (
    "colossalai",
    "cv2",
    "dask",
    "flash_attn",
    "liger_kernel",
    "openai",
    "pandarallel",
    "pandas",
    "tensornvme",
    "torchvision",
)
KERNELS = {
    "flash_attn.flash_attn_func": flash_attention,
    "liger_kernel.ops.rope.LigerRopeFunction": applied(rotated),
    "liger_kernel.ops.rms_norm.LigerRMSNormFunction": applied(rms_norm),
}
PICTURES_READ = {
    "torchvision.datasets.folder.IMG_EXTENSIONS": (".png",),
    "torchvision.datasets.folder.pil_loader": lambda path: Image.open(path).convert("RGB"),
    "torchvision.transforms.Compose": lambda works: lambda x: reduce(lambda y, do: do(y), works, x),
    "torchvision.transforms.Lambda": lambda work: work,
    "torchvision.transforms.ToTensor": lambda: in_channels,
    "torchvision.transforms.Normalize": lambda mean, std, **_: lambda x: (x - mean[0]) / std[0],
}
"""How torchvision reads a picture: the three channels have one mean and one deviation here."""
HEAD, HEADS, TEXT = 32, 2, 32
"""128, 24 and 4,096 in the release."""
NETWORK = {
    "from_pretrained": None,
    "hidden_size": HEAD * HEADS,
    "num_heads": HEADS,
    "depth": 2,
    "depth_single_blocks": 3,
    "axes_dim": [4, 14, 14],
    "context_in_dim": TEXT,
    "vec_in_dim": TEXT,
}
PICTURES = {"from_pretrained": None, "block_out_channels": (32, 32, 64, 64), "layers_per_block": 1}
SIZE_PX, FRAMES, STEPS = (96, 64), 9, 50
LARGE_PX, LONG = (336, 192), 21
"""Larger than a tile of the VAE; longer than diffusers decodes in one piece."""
SEED = 1447


def errors(original: Path, work: Path) -> Iterator[tuple[str, float]]:
    """(what was compared, relative error), from random weights made by the original's classes."""
    with standing_in(original, IDLE, KERNELS | PICTURES_READ):
        theirs = _original(original, work)
    OpenSora().convert(work, work / "converted")
    licences = frozenset({OpenSora.spec.licence})
    options = Options(weights=str(work / "converted"), acknowledged=licences, device="cpu")
    pipe = OpenSora().open(options)._loaded()
    with torch.inference_mode():
        yield from _rotation(theirs)
        yield from _network(theirs, pipe)
        yield from _schedule(theirs, pipe)
        yield from _vae(theirs, pipe)
        yield from _texts(theirs, pipe)
        yield from _films(theirs, pipe, work / "still.png")


def in_channels(picture: Image.Image) -> torch.Tensor:
    """(3, H, W) in 0..1."""
    return torch.from_numpy(np.asarray(picture, dtype=np.float32) / 255).permute(2, 0, 1)


def _original(original: Path, work: Path) -> SimpleNamespace:
    """The release's own parts at reduced width, and the modules they come from."""
    config = importlib.import_module("mmengine.config").Config.fromfile(original / CONFIG)
    sampling = importlib.import_module("opensora.utils.sampling")
    registry = importlib.import_module("opensora.registry")

    def built(part: dict[str, Any], changes: dict[str, Any]) -> Any:
        how = {"device_map": "cpu", "torch_dtype": torch.float32}
        made = registry.build_module({**part, **changes, **how}, registry.MODELS)
        stir(made, SEED)
        return made.eval()

    model, vae = built(config.model, NETWORK), built(config.ae, PICTURES)
    for file, part in ((TRANSFORMER, model), (VAE, vae)):
        save_file({key: t.contiguous() for key, t in part.state_dict().items()}, work / file)
    _write_texts(work)
    texts = [
        registry.build_module(
            {**part, "from_pretrained": str(work / home), "shardformer": False}, registry.MODELS
        )
        for part, home in ((config.t5, T5), (config.clip, CLIP))
    ]
    return SimpleNamespace(
        model=model,
        vae=vae,
        t5=texts[0],
        clip=texts[1],
        sampling=sampling,
        config=config,
        math=importlib.import_module("opensora.models.mmdit.math"),
        layers=importlib.import_module("opensora.models.mmdit.layers"),
        inference=importlib.import_module("opensora.utils.inference"),
    )


def _write_texts(work: Path) -> None:
    tiny.seeded(SEED)
    words, clip_words = tiny.t5_tokenizer(), tiny.clip_tokenizer(work / CLIP)
    for part, home in (
        (words, T5),
        (tiny.t5_encoder(words, TEXT), T5),
        (clip_words, CLIP),
        (tiny.clip_encoder(clip_words, TEXT), CLIP),
    ):
        part.save_pretrained(work / home)


def _rotation(theirs: SimpleNamespace) -> Iterator[tuple[str, float]]:
    """Our stand-in for Liger's kernel against the original's own rotation in plain torch."""
    torch.manual_seed(SEED)
    q, k = torch.randn(2, 1, HEADS, 24, HEAD)
    places = positions((2, 3, 4))[None]
    axes = NETWORK["axes_dim"]
    plain = theirs.layers.EmbedND(HEAD, 10_000, axes)(places)
    cos, sin = theirs.layers.LigerEmbedND(HEAD, 10_000, axes)(places)
    wanted = [theirs.math.rearrange_tensor(x) for x in theirs.math.apply_rope(q, k, plain)]
    found = rotated(theirs.math.rearrange_tensor(q), theirs.math.rearrange_tensor(k), cos, sin)
    yield "(our stand-in for the rotation kernel)", error(torch.stack(found), torch.stack(wanted))


def _network(theirs: SimpleNamespace, pipe: Any) -> Iterator[tuple[str, float]]:
    torch.manual_seed(SEED)
    grid = (3, 4, 6)
    tokens, condition = torch.randn(1, 72, 64), torch.randn(1, 72, 68)
    words, pooled = torch.randn(1, 20, TEXT), torch.randn(1, TEXT)
    places, text_places = positions(grid), torch.zeros(20, 3)
    for time in (1.0, 0.37, 0.02):
        wanted = theirs.model(
            img=tokens,
            img_ids=places[None],
            txt=words,
            txt_ids=text_places[None],
            timesteps=torch.tensor([time]),
            y_vec=pooled,
            cond=condition,
        )
        found = pipe.transformer(
            hidden_states=torch.cat([tokens, condition], dim=-1),
            encoder_hidden_states=words,
            pooled_projections=pooled,
            timestep=torch.tensor([time]),
            img_ids=places,
            txt_ids=text_places,
            return_dict=False,
        )[0]
        yield f"transformer, time {time}", error(found, wanted)


def _schedule(theirs: SimpleNamespace, pipe: Any) -> Iterator[tuple[str, float]]:
    for (width, height), frames in ((SIZE_PX, FRAMES), ((336, 192), 129), ((1024, 576), 129)):
        tokens, latent_frames = width * height // 256, (frames - 1) // 4 + 1
        wanted = torch.tensor(theirs.sampling.get_schedule(STEPS, tokens, latent_frames))
        plain = [1 - step / STEPS for step in range(STEPS)]
        pipe.scheduler.set_timesteps(sigmas=plain, mu=shift_of(tokens, latent_frames))
        found = pipe.scheduler.sigmas
        yield f"noise levels, {width}x{height}, {frames} frames", error(found, wanted)


def _vae(theirs: SimpleNamespace, pipe: Any) -> Iterator[tuple[str, float]]:
    torch.manual_seed(SEED)
    scale = pipe.vae.config.scaling_factor
    for size, frames in ((SIZE_PX, FRAMES), (LARGE_PX, FRAMES), (SIZE_PX, LONG), (LARGE_PX, LONG)):
        pictures = torch.rand(1, 3, frames, size[1], size[0]) * 2 - 1
        latents = theirs.vae.encode(pictures, sample_posterior=False)
        what = f"{size[0]}x{size[1]}, {frames} frames"
        found = pipe.vae.encode(pictures).latent_dist.mode() * scale
        yield f"VAE, pictures to latents, {what}", error(found, latents)
        found = pipe.vae.decode(latents / scale).sample
        yield f"VAE, latents to pictures, {what}", error(found, theirs.vae.decode(latents))


def _texts(theirs: SimpleNamespace, pipe: Any) -> Iterator[tuple[str, float]]:
    for text in ("a dark forest, a tiger. 24 FPS. 4 motion score.", "", "호랑이 " * 300):
        states, pooled = pipe.embed(text)
        shown = text if len(text) < 30 else f"{text[:26]}..."
        yield f"T5, {shown!r}", error(states, theirs.t5([text]))
        yield f"CLIP, {shown!r}", error(pooled, theirs.clip([text]))


def _films(theirs: SimpleNamespace, pipe: Any, still: Path) -> Iterator[tuple[str, float]]:
    """From a text, or a text and a picture, to the pictures, with one seed for both sides."""
    film = theirs.sampling.prepare_api(theirs.model, theirs.vae, theirs.t5, theirs.clip, {})
    asked = {**theirs.config.sampling_option, "num_steps": STEPS, "num_frames": FRAMES}
    asked |= {"width": SIZE_PX[0], "height": SIZE_PX[1], "resolution": None, "aspect_ratio": None}
    option = theirs.sampling.sanitize_sampling_option(theirs.sampling.SamplingOption(**asked))
    pixels = np.random.default_rng(SEED).integers(0, 256, (*reversed(SIZE_PX), 3), dtype=np.uint8)
    Image.fromarray(pixels).save(still)
    for kind, picture, given in (
        ("t2v", None, {}),
        ("i2v_head", Image.fromarray(pixels), {"ref": [str(still)]}),
    ):
        request = replace(_request(SIZE_PX, FRAMES), still=picture)
        text = [_prompt(theirs, request.written)]
        _draw_alike()
        video = film(option, kind, seed=SEED, text=text, channel=64, **given)[0]
        wanted = (video.clamp(-1, 1) / 2 + 0.5).permute(1, 2, 3, 0)
        found = torch.from_numpy(pipe(request).frames[0])
        source = "text to pictures" if picture is None else "text and a first picture to pictures"
        yield f"{source}, {STEPS} steps, three branches, guidance 7.5 / 3", error(found, wanted)


def _draw_alike() -> None:
    """Ours draws a picture's latents after the noise, from one source; the original from torch's
    own, which is put here to where ours will be."""
    generator = torch.Generator().manual_seed(SEED)
    shape = (16, (FRAMES - 1) // 4 + 1, SIZE_PX[1] // 8, SIZE_PX[0] // 8)
    torch.randn(shape, generator=generator)
    torch.set_rng_state(generator.get_state())


def _prompt(theirs: SimpleNamespace, written: Written) -> str:
    """The prompt before its suffix, ended by the original's own script."""
    bare = written.prompt.removesuffix(OpenSora.release.habit.suffix)
    rated = theirs.inference.add_fps_info_to_text([bare], fps=theirs.config.fps_save)
    ended: str = theirs.inference.add_motion_score_to_text(rated, theirs.config.motion_score)[0]
    return ended


def _request(size_px: tuple[int, int], frames: int) -> Request:
    segment = Segment(0, 0, "", (), "a woman runs from a tiger, dark forest, night")
    shot = Shot(0, segment, "공포", "기타", None, SEED, size_px, 24, frames / 24)
    written = write(shot, OpenSora.release.habit, 512, lambda text: len(text.split()))
    return Request(
        shot=shot,
        written=written,
        frames=frames,
        steps=STEPS,
        guidance=OpenSora.release.guidance,
        generator=torch.Generator().manual_seed(SEED),
        on_step=lambda *_: {},
    )
