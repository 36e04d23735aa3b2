"""RGB arrays as files, frame by frame: memory stays flat, and a file is whole or not there."""

from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

PARTS = 8
FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""Odd, with bits everywhere: the golden ratio in 64 bits."""


class FrameFile:
    """Frames on their way into a .npy file of shape (T, H, W, 3) uint8.

    numpy leaves room in the header for a growing first axis, so the count is put in at the end.
    """

    def __init__(self, path: Path, size_px: tuple[int, int]) -> None:
        self.path = path
        self.count = 0
        self._size_px = size_px
        self._part = path.with_name(f"{path.name}.part")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._part.open("wb")
        self._content = [sha256(f"{size_px[0]}x{size_px[1]} RGB".encode())]
        self._write_header()

    def write(self, frame: NDArray[np.uint8]) -> None:
        """Append one frame, (H, W, 3); it is hashed on the way, nothing is read again."""
        whole = np.ascontiguousarray(frame)
        self._file.write(whole.data)
        self._content.append(self._content[-1].copy())
        self._content[-1].update(_folded(whole).data)
        self.count += 1

    def keep(self, frames: int) -> tuple[NDArray[np.uint8], str]:
        """Keep the first `frames` of them under a final name.

        Gives them, mapped from the file, and a hash of their size and pixels (32 hex digits).
        """
        width, height = self._size_px
        self.count = frames
        self._file.seek(0)
        self._write_header()
        self._file.truncate(self._file.tell() + frames * width * height * 3)
        self._file.close()
        self._part.replace(self.path)
        mapped: NDArray[np.uint8] = np.load(self.path, mmap_mode="r")
        return mapped, self._content[frames].hexdigest()[:32]

    def discard(self) -> None:
        """Leave nothing behind."""
        self._file.close()
        self._part.unlink(missing_ok=True)

    def _write_header(self) -> None:
        width, height = self._size_px
        shape = (self.count, height, width, 3)
        told = {"descr": "|u1", "fortran_order": False, "shape": shape}
        npy.write_array_header_1_0(self._file, told)


def _folded(frame: NDArray[np.uint8]) -> NDArray[np.uint8] | NDArray[np.uint64]:
    """A picture's bytes in an eighth of the room, as hashing all of them is slow.

    A polynomial in the eight parts of the picture with an odd factor, in 64 bits: every change of
    a part changes it.
    """
    if frame.size % (PARTS * 8):
        return frame
    parts = frame.reshape(-1).view(np.uint64).reshape(PARTS, -1)
    folded: NDArray[np.uint64] = parts[0].copy()
    for part in parts[1:]:
        folded *= FACTOR
        folded += part
    return folded
