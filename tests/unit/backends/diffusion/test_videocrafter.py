"""VideoCrafter2 against its published equations, written once more here from the release's names.

The reference reads the checkpoint under the release's own keys and knows nothing of diffusers.
"""

import math
from functools import partial
from pathlib import Path

import pytest

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.backends.diffusion.videocrafter import VideoCrafter2
from mongyudo.errors import BackendError, UsageError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

import torch
from torch.nn import functional

pytestmark = pytest.mark.slow

TOLERANCE = 1e-5
UNET = "model.diffusion_model."
GROUPS = 32
HEAD = 8
"""Width of a head in the small checkpoint."""
FPS = 28


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A small checkpoint in the release's layout, and converted.

    Its widths change where the release's change, so that every one of its tensors is there.
    """
    from mongyudo.backends.diffusion.videocrafter_tiny import write_checkpoint

    made = tmp_path_factory.mktemp("videocrafter2")
    VideoCrafter2().convert(write_checkpoint(made, 7, (32, 64, 32, 32)), made)
    return made


@pytest.fixture(scope="module")
def state(folder) -> dict[str, torch.Tensor]:
    """The checkpoint's tensors in 64 bits, under the release's names."""
    loaded = torch.load(folder / "model.ckpt", weights_only=True)["state_dict"]
    return {key: value.double() for key, value in loaded.items()}


@pytest.fixture(scope="module")
def pipe(folder):
    """The converted folder, loaded as for filming, on the CPU."""
    from mongyudo.backends.diffusion.backend import DiffusionSession

    session = VideoCrafter2().open(Options(weights=str(folder), device="cpu"))
    assert isinstance(session, DiffusionSession)
    return session._loaded()


def far(found: torch.Tensor, wanted: torch.Tensor) -> float:
    """The relative error, by norms."""
    return float((found.double() - wanted).norm() / wanted.norm())


# The network, as published: a function of the checkpoint's own tensors.


class Reference:
    """The release's UNet, text encoder and VAE decoder by their equations."""

    def __init__(self, state: dict[str, torch.Tensor], prefix: str) -> None:
        self.state, self.prefix = state, prefix
        self.used: set[str] = set()

    def get(self, name: str) -> torch.Tensor | None:
        """A tensor by its name, None when the release has none there."""
        value = self.state.get(self.prefix + name)
        if value is not None:
            self.used.add(self.prefix + name)
        return value

    def linear(self, x: torch.Tensor, name: str) -> torch.Tensor:
        """A linear layer, also where it is kept as a convolution over one point."""
        weight = self.get(f"{name}.weight")
        assert weight is not None, name
        return functional.linear(x, weight.flatten(1), self.get(f"{name}.bias"))

    def norm(self, x: torch.Tensor, name: str, eps: float) -> torch.Tensor:
        """A norm over groups of channels."""
        return functional.group_norm(
            x, GROUPS, self.get(f"{name}.weight"), self.get(f"{name}.bias"), eps
        )

    def layer_norm(self, x: torch.Tensor, name: str) -> torch.Tensor:
        """A norm over the last axis."""
        return functional.layer_norm(
            x, x.shape[-1:], self.get(f"{name}.weight"), self.get(f"{name}.bias")
        )

    def conv(self, x: torch.Tensor, name: str, stride: int = 1, padding: int = 1) -> torch.Tensor:
        """A convolution within the picture."""
        weight, bias = self.get(f"{name}.weight"), self.get(f"{name}.bias")
        assert weight is not None, name
        return functional.conv2d(x, weight, bias, stride, padding if weight.shape[-1] > 1 else 0)

    def attend(self, x: torch.Tensor, name: str, other: torch.Tensor | None = None) -> torch.Tensor:
        """softmax(q k / sqrt(d)) v over the second axis, head by head."""
        other = x if other is None else other
        query, key, value = (
            self.linear(y, f"{name}.{part}").unflatten(-1, (-1, HEAD)).transpose(1, 2)
            for y, part in ((x, "to_q"), (other, "to_k"), (other, "to_v"))
        )
        weights = (query @ key.transpose(-1, -2) / math.sqrt(HEAD)).softmax(-1)
        return self.linear((weights @ value).transpose(1, 2).flatten(2), f"{name}.to_out.0")

    def block(self, x: torch.Tensor, name: str, text: torch.Tensor | None) -> torch.Tensor:
        """Self-attention, attention to the text (or once more to itself), and a gated layer."""
        x = x + self.attend(self.layer_norm(x, f"{name}.norm1"), f"{name}.attn1")
        x = x + self.attend(self.layer_norm(x, f"{name}.norm2"), f"{name}.attn2", text)
        wide, gate = self.linear(
            self.layer_norm(x, f"{name}.norm3"), f"{name}.ff.net.0.proj"
        ).chunk(2, -1)
        return x + self.linear(wide * functional.gelu(gate), f"{name}.ff.net.2")

    def spatial(self, x: torch.Tensor, name: str, text: torch.Tensor) -> torch.Tensor:
        """Attention of the points of each picture, (T, C, H, W)."""
        points = self.norm(x, f"{name}.norm", 1e-6).flatten(2).transpose(1, 2)
        points = self.linear(points, f"{name}.proj_in")
        points = self.block(points, f"{name}.transformer_blocks.0", text)
        return x + self.linear(points, f"{name}.proj_out").transpose(1, 2).reshape(x.shape)

    def temporal(self, x: torch.Tensor, name: str) -> torch.Tensor:
        """Attention of each point's moments; the norm is over all frames together."""
        clip = x.transpose(0, 1)
        moments = self.norm(clip[None], f"{name}.norm", 1e-6)[0].flatten(2).permute(2, 1, 0)
        moments = self.linear(moments, f"{name}.proj_in")
        moments = self.block(moments, f"{name}.transformer_blocks.0", None)
        moments = self.linear(moments, f"{name}.proj_out")
        return x + moments.permute(1, 2, 0).reshape(x.shape)

    def residual(self, x: torch.Tensor, name: str, emb: torch.Tensor) -> torch.Tensor:
        """Two convolutions with the embedding between them, then four along time."""
        h = self.conv(
            functional.silu(self.norm(x, f"{name}.in_layers.0", 1e-5)), f"{name}.in_layers.2"
        )
        h = h + self.linear(functional.silu(emb), f"{name}.emb_layers.1")[:, :, None, None]
        h = self.conv(
            functional.silu(self.norm(h, f"{name}.out_layers.0", 1e-5)), f"{name}.out_layers.3"
        )
        same = self.get(f"{name}.skip_connection.weight") is None
        h = h + (x if same else self.conv(x, f"{name}.skip_connection"))
        clip = h.transpose(0, 1)[None]
        for at in range(1, 5):
            part, last = f"{name}.temopral_conv.conv{at}", 2 if at == 1 else 3
            clip = functional.conv3d(
                functional.silu(self.norm(clip, f"{part}.0", 1e-5)),
                self.get(f"{part}.{last}.weight"),
                self.get(f"{part}.{last}.bias"),
                padding=(1, 0, 0),
            )
        return h + clip[0].transpose(0, 1)

    def mlp(self, waves: torch.Tensor, name: str) -> torch.Tensor:
        """Two layers."""
        return self.linear(functional.silu(self.linear(waves, f"{name}.0")), f"{name}.2")

    def stage(
        self, x: torch.Tensor, name: str, emb: torch.Tensor, text: torch.Tensor
    ) -> torch.Tensor:
        """One entry of the release's lists of blocks, whatever stands in it."""
        if self.get(f"{name}.0.op.weight") is not None:
            return self.conv(x, f"{name}.0.op", stride=2)
        x = self.residual(x, f"{name}.0", emb)
        place = 1
        if self.get(f"{name}.1.transformer_blocks.0.norm1.weight") is not None:
            x = self.temporal(self.spatial(x, f"{name}.1", text), f"{name}.2")
            place = 3
        if self.get(f"{name}.{place}.conv.weight") is not None:
            x = self.conv(functional.interpolate(x, scale_factor=2.0), f"{name}.{place}.conv")
        return x

    def unet(self, x: torch.Tensor, time: int, text: torch.Tensor, fps: int) -> torch.Tensor:
        """The noise in (C, T, H, W) at a time step, told a text (1, n, width) and a rate."""
        first = self.get("input_blocks.0.0.weight")
        assert first is not None
        width = first.shape[0]
        emb = self.mlp(waves(time, width), "time_embed") + self.mlp(
            waves(fps, width), "fps_embedding"
        )
        h = self.temporal(self.conv(x.transpose(0, 1), "input_blocks.0.0"), "init_attn.0")
        text = text.expand(h.shape[0], -1, -1)
        kept = [h]
        for at in range(1, 12):
            h = self.stage(h, f"input_blocks.{at}", emb, text)
            kept.append(h)
        h = self.residual(h, "middle_block.0", emb)
        h = self.temporal(self.spatial(h, "middle_block.1", text), "middle_block.2")
        h = self.residual(h, "middle_block.3", emb)
        for at in range(12):
            h = self.stage(torch.cat([h, kept.pop()], 1), f"output_blocks.{at}", emb, text)
        return self.conv(functional.silu(self.norm(h, "out.0", 1e-5)), "out.2").transpose(0, 1)

    # The text encoder (OpenCLIP) up to its last layer but one, and the VAE's decoder.

    def text(self, ids: list[int], layers: int, head: int) -> torch.Tensor:
        """(1, n, width): the states of the last layer but one, normed."""
        words, places = self.get("token_embedding.weight"), self.get("positional_embedding")
        assert words is not None
        assert places is not None
        x = (words[ids] + places)[None]
        mask = torch.full((len(ids), len(ids)), -torch.inf, dtype=x.dtype).triu(1)
        for layer in range(layers - 1):
            name = f"transformer.resblocks.{layer}"
            x = x + self.packed(self.layer_norm(x, f"{name}.ln_1"), f"{name}.attn", mask, head)
            wide = functional.gelu(
                self.linear(self.layer_norm(x, f"{name}.ln_2"), f"{name}.mlp.c_fc")
            )
            x = x + self.linear(wide, f"{name}.mlp.c_proj")
        return self.layer_norm(x, "ln_final")

    def packed(self, x: torch.Tensor, name: str, mask: torch.Tensor, head: int) -> torch.Tensor:
        """Attention whose query, key and value are one matrix."""
        weight = self.get(f"{name}.in_proj_weight")
        assert weight is not None
        both = functional.linear(x, weight, self.get(f"{name}.in_proj_bias"))
        query, key, value = (
            part.unflatten(-1, (-1, head)).transpose(1, 2) for part in both.chunk(3, -1)
        )
        weights = (query @ key.transpose(-1, -2) / math.sqrt(head) + mask).softmax(-1)
        return self.linear((weights @ value).transpose(1, 2).flatten(2), f"{name}.out_proj")

    def decoded(self, z: torch.Tensor) -> torch.Tensor:
        """(1, 4, h, w) -> (1, 3, 8h, 8w)."""
        norm = partial(self.norm, eps=1e-6)
        h = self.conv(self.conv(z, "post_quant_conv"), "decoder.conv_in")
        h = self.picture_block(h, "decoder.mid.block_1")
        points = norm(h, "decoder.mid.attn_1.norm").flatten(2).transpose(1, 2)
        query, key, value = (self.linear(points, f"decoder.mid.attn_1.{part}") for part in "qkv")
        seen = (query @ key.transpose(1, 2) / math.sqrt(h.shape[1])).softmax(-1) @ value
        seen = self.linear(seen, "decoder.mid.attn_1.proj_out")
        h = self.picture_block(h + seen.transpose(1, 2).reshape(h.shape), "decoder.mid.block_2")
        for level in (3, 2, 1, 0):
            for block in range(2):
                h = self.picture_block(h, f"decoder.up.{level}.block.{block}")
            if level:
                h = functional.interpolate(h, scale_factor=2.0)
                h = self.conv(h, f"decoder.up.{level}.upsample.conv")
        return self.conv(functional.silu(norm(h, "decoder.norm_out")), "decoder.conv_out")

    def picture_block(self, x: torch.Tensor, name: str) -> torch.Tensor:
        """Two convolutions, added."""
        h = self.conv(functional.silu(self.norm(x, f"{name}.norm1", 1e-6)), f"{name}.conv1")
        h = self.conv(functional.silu(self.norm(h, f"{name}.norm2", 1e-6)), f"{name}.conv2")
        same = self.get(f"{name}.nin_shortcut.weight") is None
        return h + (x if same else self.conv(x, f"{name}.nin_shortcut"))


