"""`mongyudo data`: sets of clips to train on."""

import json
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from mongyudo.cli.film import BAR_DELAY_S, SizeType
from mongyudo.cli.progress import bar as progress_bar
from mongyudo.errors import DataError, UsageError
from mongyudo.records import CATEGORIES, EMOTIONS
from mongyudo.settings import load_settings

if TYPE_CHECKING:
    from mongyudo.records import Method
    from mongyudo.training.prepare import Reason
    from mongyudo.training.prepared import PreparedSet

MOST_IN_VIDEO = 20
"""Clips in the debug video unless others are named."""
KEEP = ("frozen", "shaking", "hidden-cut", "text", "duplicate")


@click.group("data")
def command() -> None:
    """학습용 영상 조각을 모으고 다듬습니다. Sets of clips to train on."""


@command.command("demo")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("clips"), show_default=True,
    help="Folder for the clips.",
)  # fmt: skip
@click.option(
    "--by", type=click.Choice(["emotion", "category"]), default="emotion", show_default=True,
    help="What gives each clip its look.",
)  # fmt: skip
@click.option(
    "--per-label", "--per-emotion", "per_label", type=click.IntRange(1, 110), default=40,
    show_default=True, help="Clips of each label; a category has scenes for fewer.",
)  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True)
def demo(out: Path, by: "Method", per_label: int, seed: int) -> None:
    """감정(분류)마다 다른 먹그림 조각을 그립니다. Draw a labelled set of clips in ink."""
    from mongyudo.training.demo.clipset import demo_set

    with progress_bar(unit="clip", desc="그리기 drawing") as bar:

        def drawn(done: int, every: int) -> None:
            bar.total = every
            bar.update(done - bar.n)

        clips = demo_set(out, per_label, seed, progress=drawn, by=by)
    recipe = "demo" if by == "emotion" else "demo-categories"
    click.echo(
        f"{out}: 조각 {len(clips)}개를 그렸습니다. ({len(clips)} clips drawn. "
        f"Next: mongyudo train run recipes/{recipe}.toml --data {out})",
        err=True,
    )


@command.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The set.")
@click.option("--source", default="", help="Where the videos come from, where they don't say.")
@click.option("--licence", default="", help="Under which terms they may be trained on.")
@click.option("--emotion", type=click.Choice(EMOTIONS), help="Emotion of those without one.")
@click.option("--category", type=click.Choice(CATEGORIES), help="Category of those without one.")
@click.option("--link", is_flag=True, help="Link to the videos instead of copying them.")
def import_(
    folder: Path,
    output: Path,
    *,
    source: str,
    licence: str,
    emotion: str | None,
    category: str | None,
    link: bool,
) -> None:
    """영상 폴더를 학습용 모음에 넣습니다. Bring a folder of videos into a set."""
    from mongyudo.training.clips import listed
    from mongyudo.training.importing import bring_in, look_at

    findings = look_at(folder)
    defaults = {"source": source, "licence": licence}
    for field in findings.lacking:
        defaults[field] = defaults[field].strip() or _ask(field)
    defaults |= {"emotion": emotion or "", "category": category or ""}
    added = bring_in(findings, output, defaults=defaults, link=link)
    click.echo(
        f"{output}: 영상 {len(added)}개를 넣었습니다. ({len(added)} videos added.)", err=True
    )
    if findings.unlisted:
        names = [str(path.relative_to(folder)) for path in findings.unlisted]
        click.echo(f"left out, as the list does not name them: {listed(names)}", err=True)
    bare = [clip.file for clip in added if not clip.caption]
    if bare:
        click.echo(
            f"설명이 없는 영상: {listed(bare)}. 하나씩 적어 주세요: mongyudo data label {output} "
            "(These have no caption: write one each.)",
            err=True,
        )


def _ask(field: str) -> str:
    """The source or licence, from whoever sits there; raises UsageError when nobody does."""
    questions = {
        "source": "이 영상은 어디서 왔습니까? (Where do these videos come from?)",
        "licence": "어떤 이용 허락으로 학습에 씁니까? (Under which licence may we train on them?)",
    }
    if not sys.stdin.isatty():
        raise UsageError(
            f"the videos' {field} is not known, and training without it may break somebody's "
            f"rights. Say it with --{field}, or in the list's column {field!r}."
        )
    answer: str = click.prompt(questions[field])
    return answer.strip()


