"""Open-Sora v2: the converted network against a small reference of the published equations."""

import math
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from tests.unit.backends.diffusion.opensora_reference import GRID, WORDS, reference

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion import opensora_convert as convert
from mongyudo.backends.diffusion.backend import Request
from mongyudo.backends.diffusion.opensora import CLIP, T5, TRANSFORMER, VAE, OpenSora
from mongyudo.backends.diffusion.prompting import Written
from mongyudo.errors import BackendError
from mongyudo.records import Segment, Shot

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def case():
    """Random tensors in the release's names and random inputs."""
    from mongyudo.backends.diffusion import opensora_tiny, tiny

    tiny.seeded(11)
    tensors = opensora_tiny.transformer_tensors()
    count = math.prod(GRID)
    inputs = (
        torch.randn(count, 64),
        torch.randn(count, 68),
        torch.randn(WORDS, opensora_tiny.TEXT),
        torch.randn(1, opensora_tiny.POOLED),
        0.37,
    )
    return tensors, inputs


def error_of(case, made) -> float:
    """The converted network's relative error against the reference."""
    from diffusers import FluxTransformer2DModel

    from mongyudo.backends.diffusion.opensora_pipeline import positions

    tensors, inputs = case
    latents, condition, words, pooled, time = inputs
    model = FluxTransformer2DModel(**convert.config_of(tensors)).eval()
    model.load_state_dict(made)
    with torch.no_grad():
        found = model(
            hidden_states=torch.cat([latents, condition], -1)[None],
            encoder_hidden_states=words[None],
            pooled_projections=pooled,
            timestep=torch.tensor([time]),
            img_ids=positions(GRID),
            txt_ids=torch.zeros(WORDS, 3),
            return_dict=False,
        )[0][0]
    wanted = reference(tensors, *inputs)
    return float((found - wanted).norm() / wanted.norm())


def test_the_converted_network_is_the_released_one(case) -> None:
    """Relative error at most 1e-5."""
    assert error_of(case, convert.converted(case[0])) <= 1e-5


@pytest.mark.parametrize("left", ["to_q.weight", "to_k.bias", "norm_q", "norm_added_k"])
def test_a_permutation_left_out_anywhere_is_seen(case, left, monkeypatch) -> None:
    """Weights, biases and norms: each alone is enough to be far from the reference."""
    right = convert.converted(case[0])
    monkeypatch.setattr(convert, "in_neighbours", lambda tensor, _head: tensor)
    halves = convert.converted(case[0])
    mixed = {name: halves[name] if left in name else tensor for name, tensor in right.items()}
    assert error_of(case, mixed) > 1e-4


@pytest.mark.parametrize("fault", ["in_neighbours", "swapped"])
def test_a_wrong_order_is_seen(case, fault, monkeypatch) -> None:
    """Queries left in halves, or shift and scale left as they were, are far from the reference."""
    monkeypatch.setattr(convert, fault, lambda tensor, *_: tensor)
    assert error_of(case, convert.converted(case[0])) > 1e-3


def test_an_unknown_tensor_is_no_release(case) -> None:
    """No tensor is left over in silence."""
    with pytest.raises(KeyError):
        convert.converted(case[0] | {"guidance_in.in_layer.weight": torch.zeros(1)})


def test_noise_moves_up_with_size_and_length() -> None:
    """From 1 at 256 tokens to 3 at 4,096, times the root of the latent frames."""
    from diffusers import FlowMatchEulerDiscreteScheduler

    from mongyudo.backends.diffusion.opensora_pipeline import shift_of

    assert shift_of(256, 1) == pytest.approx(1.0)
    assert shift_of(4096, 1) == pytest.approx(3.0)
    assert shift_of(252, 25) == pytest.approx(5 * (1 + 2 / 3840 * (252 - 256)))
    mu, steps = shift_of(252, 25), 8
    plain = torch.tensor([1 - i / steps for i in range(steps)])
    scheduler = FlowMatchEulerDiscreteScheduler(
        use_dynamic_shifting=True, time_shift_type="linear", shift=1.0
    )
    scheduler.set_timesteps(sigmas=plain.tolist(), mu=mu)
    wanted = mu * plain / (1 + (mu - 1) * plain)
    assert torch.allclose(scheduler.sigmas[:-1], wanted, atol=1e-6)


