"""A whole recipe: the model is loaded once, the data encoded once, and one adapter after the other
is fitted, written with its card, and taken off again.

Imports torch: to be imported inside functions only.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

from mongyudo.backends.adapters import fingerprint
from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion import memory
from mongyudo.backends.diffusion.adapting import save
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.hub import Weights
from mongyudo.backends.diffusion.loading import loading_for, quiet
from mongyudo.backends.registry import get
from mongyudo.errors import BackendError, DataError, UsageError
from mongyudo.film.picture import write_png
from mongyudo.records import AdapterCard
from mongyudo.training.families import trainee
from mongyudo.training.families.contract import Trainee
from mongyudo.training.fit import ADAPTER, Job, fit, take_off
from mongyudo.training.journal import Journal
from mongyudo.training.lessons import Curriculum, curriculum, label_of, labels_in
from mongyudo.training.precompute import Encoded, decoded_again, precompute
from mongyudo.training.prepared import PreparedClip, PreparedSet
from mongyudo.training.recipe import Recipe
from mongyudo.training.run import Run, begin, commit_here, versions_here
from mongyudo.training.sampling import sample
from mongyudo.training.telling import Silent, Tell

SHOWN = 2
"""Sample clips where the recipe names no prompts."""
PRECISIONS = {torch.float32: "no", torch.bfloat16: "bf16", torch.float16: "fp16"}
"""Formats of frozen weights, in accelerate's words; the adapter is kept in 32 bits."""
FAITHFUL_DB = 15.0
"""Below this a VAE does not bring clips back: another model's, or broken."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model ready to learn; `encoders` is the fingerprint of the parts that encode."""

    backend: DiffusionBackend
    weights: Weights
    trainee: Trainee
    encoders: str
    accelerator: Any


def model_of(recipe: Recipe, options: Options) -> DiffusionBackend:
    """The recipe's backend; raises UsageError for one that has no weights to adapt, BackendError
    with the remedy when it is not ready."""
    backend = get(recipe.backend)
    if not isinstance(backend, DiffusionBackend) or not backend.spec.lora:
        raise UsageError(f"backend {recipe.backend!r} takes no adapters. Choose an open model.")
    state = backend.check(options)
    if not state.ready:
        raise BackendError(f"{recipe.backend} is not ready: {state.reason}. {state.remedy}")
    return backend


def load(recipe: Recipe, options: Options) -> Loaded:
    """Load the recipe's model on the CPU; the parts go to the device when they are needed."""
    from accelerate import Accelerator
    from accelerate.state import AcceleratorState

    options = _options(recipe, options)
    backend = model_of(recipe, options)
    quiet()
    held = memory.named("tiling" if recipe.fit.tiling else "plain")
    weights = backend.locate(options)
    assert isinstance(weights, Weights)  # checked before
    loading = loading_for(backend.release.dtype, weights, options, held)
    on_cpu, precision = loading.device.type == "cpu", PRECISIONS[loading.dtype]
    if on_cpu and precision == "fp16":
        raise UsageError('a CPU does not train in float16. Set dtype = "float32" in [fit].')
    AcceleratorState._reset_state()  # another recipe in this process may have had another format
    accelerator = Accelerator(cpu=on_cpu, mixed_precision=precision)
    pipe = backend.load(replace(loading, device=accelerator.device))
    pipe.set_progress_bar_config(disable=True)
    memory.settle(pipe, held, torch.device("cpu"), list(backend.denoisers))
    found = trainee(backend, pipe)
    _press(found, recipe)
    encoders = sorted(
        part.parent
        for part in weights.folder.glob("*/config.json")
        if part.parent.name not in backend.denoisers
    )
    return Loaded(backend, weights, found, fingerprint(encoders), accelerator)


def runs_on_cpu(options: Options) -> bool:
    """Whether training runs on the CPU here."""
    has_gpu = torch.cuda.is_available() or torch.backends.mps.is_available()
    return options.device == "cpu" or (options.device == "auto" and not has_gpu)


def _options(recipe: Recipe, options: Options) -> Options:
    return replace(options, weights=recipe.weights or options.weights, dtype=recipe.fit.dtype)


def _press(pupil: Trainee, recipe: Recipe) -> None:
    """Gradient checkpointing, where it is wished for; raises UsageError where there is none."""
    if not recipe.fit.gradient_checkpointing:
        return
    for name, part in pupil.parts.items():
        if not part._supports_gradient_checkpointing:
            raise UsageError(
                f"{recipe.backend}: {type(part).__name__} ({name}) has no gradient checkpointing. "
                f"Set gradient_checkpointing = false in [fit]; smaller or fewer frames save memory."
            )
        part.enable_gradient_checkpointing()


