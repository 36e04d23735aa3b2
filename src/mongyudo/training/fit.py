"""The loop: one adapter, fitted to one label's lessons, the same for every family.

Imports torch: to be imported inside functions only.
"""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import Any

import torch

from mongyudo.backends.diffusion.adapting import TARGETS, attach
from mongyudo.errors import BackendError, StoppedError, UsageError
from mongyudo.training.checkpoint import Checkpoint, put_back, read_checkpoint, write_checkpoint
from mongyudo.training.families.contract import Example, Trainee
from mongyudo.training.heldout import losses_of
from mongyudo.training.journal import Journal
from mongyudo.training.lessons import Curriculum, Lesson, batches, shape_of
from mongyudo.training.optimizing import Average, optimizer_for, rate_at
from mongyudo.training.precompute import Encoded, joined
from mongyudo.training.preflight import look_ahead
from mongyudo.training.recipe import Recipe
from mongyudo.training.seeds import generator, seed_of
from mongyudo.training.telling import Tell

ADAPTER = "fresh"
"""The adapter's name inside the model while it is fitted."""


Turns = Iterator[tuple[int, tuple[Lesson, ...]]]
"""Batches, each with its number in the run."""


@dataclass(frozen=True, slots=True)
class Job:
    """One adapter to fit. `show` makes sample clips of the model as it is now."""

    trainee: Trainee
    recipe: Recipe
    lessons: Curriculum
    encoded: Encoded
    folder: Path
    fingerprint: str
    accelerator: Any
    show: Callable[[Journal, int], None]
    tell: Tell

    @property
    def checkpoint(self) -> Path:
        """Where the state is kept."""
        return self.folder / "checkpoint" / "state.pt"


class Learner(torch.nn.Module):
    """The denoisers under their loss, as one module: what is spread over several GPUs."""

    def __init__(self, trainee: Trainee) -> None:
        super().__init__()
        self.parts = torch.nn.ModuleDict(trainee.parts)
        self._trainee = trainee

    def forward(self, example: Example, noise: torch.Tensor, u: torch.Tensor) -> torch.Tensor:
        """(B,) losses."""
        return self._trainee.loss(example, noise, u)


def put_on(trainee: Trainee, recipe: Recipe, label: str) -> list[torch.nn.Parameter]:
    """Fresh adapter layers on the denoisers, in 32 bits; their parameters.

    Raises UsageError when the recipe's targets fit no layer.
    """
    chosen = recipe.adapter
    torch.manual_seed(seed_of(recipe.fit.seed, label, "adapter"))
    try:
        attach(
            trainee.parts, ADAPTER, chosen.rank, chosen.alpha or chosen.rank,
            chosen.targets or TARGETS,
        )  # fmt: skip
    except ValueError as error:
        raise UsageError(f"[adapter] targets = {chosen.targets!r}: {error}") from error
    found = [
        parameter
        for part in trainee.parts.values()
        for name, parameter in part.named_parameters()
        if f".{ADAPTER}." in name
    ]
    for parameter in found:
        parameter.data = parameter.data.float()
    return found


def take_off(trainee: Trainee) -> None:
    """The denoisers as they were before `put_on`."""
    for part in trainee.parts.values():
        part.delete_adapters(ADAPTER)