def test_guidance_goes_through_three_branches() -> None:
    """u2 + g_img (u - u2) + g_txt (c - u); full for ten steps, then every other one."""
    from mongyudo.backends.diffusion.opensora_pipeline import guided, scales_at

    c, u, u2 = torch.tensor([5.0]), torch.tensor([2.0]), torch.tensor([1.0])
    assert float(guided(c, u, u2, (7.5, 3.0))) == pytest.approx(1 + 3 * 1 + 7.5 * 3)
    assert [scales_at(step, 7.5) for step in (0, 9, 10, 11, 12)] == [
        (7.5, 3.0), (7.5, 3.0), (7.5, 3.0), (1.0, 1.0), (7.5, 3.0)
    ]  # fmt: skip


def test_packing_is_undone() -> None:
    """Tokens hold patches of two by two, channels first, and come back."""
    from mongyudo.backends.diffusion.opensora_pipeline import packed, unpacked

    latents = torch.arange(2 * 3 * 4 * 6.0).reshape(1, 2, 3, 4, 6)
    tokens = packed(latents)
    assert tokens[0, 0].tolist() == [0, 1, 6, 7, 72, 73, 78, 79]
    assert torch.equal(unpacked(tokens, (3, 2, 3)), latents)


SIZE_PX, FRAMES, STEPS = (48, 32), 5, 13
LATENTS = (2, 2, 3)
"""What becomes of that size and length: frames, rows and columns of patches."""


@pytest.fixture(scope="module")
def release(tmp_path_factory) -> Path:
    """A tiny release, beside it what convert() makes of it."""
    folder = tmp_path_factory.mktemp("release")
    OpenSora().write_tiny(folder, 7)
    return folder


@pytest.fixture(scope="module")
def pipe(release) -> Any:
    """Its pipeline, through the real door."""
    licences = frozenset({OpenSora.spec.licence})
    session = OpenSora().open(Options(weights=str(release), acknowledged=licences))
    return session._loaded()


@pytest.fixture
def copy(release, tmp_path) -> Path:
    """A copy of the release alone, that a test may break."""
    for part in (TRANSFORMER, VAE):
        shutil.copy(release / part, tmp_path / part)
    for part in (T5, CLIP):
        shutil.copytree(release / part, tmp_path / part)
    return tmp_path


def request_of(**changes: Any) -> Request:
    """A very small clip of 13 steps: ten guided ones, one of each kind after."""
    shot = Shot(0, Segment(0, 0, "", (), ""), "공포", "기타", None, 3, SIZE_PX, 24, 5 / 24)
    written = Written("a dark forest 4 motion score.", "blurry", 9, ())
    asked = Request(
        shot, written, FRAMES, STEPS, 7.5, torch.Generator().manual_seed(3), lambda *_: {}
    )
    return replace(asked, **changes)


def patches(latents):
    """(C, T, H, W) -> tokens of 2 by 2, cut out one by one."""
    frames, rows, columns = LATENTS
    return torch.stack(
        [
            latents[:, t, 2 * r : 2 * r + 2, 2 * c : 2 * c + 2].reshape(-1)
            for t in range(frames)
            for r in range(rows)
            for c in range(columns)
        ]
    )


def sampled(tensors, texts, tokens, still=None):
    """The release's own sampler: shifted times, three branches, guidance that comes and goes.

    Towards a still, latents of (16, 1, H, W), it rises over the clip and falls over the steps.
    """
    frames, rows, columns = LATENTS
    shift = (1 + (rows * columns - 256) * 2 / (4096 - 256)) * math.sqrt(frames)
    times = [1 - step / STEPS for step in range(STEPS + 1)]
    times = [shift * t / (1 + (shift - 1) * t) for t in times]
    none = torch.zeros(len(tokens), 68)
    seen = torch.zeros(17, frames, 2 * rows, 2 * columns)
    if still is not None:
        seen[0, 0], seen[1:, 0] = 1, still[:, 0]
    picture = patches(seen)
    at = torch.arange(frames).repeat_interleave(rows * columns)[:, None] / (frames - 1)
    for step in range(STEPS):
        c, u, u2 = (
            reference(tensors, tokens, condition, states[0], pooled, times[step], LATENTS)
            for (states, pooled), condition in zip(
                (texts[0], texts[1], texts[1]), (picture, picture, none), strict=True
            )
        )
        text, image = (1.0, 1.0) if step >= 10 and step % 2 else (7.5, 3.0)
        if still is not None and image > 1:
            image = 1 + at * (3.0 - 2.0 * step / STEPS - 1)
        velocity = u2 + image * (u - u2) + text * (c - u)
        tokens = tokens + (times[step + 1] - times[step]) * velocity
    return tokens


