"""VideoTuna driven as a program: a fake engine with the same command line does all it may do."""

import argparse
import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from mongyudo.backends.contract import Options, Rendering
from mongyudo.backends.external import engine
from mongyudo.backends.external.videotuna import VideoTuna
from mongyudo.backends.external.videotuna_flows import FLOWS, READ_AT, Flow, Job
from mongyudo.errors import BackendError, RenderCancelledError
from mongyudo.records import Segment, Shot

OPTIONS = tomllib.loads(Path(__file__).with_name("videotuna_options.toml").read_text("utf-8"))

ENGINE = """
import argparse, json, os, subprocess, sys, time
from pathlib import Path

parser = argparse.ArgumentParser()
for name in ("config", "prompt_file", "savedir", "seed", "ckpt_path", "savefps", "bs",
             "n_samples_prompt", "ddim_steps", "height", "width"):
    parser.add_argument("--" + name)
args = parser.parse_args()
mode = os.environ["FAKE_ENGINE"]
told = {"argv": sys.argv, "group": os.getpgid(0), "folder": os.getcwd(),
        "prompt": Path(args.prompt_file).read_text(encoding="utf-8"),
        "environment": dict(os.environ)}
Path("told.json").write_text(json.dumps(told), encoding="utf-8")
print("loading", "\\x1b[32mweights\\x1b[0m", flush=True)
SLEEPER = [sys.executable, "-c", "import signal, time;"
           "signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True);"
           "time.sleep(600)"]

def child():
    other = subprocess.Popen(SLEEPER, stdout=subprocess.PIPE)
    other.stdout.readline()

def film(path, width, height, frames):
    import av
    import numpy as np
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=int(args.savefps))
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for number in range(frames):
            picture = np.full((height, width, 3), number * 8, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))

if mode == "is killed":
    os.kill(os.getpid(), 9)
if mode == "fails":
    sys.exit("CUDA out of memory. Tried to allocate 20 MiB")
if mode in ("hangs", "hangs with a child"):
    if mode != "hangs":
        child()
    Path("hanging").touch()
    time.sleep(600)
folder = Path(args.savedir) / "20261101_120000"
folder.mkdir()
clip = folder / "prompt-0001.mp4"
width, height, frames = int(args.width), int(args.height), 16
if mode == "garbage":
    clip.write_bytes(b"no video" * 100)
elif mode == "wrong size":
    film(clip, 256, 256, frames)
elif mode == "too short":
    film(clip, width, height, 9)
elif mode != "nothing":
    film(clip, width, height, frames)
if mode == "two clips":
    film(folder / "prompt-0002.mp4", width, height, frames)
if mode == "fails after filming":
    sys.exit(3)
if mode == "leaves a child":
    child()
print("Saved.")
"""


def shot(**changes: object) -> Shot:
    """A tiger in a wood, in the shape of the default flow."""
    segment = Segment(0, 3, "호랑이", (), "a tiger chases a woman/man, in a forest")
    values: dict[str, object] = {
        "index": 0, "segment": segment, "emotion": "공포", "category": "지상동물",
        "adapter": None, "seed": 5, "size_px": (512, 320), "fps": 10, "duration_s": 1.6,
    }  # fmt: skip
    return Shot(**(values | changes))


@dataclass(frozen=True)
class Engine:
    """A checkout with the fake engine in it, and how to film with it."""

    folder: Path
    jobs: Path
    behave: Callable[[str], None]

    @property
    def options(self) -> Options:
        """The test's own Python plays VideoTuna's."""
        return Options(videotuna_dir=self.folder, videotuna_python=sys.executable)

    def film(self, mode: str, *, cancelled=lambda: False, timeout_s=60.0, **how) -> Rendering:
        """One shot by an engine that does `mode`."""
        self.behave(mode)
        backend = VideoTuna("videocrafter2")
        backend.timeout_s = timeout_s
        session = backend.open(replace(self.options, **how.pop("options", {})))
        return session.render(shot(**how), cancelled)

    @property
    def told(self) -> dict:
        """What the engine saw."""
        return json.loads((self.folder / "told.json").read_text(encoding="utf-8"))

    def running(self) -> list[str]:
        """Processes of the engine's group that still run; the dead that nobody reaped do not."""
        listed = subprocess.run(
            ["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True
        ).stdout
        rows = [line.split(None, 2) for line in listed.splitlines()]
        group = str(self.told["group"])
        return [" ".join(r) for r in rows if r[0] == group and not r[1].startswith("Z")]


@pytest.fixture
def fake(tmp_path, monkeypatch) -> Engine:
    """The checkout of a repository of its own, with everything that the check asks for."""
    folder, jobs = tmp_path / "Video Tuna; $(exit)", tmp_path / "jobs"
    flow = FLOWS["videocrafter2"]
    (folder / flow.checkpoint).mkdir(parents=True)
    (folder / flow.script).parent.mkdir()
    (folder / flow.script).write_text(ENGINE, encoding="utf-8")
    jobs.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(jobs))
    monkeypatch.setattr(engine, "GRACE_S", 0.3)
    return Engine(folder, jobs, lambda mode: monkeypatch.setenv("FAKE_ENGINE", mode))