class Fitting:
    """An adapter on its way: its parameters, optimizer and average, and how many steps are done."""

    def __init__(self, job: Job) -> None:
        self._job, self._fit = job, job.recipe.fit
        self._accelerator = job.accelerator
        self.parameters = put_on(job.trainee, job.recipe, job.lessons.label)
        self.average = Average(self.parameters, self._fit.ema_decay)
        optimizer = optimizer_for(self._fit, self.parameters)
        self._learner, self._optimizer = self._accelerator.prepare(Learner(job.trainee), optimizer)
        self._empty = job.encoded.text("") if self._fit.caption_dropout else {}
        self.done = 0

    def take_up(self) -> None:
        """Go on from the checkpoint; raises UsageError when it does not belong here."""
        state = read_checkpoint(self._job.checkpoint, self._job.fingerprint)
        put_back(self.parameters, state.adapter)
        for own, kept in zip(self.average.values, state.average, strict=True):
            own.copy_(kept)
        self._optimizer.load_state_dict(state.optimizer)
        if state.scaler:
            self._accelerator.scaler.load_state_dict(state.scaler)
        self.done = state.step

    def keep(self) -> None:
        """Write the checkpoint."""
        scaler = getattr(self._accelerator, "scaler", None)
        state = Checkpoint(
            step=self.done,
            fingerprint=self._job.fingerprint,
            adapter=[parameter.detach().cpu() for parameter in self.parameters],
            average=[value.cpu() for value in self.average.values],
            optimizer=self._optimizer.state_dict(),
            scaler=scaler.state_dict() if scaler is not None else {},
        )
        write_checkpoint(self._job.checkpoint, state)

    def turns(self) -> Turns:
        """This process's batches from where it stands, each with its number in the run."""
        every, mine = self._accelerator.num_processes, self._accelerator.process_index
        begin = self.done * self._fit.accumulation * every + mine
        numbered = enumerate(batches(self._job.lessons, self._job.recipe))
        return islice(numbered, begin, None, every)

    def step(self, turns: Turns) -> tuple[float, float]:
        """One optimizer step; the loss before it, and the norm of its gradient."""
        fit, accelerator = self._fit, self._accelerator
        for group in self._optimizer.param_groups:
            group["lr"] = rate_at(fit, self.done)
        total = torch.zeros((), device=accelerator.device)
        for part in range(fit.accumulation):
            last = part == fit.accumulation - 1
            with nullcontext() if last else accelerator.no_sync(self._learner):
                total += self._backward(*next(turns))
        norm = accelerator.clip_grad_norm_(self.parameters, fit.max_grad_norm)
        self._optimizer.step()
        self._optimizer.zero_grad()
        self.average.follow()
        self.done += 1
        return float(total), float(norm)

    def _backward(self, number: int, lessons: Sequence[Lesson]) -> torch.Tensor:
        example, noise, u = self.given(number, lessons)
        loss = self._learner(example, noise, u).mean() / self._fit.accumulation
        self._accelerator.backward(loss)
        return loss.detach()

    def given(
        self, number: int, lessons: Sequence[Lesson]
    ) -> tuple[Example, torch.Tensor, torch.Tensor]:
        """What batch `number` shows the denoiser, drawn from its number alone.

        Levels of noise are spread evenly over the batch, so that losses swing less.
        """
        device = self._accelerator.device
        chance = generator(self._fit.seed, self._job.lessons.label, "batch", number)
        example = joined([self._job.encoded.example(each) for each in lessons], device)
        count = len(lessons)
        noise = torch.randn(example["latents"].shape, generator=chance)
        places = torch.randperm(count, generator=chance) + torch.rand(count, generator=chance)
        u = (places / count).clamp(1e-4, 1 - 1e-4)
        left_out = torch.rand(count, generator=chance) < self._fit.caption_dropout
        self._leave_out(example, left_out.nonzero().flatten().tolist())
        return example, noise.to(device), u.to(device)

    def _leave_out(self, example: Example, rows: Sequence[int]) -> None:
        if not rows:
            return
        for key, value in self._job.trainee.blank(example, self._empty).items():
            example[key][list(rows)] = value.to(example[key])

    def look_ahead(self) -> None:
        """One pass at the largest shape, of which nothing stays; told in one line."""
        lessons = (*self._job.lessons.own, *self._job.lessons.prior)
        worst = max(lessons, key=lambda each: math.prod(shape_of(each.clip)))

        def work() -> None:
            self._backward(0, [worst] * self._fit.batch)
            self._optimizer.zero_grad()

        width, height, frames = shape_of(worst.clip)
        shape, device = f"{width}x{height}, {frames} frames", self._accelerator.device
        trained = sum(parameter.numel() for parameter in self.parameters)
        self._job.tell.say(look_ahead(work, shape, self._fit, trained, device).line)

    def finish(self) -> None:
        """Leave the average on the model, where one is kept."""
        put_back(self.parameters, self.average.values or self.parameters)