def waves(value: float, width: int) -> torch.Tensor:
    """Cosines, then sines, of falling frequency: (1, width)."""
    half = width // 2
    angles = value * torch.exp(-math.log(10000) * torch.arange(half, dtype=torch.float64) / half)
    return torch.cat([angles.cos(), angles.sin()])[None]


# The schedule, as published.


def signal(time: int) -> tuple[float, float]:
    """abar and s of a time step."""
    roots = torch.linspace(0.00085**0.5, 0.012**0.5, 1000, dtype=torch.float64)
    kept = float((1 - roots**2)[: time + 1].prod())
    return kept, 1 - 0.3 * min(time, 399) / 399


def noised(clean: torch.Tensor, noise: torch.Tensor, time: int) -> torch.Tensor:
    """x_t."""
    kept, scale = signal(time)
    return scale * math.sqrt(kept) * clean + math.sqrt(1 - kept) * noise


def back(x: torch.Tensor, guess: torch.Tensor, time: int, before: int, eta: float) -> tuple[
    torch.Tensor, float
]:  # fmt: skip
    """x at the time step before without its fresh noise, and how much of that there is."""
    (kept, scale), (kept_before, scale_before) = signal(time), signal(max(before, 0))
    clean = (x - math.sqrt(1 - kept) * guess) / (math.sqrt(kept) * scale)
    fresh = eta * math.sqrt((1 - kept_before) / (1 - kept) * (1 - kept / kept_before))
    toward = math.sqrt(1 - kept_before - fresh**2) * guess
    return math.sqrt(kept_before) * scale_before * clean + toward, fresh


