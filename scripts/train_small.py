"""Trains the small text-to-video model and the subject recogniser that ship with the package.

    python scripts/train_small.py                  # about 25 minutes on one core
    python scripts/train_small.py --share 0.01 --out small     # does it run?

A stock WanPipeline in small, from clips that `mongyudo.training.demo` draws: first the VAE, then
the transformer together with its text encoder, then the decoder alone, then the recogniser. Seeds
and step counts are fixed, so the same machine gives the same weights. Two fifths of the clips are
in random looks named by words; three tenths of the captions carry an emotion's trigger that means
nothing, so that adapters are what gives it a meaning.
"""

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file

from mongyudo.backends.diffusion.prompting import FEELINGS
from mongyudo.backends.diffusion.small import MOST_TOKENS, WEIGHTS
from mongyudo.training.demo import MOTIONS, PLACES, SUBJECTS, caption
from mongyudo.training.demo.drawing import draw_graded
from mongyudo.training.demo.looks import GRADES, LOOK_WORDS, PLAIN, random_grade
from mongyudo.training.demo.subject import HEADS, net, prepared
from mongyudo.training.demo.subject import WEIGHTS as SUBJECT_WEIGHTS

SEED = 1447
CLIPS = 5000
GRADED = 0.4
"""Share of the clips in a random look."""
TRIGGERED, SHORTENED, LISTED, FILLED, DROPPED = 0.3, 0.06, 0.12, 0.12, 0.1
"""Shares of the captions with a meaningless trigger, without motion, as a list of words (as films
ask for their scenes), with unknown words, empty."""
TRIGGERS = ("joy", "sadness", "anger", "fear", "surprise", "disgust", "neutral")
PICTURE_STEPS, CLIP_STEPS, DECODER_STEPS = 900, 500, 1000
FLOW_STEPS, FLOW_BATCH = 1800, 16
EYE_STEPS, EYE_BATCH = 500, 32
FLOW_SHIFT = 3.0
WIDTH, HEADS_COUNT, LAYERS, TEXT_WIDTH = 128, 4, 6, 64
LATENT_CHANNELS = 16


def main() -> None:
    """Draws, trains, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the clips and steps (0..1)")
    parser.add_argument("--only", choices=tuple(STAGES), help="one stage, after the ones before")
    parser.add_argument("--out", type=Path, help="by default over those of the package")
    chosen = parser.parse_args()
    for name in [chosen.only] if chosen.only else STAGES:
        torch.manual_seed(SEED)
        STAGES[name](chosen.share, chosen.out)


def weights_in(out: Path | None) -> Path:
    """Where the pipeline goes."""
    return out / WEIGHTS.name if out else WEIGHTS


def make_vae(share: float, out: Path | None) -> None:
    """Train and write the VAE."""
    dice = np.random.default_rng(SEED)
    clips, _ = drawn(max(32, round(CLIPS * share)), dice)
    vae = small_vae()
    train_vae(vae, clips, share, dice)
    vae.half().save_pretrained(weights_in(out) / "vae")


def make_flow(share: float, out: Path | None) -> None:
    """Train transformer and text encoder behind the written VAE, and write the pipeline."""
    vae = written_vae(weights_in(out))
    dice = np.random.default_rng(SEED)
    clips, captions = drawn(max(32, round(CLIPS * share)), dice)
    latents = encoded(vae, clips)
    parts = (*train_flow(latents, captions, share, dice), settled(vae, latents))
    write(weights_in(out), *parts)


def make_decoder(share: float, out: Path | None) -> None:
    """Go on with the written VAE's decoder."""
    vae = written_vae(weights_in(out))
    dice = np.random.default_rng(SEED)
    clips, _ = drawn(max(32, round(CLIPS * share)), dice)
    train_decoder(vae, clips, encoded(vae, clips), share, dice)
    vae.half().save_pretrained(weights_in(out) / "vae")


