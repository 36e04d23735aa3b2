"""VideoCrafter2: our converter and pipeline against the original's code.

Counts of steps are divisors of 1,000: for others the original takes more steps than it is asked for
(31 for 30), and ours as many as asked. The negative text is empty, as the original's always is.
"""

import gzip
import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from benchmarks.models.parity_originals import (
    error,
    lightning_module,
    standing_in,
    stir,
)

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import Request
from mongyudo.backends.diffusion.prompting import Written
from mongyudo.backends.diffusion.videocrafter import VideoCrafter2
from mongyudo.records import Segment, Shot

CONFIG = "configs/inference_t2v_512_v2.0.yaml"
IDLE = ("torchvision", "cv2", "decord", "kornia", "pytorch_lightning")
WIDTH, HEAD, TEXT = 32, 8, 128
"""Of the UNet's first level, of a head, of the text encoder: 320, 64, 1024 in the release."""
SIZE_PX, FRAMES = (128, 64), 4
TEXTS = (
    "a dream of a woman running from a tiger, dark forest at night",
    "A Café &amp; TWO  houses; it's 1987…",
    "어두운 숲에서 호랑이에게 쫓기는 꿈",
    "a very long walk through the snow " * 30,
    "",
)
SEED = 1447
ARCH = {
    "embed_dim": 64,
    "vision_cfg": {"image_size": 32, "layers": 1, "width": 64, "head_width": 32, "patch_size": 16},
    "text_cfg": {
        "context_length": 77,
        "vocab_size": 49408,
        "width": TEXT,
        "heads": TEXT // 64,
        "layers": 3,
    },
}


def errors(original: Path, work: Path) -> Iterator[tuple[str, float]]:
    """(what was compared, relative error), from random weights made by the original's classes."""
    with standing_in(original, IDLE, {"pytorch_lightning.LightningModule": lightning_module()}):
        theirs, film = _original(original, work)
    _write_release(theirs, work)
    VideoCrafter2().convert(work / "model.ckpt", work / "converted")
    session = VideoCrafter2().open(Options(weights=str(work / "converted"), device="cpu"))
    pipe = session._loaded()
    with torch.inference_mode():
        yield from _unet(theirs, pipe)
        yield from _first_stage(theirs, pipe)
        yield from _texts(theirs, pipe)
        yield from _noising(theirs, pipe)
        yield from _films(theirs, film, pipe)


def _original(original: Path, work: Path) -> tuple[Any, Any]:
    """The release's own model at reduced width, and its sampling function."""
    open_clip = importlib.import_module("open_clip")
    (work / "parity-tiny.json").write_text(json.dumps(ARCH), encoding="utf-8")
    open_clip.add_model_config(work / "parity-tiny.json")
    config = importlib.import_module("omegaconf").OmegaConf.load(original / CONFIG)
    params = config.model.params
    smaller = {"model_channels": WIDTH, "num_head_channels": HEAD, "context_dim": TEXT}
    params.unet_config.params.update(smaller)
    params.first_stage_config.params.ddconfig.ch = WIDTH
    params.cond_stage_config.params.arch = "parity-tiny"
    torch.manual_seed(SEED)
    model = importlib.import_module("utils.utils").instantiate_from_config(config.model)
    stir(model, SEED)
    funcs = importlib.import_module("scripts.evaluation.funcs")
    # The original moves its tables to a GPU without asking whether there is one.
    funcs.DDIMSampler.register_buffer = lambda self, name, value: setattr(self, name, value)
    return model.eval(), funcs.batch_ddim_sampling


def _write_release(theirs: Any, work: Path) -> None:
    """model.ckpt as released; beside it the vocabulary that OpenCLIP brings, in CLIP's files."""
    torch.save({"state_dict": theirs.state_dict()}, work / "model.ckpt")
    folder = work / "tokenizer"
    folder.mkdir()
    home = Path(str(importlib.import_module("open_clip").__file__)).parent
    lines = gzip.decompress((home / "bpe_simple_vocab_16e6.txt.gz").read_bytes()).decode()
    merges = lines.split("\n")[1 : 49152 - 256 - 2 + 1]
    (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *merges]), encoding="utf-8")
    simple = importlib.import_module("open_clip.tokenizer").SimpleTokenizer()
    names = {"<start_of_text>": "<|startoftext|>", "<end_of_text>": "<|endoftext|>"}
    words = {names.get(word, word): at for word, at in simple.encoder.items()}
    (folder / "vocab.json").write_text(json.dumps(words), encoding="utf-8")
    about = {"tokenizer_class": "CLIPTokenizer", "model_max_length": 77}
    (folder / "tokenizer_config.json").write_text(json.dumps(about), encoding="utf-8")


