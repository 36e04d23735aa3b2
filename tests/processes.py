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


def answering(parent: int, port: int) -> set[int]:
    """Processes that `parent` has started and that listen at `port` of 127.0.0.1."""
    wanted = f"socket:[{listening_inode(port)}]"
    return {pid for pid in children(parent) if wanted in open_files(pid)}


def listening_inode(port: int) -> int:
    """The inode of the socket that listens at `port`."""
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[1].endswith(f":{port:04X}") and fields[3] == "0A":
            return int(fields[9])
    raise AssertionError(f"nobody listens at {port}")


def open_files(pid: int) -> set[str]:
    """What a process holds open, nothing when it is gone."""
    try:
        return {str(file.readlink()) for file in Path(f"/proc/{pid}/fd").iterdir()}
    except OSError:
        return set()


def family(parent: int) -> set[int]:
    """Every process that descends from `parent`."""
    found, new = set[int](), {parent}
    while new:
        new = {child for each in new for child in children(each)} - found
        found |= new
    return found


def alive(pids: set[int]) -> set[int]:
    """Those of `pids` that still run."""
    return {pid for pid in pids if command(pid)}