def make_eye(share: float, out: Path | None) -> None:
    """Train and write the recogniser."""
    eye = net()
    train_eye(eye, share, np.random.default_rng(SEED))
    halves = {name: weight.half().contiguous() for name, weight in eye.state_dict().items()}
    path = out / SUBJECT_WEIGHTS.name if out else SUBJECT_WEIGHTS
    save_file(halves, path)
    say(f"wrote {path.name}, {path.stat().st_size / 1e3:.0f} kB")


def say(text: str) -> None:
    """A line of the log, with the CPU seconds of this process."""
    print(f"{time.process_time():8.0f} s  {text}", flush=True)


def drawn(count: int, dice: np.random.Generator) -> tuple[NDArray[np.uint8], list[str]]:
    """Clips (N, T, H, W, 3) and their captions."""
    clips, captions = [], []
    for number in range(count):
        subject, place, motion = scene(dice)[0]
        grade, words = random_grade(dice) if dice.random() < GRADED else (PLAIN, "")
        clips.append(draw_graded(subject, place, motion, grade, SEED * 100_000 + number))
        captions.append(caption(subject, place, motion) + (f", {words}" if words else ""))
    say(f"drew {count} clips")
    return np.stack(clips), captions


def scene(dice: np.random.Generator) -> tuple[tuple[str, ...], list[int]]:
    """A subject, a place and a motion, and their indices."""
    at = [int(dice.integers(len(names))) for names in HEADS]
    return tuple(names[n] for names, n in zip(HEADS, at, strict=True)), at


def tensor_of(clips: NDArray[np.uint8]) -> torch.Tensor:
    """(N, T, H, W, 3) uint8 -> (N, 3, T, H, W) float32 in -1..1."""
    return torch.from_numpy(clips).permute(0, 4, 1, 2, 3).float() / 127.5 - 1


def small_vae() -> Any:
    """An AutoencoderKLWan of 1.9 M parameters: /8 in space, /4 in time."""
    from diffusers import AutoencoderKLWan

    return AutoencoderKLWan(
        base_dim=16, z_dim=LATENT_CHANNELS, dim_mult=[1, 2, 4], num_res_blocks=1,
        temperal_downsample=[True, True], patch_size=2, in_channels=12, out_channels=12,
        scale_factor_temporal=4, scale_factor_spatial=8,
        latents_mean=[0.0] * LATENT_CHANNELS, latents_std=[1.0] * LATENT_CHANNELS,
    )  # fmt: skip


def written_vae(weights: Path) -> Any:
    """The VAE as the stage before wrote it, without a word of where that was."""
    from diffusers import AutoencoderKLWan

    vae = AutoencoderKLWan.from_pretrained(weights / "vae", torch_dtype=torch.float32)
    vae.register_to_config(_name_or_path="")
    return vae


class Optimizer:
    """Muon on matrices and convolutions, AdamW on the rest, both falling to nothing."""

    def __init__(
        self, modules: list[torch.nn.Module], muon: float, adam: float, steps: int
    ) -> None:
        matrices: list[torch.nn.Parameter] = []
        rest: list[torch.nn.Parameter] = []
        for module in modules:
            for name, weight in module.named_parameters():
                inner = weight.ndim >= 2 and min(weight.shape[0], weight[0].numel()) >= 16
                at_edge = any(word in name for word in ("embed", "shared", "table", "proj_out"))
                (matrices if inner and not at_edge else rest).append(weight)
        self._pairs = [(w, torch.nn.Parameter(w.detach().view(w.shape[0], -1))) for w in matrices]
        self._all = [*matrices, *rest]
        self._optimizers = [
            torch.optim.Muon(
                [flat for _, flat in self._pairs], lr=muon, weight_decay=0.0,
                adjust_lr_fn="match_rms_adamw",
            ),
            torch.optim.AdamW(rest, lr=adam, betas=(0.9, 0.98), weight_decay=0.0),
        ]  # fmt: skip
        self._schedules = [
            torch.optim.lr_scheduler.LambdaLR(each, lambda at: falling(at, steps))
            for each in self._optimizers
        ]

    def step(self, loss: torch.Tensor) -> None:
        """One step down the gradient of `loss`."""
        for weight in self._all:
            weight.grad = None
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._all, 1.0)
        for weight, flat in self._pairs:
            flat.grad = None if weight.grad is None else weight.grad.view(flat.shape)
        for each, schedule in zip(self._optimizers, self._schedules, strict=True):
            each.step()
            schedule.step()


