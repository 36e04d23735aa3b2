"""Processes as /proc shows them."""

from pathlib import Path


def painters(parent: int) -> list[int]:
    """Painting processes that `parent` has started."""
    return [pid for pid in children(parent) if b"mongyudo.diary.painter" in command(pid)]


def children(parent: int) -> list[int]:
    """Processes that `parent` has started."""
    stats = Path("/proc").glob("[0-9]*/stat")
    return [int(stat.parent.name) for stat in stats if parent_in(stat) == parent]


def parent_in(stat: Path) -> int:
    """The parent that a process's stat file names, 0 when the process is gone."""
    try:
        return int(stat.read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0


def command(pid: int) -> bytes:
    """A process's command line, empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