@command.command("prepare")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The prepared set."
)
@click.option("--backend", required=True, help="The model; see `mongyudo backends`.")
@click.option("--size", "size_px", type=SizeType(), help="Instead of the model's own sizes.")
@click.option("--frames", type=click.IntRange(1), help="Frames of a whole clip.")
@click.option("--fps", type=click.IntRange(1), help="24 to 36 where motion matters.")
@click.option(
    "--keep", multiple=True, type=click.Choice(KEEP), help="Keep what this reason would leave out."
)
@click.option("--method", type=click.Choice(["emotion", "category"]), help="Labels to insist on.")
def prepare(
    folder: Path,
    output: Path,
    *,
    backend: str,
    size_px: tuple[int, int] | None,
    frames: int | None,
    fps: int | None,
    keep: tuple[str, ...],
    method: str | None,
) -> None:
    """모델에 맞게 자르고 고릅니다. Cut, check and convert a set for one model."""
    from mongyudo.backends.registry import get
    from mongyudo.training.prepare import Wishes
    from mongyudo.training.prepare import prepare as run

    overruled = cast("frozenset[Reason]", frozenset(keep))
    wishes = Wishes(size_px, frames, fps, overruled, cast("Method | None", method))
    with progress_bar(
        total=1000,
        unit="‰",
        desc="마련하기 preparing",
        delay=BAR_DELAY_S,
        bar_format="{desc} {percentage:3.0f}% {bar} {elapsed}",
    ) as bar:

        def heard(file: str, share: float) -> None:
            bar.set_description_str(Path(file).name[-28:] or "마련하기 preparing", refresh=False)
            bar.update(round(share * 1000) - bar.n)

        found = run(folder, output, get(backend).spec, wishes, heard)
    _tell(found)


def _tell(found: "PreparedSet") -> None:
    made = found.made
    click.echo(
        f"{found.folder}: 조각 {len(found.clips)}개를 마련했습니다. ({len(found.clips)} clips from "
        f"{made['videos']} videos: "
        f"{', '.join(f'{name}: {count}' for name, count in made['buckets'].items())})",
        err=True,
    )
    if made["rejected"]:
        told = ", ".join(f"{reason} {count}" for reason, count in made["rejected"].items())
        click.echo(f"left out: {told}. Why: mongyudo data inspect {found.folder}", err=True)
    if made["shared_captions"]:
        click.echo(f"{made['shared_captions']} clips share a caption with another one", err=True)


@command.command("label")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from-captions", is_flag=True, help="Read labels that are missing from captions.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="By default a free one.")
@click.option("--open/--no-open", "opens", default=True, help="Open the page in a browser.")
def label(folder: Path, *, from_captions: bool, port: int, opens: bool) -> None:
    """조각에 감정과 분류를 붙입니다. Label clips on a page of this machine, or from captions."""
    from mongyudo.training.clips import listed
    from mongyudo.training.labelling import LabelServer, LabelSet, label_from_captions

    if from_captions:
        done = label_from_captions(folder)
        click.echo(
            f"{folder}: 조각 {len(done.changed)}개에 이름을 붙였습니다. (labelled)", err=True
        )
        if done.left:
            names = [file for file, _ in done.left]
            raise DataError(f"not labelled, no Korean caption: {listed(names)}")
        return
    try:
        server = LabelServer(LabelSet(folder), port)
    except OSError as error:
        raise UsageError(
            f"port {port} cannot be used: {error.strerror}. Leave --port out."
        ) from error
    with server:
        click.echo(server.url)
        click.echo("Ctrl-C로 끝냅니다. 고친 것은 바로 저장됩니다. (Saved at once.)", err=True)
        if opens:
            webbrowser.open(server.url)
        with suppress(KeyboardInterrupt):
            server.serve_forever()


@command.command("find")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("source", required=False, metavar="[TEXT | FILE | -]")
@click.option("-n", "--limit", type=click.IntRange(1), default=5, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="A JSON list on stdout.")
def find(folder: Path, source: str | None, *, limit: int, as_json: bool) -> None:
    """꿈에 어울리는 조각을 찾습니다. The clips of a set that fit a dream best."""
    from mongyudo.backends.library import rank, read_library, wish_of
    from mongyudo.cli.source import dream_from
    from mongyudo.reading import read

    references = read_library(folder)
    wish = wish_of(read(dream_from(source), lexicon_dir=load_settings().lexicon_dir))
    ranked = rank(references, wish)[:limit]
    rows = [
        {
            "clip": each.reference.id,
            "score": each.score,
            "matched": list(each.matched),
            "caption": each.reference.caption,
            "emotion": each.reference.emotion,
            "category": each.reference.category,
        }
        for each in ranked
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for each in ranked:
        told = f"{each.reference.caption[:60]:<60}  {' '.join(each.matched)}"
        click.echo(f"{each.score:6.2f}  {each.reference.id:<32} {told}")
    if not ranked:
        click.echo("어울리는 조각이 없습니다. (No clip fits.)", err=True)


@command.command("inspect")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The page.")
@click.option("--video", type=click.Path(path_type=Path), help="Also a video of what is seen.")
@click.option("--id", "ids", multiple=True, help="Clips of that video; by default the first 20.")
def inspect(folder: Path, output: Path | None, *, video: Path | None, ids: tuple[str, ...]) -> None:
    """무엇이 어떻게 되었는지 보여 줍니다. A page about each clip of a prepared set."""
    from mongyudo.training.inspecting import REPORT, write_report, write_video
    from mongyudo.training.prepared import read_prepared

    found = read_prepared(folder)
    unknown = set(ids) - {clip.id for clip in found.clips}
    if unknown:
        raise UsageError(f"{folder} has no clip {', '.join(sorted(unknown))}")
    click.echo(str(write_report(found, output or folder / REPORT)))
    if video is not None:
        chosen = [clip for clip in found.clips if not ids or clip.id in ids]
        write_video(chosen if ids else chosen[:MOST_IN_VIDEO], video)
        click.echo(str(video))