def falling(at: int, steps: int) -> float:
    """Warm-up over a twentieth, then flat, then down over the last half."""
    return min(1.0, (at + 1) / max(1, steps // 20), max(0.02, 2 * (1 - at / max(1, steps))))


def train_vae(vae: Any, clips: NDArray[np.uint8], share: float, dice: np.random.Generator) -> None:
    """First on single frames, which is cheap, then on whole clips."""
    stages = ((PICTURE_STEPS, 16, 1, 2e-2), (CLIP_STEPS, 3, clips.shape[1], 8e-3))
    for steps, batch, frames, rate in stages:
        steps = max(2, round(steps * share))
        optimizer = Optimizer([vae], rate, rate / 7, steps)
        for step in range(steps):
            at = dice.integers(len(clips), size=batch)
            first = int(dice.integers(clips.shape[1] - frames + 1))
            wanted = tensor_of(clips[at, first : first + frames])
            found = vae.encode(wanted).latent_dist
            error = vae.decode(found.sample()).sample - wanted
            loss = error.abs().mean() + error.square().mean() + 2e-8 * found.kl().mean()
            optimizer.step(loss)
            if step % 100 == 0 or step == steps - 1:
                say(f"vae {frames} frames {step}/{steps} psnr {psnr_of(error):.2f}")


def train_decoder(
    vae: Any, clips: NDArray[np.uint8], latents: torch.Tensor, share: float,
    dice: np.random.Generator,
) -> None:  # fmt: skip
    """The decoder alone, with more weight where the subject is: the latents stay as they are."""
    steps = max(2, round(DECODER_STEPS * share))
    optimizer = Optimizer([vae.post_quant_conv, vae.decoder], 8e-3, 1.2e-3, steps)
    for step in range(steps):
        at = dice.integers(len(clips), size=3)
        wanted = tensor_of(clips[at])
        error = vae.decode(latents[torch.from_numpy(at)]).sample - wanted
        optimizer.step((mattering(wanted) * (error.abs() + error.square())).mean())
        if step % 100 == 0 or step == steps - 1:
            say(f"decoder {step}/{steps} psnr {psnr_of(error):.2f}")


def psnr_of(error: torch.Tensor) -> float:
    """In dB, of values in -1..1."""
    return float(-10 * torch.log10(error.detach().square().mean() / 4))


def mattering(clips: torch.Tensor) -> torch.Tensor:
    """(N, 1, T, H, W): 1 where nothing moves, up to 5 where the subject is."""
    moved = (clips - clips.mean(2, keepdim=True)).abs().mean(1, keepdim=True)
    return 1 + 4 * (4 * moved).clamp(0, 1)


def encoded(vae: Any, clips: NDArray[np.uint8]) -> torch.Tensor:
    """(N, 16, 3, 8, 8) latents, not yet normalised."""
    with torch.no_grad():
        parts = [
            vae.encode(tensor_of(clips[at : at + 16])).latent_dist.mode()
            for at in range(0, len(clips), 16)
        ]
    latents = torch.cat(parts)
    say(f"encoded, spread {latents.std():.3f}")
    return latents


def settled(vae: Any, latents: torch.Tensor) -> Any:
    """The VAE with the latents' mean and spread in its config."""
    over = (0, 2, 3, 4)
    vae.register_to_config(
        latents_mean=[round(v, 5) for v in latents.mean(over).tolist()],
        latents_std=[round(v, 5) for v in latents.std(over).tolist()],
    )
    return vae


def words() -> list[str]:
    """Every word that the model is taught."""
    scenes = [caption(s, p, m) for s in SUBJECTS for p in PLACES for m in MOTIONS]
    known = {word for scene in scenes for word in scene.split()}
    known |= {*LOOK_WORDS, *TRIGGERS, *FEELINGS.values(), "style", "dream"}
    return sorted(known)


def tokenizer() -> Any:
    """A T5 tokenizer of whole words; all others are one and the same unknown one."""
    from transformers import T5Tokenizer

    space = "\u2581"
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), (space, -2.0), (",", -2.0)]
    return T5Tokenizer(vocab=pieces + [(space + word, -3.0) for word in words()], extra_ids=0)