@pytest.mark.slow
def test_a_clip_comes_back_whole(fake):
    """Frames, size and rate of the flow; nothing stays on the disk, nothing runs on."""
    rendering = fake.film("films")
    frames = list(rendering.frames)
    assert (len(frames), rendering.frame_count, rendering.fps) == (16, 16, 10)
    assert rendering.size_px == (512, 320)
    assert all(f.shape == (320, 512, 3) and f.dtype == np.uint8 for f in frames)
    assert np.mean(frames[-1]) > np.mean(frames[0]) + 60
    assert not rendering.notes
    assert not fake.running()


@pytest.mark.slow
def test_a_films_log_lies_beside_its_clip(fake, tmp_path):
    """Under the segment's name, which the manifest tells; the job's own folder is gone."""
    from mongyudo.journey.filming import Work, film_shots

    fake.behave("films")
    bench = tmp_path / "bench"
    bench.mkdir()
    (filmed,) = film_shots([Work("videotuna", shot(), bench, options=fake.options)], float)
    assert filmed.clip.made_with["log"] == filmed.log == "segment-1.log"
    assert "Saved." in (bench / filmed.log).read_text(encoding="utf-8")
    assert not list(fake.jobs.iterdir())


@pytest.mark.slow
def test_arguments_go_to_the_program_itself(fake):
    """A list, no shell: the prompt's file ends in .txt, the output folder is fresh."""
    rendering = fake.film("films", options={"steps": 7, "offline": True, "device": "cuda:1"})
    told = fake.told
    given = dict(zip(told["argv"][1::2], told["argv"][2::2], strict=True))
    assert told["argv"][0] == "scripts/inference_new.py"
    assert told["folder"] == str(fake.folder)
    assert given["--prompt_file"].endswith("/prompt.txt")
    assert Path(given["--prompt_file"]).parent == Path(given["--savedir"]).parent
    assert (given["--seed"], given["--ddim_steps"], given["--n_samples_prompt"]) == ("5", "7", "1")
    assert told["prompt"] == rendering.prompt
    assert "/" not in told["prompt"]
    assert "tiger" in told["prompt"]
    assert told["environment"]["HF_HUB_OFFLINE"] == "1"
    assert told["environment"]["CUDA_VISIBLE_DEVICES"] == "1"
    assert told["group"] != os.getpgid(0)


@pytest.mark.slow
def test_this_environment_does_not_leak_into_the_engines(fake, monkeypatch):
    """A PYTHONPATH of ours would shadow VideoTuna's own packages."""
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    fake.film("films")
    assert "PYTHONPATH" not in fake.told["environment"]


FAULTS = {
    "fails": r"exit code 1.*CUDA out of memory.*own command",
    "fails after filming": r"exit code 3",
    "nothing": r"0 mp4 files.*'Saved\.'",
    "two clips": r"2 mp4 files",
    "garbage": r"prompt-0001.mp4 cannot be decoded",
    "wrong size": r"made 256x256 px, 512x320 were expected.*0d49a54",
    "too short": r"made 9 frames, 16 were expected",
}


@pytest.mark.slow
@pytest.mark.parametrize("mode", FAULTS)
def test_a_fault_is_one_clear_error(fake, mode):
    """It names VideoTuna, what happened, the log that was kept, and the remedy."""
    with pytest.raises(BackendError, match=FAULTS[mode]) as caught:
        fake.film(mode)
    (job,) = fake.jobs.iterdir()
    assert str(caught.value).startswith("VideoTuna (videocrafter2) failed: ")
    assert str(job / "log.txt") in str(caught.value)
    assert "loading" in (job / "log.txt").read_text(encoding="utf-8")
    assert not fake.running()


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["hangs", "hangs with a child"])
def test_a_hang_is_ended(fake, mode):
    """After the limit, with all that it started, even what ignores the polite signal."""
    # Long enough for two interpreters to start on a busy machine.
    with pytest.raises(BackendError, match=r"longer than 5 s.*'loading weights'.*faster GPU"):
        fake.film(mode, timeout_s=5.0)
    assert (fake.folder / "hanging").exists()
    assert not fake.running()


