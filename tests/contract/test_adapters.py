"""One suite over every open model: LoRA adapters by emotion, from real files, on small weights."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from tests.contract.test_backends import small_shot

from mongyudo.backends.adapters import find, fingerprint, read_card
from mongyudo.backends.contract import Options, Rendering
from mongyudo.backends.diffusion.backend import DiffusionBackend, DiffusionSession, packages_missing
from mongyudo.backends.registry import get, names
from mongyudo.errors import BackendError
from mongyudo.records import AdapterCard

pytestmark = pytest.mark.slow

FEAR, SORROW = "emotion:공포", "emotion:슬픔"
RANK, ALPHA = 4, 12.0
SPREAD = 0.5
"""Of the B matrices: large enough that 8-bit frames of random weights differ."""


def models() -> list[str]:
    """The open models that adapters can change."""
    found = [name for name in names() if isinstance(get(name), DiffusionBackend)]
    return [name for name in found if get(name).spec.lora]


@dataclass(frozen=True)
class Studio:
    """An open model with small weights and two adapters; the frames that each was saved with."""

    backend: DiffusionBackend
    options: Options
    saved_frames: dict[str, np.ndarray]
    filmed: dict[str, np.ndarray] = field(default_factory=dict)

    @property
    def files(self) -> Path:
        """The adapters' folder."""
        assert self.options.adapters_dir is not None
        return self.options.adapters_dir

    def render(self, adapter: str | None, **changes: object) -> Rendering:
        """One small shot in a fresh session."""
        session = self.backend.open(replace(self.options, **changes))
        return session.render(small_shot(self.backend, adapter), lambda: False)

    def frames(self, adapter: str | None, **changes: object) -> np.ndarray:
        """Its frames, filmed in a fresh session the first time they are asked for."""
        asked = repr((adapter, sorted(changes.items())))
        if asked not in self.filmed:
            self.filmed[asked] = stacked(self.render(adapter, **changes))
        return self.filmed[asked]


def stacked(rendering: Rendering) -> np.ndarray:
    """All frames as one array."""
    return np.stack(list(rendering.frames))


@pytest.fixture(scope="module", params=models())
def studio(request, tmp_path_factory) -> Studio:
    """Each open model in turn, with two adapters written by `adapting.save`."""
    backend = get(request.param)
    assert isinstance(backend, DiffusionBackend)
    missing = packages_missing()
    if missing:
        pytest.skip(missing.reason)
    folder = tmp_path_factory.mktemp(backend.spec.name)
    weights = folder / "weights"
    weights.mkdir()
    backend.write_tiny(weights, 1447)
    options = Options(
        weights=str(weights),
        adapters_dir=folder / "adapters",
        acknowledged=frozenset({backend.spec.licence}),
        steps=2,
    )
    options.adapters_dir.mkdir()
    filmed = {name: train(backend, options, name) for name in (FEAR, SORROW)}
    return Studio(backend, options, filmed)


def train(backend: DiffusionBackend, options: Options, name: str) -> np.ndarray:
    """Give a loaded model a random adapter, film with it, save it; the frames."""
    import torch

    from mongyudo.backends.diffusion.adapting import attach, save

    session = backend.open(options)
    assert isinstance(session, DiffusionSession)
    pipe = session._loaded()
    modules = {part: getattr(pipe, part) for part in backend.denoisers}
    torch.manual_seed(len(name) + ord(name[-1]))
    attach(modules, "fresh", RANK, ALPHA)
    for module in modules.values():
        for key, parameter in module.named_parameters():
            if ".lora_B." in key:
                torch.nn.init.normal_(parameter, std=SPREAD)
    frames = stacked(session.render(small_shot(backend), lambda: False))
    base = fingerprint(backend.base_files(session._weights))
    card = AdapterCard(name, backend.release.hub_id, base, 0, "Apache-2.0")
    label = name.partition(":")[2]
    save(
        options.adapters_dir / backend.spec.name / f"emotion-{label}.safetensors",
        modules,
        "fresh",
        card,
    )
    return frames


def test_saved_and_loaded_again_an_adapter_films_the_same(studio):
    """Frames are bit-equal to those of the model it was saved from: alpha survives."""
    for name, frames in studio.saved_frames.items():
        assert np.array_equal(studio.frames(name), frames)


def test_the_loaded_tensors_are_those_of_the_file(studio):
    """Every tensor of the file is on the model, bit for bit."""
    from safetensors.torch import load_file

    session = studio.backend.open(studio.options)
    list(session.render(small_shot(studio.backend, FEAR), lambda: False).frames)
    path = find(studio.files, studio.backend.spec.name, FEAR)
    state, matched = load_file(path), 0
    for part in studio.backend.denoisers:
        for key, parameter in getattr(session._pipe, part).named_parameters():
            if f".{path.stem}." in key:
                assert np.array_equal(
                    parameter.detach().numpy(),
                    state[f"{part}.{key.replace(f'.{path.stem}', '')}"].numpy(),
                )
                matched += 1
    assert matched == len(state) > 0


def test_the_card_tells_rank_alpha_and_base(studio):
    """What was saved is told, with the layers' own rank and alpha."""
    card = read_card(find(studio.files, studio.backend.spec.name, FEAR))
    assert (card.name, card.rank, card.alpha) == (FEAR, RANK, ALPHA)
    assert card.base_model == studio.backend.release.hub_id


