"""Film every example dream and put frames of all into one picture for the README.

Usage: python scripts/contact_sheet.py [OUT.jpg]; takes a minute or two.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "pictures" / "films.jpg"
CELL_PX = (320, 180)
MOMENTS = (0.18, 0.42, 0.68, 0.92)
COLUMNS = 2


def frames_of(film: Path) -> NDArray[np.uint8]:
    """The frames of a film at MOMENTS, side by side."""
    with av.open(str(film)) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    shown = [frames[int(moment * len(frames))] for moment in MOMENTS]
    return np.hstack([np.asarray(Image.fromarray(frame).resize(CELL_PX)) for frame in shown])


def main() -> None:
    """Film, cut out, save."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    dreams = sorted((ROOT / "examples").glob("*.txt"))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for dream in dreams[: len(dreams) // COLUMNS * COLUMNS]:
            out = Path(folder) / dream.stem
            command = [sys.executable, "-m", "mongyudo", "film", str(dream), "-o", str(out)]
            subprocess.run([*command, "--fps", "8"], check=True)
            rows.append(frames_of(out / "film.mp4"))
    lines = [np.hstack(rows[at : at + COLUMNS]) for at in range(0, len(rows), COLUMNS)]
    target.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.vstack(lines)).save(target, quality=82)


if __name__ == "__main__":
    main()
