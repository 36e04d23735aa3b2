"""Each family's loss, against values computed another way, and against its own sampler."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.errors import UsageError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

import torch
from PIL import Image

from mongyudo.training.families import trainee
from mongyudo.training.families.contract import Example, Trainee
from mongyudo.training.sampling import _How

pytestmark = [
    pytest.mark.slow,
    # diffusers hands tensors to numpy in a way that numpy 2 gives up.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
    # Mochi's positions are computed under an autocast that a CPU has not.
    pytest.mark.filterwarnings("ignore:\\s*In CPU autocast:UserWarning"),
]

FRAMES = {
    "wan2.1-1.3b": 5, "ltx-video": 9, "mochi-1": 7, "hunyuanvideo": 5, "open-sora-v2": 5,
    "cogvideox-2b": 9, "animatediff-v3": 4, "zeroscope-v2-576w": 4, "videocrafter2": 4, "svd": 14,
}  # fmt: skip
"""Frames of the test clips, by each model's rule."""
SIZE_PX = (64, 64)
PROMPTS = ("a tiger in the forest", "a calm sea")


@pytest.fixture(params=FRAMES)
def pupil(request: pytest.FixtureRequest, opened: Any) -> Trainee:
    """Each family in turn."""
    return trainee(*opened(request.param))


def examples(pupil: Trainee) -> Example:
    """Two clips with their texts, as the family encodes them."""
    frames = FRAMES[pupil.backend.spec.name]
    made = torch.Generator().manual_seed(5)
    pixels = torch.rand(2, 3, frames, SIZE_PX[1], SIZE_PX[0], generator=made) * 2 - 1
    with torch.no_grad():
        return {**pupil.encode(pixels, made), **pupil.text(PROMPTS)}


def given_and_time(args: Any, told: dict[str, Any]) -> tuple[torch.Tensor, Any]:
    """The noisy latents as the denoiser is given them, and the time it is told."""
    given = told["hidden_states"] if "hidden_states" in told else args[0]
    time = told["timestep"] if "timestep" in told else args[1]
    return given, time


