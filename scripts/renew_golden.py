"""Paint the golden frames anew: `renew_golden.py [NAME ...]`, all scenes unless some are named.

Before it overwrites a frame it prints how far the new one is from the old; look at both first.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.golden.scenes import MOMENTS, SCENES
from tests.golden.test_golden import FRAMES, difference, kept

from mongyudo.film.picture import write_png
from mongyudo.ink import render


def main() -> None:
    """Render each scene and keep its moments."""
    FRAMES.mkdir(exist_ok=True)
    for name in sys.argv[1:] or sorted(SCENES):
        frames = list(render(SCENES[name]))
        for moment in MOMENTS:
            path = FRAMES / f"{name}-{moment}.png"
            if path.exists():
                print(f"{path.name}: {difference(kept(name, moment), frames[moment]):.1f}")
            write_png(path, frames[moment])


if __name__ == "__main__":
    main()
