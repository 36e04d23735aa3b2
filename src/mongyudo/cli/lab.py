"""`mongyudo lab`: questions answered with figures."""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from tqdm import tqdm

from mongyudo.cli.film import SizeType
from mongyudo.cli.progress import bar as progress_bar

if TYPE_CHECKING:
    from mongyudo.lab.questions import Asked
    from mongyudo.lab.runs import Run

VOTES = "votes"


class Lab(click.Group):
    """The commands of this file, and one for each question that lies in the lab's folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names."""
        from mongyudo.lab.questions import names

        return sorted({*super().list_commands(ctx), *names()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        from mongyudo.lab.questions import names

        found = super().get_command(ctx, cmd_name)
        return found or (_asking(cmd_name) if cmd_name in names() else None)


@click.group("lab", cls=Lab)
def command() -> None:
    """무엇이 더 나은지 재어 봅니다. Questions answered with figures, a page each."""


def _asking(name: str) -> click.Command:
    """The command that asks a question."""
    from mongyudo.lab.questions import question

    asked = question(name)
    text = f"{asked.ko} {asked.en}\n\nDREAMS is a test set by name, or a file of dreams with gold."
    options: list[Callable[[Any], Any]] = [
        click.argument("dreams", default="themes"),
        *(
            [click.option("--backend", multiple=True, help="Who films; several times for several.")]
            if asked.backends else []
        ),
        click.option("--weights", metavar="DIR_OR_HUB_ID", help="Weights of an open model."),
        click.option("--limit", type=click.IntRange(min=1), help="The first so many dreams."),
        click.option(
            "--clips", type=click.IntRange(min=0), default=12, show_default=True,
            help="Of so many dreams clips are filmed.",
        ),
        click.option("--size", "size_px", type=SizeType(), help="Of a clip, for instance 384x216."),
        click.option("--seconds", type=click.FloatRange(min=0.1), help="Of a clip."),
        *(
            click.option(
                f"--{own}", type=click.Path(path_type=Path), help=each.help, required=each.required
            )
            for own, each in asked.takes.items()
        ),
        click.option(
            "-o", "--out", type=click.Path(path_type=Path), help="Folder of the run.",
        ),
        click.option("--json", "as_json", is_flag=True, help="Print answer.json on stdout."),
    ]  # fmt: skip

    def ask(**given: Any) -> None:
        _ask(name, **given)

    for option in reversed(options):
        ask = option(ask)
    return click.command(name, help=text)(ask)


def _ask(name: str, *, out: Path | None, as_json: bool, **given: Any) -> None:
    """Film, score and answer; say where the page is."""
    from mongyudo.backends.registry import get
    from mongyudo.journey.geometry import film_shape
    from mongyudo.lab.questions import question
    from mongyudo.lab.runs import open_run

    asked = _asked(name, **given)
    for backend in asked.backends:  # before the first of them films
        film_shape(get(backend).spec, asked.size_px, None, asked.seconds)
    run = open_run(out or Path("lab") / name, name, asked.config(), asked.reach(), asked.given)
    if asked.filmed:
        with progress_bar(total=question(name).count(asked), desc="영상 clips", unit="") as bar:
            question(name).make(run, asked, lambda: _step(bar))
    page = _answer(run, asked)
    told = (page.parent / "answer.json").read_text(encoding="utf-8")
    click.echo(told if as_json else str(page))


def _step(bar: "tqdm[Any]") -> None:
    bar.update()


def _asked(name: str, **told: Any) -> "Asked":
    """What the options of a question's command ask."""
    from mongyudo.journey.choices import options_from
    from mongyudo.lab.dreams import read_gold, testset
    from mongyudo.lab.questions import Asked, question
    from mongyudo.settings import load_settings

    about = question(name)
    named = {own: told.get(own) for own in about.takes}
    return Asked(
        testset=told["dreams"],
        dreams=read_gold(testset(told["dreams"]), told["limit"]),
        backends=told.get("backend") or about.backends,
        clips=told["clips"],
        options=options_from(load_settings(), told["weights"] or ""),
        size_px=told["size_px"],
        seconds=told["seconds"],
        given={own: about.takes[own].read(path) for own, path in named.items() if path},
    )


def _answer(run: "Run", asked: "Asked") -> Path:
    """Score the run anew and write its page, with the votes that lie in it."""
    from mongyudo.lab.answering import answer, score_run
    from mongyudo.lab.page import write_page
    from mongyudo.lab.questions import question
    from mongyudo.lab.votes import read_votes, strengths

    about = question(run.about["question"])
    with progress_bar(desc="채점 scores", unit="") as bar:
        scores = score_run(run, about, asked, lambda: _step(bar))
    votes = read_votes(sorted((run.folder / VOTES).glob("*.json")), run.id)
    return write_page(run, about, asked, answer(about, scores), strengths(votes))


def _asked_in(run: "Run") -> "Asked":
    """What a run was asked, from its folder."""
    config, reach = run.about["config"], run.about["reach"]
    asked = _asked(
        run.about["question"],
        dreams=config["testset"],
        backend=tuple(config["backends"]),
        weights=config["weights"],
        limit=reach["dreams"],
        clips=reach["clips"],
        size_px=config["size_px"] and tuple(config["size_px"]),
        seconds=config["seconds"],
    )
    return replace(asked, given=run.given())


@command.command("score")
@click.argument("run", type=click.Path(path_type=Path))
def score(run: Path) -> None:
    """다시 채점합니다. Score a run again, without filming, and write its page."""
    from mongyudo.lab.runs import read_run

    opened = read_run(run)
    click.echo(str(_answer(opened, _asked_in(opened))))


@command.command("summaries")
@click.argument("dreams", default="themes")
@click.option("--limit", type=click.IntRange(min=1), help="The first so many dreams.")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), required=True,
    help="File to write; dreams that stand in it are not asked for again.",
)  # fmt: skip
def summaries(dreams: str, limit: int | None, out: Path) -> None:
    """언어 모델이 요약합니다. Summaries by the language model of the settings.

    For `lab prompts --summaries`. DREAMS is a test set by name, or a file of dreams with gold.
    """
    from mongyudo.chat import model_from, what_leaves
    from mongyudo.errors import ProviderError
    from mongyudo.lab.dreams import read_gold, testset
    from mongyudo.lab.llm_summaries import line_of, summarise_with
    from mongyudo.lab.questions.prompts import summaries_in
    from mongyudo.settings import load_settings

    model = model_from(load_settings())
    click.echo(what_leaves(model.server), err=True)
    told = summaries_in(out) if out.exists() else {}
    wanted = [each.dream for each in read_gold(testset(dreams), limit) if each.dream.id not in told]
    faults = 0
    with out.open("a", encoding="utf-8") as file:
        shown = progress_bar(iterable=wanted, total=len(wanted), desc="요약 summaries", unit="")
        for dream in shown:
            try:
                line = line_of(summarise_with(model, dream))
            except ProviderError as error:
                faults += 1
                tqdm.write(str(error), file=sys.stderr)
                continue
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            file.flush()
    click.echo(str(out))
    if faults:
        raise ProviderError(f"{faults} of {len(wanted)} dreams have no summary: run it again")