@pytest.mark.parametrize("fps", [8, 16, 28])
def test_the_unet_guesses_as_the_published_network(pipe, state, fps):
    """Every tensor of the checkpoint's UNet has its place; the frame rate is felt."""
    torch.manual_seed(1)
    x = torch.randn(4, 3, 16, 32, dtype=torch.float64)
    text = torch.randn(1, 5, 64, dtype=torch.float64)
    reference = Reference(state, UNET)
    wanted = reference.unet(x, 481, text, fps)
    assert reference.used == {key for key in state if key.startswith(UNET)}
    pipe.unet.time_embedding.fps = fps
    found = pipe.unet(x[None].float(), 481, encoder_hidden_states=text.float()).sample[0]
    pipe.unet.time_embedding.fps = FPS
    assert far(found, wanted) <= TOLERANCE


def test_the_embedding_is_that_of_time_plus_that_of_the_rate(pipe, state):
    """Sinusoids and two layers each."""
    reference = Reference(state, UNET)
    times = waves(721, 32)
    wanted = reference.mlp(times, "time_embed") + reference.mlp(waves(FPS, 32), "fps_embedding")
    assert far(pipe.unet.time_embedding(times.float()), wanted) <= TOLERANCE
    assert pipe.unet.time_embedding.fps == FPS


