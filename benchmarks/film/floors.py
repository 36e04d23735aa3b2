"""Draw alone and encode alone, one process, CPU seconds: printed as JSON."""

import json
import tempfile
import time
from pathlib import Path

from mongyudo.backends.ink import InkBackend
from mongyudo.film.encode import VideoFormat, encode
from mongyudo.journey.choices import Choices, set_out
from mongyudo.journey.stages import read_and_judge
from mongyudo.pipeline import plan_shots
from mongyudo.records import Dream

DREAM = Path(__file__).parents[2] / "examples" / "porcelain.txt"


def main() -> None:
    """Render the example's shots into memory, then encode them."""
    dream, choices = Dream.of(DREAM.read_text(encoding="utf-8")), Choices(seconds=4.0)
    journey = set_out(dream, choices)
    shots = plan_shots(read_and_judge(dream, choices)[0], journey)
    session = InkBackend().open()
    began_s = time.process_time()
    frames = [frame for shot in shots for frame in session.render(shot, lambda: False).frames]
    drawn_s = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        encode(Path(folder) / "all.mp4", frames, VideoFormat(journey.shape.size_px, 24))
    encoded_s = time.process_time()
    figures = {
        "floor: build and draw alone, CPU s": drawn_s - began_s,
        "floor: encode alone, CPU s": encoded_s - drawn_s,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