@pytest.mark.slow
def test_a_child_left_behind_is_ended(fake):
    """The clip counts, the child does not live on; a killed process takes a moment to be gone."""
    assert fake.film("leaves a child").frame_count == 16
    assert within(10, lambda: not fake.running())


PARENT = """
import sys
from pathlib import Path
from mongyudo.backends.contract import Options
from mongyudo.backends.external.videotuna import VideoTuna
from mongyudo.records import Segment, Shot
segment = Segment(0, 3, "호랑이", (), "a tiger in a forest")
shot = Shot(0, segment, "공포", "지상동물", None, 5, (512, 320), 10, 1.6)
options = Options(videotuna_dir=Path(sys.argv[1]), videotuna_python=sys.executable)
VideoTuna("videocrafter2").open(options).render(shot, lambda: False)
"""


def within(seconds: float, happened: Callable[[], bool]) -> bool:
    """Whether it happens before so many seconds are over."""
    until = time.monotonic() + seconds
    while not happened() and time.monotonic() < until:
        time.sleep(0.05)
    return happened()


@pytest.mark.slow
def test_a_killed_mongyudo_leaves_no_engine_behind(fake):
    """Killed at once, with no chance to clean up: engine and child end by themselves."""
    fake.behave("hangs with a child")
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(fake.folder)])
    try:
        assert within(60, (fake.folder / "hanging").exists)
        assert len(fake.running()) == 3  # keeper, engine, child
    finally:
        parent.kill()
        parent.wait()
    assert within(10, lambda: not fake.running())


@pytest.mark.slow
def test_an_engine_that_is_killed_tells_by_which_signal(fake):
    """As a shell tells it: 128 and the signal's number."""
    with pytest.raises(BackendError, match=r"exit code 137"):
        fake.film("is killed")


@pytest.mark.slow
def test_cancelling_ends_the_group(fake):
    """At once, and nothing is kept."""
    began = time.monotonic()
    hanging = fake.folder / "hanging"
    with pytest.raises(RenderCancelledError):
        fake.film("hangs with a child", cancelled=hanging.exists)
    assert time.monotonic() - began < 30
    assert not fake.running()
    assert not list(fake.jobs.iterdir())


@pytest.mark.slow
def test_cancelling_between_frames(fake):
    """The clip stands, but no further frame is given."""
    stopped = []
    rendering = fake.film("films", cancelled=lambda: bool(stopped))
    next(rendering.frames)
    stopped.append(True)
    with pytest.raises(RenderCancelledError):
        next(rendering.frames)


@pytest.mark.slow
def test_a_python_that_cannot_start(fake):
    """An executable file that is no program."""
    broken = fake.folder / "python"
    broken.write_bytes(b"\x00")
    broken.chmod(0o755)
    with pytest.raises(BackendError, match=r"VideoTuna.*cannot be started.*videotuna_python"):
        fake.film("films", options={"videotuna_python": str(broken)})


def committed(folder: Path) -> str:
    """Make `folder` a repository; its one commit."""
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b.c"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], check=True)
    head = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
    return head.stdout.strip()


@pytest.mark.slow
def test_the_manifest_learns_what_filmed(fake):
    """Flow and commit of the checkout, never of a repository around it; the words counted."""
    committed(fake.folder.parent)
    assert fake.film("films").made_with["commit"] == "unknown"
    head = committed(fake.folder)
    rendering = fake.film("films")
    made_with = rendering.made_with
    assert (made_with["flow"], made_with["commit"]) == ("videocrafter2", head)
    assert made_with["tokens"] == len(rendering.prompt.split()) + 1  # two marks, one slash parted
    assert "between blanks" in made_with["tokens_counted"]


@pytest.mark.slow
def test_another_shape_is_noted(fake):
    """A flow makes one shape, and says when another was asked for."""
    notes = " ".join(fake.film("films", size_px=(256, 160), duration_s=4.0).notes)
    assert "asked for 256x160 px, filmed 512x320 px" in notes
    assert "asked for 40 frames, filmed 16" in notes


