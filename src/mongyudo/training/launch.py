"""Train on a rented GPU: a SkyPilot task and an accelerate config, written from a recipe.

There is no cluster of our own here: SkyPilot finds the machine, sets it up and brings it down.
"""

import getpass
import shlex
import shutil
import socket
import subprocess
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.memory import named
from mongyudo.backends.diffusion.plan import Fit, plan, vram_of, weights_gb
from mongyudo.backends.diffusion.prices import price_of
from mongyudo.backends.registry import get
from mongyudo.errors import MongyudoError, UsageError
from mongyudo.training.recipe import Recipe

GPUS = {
    "L4": "L4", "RTX 3090": "RTX3090", "RTX 4090": "RTX4090", "RTX A5000": "RTXA5000",
    "RTX 5090": "RTX5090", "RTX A6000": "RTXA6000", "A40": "A40", "L40S": "L40S",
    "A100": "A100-80GB", "H100": "H100", "H200": "H200", "B200": "B200",
}  # fmt: skip
"""Our names of GPUs and SkyPilot's (its catalogue, 2026-11), small and cheap ones first."""
ROOM = 1.6
"""A training's memory over the largest part of the model in 16 bits: gradients, activations and the
optimizer of a small adapter. Our own estimate; `train run` measures before its first step."""
LEAST_DISK_GB = 100
VOLUME_GB = 50
"""Prepared clips, checkpoints and adapters; weights lie on the machine's own disk."""
INSTALL = (
    "SkyPilot is not installed. Install it into an environment of its own: "
    '`uv tool install "skypilot[runpod]"` (or [aws], [gcp] ...), then `sky check`. '
    "With --dry-run the task is only written."
)


@dataclass(frozen=True, slots=True)
class Machine:
    """What is rented: `gpu` in SkyPilot's words, how many, and why it."""

    gpu: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class Order:
    """A launch: the recipe's file, where clips and the task lie, the bucket, whether on spot."""

    recipe_file: Path
    data: Path
    out: Path
    bucket: str
    spot: bool = True
    infra: str = ""
    """Where SkyPilot rents: "" for the cheapest that `sky check` found, runpod/COUNTRY/DATA-CENTRE,
    or another cloud."""

    @property
    def is_on_runpod(self) -> bool:
        """RunPod mounts no buckets (SkyPilot 0.14): the run lies on a network volume there."""
        return self.infra.partition("/")[0] == "runpod"

    @property
    def volume(self) -> Path:
        """The network volume, as SkyPilot is told of it."""
        return self.out / "volume.yaml"

    @property
    def task(self) -> Path:
        """The SkyPilot task."""
        return self.out / "sky.yaml"

    @property
    def accelerate(self) -> Path:
        """accelerate's config for several GPUs."""
        return self.out / "accelerate.yaml"

    def commands(self, name: str) -> list[list[str]]:
        """What SkyPilot is called with, one after the other."""
        apply = ["sky", "volumes", "apply", "--yes", str(self.volume)]
        return [*([apply] if self.is_on_runpod else []), self.command(name)]

    def command(self, name: str) -> list[str]:
        """A managed job where spot machines may be taken away, else one machine that goes down."""
        how = ["jobs", "launch", "-n", name] if self.spot else ["launch", "-c", name, "--down"]
        return ["sky", *how, "--yes", str(self.task)]


def machine_for(recipe: Recipe, gpu: str = "", count: int = 1) -> Machine:
    """The smallest GPU on which the recipe's model can be trained, or the one asked for.

    Raises UsageError for a model that is too large for any, or a GPU that is not known.
    """
    backend = get(recipe.backend)
    if not isinstance(backend, DiffusionBackend):
        raise UsageError(f"backend {recipe.backend!r} has nothing to train")
    needs_gb, told = _needs(backend)
    if gpu:
        return Machine(_known(gpu), count, f"asked for; {told}")
    for name, theirs in GPUS.items():
        if vram_of(name) >= needs_gb:
            return Machine(theirs, count, f"{told}; {name} has {vram_of(name):g} GB{_price(name)}")
    raise UsageError(f"{told}, more than any GPU here has. Name one with --gpu.")


def _needs(backend: DiffusionBackend) -> tuple[float, str]:
    """How much memory training takes, in GB, and in words where the figure is from."""
    largest = weights_gb(backend, named("offload"))
    if largest is not None:
        needs = round(largest * ROOM, 1)
        return needs, f"the largest part is {largest:.1f} GB in 16 bits, with room {needs:g} GB"
    found: list[Fit] = plan([backend], 1e6)
    if not found:
        return 0.0, "its memory is not known"
    return found[0].needs_gb, f"films in {found[0].needs_gb:g} GB ({found[0].source})"


