"""The hub's cache on this machine: which commit of a release lies there, and which is filmed with.

A release's commit is the one recorded at its download, else the one that its backend names. A newer
snapshot that came into the cache by other ways is not filmed with unless it is asked for.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.files import read_json
from mongyudo.errors import BackendError

INDEX = "model_index.json"
KEPT = ("*.json", "*.safetensors", "*.txt", "*.model", "*.jinja")
"""Files of a release that are downloaded: no pickles, no code."""
LOCK = "mongyudo-weights.lock"
"""Beside a repository's snapshots: JSON with the commit that was downloaded."""
COMMIT = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class Source:
    """A repository on the hub.

    `revision` is the commit that is downloaded and filmed with, "" where none is known: then the
    first download is recorded. `landmark` is a file by which a snapshot is known, `files` are the
    patterns of those that are downloaded.
    """

    hub_id: str
    revision: str = ""
    landmark: str = INDEX
    files: tuple[str, ...] = KEPT


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder of weights; `source` is the folder or hub id that was asked for, `revision` the
    commit on the hub, "" for a plain folder."""

    folder: Path
    source: str
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Weights that are not on this machine, and what would bring them."""

    reason: str
    remedy: str


def download(name: str, source: Source, options: Options) -> Weights:
    """Bring a release into the hub's cache and record its commit.

    Raises BackendError when the hub cannot be asked, or the record cannot be read or written.
    """
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    repository, revision = _parted(options.weights or source.hub_id)
    if options.offline:
        raise BackendError(f"{name}: offline is set; {repository} was not asked for")
    wished = revision or wanted_commit(repository, source)
    try:
        folder = Path(
            snapshot_download(
                repository, revision=wished or None, allow_patterns=list(source.files)
            )
        )
        record(repository, folder.name)
    except (HfHubHTTPError, LocalEntryNotFoundError, OSError, ValueError) as error:
        raise BackendError(
            f"{name}: {repository} could not be downloaded from the model hub: {error}. Check the "
            f"name and the network, or give a folder with --weights."
        ) from error
    return Weights(folder, repository, folder.name)


def in_cache(name: str, source: Source, asked: str) -> Weights | Missing:
    """The snapshot of `owner/name` or `owner/name@revision` that is to be filmed with."""
    repository, revision = _parted(asked)
    landmark = source.landmark if repository == source.hub_id else INDEX
    try:
        wished = revision or wanted_commit(repository, source)
    except BackendError as error:
        return Missing(str(error), f"Run `mongyudo backends download {name}` after removing it.")
    folder = _snapshot(repository, wished, landmark)
    if folder is not None:
        return Weights(folder, repository, folder.name)
    other = None if revision else _snapshot(repository, "", landmark)
    if other is None:
        return Missing(
            f"the weights {asked} are not on this machine",
            f"Run `mongyudo backends download {name}`, or give a folder with --weights.",
        )
    return Missing(
        f"the weights {repository} on this machine are of commit {other.name}, not of {wished}",
        f"Run `mongyudo backends download {name}`, or film with what is there: "
        f"--weights {repository}@{other.name}",
    )


def wanted_commit(repository: str, source: Source) -> str:
    """The commit that was recorded at the download, else the release's own, "" for neither.

    Raises BackendError for a record that cannot be read.
    """
    path = _home_of(repository) / LOCK
    if not path.exists():
        return source.revision if repository == source.hub_id else ""
    commit = read_json(path).get("revision")
    if not isinstance(commit, str) or not COMMIT.fullmatch(commit):
        raise BackendError(f"{path} names no commit: revision is {commit!r}, not 40 hex digits")
    return commit


def record(repository: str, commit: str) -> None:
    """Write down which commit of `repository` was downloaded; raises OSError."""
    path = _home_of(repository) / LOCK
    half = path.with_suffix(".part")
    half.write_text(json.dumps({"repository": repository, "revision": commit}) + "\n", "utf-8")
    half.replace(path)


def _snapshot(repository: str, revision: str, landmark: str) -> Path | None:
    """The folder of a revision, "" for the newest that was downloaded; None when it is not here."""
    from huggingface_hub import try_to_load_from_cache

    found = try_to_load_from_cache(repository, landmark, revision=revision or None)
    return Path(found).parent if isinstance(found, str) else None


def _home_of(repository: str) -> Path:
    """Where the cache keeps a repository."""
    from huggingface_hub.constants import HF_HUB_CACHE
    from huggingface_hub.file_download import repo_folder_name

    home: Path = Path(HF_HUB_CACHE) / repo_folder_name(repo_id=repository, repo_type="model")
    return home


def _parted(hub_id: str) -> tuple[str, str]:
    """`owner/name@revision` -> both, "" for no revision."""
    repository, _, revision = hub_id.partition("@")
    return repository, revision
