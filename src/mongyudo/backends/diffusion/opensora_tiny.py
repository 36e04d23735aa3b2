"""A tiny Open-Sora v2 in the release's own layout and names, with seeded random weights.

Imports torch: to be imported inside functions only.
"""

from pathlib import Path

import torch
from diffusers import AutoencoderKLHunyuanVideo
from safetensors.torch import save_file

from mongyudo.backends.diffusion import tiny
from mongyudo.backends.diffusion.opensora import CLIP, T5, TRANSFORMER, VAE

HEAD, HEADS, TEXT, POOLED = 32, 2, 32, 32
WIDTH = HEAD * HEADS
SPREAD = 0.08


def write_release(folder: Path, seed: int) -> None:
    """The release's four parts, a few megabytes."""
    tiny.seeded(seed)
    save_file(transformer_tensors(), folder / TRANSFORMER)
    vae = AutoencoderKLHunyuanVideo(block_out_channels=(32, 32, 32, 32), layers_per_block=1)
    with torch.no_grad():
        vae.decoder.conv_out.conv.weight *= 2  # random weights alone decode to flat grey
    save_file({key: t.contiguous() for key, t in vae.state_dict().items()}, folder / VAE)
    words, clip_words = tiny.t5_tokenizer(), tiny.clip_tokenizer(folder / CLIP)
    for part, home in ((words, T5), (tiny.t5_encoder(words, TEXT), T5)):
        part.save_pretrained(folder / home)
    for part in (clip_words, tiny.clip_encoder(clip_words, POOLED)):
        part.save_pretrained(folder / CLIP)


def transformer_tensors() -> dict[str, torch.Tensor]:
    """One block of each kind, in the release's names."""
    made: dict[str, torch.Tensor] = {}

    def linear(name: str, wide: int, out: int) -> None:
        made[f"{name}.weight"] = torch.randn(out, wide) * SPREAD
        made[f"{name}.bias"] = torch.randn(out) * SPREAD

    linear("img_in", 64, WIDTH)
    linear("cond_in", 68, WIDTH)
    linear("txt_in", TEXT, WIDTH)
    for name, wide in (("time_in", 256), ("vector_in", POOLED)):
        linear(f"{name}.in_layer", wide, WIDTH)
        linear(f"{name}.out_layer", WIDTH, WIDTH)
    for stream in ("img", "txt"):
        block = f"double_blocks.0.{stream}"
        linear(f"{block}_mod.lin", WIDTH, 6 * WIDTH)
        for part in ("q_proj", "k_proj", "v_proj", "proj"):
            linear(f"{block}_attn.{part}", WIDTH, WIDTH)
        linear(f"{block}_mlp.0", WIDTH, 4 * WIDTH)
        linear(f"{block}_mlp.2", 4 * WIDTH, WIDTH)
    linear("single_blocks.0.modulation.lin", WIDTH, 3 * WIDTH)
    linear("single_blocks.0.q_proj", WIDTH, WIDTH)
    linear("single_blocks.0.k_proj", WIDTH, WIDTH)
    linear("single_blocks.0.v_mlp", WIDTH, 5 * WIDTH)
    linear("single_blocks.0.linear2", 5 * WIDTH, WIDTH)
    for home in ("double_blocks.0.img_attn", "double_blocks.0.txt_attn", "single_blocks.0"):
        for norm in ("query_norm", "key_norm"):
            made[f"{home}.norm.{norm}.scale"] = 1 + torch.randn(HEAD) * SPREAD
    linear("final_layer.adaLN_modulation.1", WIDTH, 2 * WIDTH)
    linear("final_layer.linear", WIDTH, 64)
    return made