def test_the_small_checkpoint_has_all_names_of_the_release(state):
    """As many as published."""
    assert sum(key.startswith(UNET) for key in state) == 1484


def test_at_full_width_every_tensor_has_a_name_of_the_release():
    """1,480 of diffusers' default UNet and the four of the frame rate, one to one."""
    from diffusers import UNet3DConditionModel

    from mongyudo.backends.diffusion.videocrafter_names import ours, theirs

    with torch.device("meta"):
        plain = UNet3DConditionModel().state_dict()
    assert len(plain) == 1480
    originals = [theirs(key) for key in plain]
    assert None not in originals
    assert len(set(originals)) == 1480
    assert [ours(str(key)) for key in originals] == list(plain)


@pytest.mark.parametrize("eta", [0.0, 1.0])
def test_fifty_steps_end_where_the_published_equations_end(pipe, eta):
    """The whole way, with the same guesses and the same fresh noise on both sides."""
    torch.manual_seed(2)
    scheduler = pipe.scheduler
    scheduler.set_timesteps(50)
    assert scheduler.timesteps.tolist() == list(range(981, 0, -20))
    wanted = torch.randn(1, 4, 2, 3, 3, dtype=torch.float64)
    found = wanted.float()
    for step, time in enumerate(scheduler.timesteps.tolist()):
        guess = torch.sin(wanted * 1.3 + step)
        noise = torch.randn(
            wanted.shape, generator=torch.Generator().manual_seed(step), dtype=torch.float32
        )
        wanted, fresh = back(wanted, guess, time, time - 20, eta)
        wanted = wanted + fresh * noise.double()
        found = scheduler.step(
            guess.float(), time, found, eta=eta, generator=torch.Generator().manual_seed(step)
        ).prev_sample
    assert far(found, wanted) <= TOLERANCE


@pytest.mark.parametrize("time", [0, 1, 200, 399, 400, 999])
def test_noise_is_added_on_the_scaled_schedule(pipe, time):
    """Training sees the states that sampling sees."""
    torch.manual_seed(3)
    clean, noise = torch.randn(2, 1, 4, 2, 3, 3, dtype=torch.float64)
    found = pipe.scheduler.add_noise(clean.float(), noise.float(), torch.tensor([time]))
    assert far(found, noised(clean, noise, time)) <= TOLERANCE


