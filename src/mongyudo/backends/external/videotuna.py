"""VideoTuna, a toolbox of video models: an unmodified checkout that the operator installed.

Its licence allows no derivatives, so nothing of it is copied, changed or imported here: its own
scripts run in its own environment, one prompt a call.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import numpy as np

from mongyudo.backends.contract import (
    DEFAULT_OPTIONS,
    BackendSpec,
    Frame,
    FrameRule,
    Options,
    Progress,
    Readiness,
    Rendering,
    unheard,
)
from mongyudo.backends.diffusion.prompting import Written, write
from mongyudo.backends.diffusion.release import Habit
from mongyudo.backends.external.engine import Command, last_line, run
from mongyudo.backends.external.videotuna_flows import CODE, FLOWS, READ_AT, Flow, Job
from mongyudo.errors import BackendError, RenderCancelledError
from mongyudo.records import Shot
from mongyudo.settings import load_settings

LICENCE = "CC-BY-NC-ND-4.0"
COUNTED = "words between blanks: VideoTuna's tokenizers stay in its own environment"
ENCODER_MARKS = 2
"""Tokens for begin and end that a text encoder adds."""
GIT_S = 10.0
LOG = "log.txt"


class VideoTuna:
    """Drives one of VideoTuna's flows: `flow`, or the one that the settings name.

    `timeout_s`: the slowest clip of VideoTuna's table takes 32 minutes (its README, which
    names no GPU); loading and slower GPUs need more.
    """

    timeout_s: ClassVar[float] = 3 * 3600.0

    def __init__(self, flow: str = "") -> None:
        self.flow = flow or load_settings().videotuna_flow
        self.spec = _spec(FLOWS[self.flow])

    def check(self, options: Options = DEFAULT_OPTIONS, /) -> Readiness:
        """Whether checkout, licence, Python and weights are there; nothing is started."""
        flow = FLOWS[self.flow]
        return (
            self._flow_mixed(options)
            or _machine_missing(options)
            or _licence_missing(flow, options)
            or _checkout_missing(flow, options)
            or _python_missing(options)
            or _weights_missing(flow, options)
            or Readiness(ready=True)
        )

    def open(self, options: Options = DEFAULT_OPTIONS, /) -> "VideoTunaSession":
        """A session; VideoTuna loads its weights anew for each shot."""
        state = self.check(options)
        if not state.ready:
            raise BackendError(f"backend 'videotuna' is not ready: {state.reason}. {state.remedy}")
        return VideoTunaSession(self.flow, options, self.timeout_s)

    def _flow_mixed(self, options: Options) -> Readiness | None:
        """The spec, by which films are laid out, must be that of the flow that films."""
        asked = options.videotuna_flow
        if asked in ("", self.flow):
            return None
        reason = f"the options name VideoTuna's flow {asked!r}, the backend is for {self.flow!r}"
        known = ", ".join(FLOWS)
        return _not_ready(reason, f"Set videotuna_flow in mongyudo.toml to one of: {known}.")


def _spec(flow: Flow) -> BackendSpec:
    return BackendSpec(
        name="videotuna",
        takes="text",
        size_px=flow.size_px,
        size_step_px=16,
        size_most_px=flow.size_px,
        fps=flow.fps,
        frames=FrameRule(multiple=flow.frames, most=flow.frames, usual=flow.frames),
        text_limit_tokens=flow.text_limit_tokens,
        licence=LICENCE,
        needs_gpu=True,
        lora=False,
        memory_bytes=flow.memory_gb * 1_000_000_000,
        licence_gate=flow.gate,
        non_commercial=True,
        sources=(
            CODE,
            f"licence: {READ_AT}/LICENSE",
            *(f"{each.name}: {each.value} ({each.source})" for each in flow.figures),
        ),
    )


def _not_ready(reason: str, remedy: str) -> Readiness:
    return Readiness(ready=False, reason=reason, remedy=remedy)


def _machine_missing(options: Options) -> Readiness | None:
    if sys.platform != "linux":
        remedy = "Film with another backend, or on Linux with an NVIDIA GPU."
        return _not_ready(f"VideoTuna is driven on Linux only, not on {sys.platform}", remedy)
    if options.device == "auto" or options.device.partition(":")[0] == "cuda":
        return None
    reason = f"device is {options.device!r}, and VideoTuna runs on an NVIDIA GPU only"
    return _not_ready(reason, "Set device to auto, cuda or cuda:0 in mongyudo.toml.")


def _licence_missing(flow: Flow, options: Options) -> Readiness | None:
    if not flow.gate or flow.licence in options.acknowledged:
        return None
    setting = f'acknowledged_licences = ["{flow.licence}"]'
    remedy = f"If you hold a licence of your own, set {setting} in mongyudo.toml."
    return _not_ready(flow.gate, remedy)


def _checkout_missing(flow: Flow, options: Options) -> Readiness | None:
    remedy = (
        f"Clone {CODE}, install it as its README says, and set videotuna_dir in mongyudo.toml "
        f"to the folder (licence {LICENCE}: no commercial use)."
    )
    if options.videotuna_dir is None:
        return _not_ready("no checkout of VideoTuna is named", remedy)
    folder = _folder(options)
    if not folder.is_dir():
        return _not_ready(f"there is no folder {str(folder)!r}", remedy)
    if not (folder / flow.script).is_file():
        return _not_ready(f"{str(folder)!r} has no {flow.script} of VideoTuna", remedy)
    return None


def _python_missing(options: Options) -> Readiness | None:
    if _python(options):
        return None
    named = options.videotuna_python or str(_own_python(options))
    return _not_ready(
        f"VideoTuna's own Python is not there: {named}",
        "Set videotuna_python in mongyudo.toml to the python of the environment that VideoTuna's "
        "README installs.",
    )


def _weights_missing(flow: Flow, options: Options) -> Readiness | None:
    if not flow.checkpoint or (_folder(options) / flow.checkpoint).exists():
        return None
    return _not_ready(
        f"VideoTuna's checkout has no {flow.checkpoint}",
        f"Prepare it as docs/checkpoints.md of the checkout says ({READ_AT}/docs/checkpoints.md).",
    )


def _folder(options: Options) -> Path:
    assert options.videotuna_dir is not None  # checked before
    return options.videotuna_dir.expanduser().absolute()


def _own_python(options: Options) -> Path:
    return _folder(options) / ".venv/bin/python"


def _python(options: Options) -> str:
    """The interpreter's absolute path, "" when there is none.

    Links are kept: an environment knows itself by the link it is started through.
    """
    named = Path(options.videotuna_python).expanduser() if options.videotuna_python else None
    found = shutil.which(named or _own_python(options))
    return str(Path(found).absolute()) if found else ""


class VideoTunaSession:
    """Films one shot after the other, each by a process of its own."""

    def __init__(self, flow: str, options: Options, timeout_s: float) -> None:
        self._name, self._flow = flow, FLOWS[flow]
        self._options, self._timeout_s = options, timeout_s
        self._commit = _commit(_folder(options))
        self._jobs: list[Path] = []

    def render(
        self, shot: Shot, cancelled: Callable[[], bool], progress: Progress = unheard, /
    ) -> Rendering:
        """All frames of `shot`; raises RenderCancelledError once `cancelled()` is true."""
        written = _write(shot, self._flow)
        frames, log = self._filmed(written.prompt, shot.seed, cancelled)
        progress(1.0)
        return Rendering(
            frames=_given(frames, cancelled),
            frame_count=len(frames),
            size_px=self._flow.size_px,
            fps=self._flow.fps,
            prompt=written.prompt,
            notes=self._notes(shot),
            made_with={
                "flow": self._name,
                "commit": self._commit,
                "tokens": written.tokens,
                "tokens_counted": COUNTED,
                "cut": list(written.cut),
            },
            log=log,
        )

    def close(self) -> None:
        """Remove the logs of what went well; nothing else is held between shots."""
        while self._jobs:
            shutil.rmtree(self._jobs.pop(), ignore_errors=True)

    def _filmed(
        self, prompt: str, seed: int, cancelled: Callable[[], bool]
    ) -> tuple[list[Frame], Path]:
        """The clip and its log, out of a job folder that only a failure leaves behind."""
        folder, kept = Path(tempfile.mkdtemp(prefix="mongyudo-videotuna-")), False
        try:
            frames = self._checked(folder, self._run(folder, prompt, seed, cancelled))
            self._jobs.append(folder)
            kept = True
        except BackendError as error:
            kept = not isinstance(error, RenderCancelledError)
            raise
        finally:
            shutil.rmtree(folder / "output" if kept else folder, ignore_errors=True)
        return frames, folder / LOG

    def _run(self, folder: Path, prompt: str, seed: int, cancelled: Callable[[], bool]) -> int:
        command = self._command(folder, prompt, seed)
        try:
            return run(command, cancelled)
        except TimeoutError as error:
            raise self._failed(
                folder, str(error), "Try a faster GPU or a smaller videotuna_flow."
            ) from error
        except OSError as error:
            raise self._failed(
                folder, f"it cannot be started: {error}", "Set videotuna_python in mongyudo.toml."
            ) from error

    def _command(self, folder: Path, prompt: str, seed: int) -> Command:
        # A prompt file whose name does not end in .txt is taken for the prompt itself.
        job = Job(folder / "prompt.txt", folder / "output", seed, self._options.steps)
        job.prompt_file.write_text(prompt, encoding="utf-8")
        job.output.mkdir()
        return Command(
            arguments=(
                _python(self._options),
                self._flow.script,
                *self._flow.arguments(job, self._flow),
            ),
            folder=_folder(self._options),
            log=folder / LOG,
            timeout_s=self._timeout_s,
            extra=_variables(self._options),
        )

    def _checked(self, folder: Path, code: int) -> list[Frame]:
        """The one clip of the output folder, if it is what the flow promises."""
        again = "Run VideoTuna's own command for this flow in its checkout to see whether it works."
        if code != 0:
            raise self._failed(folder, f"it ended with exit code {code}", again)
        # Some scripts write into a folder of their own, named by the time, within the output's.
        clips = sorted((folder / "output").rglob("*.mp4"))
        if len(clips) != 1:
            raise self._failed(folder, f"it wrote {len(clips)} mp4 files instead of one", again)
        try:
            frames = _decoded(clips[0])
        except ValueError as error:
            raise self._failed(folder, str(error), again) from error
        fault = _misshapen(frames, self._flow)
        if fault:
            checkout = f"Use the checkout that this was written for: {READ_AT}."
            raise self._failed(folder, fault, checkout)
        return frames

    def _failed(self, folder: Path, what: str, remedy: str) -> BackendError:
        log = folder / LOG
        return BackendError(
            f"VideoTuna ({self._name}) failed: {what}. Its last line: "
            f"{last_line(log) or 'none'!r}. Its log: {log}. {remedy}"
        )

    def _notes(self, shot: Shot) -> tuple[str, ...]:
        flow, notes = self._flow, []
        if shot.size_px != flow.size_px:
            asked, made = ("x".join(map(str, size)) for size in (shot.size_px, flow.size_px))
            notes.append(f"asked for {asked} px, filmed {made} px, all that {self._name} makes")
        asked_frames = round(shot.duration_s * flow.fps)
        if asked_frames != flow.frames:
            notes.append(f"asked for {asked_frames} frames, filmed {flow.frames}")
        return tuple(notes)


def _write(shot: Shot, flow: Flow) -> Written:
    """The prompt, its words counted between blanks, as none of VideoTuna's tokenizers is here.

    A word may be several tokens, so an encoder may still cut what is counted as fitting.
    """

    def count(text: str) -> int:
        most = flow.prompt_most_bytes
        if most and len(text.encode()) > most:
            return flow.text_limit_tokens + 1
        return len(text.split()) + ENCODER_MARKS

    # One line is one prompt, and a slash would open a folder where the prompt names the file.
    written = write(shot, Habit(), flow.text_limit_tokens, count)
    prompt = " ".join(written.prompt.replace("/", " ").split())
    return Written(prompt, written.negative, written.tokens, written.cut)


def _variables(options: Options) -> dict[str, str]:
    """Settings that VideoTuna's scripts have no argument for."""
    extra = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"} if options.offline else {}
    _, _, number = options.device.partition(":")
    return extra | ({"CUDA_VISIBLE_DEVICES": number} if number else {})


