"""A run: one folder with everything that a recipe made of a data set.

RUN/run.json                                 what was trained, on what, with what
RUN/adapters/<backend>/emotion-공포.safetensors  as `mongyudo film` looks for them
RUN/<label>/log.jsonl, samples/, tensorboard/, checkpoint/
RUN/prepared/                                where the data was no prepared set yet
"""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from mongyudo.backends.adapters import file_name
from mongyudo.errors import UsageError
from mongyudo.training.recipe import Recipe

RUN = "run.json"
PREPARED = "prepared"
ADAPTERS = "adapters"
PACKAGES = ("mongyudo", "torch", "diffusers", "transformers", "peft", "accelerate")
FREE = ("name", "watch", "verify")
"""Parts of a recipe that may change while a run goes on: they only look at it. Not so the share of
clips held out, under `watch`: it tells which clips are learned from."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run's folder and what run.json says: `recipe`; `base` (source, revision, fingerprint) and
    `data` (folder, digest, licences); `labels` in the order of training; `fingerprint` of all that
    decides what its adapters become; `versions`, `commit`."""

    folder: Path
    recipe: Recipe
    base: Mapping[str, str]
    data: Mapping[str, Any]
    labels: tuple[str, ...]
    processes: int
    versions: Mapping[str, str]
    commit: str

    @property
    def adapters_dir(self) -> Path:
        """The folder of adapters, as the settings' `adapters_dir`."""
        return self.folder / ADAPTERS

    def adapter(self, label: str) -> Path:
        """Where the adapter of `label` is, or will be."""
        return self.adapters_dir / self.recipe.backend / file_name(self.recipe.adapter_name(label))

    def label_folder(self, label: str) -> Path:
        """Journal, samples and checkpoint of `label`."""
        return self.folder / label

    @property
    def decisive(self) -> dict[str, Any]:
        """What decides what the adapters become, by dotted names."""
        told = self.recipe.model_dump(mode="json", exclude=set(FREE))
        told["data"] = {"method": told["data"]["method"], "digest": self.data["digest"]}
        told |= {"base": self.base["fingerprint"], "processes": self.processes}
        told["watch"] = {
            "held_out": self.recipe.watch.held_out
        }  # else learned clips would be judged
        return dict(_flat(told))

    @property
    def fingerprint(self) -> str:
        """32 hex digits of it."""
        told = json.dumps(self.decisive, sort_keys=True, ensure_ascii=False)
        return blake2b(told.encode("utf-8"), digest_size=16).hexdigest()


def _flat(values: Mapping[str, Any], above: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in values.items():
        name = f"{above}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, Mapping) else [(name, value)]
    return found


def begin(run: Run) -> Run:
    """Write run.json; a run that is there already must be the same one.

    Raises UsageError that names what differs.
    """
    if (run.folder / RUN).exists():
        before = read_run(run.folder).decisive
        changed = [
            f"{key} = {run.decisive.get(key)!r} (was {before.get(key)!r})"
            for key in sorted({*before, *run.decisive})
            if before.get(key) != run.decisive.get(key)
        ]
        if changed:
            raise UsageError(
                f"{run.folder} is a run under other settings: {'; '.join(changed)}. "
                f"Train into another folder with -o."
            )
    write_run(run)
    return run


def write_run(run: Run) -> None:
    """Write run.json, whole or not at all."""
    run.folder.mkdir(parents=True, exist_ok=True)
    told = {
        "recipe": run.recipe.model_dump(mode="json"),
        "base": dict(run.base),
        "data": dict(run.data),
        "labels": list(run.labels),
        "processes": run.processes,
        "versions": dict(run.versions),
        "commit": run.commit,
        "fingerprint": run.fingerprint,
    }
    part = run.folder / f"{RUN}.part"
    part.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    part.replace(run.folder / RUN)


def read_run(folder: Path) -> Run:
    """The run in `folder`; raises UsageError when it is none."""
    try:
        told = json.loads((folder / RUN).read_text(encoding="utf-8"))
        recipe = Recipe(**told["recipe"])
        return Run(
            folder, recipe, told["base"], told["data"], tuple(told["labels"]), told["processes"],
            told["versions"], told["commit"],
        )  # fmt: skip
    except FileNotFoundError as error:
        raise UsageError(
            f"{folder} is no run: it has no {RUN}. Make one with `mongyudo train run RECIPE`."
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{folder / RUN} cannot be read: {error}. Train into a new one."
        ) from error


def newest_run(parent: Path = Path("runs")) -> Path:
    """The run that was written to last; raises UsageError when there is none."""
    found = sorted(parent.glob(f"*/{RUN}"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise UsageError(
            f"there is no run in {str(parent)!r}. Make one with `mongyudo train run RECIPE`."
        )
    return found[-1].parent


def versions_here() -> dict[str, str]:
    """Versions of the packages that training depends on."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def commit_here() -> str:
    """The commit of the clone that this code runs from, "" where it is none."""
    home = Path(__file__).parents[3]
    if not (home / ".git").exists():
        return ""
    words = ["git", "-C", str(home), "rev-parse", "HEAD"]
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