def test_a_clip_is_sampled_as_by_the_release(release, pipe) -> None:
    """From the release's own tensors to the last latent: relative error at most 1e-5."""
    from safetensors.torch import load_file

    request = request_of()
    texts = [pipe.embed(request.written.prompt), pipe.embed(request.written.negative)]
    noise = torch.randn((1, 16, 2, 4, 6), generator=torch.Generator().manual_seed(3))
    with torch.inference_mode():
        found = patches(pipe._denoised(request, texts)[0])
        wanted = sampled(load_file(release / TRANSFORMER), texts, patches(noise[0]))
    assert float((found - wanted).norm() / wanted.norm()) <= 1e-5


def test_a_clip_from_a_picture_is_sampled_as_by_the_release(release, pipe) -> None:
    """Mask and picture are seen in two branches, and the picture's latents stay in their place."""
    from PIL import Image
    from safetensors.torch import load_file

    still = Image.linear_gradient("L").resize(SIZE_PX).convert("RGB")
    texts = [pipe.embed("a dark forest"), pipe.embed("blurry")]
    drawing = torch.Generator().manual_seed(3)
    noise = torch.randn((1, 16, 2, 4, 6), generator=drawing)
    pixels = torch.tensor(list(still.get_flattened_data())).reshape(1, 32, 48, 3, 1) / 127.5 - 1
    with torch.inference_mode():
        seen = pipe.vae.encode(pixels.permute(0, 3, 4, 1, 2)).latent_dist
        drawn = torch.randn(seen.mean.shape, generator=drawing)
        latents = (seen.mean + seen.std * drawn)[0] * 0.476986
        found = patches(pipe._denoised(request_of(still=still), texts)[0])
        tensors = load_file(release / TRANSFORMER)
        wanted = sampled(tensors, texts, patches(noise[0]), latents)
        wanted[: LATENTS[1] * LATENTS[2]] = patches(latents.repeat(1, 2, 1, 1))[:6]
    assert float((found - wanted).norm() / wanted.norm()) <= 1e-5


def test_a_pictures_guidance_rises_over_the_clip() -> None:
    """From 1 at the picture's own frame; less far with every step."""
    from mongyudo.backends.diffusion.opensora_pipeline import over_time

    assert over_time(3.0, 0, 50, 3).tolist() == [1.0, 2.0, 3.0]
    assert over_time(3.0, 25, 50, 5).tolist() == [1.0, 1.25, 1.5, 1.75, 2.0]


def test_padding_is_seen_by_the_text_encoder(pipe) -> None:
    """512 tokens without a mask, as the model was trained."""
    ids = pipe.tokenizer("a dark forest", padding="max_length", max_length=512)
    tokens = torch.tensor([ids.input_ids])
    seen, _ = pipe.embed("a dark forest")
    with torch.no_grad():
        whole = pipe.text_encoder(tokens).last_hidden_state
        masked = pipe.text_encoder(tokens, torch.tensor([ids.attention_mask])).last_hidden_state
    assert seen.shape[1] == 512
    assert torch.allclose(seen, whole)
    assert not torch.allclose(seen[:, :3], masked[:, :3], atol=1e-3)


def test_latents_are_scaled_as_hunyuan_does(pipe) -> None:
    """By 0.476986."""
    latents = torch.randn(1, 16, 2, 4, 6)
    with torch.no_grad():
        found = pipe.decode(latents)
        wanted = pipe.vae.decode(latents / 0.476986).sample[0] / 2 + 0.5
    assert found.shape == (5, 32, 48, 3)
    assert torch.allclose(torch.from_numpy(found), wanted.clamp(0, 1).permute(1, 2, 3, 0))


def decoded(pipe: Any, latents: torch.Tensor) -> torch.Tensor:
    """(T, H, W, 3) in 0..1 by the bare network, all at once."""
    with torch.no_grad():
        video = pipe.vae.decoder(pipe.vae.post_quant_conv(latents / 0.476986))[0]
    shown: torch.Tensor = (video / 2 + 0.5).permute(1, 2, 3, 0)
    return shown


def test_a_long_clip_is_decoded_in_one_piece(pipe) -> None:
    """The release cuts no length: a frame knows all frames before it."""
    latents = torch.randn(1, 16, 7, 4, 4)
    with torch.no_grad():
        found = torch.from_numpy(pipe.decode(latents))
    assert torch.allclose(found, decoded(pipe, latents).clamp(0, 1), atol=1e-5)