@pytest.mark.parametrize("name", FLOWS)
def test_every_flow_is_told_its_prompt_file_and_its_folder(name, tmp_path):
    """And its seed; the spec has the flow's shape, and each figure its source."""
    flow: Flow = FLOWS[name]
    given = flow.arguments(Job(tmp_path / "prompt.txt", tmp_path / "out", 5, None), flow)
    assert str(tmp_path / "prompt.txt") in given
    assert str(tmp_path / "out") in given
    assert given[given.index("--seed") + 1] == "5"
    assert all(isinstance(each, str) for each in given)
    spec = VideoTuna(name).spec
    assert (spec.size_px, spec.frames.usual, spec.fps) == (flow.size_px, flow.frames, flow.fps)
    assert spec.frames.nearest(1) == spec.frames.nearest(999) == flow.frames
    assert spec.non_commercial
    assert all(each.source.startswith("https://") for each in flow.figures)


def script_parser(script: str) -> argparse.ArgumentParser:
    """A parser that takes what a script of VideoTuna took when it was read, and nothing else."""
    taken = OPTIONS[script]
    parser = argparse.ArgumentParser(allow_abbrev=False, exit_on_error=False)
    for name in taken["options"]:
        parser.add_argument(f"--{name}")
    for name in taken["switches"]:
        parser.add_argument(f"--{name}", action="store_true")
    return parser


@pytest.mark.parametrize("steps", [None, 7])
@pytest.mark.parametrize("name", FLOWS)
def test_every_flow_says_only_what_its_script_understands(name, steps, tmp_path):
    """Each option is known there, at the commit that the flows were written for."""
    flow = FLOWS[name]
    given = flow.arguments(Job(tmp_path / "prompt.txt", tmp_path / "out", 5, steps), flow)
    script_parser(flow.script).parse_args(given)
    assert READ_AT.endswith(OPTIONS["commit"])


def test_a_long_prompt_is_cut_where_it_names_the_file():
    """CogVideoX's script puts the prompt into a file name."""
    from mongyudo.backends.external.videotuna import _write

    parts = ", ".join(f"a very long thing number {n}" for n in range(30))
    long = replace(shot().segment, prompt=parts)
    written = _write(shot(segment=long), FLOWS["cogvideox"])
    assert len(f"000-{written.prompt}.mp4".encode()) <= 255
    assert written.cut


def test_the_check_says_what_is_missing(fake, tmp_path, monkeypatch):
    """One thing after the other, each with its remedy."""
    backend, options = VideoTuna("videocrafter2"), fake.options

    def reason(**changes: object) -> str:
        state = backend.check(replace(options, **changes))
        assert state.remedy
        assert not state.ready
        return state.reason

    assert backend.check(options).ready
    assert "no checkout" in reason(videotuna_dir=None)
    assert "no folder" in reason(videotuna_dir=tmp_path / "none")
    assert "scripts/inference_new.py" in reason(videotuna_dir=tmp_path)
    assert ".venv/bin/python" in reason(videotuna_python="")
    assert "no-such-python" in reason(videotuna_python="no-such-python")
    assert "NVIDIA GPU" in reason(device="cpu")
    assert "'wan2.1'" in reason(videotuna_flow="wan2.1")
    (fake.folder / FLOWS["videocrafter2"].checkpoint).rmdir()
    assert "t2v_v2_512_split" in reason()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "Linux only" in reason()


def test_the_checkouts_own_python_is_found_without_following_its_link(fake):
    """An environment knows itself by the link it is started through."""
    own = fake.folder / ".venv/bin/python"
    own.parent.mkdir(parents=True)
    own.symlink_to(sys.executable)
    options = replace(fake.options, videotuna_python="")
    session = VideoTuna("videocrafter2").open(options)
    assert session._command(fake.jobs, "a tiger", 5).arguments[0] == str(own)


def test_hunyuan_stands_behind_its_licence(fake):
    """Not for Korea, unless a licence of one's own is acknowledged."""
    backend = VideoTuna("hunyuanvideo")
    closed = backend.check(fake.options)
    assert "South Korea" in closed.reason
    assert "Tencent-Hunyuan-Community" in closed.remedy
    opened = replace(fake.options, acknowledged=frozenset({"Tencent-Hunyuan-Community"}))
    assert "South Korea" not in backend.check(opened).reason
    with pytest.raises(BackendError, match=r"videotuna.*not ready.*South Korea"):
        backend.open(fake.options)
