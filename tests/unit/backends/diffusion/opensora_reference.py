"""Open-Sora v2's network, small, from the published equations.

Rotation in halves, modulation and two kinds of blocks, in the release's tensor names; it knows
nothing of diffusers.
"""

import math

import torch

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


def reference(tensors, latents, condition, words, pooled, time, grid=GRID):
    """The velocity of every token by the release's own network."""
    count = len(words)
    picture = linear(tensors, "img_in", latents) + linear(tensors, "cond_in", condition)
    text = linear(tensors, "txt_in", words)
    vector = embedded(tensors, "time_in", sinusoid(time)) + embedded(tensors, "vector_in", pooled)
    places = torch.cartesian_prod(*(torch.arange(size).float() for size in grid))
    places = torch.cat([torch.zeros(count, 3), places])
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
    for name, part in (("txt", both[:count]), ("img", both[count:])):
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
    x = (x + gate * linear(tensors, f"{home}.linear2", out))[count:]
    shift, scale = linear(tensors, "final_layer.adaLN_modulation.1", silu).chunk(2, -1)
    return linear(tensors, "final_layer.linear", modulated(x, shift, scale))
