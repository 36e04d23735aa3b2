"""What lets the original repositories' code run unmodified on a CPU without their GPU packages.

Packages that are imported but never used on our path become idle modules; the few GPU kernels that
are used become their plain equations in torch.
"""

import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import torch

OURS = (
    "mongyudo.backends.diffusion.opensora_pipeline",
    "mongyudo.backends.diffusion.unet3d_model",
    "mongyudo.backends.diffusion.videocrafter_convert",
)
"""Imported first, with the libraries below them, which look around for packages when imported."""


class _Nameless(type):
    """A class whose attributes are idle classes, too."""

    def __getattr__(cls, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return idle(name)


def idle(name: str) -> type:
    """A class that can be named, derived from and made, and that knows nothing when it is asked."""
    return _Nameless(name, (), {"__init__": lambda *_, **__: None})


class _IdleModule(ModuleType):
    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return idle(name)


class _Finder(MetaPathFinder, Loader):
    """Finds idle modules for whatever is below `packages`."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._packages = packages

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> ModuleSpec | None:
        del path, target
        if fullname.partition(".")[0] not in self._packages:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _IdleModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        del module


@contextmanager
def standing_in(folder: Path, packages: Sequence[str], named: dict[str, Any]) -> Iterator[None]:
    """Imports find the original in `folder`, idle modules for `packages`, and `named` attributes.

    `named` maps "module.attribute" to what stands there. Outside the block other libraries do not
    see the idle modules, so that they do not take them for the real ones.
    """
    for module in OURS:
        importlib.import_module(module)
    finder = _Finder(packages)
    sys.meta_path.insert(0, finder)
    sys.path.insert(0, str(folder))
    try:
        for place, value in named.items():
            module, _, attribute = place.rpartition(".")
            setattr(importlib.import_module(module), attribute, value)
        yield
    finally:
        sys.path.remove(str(folder))
        sys.meta_path.remove(finder)
        for name in [n for n, m in sys.modules.items() if isinstance(m, _IdleModule)]:
            del sys.modules[name]


def lightning_module() -> type:
    """pytorch_lightning.LightningModule as far as inference goes: a module with a device."""
    device = property(lambda module: next(module.parameters()).device)
    return type("LightningModule", (torch.nn.Module,), {"device": device})


def flash_attention(q: torch.Tensor, k: torch.Tensor, v: torch.Tensor) -> torch.Tensor:
    """softmax(q k^T / sqrt(d)) v over (batch, length, heads, d)."""
    turned = (x.transpose(1, 2) for x in (q, k, v))
    return torch.nn.functional.scaled_dot_product_attention(*turned).transpose(1, 2)


def rotated(
    q: torch.Tensor, k: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Rotation in halves, as Liger's kernel documents it; cos and sin are (batch, length, d)."""

    def turned(x: torch.Tensor) -> torch.Tensor:
        first, second = x.chunk(2, dim=-1)
        return x * cos[:, None] + torch.cat([-second, first], dim=-1) * sin[:, None]

    return turned(q), turned(k)


def rms_norm(
    x: torch.Tensor, scale: torch.Tensor, eps: float, offset: float, *_: object
) -> torch.Tensor:
    """x / rms(x) in 32 bits, then the scale, as Liger's kernel does in its "llama" mode."""
    wide = x.float()
    normal = wide * torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + eps)
    return normal.to(x.dtype) * (scale + offset)


def applied(function: Any) -> SimpleNamespace:
    """A torch.autograd.Function's face."""
    return SimpleNamespace(apply=function)


def stir(model: torch.nn.Module, seed: int) -> None:
    """Random weights nowhere zero: what starts as nothing would hide faults, so would norms of 1.

    Matrices keep the size of their output near that of their input.
    """
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter in model.parameters():
            noise = torch.randn(parameter.shape, generator=generator).to(parameter)
            if parameter.ndim < 2:
                parameter.add_(0.1 * noise)
            else:
                parameter.copy_(noise / parameter[0].numel() ** 0.5)


def error(found: torch.Tensor, wanted: torch.Tensor) -> float:
    """|found - wanted| / |wanted|, in 64 bits; raises ValueError for different shapes."""
    if found.shape != wanted.shape:
        raise ValueError(f"ours is {tuple(found.shape)}, the original's {tuple(wanted.shape)}")
    wide = wanted.double()
    return float((found.double() - wide).norm() / wide.norm())