def place(pipe: Any, device: torch.device, wanted: Collection[str]) -> None:
    """The named parts on the device, all others on the CPU."""
    for name, part in pipe.components.items():
        if isinstance(part, torch.nn.Module):
            part.to(device if name in wanted else "cpu")


def train(
    recipe: Recipe, data: PreparedSet, out: Path, options: Options, tell: Tell,
    *, labels: Sequence[str] = (), resume: bool = False, stop: Callable[[], bool] = lambda: False,
) -> Run:  # fmt: skip
    """Train the recipe's adapters, those of `labels` alone where some are named, and skip finished
    ones; the run.

    Raises UsageError when `out` holds another run or a stopped one and `resume` is false, DataError
    for a set that does not fit the recipe, StoppedError once `stop()` is true.
    """
    _insist_on_set(recipe, data)
    wished = labels_in(data.clips, recipe)
    _insist_on_labels(labels, wished)
    loaded = load(recipe, options)
    if not loaded.accelerator.is_main_process:
        tell = Silent()
    run = begin(_run(recipe, data, out, loaded, wished))
    todo = [
        each for each in wished if (not labels or each in labels) and not run.adapter(each).exists()
    ]
    _tell_unlabelled(recipe, data, tell)
    for label in sorted(set(labels or wished) - set(todo)):
        tell.say(f"{label}: {run.adapter(label)} is there already; skipped")
    _insist_on_resume(run, todo, resume=resume)
    courses = [curriculum(loaded.backend, data.clips, recipe, label) for label in todo]
    encoded = _encode(loaded, data, run, courses, tell)
    for lessons in courses:
        _train_one(loaded, run, lessons, encoded, tell, resume=resume, stop=stop)
    return run


def _insist_on_set(recipe: Recipe, data: PreparedSet) -> None:
    if data.backend and data.backend != recipe.backend:
        raise DataError(
            f"{data.folder} was prepared for {data.backend}, the recipe trains {recipe.backend}. "
            f"Prepare the clips again with --backend {recipe.backend}."
        )


def _tell_unlabelled(recipe: Recipe, data: PreparedSet, tell: Tell) -> None:
    """What becomes of clips that have no label; nothing is left out in silence."""
    method = recipe.data.method
    bare = [clip for clip in data.clips if not label_of(clip, method)]
    if bare:
        fate = (
            "they keep the model as it was"
            if recipe.fit.prior_share
            else "they are not learned from"
        )
        tell.say(f"{len(bare)} of {len(data.clips)} clips have no {method}: {fate}")


def _insist_on_labels(labels: Sequence[str], known: Sequence[str]) -> None:
    unknown = [label for label in labels if label not in known]
    if unknown:
        raise UsageError(f"no label {', '.join(unknown)} here. There are: {', '.join(known)}")


def _insist_on_resume(run: Run, labels: Sequence[str], *, resume: bool) -> None:
    stopped = [each for each in labels if (run.label_folder(each) / "checkpoint").exists()]
    if stopped and not resume:
        raise UsageError(
            f"{run.folder} was stopped while {', '.join(stopped)} was trained. Go on with "
            f"--resume, or train into another folder with -o."
        )


def _run(
    recipe: Recipe, data: PreparedSet, out: Path, loaded: Loaded, labels: tuple[str, ...]
) -> Run:
    weights = loaded.weights
    base = {
        "source": weights.source,
        "revision": weights.revision,
        "fingerprint": fingerprint(loaded.backend.base_files(weights)),
        "licence": loaded.backend.spec.licence,
    }
    licences = sorted({clip.licence for clip in data.clips})
    about = {"folder": str(data.folder), "digest": data.digest, "licences": licences}
    processes = loaded.accelerator.num_processes
    return Run(out, recipe, base, about, labels, processes, versions_here(), commit_here())


def _encode(
    loaded: Loaded, data: PreparedSet, run: Run, courses: Sequence[Curriculum], tell: Tell
) -> Encoded:
    """Latents and texts of all lessons; by one process, the others read them."""
    pupil, accelerator = loaded.trainee, loaded.accelerator
    encoded = Encoded(data.folder / "encoded", pupil, loaded.encoders)
    if not courses:
        return encoded
    own = set(loaded.backend.denoisers)
    place(pupil.pipe, accelerator.device, set(pupil.pipe.components) - own)
    with accelerator.main_process_first():
        lessons = [each for course in courses for each in course.all]
        precompute(encoded, lessons, lambda share: tell.share("encoding", share))
        encoded.text("")
    if accelerator.is_main_process:
        _check_decoding(pupil, encoded, courses[0].own[0].clip, run, tell)
    return encoded