def _unet(theirs: Any, pipe: Any) -> Iterator[tuple[str, float]]:
    torch.manual_seed(SEED)
    x, text = torch.randn(1, 4, FRAMES, 8, 16), torch.randn(1, 77, TEXT)
    told = pipe.unet.time_embedding.fps
    for time, fps in ((1, 28), (481, 8), (981, 16), (999, 28)):
        cond = {"c_crossattn": [text], "fps": torch.tensor([fps])}
        wanted = theirs.apply_model(x, torch.tensor([time]), cond)
        pipe.unet.time_embedding.fps = fps
        found = pipe.unet(x, time, encoder_hidden_states=text).sample
        yield f"UNet, time step {time}, told {fps} fps", error(found, wanted)
    pipe.unet.time_embedding.fps = told


def _first_stage(theirs: Any, pipe: Any) -> Iterator[tuple[str, float]]:
    torch.manual_seed(SEED)
    latents = torch.randn(1, 4, FRAMES, 8, 12)
    wanted = theirs.decode_first_stage_2DAE(latents)
    plain = latents[0].permute(1, 0, 2, 3) / pipe.vae.config.scaling_factor
    found = pipe.vae.decode(plain).sample.permute(1, 0, 2, 3)[None]
    yield "VAE, latents to pictures", error(found, wanted)
    pictures = wanted[0].permute(1, 0, 2, 3)
    mode = theirs.first_stage_model.encode(pictures).mode()
    found = pipe.vae.encode(pictures).latent_dist.mode()
    yield "VAE, pictures to latents", error(found, mode)


def _texts(theirs: Any, pipe: Any) -> Iterator[tuple[str, float]]:
    for text in TEXTS:
        wanted = theirs.get_learned_conditioning([text])
        shown = text if len(text) < 40 else f"{text[:36]}..."
        yield f"tokenizer and text encoder, {shown!r}", error(pipe.embed([text]), wanted)


def _noising(theirs: Any, pipe: Any) -> Iterator[tuple[str, float]]:
    torch.manual_seed(SEED)
    times = torch.tensor([0, 1, 200, 399, 400, 999])
    clean, noise = torch.randn(2, len(times), 4, 2, 3, 3)
    wanted = theirs.q_sample(clean, times, noise)
    yield (
        "noise for training, six time steps",
        error(pipe.scheduler.add_noise(clean, noise, times), wanted),
    )


def _films(theirs: Any, film: Any, pipe: Any) -> Iterator[tuple[str, float]]:
    """From a text to the pictures. Both draw their noise from one seed in the same order."""
    for steps, eta in ((50, 0.0), (50, 1.0), (20, 1.0)):
        request = _request(steps)
        torch.manual_seed(SEED)
        text = theirs.get_learned_conditioning([request.written.prompt])
        cond = {"c_crossattn": [text], "fps": torch.tensor([28])}
        shape = [1, 4, FRAMES, SIZE_PX[1] // 8, SIZE_PX[0] // 8]
        video = film(theirs, cond, shape, 1, steps, eta, request.guidance)[0, 0]
        wanted = (video.clamp(-1, 1) / 2 + 0.5).permute(1, 2, 3, 0)
        found = torch.from_numpy(pipe(request, eta=eta).frames[0])
        yield (
            f"text to pictures, {steps} steps of DDIM, guidance 12, eta {eta:g}",
            error(found, wanted),
        )


def _request(steps: int) -> Request:
    segment = Segment(0, 0, "", (), "")
    shot = Shot(0, segment, "공포", "기타", None, SEED, SIZE_PX, 10, FRAMES / 10)
    return Request(
        shot=shot,
        written=Written(TEXTS[0], "", 0, ()),
        frames=FRAMES,
        steps=steps,
        guidance=VideoCrafter2.release.guidance,
        generator=torch.Generator().manual_seed(SEED),
        on_step=lambda *_: {},
    )
