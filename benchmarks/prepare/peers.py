"""The same work by other people's tools: their own scripts and functions, from their own folders.

Run by the Python of an environment that has what they need (see measure.py). Nothing of Mongyudo is
imported here, and nothing of theirs is kept here.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
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


def with_videox_fun(video: str, out: Path, folder: Path) -> int:
    """VideoX-Fun: its scripts find and cut scenes, then frames are read as its dataset reads them.

    Its dataset takes a random stretch of each file; here the whole file is read, at 16 fps.
    """
    np, scripts = import_module("numpy"), folder / "videox_fun" / "video_caption"
    source, shots, cut = Path(video), out / "scenes", out / "cut"
    asked = out / "videos.jsonl"
    asked.write_text(json.dumps({"video_path": source.name}) + "\n", encoding="utf-8")
    named = ["--video_folder", str(source.parent), "--video_metadata_path"]
    _script(scripts / "cutscene_detect.py", *named, str(asked), "--saved_folder", str(shots))
    found = str(shots / f"{source.stem}.jsonl")
    _script(scripts / "video_splitting.py", *named, found, "--output_folder", str(cut))
    theirs = _module(folder / "videox_fun" / "data" / "utils.py")
    made = 0
    for piece in sorted(cut.glob("*.mp4")):
        with theirs.VideoReader_contextmanager(str(piece), num_threads=2) as reader:
            step = reader.get_avg_fps() / FPS
            chosen = [int(k * step) for k in range(int(len(reader) / step))]
            frames = []
            for start in range(0, len(chosen), FRAMES):
                whole = theirs.get_video_reader_batch(reader, chosen[start : start + FRAMES])
                frames += [_middle(theirs.resize_frame(frame, min(SIZE_PX))) for frame in whole]
        made += _save(np, frames, out, made)
    return made


def with_ltx_and_musubi(video: str, out: Path, ltx: Path, musubi: Path) -> int:
    """LTX-Video-Trainer's script cuts scenes into files, musubi-tuner's loader reads those."""
    np, cut = import_module("numpy"), out / "cut"
    cut.mkdir()
    split = ltx / "scripts" / "split_scenes.py"
    _script(split, video, str(cut), "--filter-shorter-than", f"{LEAST_FRAMES / FPS}s")
    sys.path.insert(0, str(musubi / "src"))
    theirs = import_module("musubi_tuner.dataset.media_utils")
    rate = import_module("scenedetect").open_video(video).frame_rate
    made = 0
    for piece in sorted(cut.glob("*.mp4")):
        frames = theirs.load_video(
            str(piece), bucket_reso=SIZE_PX, source_fps=rate, target_fps=float(FPS)
        )
        made += _save(np, frames, out, made)
    return made


def _script(path: Path, *words: str) -> None:
    """Run somebody's script where it stands, with the ffmpeg of imageio-ffmpeg in its path."""
    program = import_module("imageio_ffmpeg").get_ffmpeg_exe()
    with TemporaryDirectory() as folder:
        (Path(folder) / "ffmpeg").symlink_to(program)
        environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
        done = [sys.executable, path.name, *words]
        quiet = subprocess.DEVNULL
        subprocess.run(done, check=True, cwd=path.parent, env=environment, stdout=quiet)


def _module(path: Path) -> ModuleType:
    """One file of a package, without what the rest of the package needs."""
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no module")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _middle(frame: Any) -> Any:
    """The middle of a frame, of SIZE_PX."""
    left, top = (frame.shape[1] - SIZE_PX[0]) // 2, (frame.shape[0] - SIZE_PX[1]) // 2
    return frame[top : top + SIZE_PX[1], left : left + SIZE_PX[0]]


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
    """`peers.py WAY VIDEO OUT [FOLDER ...]`: prints a line of JSON."""
    way, video, out, *folders = sys.argv[1], sys.argv[2], *map(Path, sys.argv[3:])
    told: dict[str, Any] = {}
    if way.startswith("scenes:"):
        told["scenes"] = scenes(video, way.split(":")[1])
    else:
        ways: dict[str, Callable[..., int]] = {
            "videox-fun": with_videox_fun,
            "ltx-musubi": with_ltx_and_musubi,
        }
        told["clips"] = ways[way](video, out, *folders)
        if not told["clips"]:
            raise SystemExit(f"{way} made no clip of {video}: see what its scripts said")
    status = Path("/proc/self/status").read_text()
    told["peak_mb"] = int(status.split("VmHWM:")[1].split()[0]) / 1024
    print(json.dumps(told))


if __name__ == "__main__":
    main()