def _known(gpu: str) -> str:
    for name, theirs in GPUS.items():
        if gpu.casefold() in (name.casefold(), theirs.casefold()):
            return theirs
    raise UsageError(f"GPU {gpu!r} is not known here. Known: {', '.join(GPUS)}")


def _price(gpu: str) -> str:
    price = price_of(gpu)
    if price is None:
        return ""
    low, high = price.usd_per_h
    return f", {low:g}-{high:g} $/h ({price.source})"


def bucket_for(recipe: Recipe) -> str:
    """A bucket's name that is the same each time on this machine, and no one else's."""
    return f"mongyudo-runs-{_slug(recipe.name)}-{_mark()}"


def volume_for(recipe: Recipe) -> str:
    """The same for a volume of RunPod, which has 30 signs at most (SkyPilot 0.14)."""
    return f"mongyudo-{_slug(recipe.name)[:12].strip('-')}-{_mark()}"


def _mark() -> str:
    """Eight signs for whoever is at this machine."""
    me = f"{getpass.getuser()}@{socket.gethostname()}"
    return blake2b(me.encode(), digest_size=4).hexdigest()


def _slug(name: str) -> str:
    """Lower-case letters, digits and dashes, as clouds want names."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.casefold())
    return plain.strip("-") or "recipe"


def write_task(recipe: Recipe, order: Order, machine: Machine) -> list[Path]:
    """Write the task, for several GPUs accelerate's config, for RunPod the volume; the files.

    Raises UsageError for RunPod without a data centre, where the volume would lie.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    if order.is_on_runpod and order.infra.count("/") != 2:
        raise UsageError(
            f"--infra {order.infra}: a run on RunPod lies on a network volume, and that in one "
            "data centre. Name it, as in --infra runpod/CA/CA-MTL-1 (RunPod's console lists them)."
        )
    order.out.mkdir(parents=True, exist_ok=True)
    name = f"mongyudo-{_slug(recipe.name)}"
    several = machine.count > 1
    room = Environment(
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined,
        trim_blocks=True, keep_trailing_newline=True, autoescape=False,
    )  # fmt: skip
    room.filters["quoted"] = shlex.quote
    starter = ".venv/bin/accelerate launch --config_file /data/accelerate.yaml"
    text = room.get_template("sky.yaml.j2").render(
        name=name,
        command=" && ".join(shlex.join(words) for words in order.commands(name)),
        recipe=str(order.recipe_file),
        why=machine.why,
        gpu=machine.gpu,
        count=machine.count,
        spot=order.spot,
        infra=order.infra,
        on_volume=order.is_on_runpod,
        disk_gb=_disk_gb(recipe),
        data=str(order.data),
        accelerate=str(order.accelerate),
        bucket=order.bucket,
        backend=recipe.backend,
        starter=starter if several else ".venv/bin/python",
        out=f"/runs/{_slug(recipe.name)}",
    )
    order.task.write_text(text, encoding="utf-8")
    written = [order.task]
    if order.is_on_runpod:
        order.volume.write_text(_volume(order), encoding="utf-8")
        written.append(order.volume)
    if several:
        order.accelerate.write_text(_accelerate(machine.count), encoding="utf-8")
        written.append(order.accelerate)
    return written


def _volume(order: Order) -> str:
    """A network volume of RunPod for runs: it costs by the month until it is deleted."""
    return (
        f"name: {order.bucket}\n"
        "type: runpod-network-volume\n"
        f"infra: {order.infra}\n"
        f"size: {VOLUME_GB}Gi\n"
    )


def _disk_gb(recipe: Recipe) -> int:
    """Twice the model in 16 bits, and room for clips and packages."""
    backend = get(recipe.backend)
    assert isinstance(backend, DiffusionBackend)  # checked before
    counted = sum(backend.release.parameters_m.values()) * 1e6 * 2 / 1e9
    return LEAST_DISK_GB + round(2 * counted)


def _accelerate(count: int) -> str:
    """accelerate's config for several GPUs of one machine; the weights keep the recipe's format."""
    return (
        "compute_environment: LOCAL_MACHINE\n"
        "distributed_type: MULTI_GPU\n"
        "machine_rank: 0\n"
        "num_machines: 1\n"
        f"num_processes: {count}\n"
        "gpu_ids: all\n"
        "mixed_precision: 'no'\n"
        "use_cpu: false\n"
    )


def launch(recipe: Recipe, order: Order) -> None:
    """Hand the task to SkyPilot; raises MongyudoError when it is not installed or fails."""
    for command in order.commands(f"mongyudo-{_slug(recipe.name)}"):
        if shutil.which(command[0]) is None:
            raise MongyudoError(INSTALL)
        code = subprocess.run(command, check=False).returncode
        if code:
            raise MongyudoError(f"`{shlex.join(command)}` ended with {code}; see above")