def text_encoder(vocabulary: int) -> Any:
    """A umT5 encoder of two layers."""
    from transformers import UMT5Config, UMT5EncoderModel

    return UMT5EncoderModel(
        UMT5Config(
            vocab_size=vocabulary, d_model=TEXT_WIDTH, d_kv=16, d_ff=128, num_layers=2,
            num_heads=4, relative_attention_num_buckets=16, dropout_rate=0.0,
            feed_forward_proj="gated-gelu", decoder_start_token_id=0,
        )
    )  # fmt: skip


def transformer() -> Any:
    """A WanTransformer3DModel of 1.8 M parameters."""
    from diffusers import WanTransformer3DModel

    return WanTransformer3DModel(
        patch_size=(1, 2, 2), num_attention_heads=HEADS_COUNT,
        attention_head_dim=WIDTH // HEADS_COUNT, in_channels=LATENT_CHANNELS,
        out_channels=LATENT_CHANNELS, text_dim=TEXT_WIDTH, freq_dim=64, ffn_dim=4 * WIDTH,
        num_layers=LAYERS, rope_max_seq_len=64,
    )  # fmt: skip


def told(text: str, dice: np.random.Generator) -> str:
    """A caption as the model is given it this time."""
    if dice.random() < DROPPED:
        return ""
    scene, _, look = text.partition(", ")
    parts, unknown = scene.split(), ["#"] * int(dice.integers(1, 5))
    if dice.random() < SHORTENED:
        scene = " ".join(parts[:2] + parts[4:])
    if dice.random() < LISTED:
        listed = [parts[1], parts[-1], " ".join(unknown)]
        scene = ", ".join(dice.permutation(listed[: 2 + int(dice.integers(2))]))
    text = f"{scene}, {look}" if look else scene
    if dice.random() < FILLED:
        text += ", " + " ".join(unknown)
    if dice.random() < TRIGGERED:
        feeling = f"{dice.choice(list(FEELINGS.values()))} dream, "
        text = (f"{dice.choice(TRIGGERS)} style, " if dice.random() < 0.7 else feeling) + text
    return text


def embedded(encoder: Any, words_of: Any, texts: list[str]) -> torch.Tensor:
    """(B, MOST_TOKENS, TEXT_WIDTH), nought behind the text's end, as WanPipeline does it."""
    given = words_of(
        texts, padding="max_length", max_length=MOST_TOKENS, truncation=True, return_tensors="pt"
    )
    found = encoder(given.input_ids, given.attention_mask).last_hidden_state
    return found * given.attention_mask[..., None]


def train_flow(
    latents: torch.Tensor, captions: list[str], share: float, dice: np.random.Generator
) -> tuple[Any, Any, Any]:
    """Flow matching; returns tokenizer, text encoder and transformer, averaged over the steps."""
    over = (0, 2, 3, 4)
    mean, spread = latents.mean(over, keepdim=True), latents.std(over, keepdim=True)
    latents = (latents - mean) / spread
    words_of = tokenizer()
    parts = torch.nn.ModuleList([text_encoder(len(words_of)), transformer()])
    say(f"parameters {[sum(w.numel() for w in part.parameters()) for part in parts]}")
    steps = max(2, round(FLOW_STEPS * share))
    average = torch.optim.swa_utils.AveragedModel(
        parts, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995)
    )
    optimizer = Optimizer(list(parts), 4e-3, 2e-3, steps)
    recent = 0.0
    for step in range(steps):
        at = dice.integers(len(latents), size=FLOW_BATCH)
        texts = [told(captions[n], dice) for n in at]
        loss = flow_loss(parts, latents[torch.from_numpy(at)], embedded(parts[0], words_of, texts))
        optimizer.step(loss)
        average.update_parameters(parts)
        recent += (1 if not step else 0.02) * (loss.item() - recent)
        if step % 100 == 0 or step == steps - 1:
            say(f"flow {step}/{steps} loss {recent:.4f}")
    encoder, denoiser = average.module
    return words_of, encoder.eval(), denoiser.eval()


