"""Draw the golden frames anew: look at the difference before you commit them."""

import sys
from pathlib import Path

from mongyudo.film.picture import write_png
from mongyudo.ink import render

ROOT = Path(__file__).parents[1]
FRAMES = ROOT / "tests" / "golden" / "frames"

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    from tests.golden.scenes import MOMENTS, SCENES

    FRAMES.mkdir(exist_ok=True)
    for name, scene in SCENES.items():
        frames = list(render(scene))
        for moment in MOMENTS:
            write_png(FRAMES / f"{name}-{moment}.png", frames[moment])
