"""Tensors out of pickled checkpoints, of which nothing is executed.

Imports torch: to be imported inside functions only.
"""

import pickle
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from mongyudo.backends.diffusion.files import read_json
from mongyudo.backends.diffusion.hub import INDEX
from mongyudo.errors import BackendError

State = Mapping[str, torch.Tensor]

WORDS = ("*.json", "*.txt", "*.model")
"""Files of a release without tensors."""
SHARDS = ".bin.index.json"


def tensors_of(name: str, file: Path) -> State:
    """The tensors of a checkpoint of backend `name`, those within a "state_dict" if it has one.

    Raises BackendError for a file that is broken or holds more than tensors and plain values.
    """
    try:
        loaded: Any = torch.load(
            file,
            map_location="cpu",
            weights_only=True,
            mmap=zipfile.is_zipfile(file) or None,
        )
    except (pickle.UnpicklingError, RuntimeError, EOFError, OSError) as error:
        first = next(iter(str(error).splitlines()), type(error).__name__)
        raise BackendError(
            f"{name}: {file} cannot be read: {first} Download it again; a file that holds "
            f"more than tensors is not opened."
        ) from error
    state = loaded.get("state_dict", loaded) if isinstance(loaded, dict) else {}
    return {key: value for key, value in state.items() if isinstance(value, torch.Tensor)}


def copy_release(name: str, release: Path, folder: Path, parts: Iterable[str]) -> None:
    """Copy a release in diffusers' layout, the pickles of `parts` as safetensors.

    Raises BackendError when the release is not whole or a pickle holds more than tensors.
    """
    if not release.is_dir():
        raise BackendError(f"{name}: {release} is no folder with {INDEX}. Give the whole release.")
    index = read_json(release / INDEX)
    for part in parts:
        home = release / part
        library, _ = index.get(part, ("", ""))
        pickles = sorted(home.glob("*.bin"))
        if any(home.glob("*.safetensors")) or not pickles:
            continue
        tensors = {k: v.contiguous() for file in pickles for k, v in tensors_of(name, file).items()}
        stem = "model" if library == "transformers" else "diffusion_pytorch_model"
        (folder / part).mkdir(parents=True, exist_ok=True)
        save_file(tensors, folder / part / f"{stem}.safetensors", metadata={"format": "pt"})
    for pattern in (*WORDS, "*.safetensors"):
        for file in release.rglob(pattern):
            if not file.name.endswith(SHARDS):
                target = folder / file.relative_to(release)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)