def _check_decoding(
    pupil: Trainee, encoded: Encoded, clip: PreparedClip, run: Run, tell: Tell
) -> None:
    """Decode one clip again, beside the clip itself, as a picture and a figure."""
    frames, near_db = decoded_again(pupil, encoded, clip)
    middle = len(frames) // 2
    both = torch.cat([torch.tensor(clip.pixels()[middle]), torch.from_numpy(frames[middle])], dim=1)
    write_png(run.folder / "decoded.png", both.numpy())
    doubt = "" if near_db >= FAITHFUL_DB else ": the VAE does not bring it back; are these its own?"
    tell.say(f"decode check: {clip.id} comes back at {near_db:.1f} dB (decoded.png){doubt}")


def _train_one(
    loaded: Loaded, run: Run, lessons: Curriculum, encoded: Encoded, tell: Tell,
    *, resume: bool, stop: Callable[[], bool],
) -> None:  # fmt: skip
    label, pupil = lessons.label, loaded.trainee
    place(pupil.pipe, loaded.accelerator.device, loaded.backend.denoisers)
    job = Job(
        trainee=pupil,
        recipe=run.recipe,
        lessons=lessons,
        encoded=encoded,
        folder=run.label_folder(label),
        fingerprint=f"{run.fingerprint}/{label}",
        accelerator=loaded.accelerator,
        show=lambda journal, step: _show(loaded, run.recipe, lessons, journal, step),
        tell=tell,
    )
    calm = {each.clip.content_hash for each in lessons.prior}
    tell.say(
        f"{label}: {len(lessons.own)} clips to learn from, {len(lessons.held_out)} held out, "
        f"{len(calm)} that are to stay as they are"
    )
    try:
        fit(job, resume=resume, stop=stop)
        if loaded.accelerator.is_main_process:
            save(run.adapter(label), pupil.parts, ADAPTER, _card(loaded, run, label))
            _forget(job)
    finally:
        loaded.accelerator.free_memory()
        take_off(pupil)
    tell.say(f"{label}: {run.adapter(label)}")


def _forget(job: Job) -> None:
    """The adapter stands; its checkpoint is in the way."""
    job.checkpoint.unlink(missing_ok=True)
    if job.checkpoint.parent.exists():
        job.checkpoint.parent.rmdir()


def _card(loaded: Loaded, run: Run, label: str) -> AdapterCard:
    return AdapterCard(
        name=run.recipe.adapter_name(label),
        base_model=run.base["source"],
        base_hash=run.base["fingerprint"],
        rank=0,  # the layers' own, when it is saved
        licence=run.recipe.adapter.licence or loaded.backend.spec.licence,
        trigger=run.recipe.trigger_of(label).strip(),
        data_hash=run.data["digest"],
        data_licences=tuple(run.data["licences"]),
        commit=run.commit,
    )


def _show(loaded: Loaded, recipe: Recipe, lessons: Curriculum, journal: Journal, step: int) -> None:
    """Sample clips of the model as it is now, under the label's trigger."""
    pipe, backend, device = loaded.trainee.pipe, loaded.backend, loaded.accelerator.device
    clip, prompts = (lessons.held_out or lessons.own)[0].clip, _prompts(backend, recipe, lessons)
    place(pipe, device, set(pipe.components))
    clips = sample(
        backend,
        pipe,
        prompts,
        range(len(prompts)),
        size_px=clip.size_px,
        frames=clip.frames,
        steps=recipe.watch.sample_steps,
    )
    place(pipe, device, backend.denoisers)
    journal.show(step, clips, clip.fps)


def _prompts(backend: DiffusionBackend, recipe: Recipe, lessons: Curriculum) -> list[Any]:
    """The recipe's under the trigger, else those of the first clips held out; for models that take
    pictures their first frames."""
    from PIL.Image import fromarray

    from mongyudo.training.sampling import worded

    shown = (lessons.held_out or lessons.own)[:SHOWN]
    if backend.spec.takes == "image":
        return [fromarray(each.clip.pixels()[0]) for each in shown]
    trigger = recipe.trigger_of(lessons.label)
    wished = [worded(backend, prompt, trigger) for prompt in recipe.watch.prompts]
    return wished or [each.text for each in shown]
