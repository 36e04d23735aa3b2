"""A run of the lab is a folder: what was asked, with what, on which machine, every clip, every
score. It is resumed where it stopped and scored again without filming again.

    run.json                     the question, its configuration, versions, machine; how far it goes
    given.json                   the question's own input
    clips/DREAM/ARM/sample.json  one sample: its files beside it, and what was measured making it
    scores.jsonl                 a line for each score of each sample
"""

import json
import os
import platform
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mongyudo import __version__
from mongyudo.errors import UsageError
from mongyudo.training.verify.report import replace_text

RUN, GIVEN, SAMPLE, SCORES = "run.json", "given.json", "sample.json", "scores.jsonl"
CLIPS = "clips"
LIBRARIES = ("av", "kiwipiepy", "numpy", "opencv-python-headless", "skia-python")

NAME = re.compile(r"\w[\w.-]*")

Maker = Callable[[Path], Mapping[str, Any]]
"""Makes a sample's files in an empty folder; returns what is to be known of it."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What one arm made of one dream, in `folder`; `facts` is what its maker returned."""

    dream: str
    arm: str
    folder: Path
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of one sample."""

    dream: str
    arm: str
    measure: str
    value: float


@dataclass(frozen=True, slots=True)
class Run:
    """An opened run; `about` is what run.json holds."""

    folder: Path
    about: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Knows runs from each other, however far they go: votes carry it."""
        fixed = {name: value for name, value in self.about.items() if name != "reach"}
        return blake2b(json.dumps(fixed, sort_keys=True).encode(), digest_size=6).hexdigest()

    def given(self) -> dict[str, Any]:
        """The question's own input."""
        found: dict[str, Any] = json.loads((self.folder / GIVEN).read_text(encoding="utf-8"))
        return found

    def sample(self, dream: str, arm: str, make: Maker) -> Sample:
        """The sample that stands, else made now. A half-made one is never taken for whole."""
        if not NAME.fullmatch(dream):
            raise UsageError(
                f"{dream!r} is no name for a folder: ids of dreams are letters, digits, . _ and -"
            )
        found = self.stands(dream, arm)
        if found is not None:
            return found
        folder = self.folder / CLIPS / dream / arm
        part = folder.with_name(f".{arm}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        facts = {**make(part), "machine": machine()}
        text = json.dumps(facts, ensure_ascii=False, indent=1)
        (part / SAMPLE).write_text(text, encoding="utf-8")
        part.replace(folder)
        return Sample(dream, arm, folder, facts)

    def stands(self, dream: str, arm: str) -> Sample | None:
        """The sample, if it was made."""
        folder = self.folder / CLIPS / dream / arm
        if not (folder / SAMPLE).is_file():
            return None
        facts = json.loads((folder / SAMPLE).read_text(encoding="utf-8"))
        return Sample(dream, arm, folder, facts)

    def samples(self) -> Iterator[Sample]:
        """All that were made, by dream and arm; raises UsageError when machines were mixed."""
        found = []
        for path in sorted((self.folder / CLIPS).glob(f"*/[!.]*/{SAMPLE}")):
            facts = json.loads(path.read_text(encoding="utf-8"))
            found.append(Sample(path.parts[-3], path.parts[-2], path.parent, facts))
        _refuse_mixed(found)
        yield from found

    def write_scores(self, scores: list[Score]) -> None:
        """Put all scores in the place of those before."""
        lines = [
            json.dumps({"dream": s.dream, "arm": s.arm, "measure": s.measure, "value": s.value})
            for s in scores
        ]
        replace_text(self.folder / SCORES, "".join(f"{line}\n" for line in lines))

    def scores(self) -> list[Score]:
        """The scores that were written."""
        path = self.folder / SCORES
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        return [Score(**json.loads(line)) for line in lines]


def open_run(
    folder: Path,
    question: str,
    config: Mapping[str, Any],
    reach: Mapping[str, Any],
    given: Mapping[str, Any],
) -> Run:
    """Begin a run in `folder`, or go on with the one there, as far as `reach`, which may grow.
    `given`, the question's own input, is kept beside.

    Raises UsageError when another question, or the same with another configuration, was asked in
    it: samples of both would be mixed.
    """
    path = folder / RUN
    if path.is_file():
        run = read_run(folder)
        asked = json.loads(json.dumps({"question": question, "config": config}))
        for key, value in asked.items():
            if run.about[key] != value:
                raise UsageError(
                    f"{folder} holds a run with {key} {run.about[key]}, and now {value} is asked. "
                    "Name another folder with -o."
                )
        return _begun(folder, {**run.about, "reach": reach}, given)
    folder.mkdir(parents=True, exist_ok=True)
    about = {"question": question, "config": config, "versions": versions(), "machine": machine()}
    return _begun(folder, {**about, "reach": reach}, given)


def _begun(folder: Path, about: Mapping[str, Any], given: Mapping[str, Any]) -> Run:
    replace_text(folder / GIVEN, json.dumps(given, ensure_ascii=False, indent=1) + "\n")
    replace_text(folder / RUN, json.dumps(about, ensure_ascii=False, indent=2) + "\n")
    return read_run(folder)


def read_run(folder: Path) -> Run:
    """A run that was begun; raises UsageError where there is none."""
    try:
        about = json.loads((folder / RUN).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{folder} holds no run of the lab ({error}).") from error
    return Run(folder, about)


def versions() -> dict[str, str]:
    """Of what clips and scores depend on."""
    libraries = {name: version(name) for name in LIBRARIES}
    return {"mongyudo": __version__, "python": platform.python_version(), **libraries}


def machine() -> dict[str, Any]:
    """What makes seconds comparable: system, processors and GPU; never a name of the machine."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "gpu": _gpu(),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())


def _gpu() -> str:
    """The first GPU's model as the driver tells it, "" without one."""
    models = sorted(Path("/proc/driver/nvidia/gpus").glob("*/information"))
    for line in models[0].read_text(encoding="utf-8").splitlines() if models else ():
        if line.startswith("Model:"):
            return line.partition(":")[2].strip()
    return ""


def _refuse_mixed(samples: list[Sample]) -> None:
    met = {json.dumps(sample.facts["machine"], sort_keys=True) for sample in samples}
    if len(met) > 1:
        raise UsageError(
            f"clips of {len(met)} machines lie in one run, so their seconds and memory cannot be "
            f"compared fairly: {'; '.join(sorted(met))}. Run all of it on one machine."
        )