class Watch:
    """Looks at the adapter from time to time: the loss on clips held out, and sample clips."""

    def __init__(self, job: Job, fitting: Fitting, journal: Journal) -> None:
        self._job, self._fitting, self._journal = job, fitting, journal
        self._examples = [job.encoded.example(each) for each in job.lessons.held_out]

    def look(self) -> None:
        """Whatever is due after as many steps as are done."""
        watch, done = self._job.recipe.watch, self._fitting.done
        is_end = done in (0, self._job.recipe.fit.steps)
        with self._fitting.average.shown():
            if self._examples and (is_end or done % watch.held_out_every == 0):
                self._measure(watch.quantiles)
            if watch.sample_every and (is_end or done % watch.sample_every == 0):
                self._job.show(self._journal, done)
        if is_end:
            self._journal.flush()

    def _measure(self, quantiles: Sequence[float]) -> None:
        job, done = self._job, self._fitting.done
        device = job.accelerator.device
        shown = ({key: value.to(device) for key, value in each.items()} for each in self._examples)
        table = losses_of(job.trainee, shown, quantiles)
        by_quantile = [fmean(column) for column in zip(*table, strict=True)]
        mean = fmean(by_quantile)
        self._journal.note(done, held_out=mean, held_out_by_quantile=by_quantile)
        job.tell.say(f"{job.lessons.label}: step {done}, held-out loss {mean:.4f}")


def fit(job: Job, *, resume: bool, stop: Callable[[], bool]) -> None:
    """Fit one adapter and leave it on the model, by its average where one is kept.

    Raises StoppedError, with a checkpoint, once `stop()` is true, and BackendError when the loss
    is no number any more.
    """
    fitting = Fitting(job)
    if resume and job.checkpoint.exists():
        fitting.take_up()
    fitting.look_ahead()
    is_main = job.accelerator.is_main_process
    with Journal(job.folder, fitting.done) if is_main else nullcontext() as journal:
        watch = Watch(job, fitting, journal) if journal else None
        if watch and not fitting.done:
            watch.look()
        turns = fitting.turns()
        while fitting.done < job.recipe.fit.steps:
            _advance(job, fitting, turns, journal)
            if watch:
                watch.look()
            _keep(job, fitting, stop)
    fitting.finish()


def _advance(job: Job, fitting: Fitting, turns: Turns, journal: Journal | None) -> None:
    """One step, checked and noted."""
    began, rate = time.perf_counter(), rate_at(job.recipe.fit, fitting.done)
    loss, norm = fitting.step(turns)
    if not math.isfinite(loss):
        raise BackendError(
            f"{job.lessons.label}: the loss of step {fitting.done} is {loss}. Try a smaller "
            f'learning_rate (now {rate:g}), or dtype = "bfloat16" or "float32" in [fit].'
        )
    if journal:
        seconds = round(time.perf_counter() - began, 4)
        told = {"loss": loss, "learning_rate": rate, "grad_norm": norm, "seconds": seconds}
        journal.note(fitting.done, **told)
        job.tell.step(job.lessons.label, fitting.done, job.recipe.fit.steps, loss)


def _keep(job: Job, fitting: Fitting, stop: Callable[[], bool]) -> None:
    """A checkpoint where one is due, and the end when somebody asked for it."""
    asked = _asked(job.accelerator, stop)
    due = fitting.done % job.recipe.fit.checkpoint_every == 0
    if job.accelerator.is_main_process and (asked or due):
        fitting.keep()
    if asked and fitting.done < job.recipe.fit.steps:
        raise StoppedError(
            f"{job.lessons.label}: stopped after step {fitting.done} of {job.recipe.fit.steps}; "
            f"its state is kept. Go on with the same command and --resume."
        )


def _asked(accelerator: Any, stop: Callable[[], bool]) -> bool:
    """Whether any process was asked to stop; all must hear of it, or they would wait for ever."""
    if accelerator.num_processes == 1:
        return stop()
    asked = torch.tensor([float(stop())], device=accelerator.device)
    return bool(accelerator.gather(asked).sum() > 0)