def _commit(folder: Path) -> str:
    """The checkout's commit; "unknown" where git does not tell."""
    try:
        told = subprocess.run(
            ("git", "rev-parse", "HEAD"),
            cwd=folder,
            # A folder within another repository must not answer with that one's commit.
            env={**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)},
            capture_output=True,
            text=True,
            timeout=GIT_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return told.stdout.strip()


def _decoded(clip: Path) -> list[Frame]:
    """Every frame; raises ValueError when the file is no video."""
    import av

    try:
        with av.open(str(clip)) as container:
            return [
                np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
                for frame in container.decode(video=0)
            ]
    except (OSError, IndexError, av.FFmpegError) as error:
        raise ValueError(f"{clip.name} cannot be decoded: {error}") from error


def _misshapen(frames: list[Frame], flow: Flow) -> str:
    """What is wrong with the clip, "" when it is as expected."""
    width, height = flow.size_px
    if len(frames) != flow.frames:
        return f"it made {len(frames)} frames, {flow.frames} were expected"
    other = next((frame.shape for frame in frames if frame.shape != (height, width, 3)), None)
    if other:
        return f"it made {other[1]}x{other[0]} px, {width}x{height} were expected"
    return ""


def _given(frames: list[Frame], cancelled: Callable[[], bool]) -> Iterator[Frame]:
    for frame in frames:
        if cancelled():
            raise RenderCancelledError("cancelled before the clip was handed over")
        yield frame
