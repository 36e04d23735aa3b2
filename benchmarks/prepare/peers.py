"""The same work by other people's tools, each in the way their own scripts do it.

Run by the Python of an environment that has them (see measure.py): scenedetect, opencv, decord and
imageio-ffmpeg. Nothing of Mongyudo is imported here.
"""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

SIZE_PX = (832, 480)
FPS = 16
FRAMES = 81
LEAST_FRAMES = 48


def scenes(video: str, detectors: str) -> list[tuple[int, int]]:
    """First and last frame of each shot, as PySceneDetect finds them."""
    sd = import_module("scenedetect")
    kinds = {
        "content": [sd.ContentDetector],
        "adaptive": [sd.AdaptiveDetector],
        "content+threshold": [sd.ContentDetector, sd.ThresholdDetector],
        "adaptive+threshold": [sd.AdaptiveDetector, sd.ThresholdDetector],
    }
    manager = sd.SceneManager()
    for kind in kinds[detectors]:
        manager.add_detector(kind())
    manager.detect_scenes(sd.open_video(video))
    found = manager.get_scene_list(start_in_scene=True)
    return [(start.get_frames(), end.get_frames()) for start, end in found]


def with_opencv(video: str, out: Path) -> int:
    """Shots by PySceneDetect, then the file once more by OpenCV: resized, turned to RGB, saved."""
    cv2, np = import_module("cv2"), import_module("numpy")
    shots = scenes(video, "content")
    capture = cv2.VideoCapture(video)
    rate = capture.get(cv2.CAP_PROP_FPS)
    made, number = 0, 0
    for start, end in shots:
        frames: list[Any] = []
        wished = iter(round(start + k * rate / FPS) for k in range(100_000))
        next_at = next(wished)
        while number < end:
            ok, frame = capture.read()
            if not ok:
                break
            if number == next_at:
                next_at = next(wished)
                small = cv2.resize(frame, SIZE_PX, interpolation=cv2.INTER_AREA)
                frames.append(cv2.cvtColor(small, cv2.COLOR_BGR2RGB))
            number += 1
        made += _save(np, frames, out, made)
    return made


def with_decord(video: str, out: Path) -> int:
    """Shots by PySceneDetect, cut into files by ffmpeg, each read at its size by decord."""
    decord, np, sd = (import_module(name) for name in ("decord", "numpy", "scenedetect"))
    program = import_module("imageio_ffmpeg").get_ffmpeg_exe()
    rate = sd.open_video(video).frame_rate
    made = 0
    for index, (start, end) in enumerate(scenes(video, "content")):
        piece = str(out / f"shot-{index:03d}.mp4")
        span = ["-ss", f"{start / rate:.4f}", "-i", video, "-t", f"{(end - start) / rate:.4f}"]
        codec = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "22", "-an", piece]
        subprocess.run([program, "-v", "error", "-y", *span, *codec], check=True)
        reader = decord.VideoReader(piece, width=SIZE_PX[0], height=SIZE_PX[1])
        step = reader.get_avg_fps() / FPS
        chosen = [round(k * step) for k in range(int(len(reader) / step))]
        frames = list(reader.get_batch([c for c in chosen if c < len(reader)]).asnumpy())
        made += _save(np, frames, out, made)
    return made


def _save(np: Any, frames: list[Any], out: Path, number: int) -> int:
    """Whole clips, and a rest that is long enough, as .npy."""
    made = 0
    for start in range(0, len(frames), FRAMES):
        clip = frames[start : start + FRAMES]
        if len(clip) >= LEAST_FRAMES:
            np.save(out / f"clip-{number + made:03d}.npy", np.stack(clip))
            made += 1
    return made


def main() -> None:
    """`peers.py WAY VIDEO OUT`: prints a line of JSON."""
    way, video, out = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    told: dict[str, Any] = {}
    if way.startswith("scenes:"):
        told["scenes"] = scenes(video, way.split(":")[1])
    else:
        told["clips"] = {"opencv": with_opencv, "decord": with_decord}[way](video, out)
    status = Path("/proc/self/status").read_text()
    told["peak_mb"] = int(status.split("VmHWM:")[1].split()[0]) / 1024
    print(json.dumps(told))


if __name__ == "__main__":
    main()