def test_the_scale_weighs_from_the_base_to_the_adapter(studio):
    """Scale 0 is the base bit for bit, and so is a name that nobody made; scale 1 differs."""
    base = studio.frames(None)
    assert np.array_equal(studio.frames(FEAR, adapter_scale=0.0), base)
    assert np.array_equal(studio.frames("emotion:행복"), base)
    assert not np.array_equal(studio.frames(FEAR), base)


def test_switching_to_another_and_back_needs_no_reloading(studio):
    """In one session, each shot is what a fresh session films, the base model's too."""
    session = studio.backend.open(studio.options)
    for name in (FEAR, SORROW, None, FEAR, f"{FEAR}*0.5+{SORROW}*0.5"):
        frames = stacked(session.render(small_shot(studio.backend, name), lambda: False))
        assert np.array_equal(frames, studio.frames(name)), name


def test_a_blend_is_neither_of_its_parts(studio):
    """Half fear, half sorrow; all fear and no sorrow is fear."""
    blend = studio.frames(f"{FEAR}*0.5+{SORROW}*0.5")
    assert not any(np.array_equal(blend, studio.saved_frames[name]) for name in (FEAR, SORROW))
    assert np.array_equal(studio.frames(f"{FEAR}+{SORROW}*0"), studio.saved_frames[FEAR])


def test_the_manifest_names_what_was_worn(studio):
    """Name, scale and fingerprint; null for the base model."""
    session = studio.backend.open(replace(studio.options, adapter_scale=0.5))
    told, base = (
        session.render(small_shot(studio.backend, name), lambda: False).made_with
        for name in (FEAR, None)
    )
    assert base["adapter"] is None
    assert (told["adapter"], told["adapter_scale"]) == (FEAR, 0.5)
    [file] = told["adapter_files"]
    assert len(file["base_hash"]) == len(file["hash"]) == 32
    assert file["rank"] == RANK


def test_the_adapter_of_another_base_is_refused(studio, tmp_path):
    """The same classes with other weights are another base."""
    other = tmp_path / "other"
    other.mkdir()
    studio.backend.write_tiny(other, 1894)
    with pytest.raises(BackendError, match=r"was trained on .*not on these weights"):
        studio.frames(FEAR, weights=str(other))


def cut_short(path: Path) -> None:
    """Lose the end, as a broken download does."""
    path.write_bytes(path.read_bytes()[:-100])


def empty(path: Path) -> None:
    """No bytes at all."""
    path.write_bytes(b"")


def without_card(path: Path) -> None:
    """Someone else's LoRA file: tensors only."""
    from safetensors.torch import load_file, save_file

    save_file({key: value.clone() for key, value in load_file(path).items()}, path)


def rename(path: Path, change: Callable[[str, int], str]) -> None:
    """Give each tensor another name, keeping the metadata."""
    from safetensors.torch import load_file, save_file

    from mongyudo.backends.adapters import metadata_of

    told = metadata_of(path)
    tensors = {
        change(key, at): value.clone() for at, (key, value) in enumerate(load_file(path).items())
    }
    save_file(tensors, path, metadata=told)


def of_no_part(path: Path) -> None:
    """Every tensor is for a part that this model has not."""
    rename(path, lambda key, _: "elsewhere." + key.partition(".")[2])


def with_one_over(path: Path) -> None:
    """One tensor is for a layer that this model has not."""
    rename(path, lambda key, at: key if at else key.replace(".", ".absent.", 1))


HARMS = {
    cut_short: "are announced",
    empty: "no whole safetensors file",
    without_card: "carries no card",
    of_no_part: "belongs to none of",
    with_one_over: "fit",
}


def test_a_broken_file_is_refused(studio, tmp_path):
    """Each time one clear error that names the file; the session films on with the base model."""
    harmed = tmp_path / "adapters"
    session = studio.backend.open(replace(studio.options, adapters_dir=harmed))
    for harm, said in HARMS.items():
        shutil.copytree(studio.files, harmed, dirs_exist_ok=True)
        path = find(harmed, studio.backend.spec.name, FEAR)
        harm(path)
        with pytest.raises(BackendError, match=said) as caught:
            session.render(small_shot(studio.backend, FEAR), lambda: False)
        assert path.name in str(caught.value), harm
    frames = stacked(session.render(small_shot(studio.backend), lambda: False))
    assert np.array_equal(frames, studio.frames(None))


def test_a_file_trained_anew_is_read_anew(studio, tmp_path):
    """A long session films with the file as it is, also after one that did not fit."""
    folder = tmp_path / "adapters"
    shutil.copytree(studio.files, folder)
    name = studio.backend.spec.name
    fear, sorrow = (find(folder, name, each) for each in (FEAR, SORROW))
    session = studio.backend.open(replace(studio.options, adapters_dir=folder))

    def filmed() -> np.ndarray:
        return stacked(session.render(small_shot(studio.backend, FEAR), lambda: False))

    assert np.array_equal(filmed(), studio.saved_frames[FEAR])
    with_one_over(fear)
    with pytest.raises(BackendError, match="fit"):
        filmed()
    shutil.copyfile(sorrow, fear)
    assert np.array_equal(filmed(), studio.saved_frames[SORROW])