def flow_loss(parts: Any, wanted: torch.Tensor, texts: torch.Tensor) -> torch.Tensor:
    """The mean square error of noise - clip at random shifted noise levels."""
    u = (torch.arange(len(wanted)) + torch.rand(1)) / len(wanted) % 1
    level = (FLOW_SHIFT * u / (1 + (FLOW_SHIFT - 1) * u))[:, None, None, None, None]
    noise = torch.randn_like(wanted)
    found = parts[1](
        (1 - level) * wanted + level * noise, level.flatten() * 1000, texts, return_dict=False
    )[0]
    return torch.nn.functional.mse_loss(found, noise - wanted)


def write(folder: Path, words_of: Any, encoder: Any, denoiser: Any, vae: Any) -> None:
    """The pipeline in diffusers' layout, in 16 bits."""
    from diffusers import UniPCMultistepScheduler, WanPipeline

    scheduler = UniPCMultistepScheduler(
        prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=FLOW_SHIFT
    )
    pipe = WanPipeline(
        tokenizer=words_of, text_encoder=encoder, transformer=denoiser, vae=vae,
        scheduler=scheduler,
    )  # fmt: skip
    pipe.to(torch.float16).save_pretrained(folder)
    pipe.to(torch.float32)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    say(f"wrote {folder.name}, {size / 1e6:.2f} MB")


def train_eye(eye: Any, share: float, dice: np.random.Generator) -> None:
    """The recogniser, on clips drawn in all looks, sharp and blurred."""
    steps = max(2, round(EYE_STEPS * share))
    optimizer = Optimizer([eye], 3e-3, 2e-3, steps)
    for step in range(steps):
        seen, wanted = views(EYE_BATCH, dice)
        logits = eye(seen).split([len(head) for head in HEADS], 1)
        losses = [
            torch.nn.functional.cross_entropy(found, wanted[:, at], label_smoothing=0.05)
            for at, found in enumerate(logits)
        ]
        optimizer.step(torch.stack(losses).sum())
        if step % 100 == 0 or step == steps - 1:
            right = [found.argmax(1) == wanted[:, at] for at, found in enumerate(logits)]
            say(f"eye {step}/{steps} " + " ".join(f"{each.float().mean():.2f}" for each in right))


def views(count: int, dice: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """Clips as the recogniser is given them, and (N, 3) indices of what they show."""
    grades = [PLAIN, *GRADES.values()]
    seen, wanted = [], []
    for _ in range(count):
        (subject, place, motion), at = scene(dice)
        grade = grades[int(dice.integers(len(grades)))]
        if dice.random() < 0.5:
            grade = random_grade(dice)[0]
        clip = draw_graded(subject, place, motion, grade, int(dice.integers(2**40)))
        seen.append(blurred(prepared(clip), dice))
        wanted.append(at)
    return torch.stack(seen), torch.tensor(wanted)


def blurred(clip: torch.Tensor, dice: np.random.Generator) -> torch.Tensor:
    """Two thirds of the clips as coarse as a small model films them, with noise."""
    if dice.random() < 1 / 3:
        return clip
    side = int(dice.integers(18, 56))
    resize = torch.nn.functional.interpolate
    coarse = resize(clip, (side, side), mode="bilinear", antialias=True)
    noise = float(dice.uniform(0, 0.15)) * torch.randn_like(coarse)
    return resize(coarse + noise, clip.shape[-2:], mode="bicubic")


STAGES = {"vae": make_vae, "flow": make_flow, "decoder": make_decoder, "eye": make_eye}

if __name__ == "__main__":
    main()
