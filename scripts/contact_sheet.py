"""Film twelve dreams that nothing was ever tuned to, and put frames of all into one picture.

Usage: python scripts/contact_sheet.py [OUT.jpg]; takes a minute or two. For the README.
"""

import json
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
DREAMS = ROOT / "benchmarks" / "film" / "twelve.jsonl"
CELL_PX = (240, 135)
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
    dreams = [json.loads(line) for line in DREAMS.read_text(encoding="utf-8").splitlines()]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for dream in dreams:
            out = Path(folder) / dream["id"]
            command = [sys.executable, "-m", "mongyudo", "film", dream["text"], "-o", str(out)]
            subprocess.run([*command, "--size", "480x270", "--fps", "8", "--no-sound"], check=True)
            rows.append(frames_of(out / "film.mp4"))
    lines = [np.hstack(rows[at : at + COLUMNS]) for at in range(0, len(rows), COLUMNS)]
    target.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.vstack(lines)).save(target, quality=82)


if __name__ == "__main__":
    main()
