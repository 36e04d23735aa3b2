"""Open-Sora v2: the converted network against a small reference of the published equations.

The reference below is written from the equations (rotation in halves, modulation, two kinds of
blocks), in the release's tensor names, and knows nothing of diffusers.
"""

import math
from pathlib import Path

import pytest
import torch

from mongyudo.backends.diffusion import opensora_convert as convert
from mongyudo.errors import BackendError

pytestmark = pytest.mark.slow

HEAD, HEADS = 32, 2
AXES = (4, 14, 14)
GRID = (2, 2, 3)
WORDS = 5


def linear(tensors, name, x):
    """W x + b."""
    return x @ tensors[f"{name}.weight"].T + tensors[f"{name}.bias"]


def normal(x):
    """Zero mean, unit variance over the last axis."""
    return (x - x.mean(-1, keepdim=True)) / torch.sqrt(
        x.var(-1, unbiased=False, keepdim=True) + 1e-6
    )


def modulated(x, shift, scale):
    """(1 + scale) norm(x) + shift."""
    return (1 + scale) * normal(x) + shift


def sinusoid(time):
    """256 cosines and sines of 1000 t."""
    rates = torch.exp(-math.log(10000) * torch.arange(128) / 128)
    angles = 1000 * time * rates
    return torch.cat([torch.cos(angles), torch.sin(angles)])[None]


def embedded(tensors, name, x):
    """Linear, SiLU, linear."""
    hidden = torch.nn.functional.silu(linear(tensors, f"{name}.in_layer", x))
    return linear(tensors, f"{name}.out_layer", hidden)


def rotated(x, angles):
    """x cos + (-second half, first half) sin, the angles repeated for both halves."""
    both = torch.cat([angles, angles], dim=-1)
    first, second = x.chunk(2, dim=-1)
    return x * torch.cos(both) + torch.cat([-second, first], dim=-1) * torch.sin(both)


def heads(x, scale=None):
    """(n, width) -> (heads, n, head), with RMS norm when `scale` is given."""
    parted = x.reshape(-1, HEADS, HEAD).transpose(0, 1)
    if scale is None:
        return parted
    return parted * torch.rsqrt(parted.pow(2).mean(-1, keepdim=True) + 1e-6) * scale


def attended(q, k, v, angles):
    """Softmax attention after rotating queries and keys."""
    q, k = rotated(q, angles), rotated(k, angles)
    weights = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(HEAD), dim=-1)
    return (weights @ v).transpose(0, 1).reshape(-1, HEADS * HEAD)


def reference(tensors, latents, condition, words, pooled, time):
    """The velocity of every token by the release's own network."""
    picture = linear(tensors, "img_in", latents) + linear(tensors, "cond_in", condition)
    text = linear(tensors, "txt_in", words)
    vector = embedded(tensors, "time_in", sinusoid(time)) + embedded(tensors, "vector_in", pooled)
    places = torch.cartesian_prod(*(torch.arange(size).float() for size in GRID))
    places = torch.cat([torch.zeros(WORDS, 3), places])
    angles = torch.cat(
        [
            places[:, axis, None] * 10000.0 ** (-torch.arange(0, size, 2) / size)
            for axis, size in enumerate(AXES)
        ],
        dim=-1,
    )
    silu = torch.nn.functional.silu(vector)
    gelu = torch.nn.GELU(approximate="tanh")
    streams, turned = {"txt": text, "img": picture}, {}
    mods = {s: linear(tensors, f"double_blocks.0.{s}_mod.lin", silu).chunk(6, -1) for s in streams}
    for name, x in streams.items():
        home = f"double_blocks.0.{name}_attn"
        x = modulated(x, mods[name][0], mods[name][1])
        turned[name] = [
            heads(linear(tensors, f"{home}.q_proj", x), tensors[f"{home}.norm.query_norm.scale"]),
            heads(linear(tensors, f"{home}.k_proj", x), tensors[f"{home}.norm.key_norm.scale"]),
            heads(linear(tensors, f"{home}.v_proj", x)),
        ]
    q, k, v = (torch.cat(pair, dim=1) for pair in zip(*turned.values(), strict=True))
    both = attended(q, k, v, angles)
    for name, part in (("txt", both[:WORDS]), ("img", both[WORDS:])):
        home = f"double_blocks.0.{name}"
        _, _, gate, shift, scale, gate2 = mods[name]
        x = streams[name] + gate * linear(tensors, f"{home}_attn.proj", part)
        inner = gelu(linear(tensors, f"{home}_mlp.0", modulated(x, shift, scale)))
        streams[name] = x + gate2 * linear(tensors, f"{home}_mlp.2", inner)
    x = torch.cat([streams["txt"], streams["img"]])
    home = "single_blocks.0"
    shift, scale, gate = linear(tensors, f"{home}.modulation.lin", silu).chunk(3, -1)
    y = modulated(x, shift, scale)
    value, inner = linear(tensors, f"{home}.v_mlp", y).split([HEADS * HEAD, 4 * HEADS * HEAD], -1)
    q = heads(linear(tensors, f"{home}.q_proj", y), tensors[f"{home}.norm.query_norm.scale"])
    k = heads(linear(tensors, f"{home}.k_proj", y), tensors[f"{home}.norm.key_norm.scale"])
    out = torch.cat([attended(q, k, heads(value), angles), gelu(inner)], dim=-1)
    x = (x + gate * linear(tensors, f"{home}.linear2", out))[WORDS:]
    shift, scale = linear(tensors, "final_layer.adaLN_modulation.1", silu).chunk(2, -1)
    return linear(tensors, "final_layer.linear", modulated(x, shift, scale))


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


def test_a_folder_that_is_no_release_is_told(tmp_path: Path) -> None:
    """The absent files are named."""
    from mongyudo.backends.diffusion.opensora import OpenSora

    with pytest.raises(BackendError, match="hunyuan_vae"):
        OpenSora().convert(tmp_path, tmp_path / "out")