def test_texts_are_filled_up_with_token_0_and_read_up_to_the_last_layer_but_one(pipe, state):
    """As the release reads them."""
    written = pipe.tokenizer("a tiger").input_ids
    ids = written + [0] * (77 - len(written))
    wanted = Reference(state, "cond_stage_model.model.").text(ids, layers=3, head=64)
    assert far(pipe.embed(["a tiger"]), wanted) <= TOLERANCE


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("a \u201ctiger\u201d, it\u2019s", 'a "tiger", it\'s'),
        ("a &amp; b &amp;lt; c", "a & b < c"),
        ("\ufb01re \uff54iger", "fire tiger"),
    ],
)
def test_texts_are_mended_before_they_are_read(pipe, odd, plain):
    """As by OpenCLIP, which learned no curly quotes, HTML, ligatures and wide letters."""
    assert torch.equal(pipe.embed([odd]), pipe.embed([plain]))


def test_pictures_are_decoded_as_published(pipe, state):
    """The VAE's decoder, with its scaling."""
    torch.manual_seed(4)
    latents = torch.randn(1, 4, 1, 4, 4, dtype=torch.float64)
    picture = Reference(state, "first_stage_model.").decoded(latents[:, :, 0] / 0.18215)
    wanted = (picture / 2 + 0.5).clamp(0, 1).permute(0, 2, 3, 1)
    assert far(torch.from_numpy(pipe.decode(latents.float())), wanted) <= TOLERANCE


def test_a_folder_with_the_checkpoint_alone_says_what_to_do(folder, tmp_path):
    """The command stands in the remedy, also for the file itself."""
    (tmp_path / "model.ckpt").symlink_to(folder / "model.ckpt")
    for weights in (tmp_path, tmp_path / "model.ckpt"):
        state = VideoCrafter2().check(Options(weights=str(weights)))
        assert not state.ready
        assert f"mongyudo backends convert videocrafter2 {tmp_path / 'model.ckpt'}" in state.remedy


def test_a_converted_folder_films(folder, tmp_path):
    """Elsewhere than beside the checkpoint, too."""
    VideoCrafter2().convert(folder / "model.ckpt", tmp_path / "made")
    assert VideoCrafter2().check(Options(weights=str(tmp_path / "made"))).ready


def broken(folder: Path, where: Path, change: str) -> Path:
    """A checkpoint with one fault, in `where` with the tokenizer."""
    state = torch.load(folder / "model.ckpt", weights_only=True)["state_dict"]
    key = f"{UNET}middle_block.0.in_layers.2.weight"
    value = state.pop(key)
    if change == "over":
        state |= {key: value, f"{UNET}middle_block.4.extra": value}
    if change == "misshapen":
        state[key] = value[:1]
    (where / "tokenizer").symlink_to(folder / "tokenizer")
    torch.save({"state_dict": state}, where / "model.ckpt")
    return where / "model.ckpt"


@pytest.mark.parametrize("change", ["absent", "over", "misshapen"])
def test_a_checkpoint_with_one_wrong_tensor_is_refused(folder, tmp_path, change):
    """By name, and nothing is taken for a whole folder."""
    path = broken(folder, tmp_path, change)
    with pytest.raises(BackendError, match=r"middle_block|mid_block"):
        VideoCrafter2().convert(path, tmp_path / "made")
    assert not (tmp_path / "made" / "model_index.json").exists()


class Trap:
    """What a pickle can do."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.touch, (Path("sprung"),)


def test_a_checkpoint_that_holds_code_is_refused(tmp_path, monkeypatch):
    """Nothing in it runs."""
    monkeypatch.chdir(tmp_path)
    torch.save({"state_dict": {"a": Trap()}}, tmp_path / "model.ckpt")
    with pytest.raises(BackendError, match="cannot be read"):
        VideoCrafter2().convert(tmp_path / "model.ckpt", tmp_path / "made")
    assert not (tmp_path / "sprung").exists()


def test_other_files_are_refused_in_words(tmp_path):
    """No file, an empty one, another model's."""
    with pytest.raises(UsageError, match="no file"):
        VideoCrafter2().convert(tmp_path / "none.ckpt", tmp_path / "made")
    (tmp_path / "empty.ckpt").write_bytes(b"")
    with pytest.raises(BackendError, match="cannot be read"):
        VideoCrafter2().convert(tmp_path / "empty.ckpt", tmp_path / "made")
    torch.save({"other": torch.zeros(1)}, tmp_path / "other.ckpt")
    with pytest.raises(BackendError, match="another model"):
        VideoCrafter2().convert(tmp_path / "other.ckpt", tmp_path / "made")