def test_a_wide_clip_is_decoded_in_pieces_of_256_pixels(pipe) -> None:
    """They overlap by 64, where the left one goes over into the right one evenly."""
    latents = torch.randn(1, 16, 2, 4, 36)
    left, right = decoded(pipe, latents[..., :32]), decoded(pipe, latents[..., 24:])
    share = (torch.arange(64) / 64)[:, None]
    seam = left[:, :, 192:] * (1 - share) + right[:, :, :64] * share
    wanted = torch.cat([left[:, :, :192], seam, right[:, :, 64:]], dim=2)
    with torch.no_grad():
        found = torch.from_numpy(pipe.decode(latents))
    assert torch.allclose(found, wanted.clamp(0, 1), atol=1e-5)


def test_little_memory_cuts_the_length(release) -> None:
    """Under "tiling", on which the pipeline falls back when memory runs out."""
    licences = frozenset({OpenSora.spec.licence})
    options = Options(weights=str(release), acknowledged=licences, memory="tiling")
    assert OpenSora().open(options)._loaded().vae.use_framewise_decoding


def test_prompts_end_as_the_publishers_script_ends_them() -> None:
    """With the rate, then the motion score; the encoder's limit never cuts them."""
    from mongyudo.backends.diffusion.prompting import write

    shot = Shot(0, Segment(0, 0, "", (), "a tiger"), "공포", "기타", None, 3, SIZE_PX, 24, 1.0)
    habit = OpenSora.release.habit
    for limit in (512, 1):
        told = write(shot, habit, limit, lambda text: len(text.split())).prompt
        assert told.endswith(" 24 FPS. 4 motion score.")


def test_a_folder_that_is_no_release_is_told(tmp_path: Path) -> None:
    """The absent files are named."""
    with pytest.raises(BackendError, match="hunyuan_vae"):
        OpenSora().convert(tmp_path, tmp_path / "out")


def test_a_release_that_is_not_converted_is_told_how(copy) -> None:
    """Ready only once converted, with the command until then."""
    licences = frozenset({OpenSora.spec.licence})
    state = OpenSora().check(Options(weights=str(copy), acknowledged=licences))
    assert "not converted" in state.reason
    assert f"backends convert open-sora-v2 {copy} -o" in state.remedy
    OpenSora().convert(copy, copy / "ours")
    assert OpenSora().check(Options(weights=str(copy / "ours"), acknowledged=licences)).ready


def test_without_the_acknowledged_licence_nothing_films(release) -> None:
    """The VAE's licence does not hold in South Korea; the setting that opens the gate is named."""
    state = OpenSora().check(Options(weights=str(release)))
    assert "South Korea" in state.reason
    assert OpenSora.spec.licence in state.remedy


def cut_short(release: Path) -> None:
    """A download that broke off."""
    file = release / TRANSFORMER
    file.write_bytes(file.read_bytes()[:-100])


def renamed(release: Path) -> None:
    """A tensor that no release has."""
    from safetensors.torch import load_file, save_file

    save_file(load_file(release / VAE) | {"mystery": torch.zeros(1)}, release / VAE)


def incomplete(release: Path) -> None:
    """A transformer without one of its tensors."""
    from safetensors.torch import load_file, save_file

    tensors = load_file(release / TRANSFORMER)
    del tensors["txt_in.bias"]
    save_file(tensors, release / TRANSFORMER)


def deaf(release: Path) -> None:
    """A text encoder without one of its tensors, which transformers would make up."""
    from safetensors.torch import load_file, save_file

    file = release / T5 / "model.safetensors"
    tensors = load_file(file)
    del tensors["encoder.final_layer_norm.weight"]
    save_file(tensors, file, {"format": "pt"})


def wordless(release: Path) -> None:
    """No tokenizer."""
    shutil.rmtree(release / CLIP)
    (release / CLIP).mkdir()


@pytest.mark.parametrize("fault", [cut_short, renamed, incomplete, deaf, wordless])
def test_a_broken_release_is_one_clear_error(copy, fault) -> None:
    """It names the place, and nothing is written."""
    fault(copy)
    with pytest.raises(BackendError, match=str(copy)):
        OpenSora().convert(copy, copy / "ours")
    assert not (copy / "ours").exists()


def test_encoders_in_torchs_own_format_are_read_as_tensors_only(copy) -> None:
    """Nothing in such a file is executed; it becomes safetensors."""
    from safetensors.torch import load_file

    for part in (T5, CLIP):
        file = copy / part / "model.safetensors"
        torch.save(load_file(file), copy / part / "pytorch_model.bin")
        file.unlink()
    OpenSora().convert(copy, copy / "ours")
    assert (copy / "ours/text_encoder/model.safetensors").exists()
