"""Tiny weights of every family, opened once for all tests here."""

from collections.abc import Callable
from typing import Any

import pytest

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.registry import get

Opened = tuple[DiffusionBackend, Any]


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Opened]:
    """A model with tiny weights by its backend's name, and its loaded pipeline."""
    kept: dict[str, Opened] = {}

    def load(name: str) -> Opened:
        if name not in kept:
            backend = get(name)
            assert isinstance(backend, DiffusionBackend)
            folder = tmp_path_factory.mktemp(name)
            backend.write_tiny(folder, 1447)
            licence = frozenset({backend.spec.licence})
            session = backend.open(Options(weights=str(folder), acknowledged=licence))
            kept[name] = (backend, session._loaded())
        return kept[name]

    return load