class Oracle:
    """A denoiser that knows the clip x0, and answers by the family's equation, written here by hand
    from the noisy latents and the time that it is given."""

    def __init__(self, pupil: Trainee, clip: torch.Tensor) -> None:
        self.pupil, self.clip = pupil, clip
        self.name = pupil.backend.spec.name

    def __call__(self, *args: Any, **told: Any) -> Any:
        given, time = given_and_time(args, told)
        answer = self.answer(given.float(), torch.as_tensor(time).float().flatten())
        return (answer,) if not told.get("return_dict", True) else SimpleNamespace(sample=answer)

    def answer(self, given: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        time = time.expand(len(given))
        clip = self.clip[:1].expand(len(given), -1, -1, -1, -1) if self.one else self.clip
        at = time.view(-1, 1, 1, 1, 1)
        if self.name in ("wan2.1-1.3b", "hunyuanvideo"):
            return (given - clip) / (at / 1000)
        if self.name == "mochi-1":
            return -(given - clip) / (1 - at / 1000)
        if self.name == "ltx-video":
            return (given - tokens_1(clip)) / (at[..., 0, 0] / 1000)
        if self.name == "open-sora-v2":
            assert not given[..., 64:].any()
            return (given[..., :64] - tokens_4(clip)) / at[..., 0, 0]
        if self.name == "svd":
            return self._edm(given.transpose(1, 2)[:, :4], clip, (at * 4).exp()).transpose(1, 2)
        kept = self.pupil.pipe.scheduler.alphas_cumprod[time.long()].view(-1, 1, 1, 1, 1)
        if self.name == "cogvideox-2b":
            noisy = given.transpose(1, 2)
            noise = (noisy - kept.sqrt() * clip) / (1 - kept).sqrt()
            return (kept.sqrt() * noise - (1 - kept).sqrt() * clip).transpose(1, 2)
        fall = (at / 399).clamp(max=1) * 0.3 if self.name == "videocrafter2" else 0.0
        return (given - (1 - fall) * kept.sqrt() * clip) / (1 - kept).sqrt()

    one = False
    """Whether every clip given is the first one: guided sampling runs it twice."""

    @staticmethod
    def _edm(scaled: torch.Tensor, clip: torch.Tensor, sigma: torch.Tensor) -> torch.Tensor:
        """F of D = c_skip x + c_out F = x0."""
        noisy = scaled * (sigma**2 + 1).sqrt()
        c_skip, c_out = 1 / (sigma**2 + 1), -sigma / (sigma**2 + 1).sqrt()
        return (clip - c_skip * noisy) / c_out


def tokens_1(latents: torch.Tensor) -> torch.Tensor:
    """(B, C, T, h, w) -> (B, T h w, C)."""
    return latents.flatten(2).transpose(1, 2)


def tokens_4(latents: torch.Tensor) -> torch.Tensor:
    """(B, C, T, h, w) -> (B, T h/2 w/2, 4 C), token by token, in a loop."""
    _, _, frames, rows, columns = latents.shape
    made = [
        latents[:, :, t, r : r + 2, c : c + 2].flatten(1)
        for t in range(frames)
        for r in range(0, rows, 2)
        for c in range(0, columns, 2)
    ]
    return torch.stack(made, dim=1)


@contextmanager
def denoising_by(pupil: Trainee, oracle: Any) -> Iterator[None]:
    """The denoiser's own work is done by `oracle` for a while."""
    with patch.object(pupil.denoiser, "forward", oracle):
        yield


def test_an_oracle_has_no_loss_and_films_its_clip(pupil: Trainee) -> None:
    """What the loss asks for is what the release's own sampler understands: a denoiser that knows
    the clip has no loss at any level of noise, and the pipeline films the clip with it."""
    given = examples(pupil)
    given["latents"] = torch.randn(
        given["latents"].shape, generator=torch.Generator().manual_seed(2)
    )
    oracle = Oracle(pupil, given["latents"])
    noise = torch.randn(given["latents"].shape, generator=torch.Generator().manual_seed(1))
    for u in (0.05, 0.5, 0.95):
        with denoising_by(pupil, oracle), torch.no_grad():
            losses = pupil.loss(given, noise, torch.tensor([u, 1 - u]))
        assert losses.shape == (2,)
        assert losses.max() < 1e-4, u
    oracle.one = True
    with denoising_by(pupil, oracle):
        filmed = filmed_latents(pupil)
    assert (filmed - given["latents"][:1]).square().mean() < 0.02


def test_a_clips_loss_does_not_depend_on_its_neighbours(pupil: Trainee) -> None:
    """Each of a batch is shown its own text, at its own level, in every frame."""
    given = examples(pupil)
    noise = torch.randn(given["latents"].shape, generator=torch.Generator().manual_seed(4))
    u = torch.tensor([0.3, 0.8])
    with torch.no_grad():
        together = pupil.loss(given, noise, u)
        for at in range(2):
            row = slice(at, at + 1)
            one = {key: value[row] for key, value in given.items()}
            [alone] = pupil.loss(one, noise[row], u[row])
            assert float(together[at]) == pytest.approx(float(alone), rel=1e-5)


def filmed(pupil: Trainee, **changes: Any) -> Any:
    """What the pipeline gives for a clip of the first prompt."""
    backend, pipe = pupil.backend, pupil.pipe
    still = Image.new("RGB", SIZE_PX, "navy") if backend.spec.takes == "image" else None
    how = _How(backend, SIZE_PX, FRAMES[backend.spec.name], 12, None)
    request = how.request(PROMPTS[0], 3, still)
    with torch.no_grad():
        return pipe(**backend.arguments(pipe, request) | changes).frames


def filmed_latents(pupil: Trainee) -> torch.Tensor:
    """(1, C, T, h, w): where the pipeline arrives, before its VAE decodes."""
    name = pupil.backend.spec.name
    if name in ("zeroscope-v2-576w", "videocrafter2", "open-sora-v2"):
        caught: list[torch.Tensor] = []
        catch = patch.object(pupil.pipe, "decode", lambda latents: caught.append(latents) or [0])
        with catch, suppress(TypeError):  # nothing was decoded
            filmed(pupil)
        return caught[0]
    found: torch.Tensor = filmed(pupil, output_type="latent")
    if name == "ltx-video":
        grid = (math.ceil(FRAMES[name] / 8), SIZE_PX[1] // 32, SIZE_PX[0] // 32)
        return found.transpose(1, 2).unflatten(2, grid)
    return found.transpose(1, 2) if name in ("cogvideox-2b", "svd") else found


def test_latents_decode_as_the_pipeline_decodes_them(pupil: Trainee) -> None:
    """And what is encoded comes back as the VAE alone brings it back."""
    given = examples(pupil)
    oracle = Oracle(pupil, given["latents"])
    oracle.one = True
    with denoising_by(pupil, oracle):
        frames = torch.as_tensor(filmed(pupil)[0])
        latents = filmed_latents(pupil)
    with torch.no_grad():
        decoded = (pupil.decode(latents)[0].permute(1, 2, 3, 0) / 2 + 0.5).clamp(0, 1)
    assert (decoded - frames).abs().max() < 1e-3


class Recorder:
    """A denoiser that keeps what it was first given, and answers nothing (zeros)."""

    def __init__(self, oracle: Oracle) -> None:
        self.oracle = oracle
        self.told: dict[str, Any] = {}

    def __call__(self, *args: Any, **told: Any) -> Any:
        self.told = self.told or dict(told)
        answer = self.oracle(*args, **told)
        return (
            (answer[0] * 0,)
            if isinstance(answer, tuple)
            else SimpleNamespace(sample=answer.sample * 0)
        )


def recorded(pupil: Trainee, work: Callable[[], Any]) -> dict[str, torch.Tensor]:
    """What the denoiser is told by `work` beside the noisy latents and their time; of several
    clips at once the last, which is led by the text."""
    given = examples(pupil)
    oracle = Oracle(pupil, given["latents"])
    oracle.one = True
    recorder = Recorder(oracle)
    with denoising_by(pupil, recorder), torch.no_grad():
        work()
    own = {"hidden_states", "timestep", "return_dict"}
    told = {
        key: value for key, value in recorder.told.items() if key not in own and value is not None
    }
    return {key: torch.as_tensor(value).float() for key, value in told.items()}


def test_the_denoiser_is_told_the_same_as_when_it_films(pupil: Trainee) -> None:
    """Texts, masks, rates and positions; only Hunyuan's guidance is that of clips as they are."""
    one = {key: value[:1] for key, value in examples(pupil).items()}
    if pupil.backend.spec.takes == "image":
        pixels = torch.zeros(1, 3, 14, SIZE_PX[1], SIZE_PX[0])
        pixels[:, 2], pixels[:, :2] = 128 / 127.5 - 1, -1  # navy
        one = pupil.encode(pixels, torch.Generator().manual_seed(0))
    noise = torch.randn_like(one["latents"])
    learning = recorded(pupil, lambda: pupil.loss(one, noise, torch.tensor([0.5])))
    filming = recorded(pupil, lambda: filmed(pupil))
    guidance = (learning.pop("guidance", None), filming.pop("guidance", None))
    if pupil.backend.spec.name == "hunyuanvideo":
        assert [float(each) for each in guidance] == [1000.0, 6000.0]
    assert set(learning) <= set(filming)
    assert learning
    for key, value in learning.items():
        other = filming[key]
        if value.ndim > 1 and other.shape[0] == 2 * value.shape[0]:  # unguided ones stand first
            other = other[value.shape[0] :]
        assert torch.allclose(value, other, atol=1e-4), key


def alpha_bars(pupil: Trainee, betas: str = "scaled") -> torch.Tensor:
    """abar of the schedule, from the betas of the release's config."""
    config = pupil.pipe.scheduler.config
    ends = (config.beta_start, config.beta_end)
    if betas == "scaled":
        spaced = torch.linspace(ends[0] ** 0.5, ends[1] ** 0.5, 1000, dtype=torch.float64) ** 2
    else:
        spaced = torch.linspace(*ends, 1000, dtype=torch.float64)
    return (1 - spaced).cumprod(0)


def by_hand(pupil: Trainee, clip: torch.Tensor, noise: torch.Tensor, u: float) -> float:
    """The loss of a denoiser that gives zeros, in the form in which the family's paper has it."""
    name = pupil.backend.spec.name
    if name == "svd":  # weight (s^2 + 1) / s^2 on x0, ln s normal (0.7, 1.6)
        sigma = math.exp(0.7 + 1.6 * float(torch.distributions.Normal(0, 1).icdf(torch.tensor(u))))
        denoised = (clip + sigma * noise) / (sigma**2 + 1)
        return float((sigma**2 + 1) / sigma**2 * (denoised - clip).square().mean())
    if name == "cogvideox-2b":  # weight 1 / (1 - abar) on x0
        kept = pupil.pipe.scheduler.alphas_cumprod[int(u * 1000)]
        denoised = kept.sqrt() * (kept.sqrt() * clip + (1 - kept).sqrt() * noise)
        return float((denoised - clip).square().mean() / (1 - kept))
    if name in ("animatediff-v3", "zeroscope-v2-576w", "videocrafter2"):
        return float(noise.square().mean())
    return float((noise - clip).square().mean())


@pytest.mark.parametrize("u", [0.2, 0.9])
def test_the_loss_of_silence_is_the_papers(pupil: Trainee, u: float) -> None:
    """A denoiser that gives zeros has the loss that the paper's own form gives."""
    given = examples(pupil)
    noise = torch.randn_like(given["latents"])
    with denoising_by(pupil, Recorder(Oracle(pupil, given["latents"]))), torch.no_grad():
        losses = pupil.loss(given, noise, torch.tensor([u, u]))
    for at in range(2):
        wished = by_hand(pupil, given["latents"][at], noise[at], u)
        assert float(losses[at]) == pytest.approx(wished, rel=1e-3)


def test_the_noise_is_mixed_by_the_releases_schedule(opened: Any) -> None:
    """AnimateDiff's is linear, Zeroscope's and VideoCrafter2's scaled; the last one also dims the
    clip, down to 0.7 from step 400 on."""
    clip, noise = torch.ones(1, 4, 2, 2, 2), torch.zeros(1, 4, 2, 2, 2)
    for name, betas, dim in (
        ("animatediff-v3", "linear", 1.0),
        ("zeroscope-v2-576w", "scaled", 1.0),
        ("videocrafter2", "scaled", 0.7),
    ):
        pupil: Any = trainee(*opened(name))
        wished = dim * float(alpha_bars(pupil, betas)[600].sqrt())
        found = pupil.noisy(clip, noise, torch.tensor([600]))
        assert float(found.max()) == pytest.approx(wished, rel=1e-4), name


@pytest.mark.parametrize(
    ("name", "wished"),
    [
        ("wan2.1-1.3b", 0.75),  # shift 3
        ("hunyuanvideo", 0.875),  # shift 7
        ("mochi-1", 0.5),
        ("open-sora-v2", math.sqrt(2) * (1 - 240 / 1920) / (1 + math.sqrt(2) * (1 - 240 / 1920))),
        ("ltx-video", math.exp(0.5 - 248 * 0.65 / 3840) / (1 + math.exp(0.5 - 248 * 0.65 / 3840))),
    ],
)
def test_noise_levels_lie_as_the_sampler_has_them(opened: Any, name: str, wished: float) -> None:
    """The middle level, for two latent frames of 4 by 4 tokens (LTX: 8 tokens)."""
    pupil: Any = trainee(*opened(name))
    latents = torch.zeros(1, 16, 2, *((2, 2) if name == "ltx-video" else (8, 8)))
    found = pupil.sigmas(torch.tensor([0.5]), latents)
    assert float(found[0]) == pytest.approx(wished, rel=1e-5)


def test_left_out_conditions_are_an_empty_text_or_no_picture(opened: Any) -> None:
    """One clip's worth, in the shapes of an example."""
    for name in ("wan2.1-1.3b", "svd"):
        pupil = trainee(*opened(name))
        given = examples(pupil)
        blank = pupil.blank(given, pupil.text([""]))
        assert {key: value.shape for key, value in blank.items()} == {
            key: (1, *given[key].shape[1:]) for key in blank
        }
        assert not torch.equal(blank["states"], given["states"][:1])


def test_what_cannot_be_trained_says_so(opened: Any) -> None:
    """A class without a loss, and models of two denoisers."""
    backend, _ = opened("wan2.1-1.3b")
    with pytest.raises(UsageError, match="cannot be trained"):
        trainee(backend, object())