@command.command("votes")
@click.argument("run", type=click.Path(path_type=Path))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def votes(run: Path, files: tuple[Path, ...]) -> None:
    """투표를 모읍니다. Take in what voters have downloaded, and write the page again."""
    from mongyudo.lab.runs import read_run
    from mongyudo.lab.votes import read_votes
    from mongyudo.training.verify.report import replace_text

    opened = read_run(run)
    read_votes(files, opened.id)  # all of them, before any is taken in
    (run / VOTES).mkdir(exist_ok=True)
    for file in files:
        replace_text(run / VOTES / file.name, file.read_text(encoding="utf-8"))
    click.echo(str(_answer(opened, _asked_in(opened))))


@command.command("diff")
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
def diff(before: Path, after: Path) -> None:
    """두 결과를 견줍니다. What two runs tell differently, measure by measure."""
    from mongyudo.lab.answering import differing
    from mongyudo.lab.runs import read_run

    lines = list(differing(read_run(before), read_run(after)))
    click.echo("\n".join(lines) if lines else "같습니다. The same.")


@command.command("learned")
@click.argument("runs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("lab"), show_default=True,
    help="Folder for learned.html and learned.json.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print learned.json on stdout.")
def learned(runs: tuple[Path, ...], out: Path, *, as_json: bool) -> None:
    """배웠나? 판정을 한눈에. Did it learn? All verdicts on adapters, over time.

    RUNS are folders that `mongyudo train verify` has judged.
    """
    from mongyudo.lab.learned import as_json as told_of
    from mongyudo.lab.learned import lines, read_all
    from mongyudo.lab.report import write
    from mongyudo.training.verify.outcome import STATE_WORDS

    found = read_all(runs)
    adapters = lines(found)
    told = told_of(found, adapters)
    page = write(out, "learned", told, found=found, lines=adapters, states=STATE_WORDS)
    click.echo(json.dumps(told, ensure_ascii=False) if as_json else str(page))
