"""`mongyudo film`: the whole journey."""

import json
import re
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import click

from mongyudo.chat import Model
from mongyudo.cli.judging import filters_for
from mongyudo.cli.progress import bar as progress_bar
from mongyudo.cli.reader import READER, reader_from, tell_reader
from mongyudo.cli.source import dream_from
from mongyudo.errors import MongyudoError, UsageError
from mongyudo.journey.routes import LOCAL, ROUTES
from mongyudo.records import MOST_SEGMENTS, SHAPES, STYLES, Dream, Film, ReadBy
from mongyudo.settings import Settings, load_settings

STAGES = {"reading": "읽기 reading", "painting": "그리기 painting", "joining": "잇기 joining"}
BAR_DELAY_S = 0.5
SHARES = {"reading": (0, 15), "painting": (15, 80), "joining": (95, 5)}


FROM_OPTIONS = (
    "route", "backend", "method", "segments", "cut", "style", "card", "size_px", "fps", "seconds",
    "seed",
)  # fmt: skip
FROM_SETTINGS = (
    "backend", "style", "fps", "seconds", "segments", "sound", "lexicon_dir", "frames_check",
)  # fmt: skip


class SizeType(click.ParamType[tuple[int, int]]):
    """`WxH` in pixels, or the name of a shape."""

    name = "WxH|SHAPE"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[int, int]:
        """`768x432` -> (768, 432), `tall` -> (432, 768)."""
        named = {name: size for name, size in SHAPES.items() if name == value}
        if named:
            return named[value]
        match = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", str(value))
        if match is None:
            self.fail(
                f"{value!r} is no size; write it as 768x432, or one of {', '.join(SHAPES)}",
                param,
                ctx,
            )
        return int(match[1]), int(match[2])


@click.command("film")
@click.argument("words", metavar="[TEXT | FILE | -]", nargs=-1)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path),
    help="Folder for the film; by default films/NAME.",
)  # fmt: skip
@click.option("--backend", help="Who films; see `mongyudo backends`.")
@click.option("--weights", metavar="DIR_OR_HUB_ID", help="Weights of an open model.")
@click.option(
    "--still", metavar="ink|openai|runway|mj|FILE|MODEL",
    help="First frame, where a model takes one.",
)  # fmt: skip
@click.option(
    "--route", type=click.Choice(list(ROUTES)),
    help="Preset: this machine, Runway, or a picture first that Runway sets in motion.",
)  # fmt: skip
@click.option("--yes", is_flag=True, help="Agree to what it costs.")
@click.option(
    "--method", type=click.Choice(["emotion", "category"]), default="emotion", show_default=True,
    help="What chooses the look; by category the dream stays one scene.",
)  # fmt: skip
@click.option(
    "--segments",
    type=click.IntRange(1, MOST_SEGMENTS),
    help=f"Scenes at most, 1-{MOST_SEGMENTS}; a short dream stays whole.",
)
@click.option(
    "--cut", type=click.Choice(["joined", "separate", "both"]), default="both", show_default=True,
    help="One film, a clip per scene, or both.",
)  # fmt: skip
@click.option("--style", type=click.Choice(STYLES), help="Material of the ink backend.")
@click.option(
    "--card", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Style card (TOML), or the film.json of a film whose look goes on.",
)  # fmt: skip
@click.option(
    "--size", "size_px", type=SizeType(),
    help=f"Frame size, for instance 768x432, or {', '.join(SHAPES)}.",
)  # fmt: skip
@click.option("--fps", type=int, help="Frames per second.")
@click.option(
    "--seconds",
    type=float,
    help="Length of a scene; by default as long as it takes to read, 4 to 10 (ink).",
)
@click.option("--seed", type=int, help="0 or more; by default taken from the dream's words.")
@click.option(
    "--captions", type=click.Choice(["file", "burn"]), default="file", show_default=True,
    help="Beside the film, or also in its picture.",
)  # fmt: skip
@click.option("--sound/--no-sound", default=None, help="Music, and the sounds of what is seen.")
@click.option("--sheet", is_flag=True, help="Also sheet.jpg: the film at a glance.")
@READER
@click.option("--json", "as_json", is_flag=True, help="Print film.json on stdout.")
def command(words: tuple[str, ...], output: Path | None, *, as_json: bool, **options: Any) -> None:
    """꿈을 영상으로 만듭니다. Turn a dream into a film."""
    from mongyudo.cli.consent import agreed
    from mongyudo.pipeline import make_film

    choices = agreed(_choices(options, load_settings()), yes=options["yes"])
    dream = dream_from(_one(words))
    _tell_unchecked(choices)
    folder = output or _default_folder(dream)
    with _bar() as bar:
        film = make_film(dream, choices, folder, _shown_on(bar))
    _tell(film, as_json=as_json)


def _one(words: tuple[str, ...]) -> str | None:
    """The dream as one argument; raises UsageError for words that nobody quoted."""
    if len(words) > 1:
        raise UsageError(
            f"꿈을 따옴표로 묶어 주세요: mongyudo film '{' '.join(words)}' "
            f"(Quote the dream: one is one argument, and these are {len(words)}.)"
        )
    return words[0] if words else None


def _tell_unchecked(choices: Any) -> None:
    """Say so before a film whose frames nobody will look at."""
    from mongyudo.backends.registry import get
    from mongyudo.policy.frames import unchecked

    trained = get(choices.backend).spec.trained
    if why := unchecked(trained=trained, check=choices.frames_check):
        click.echo(f"화면을 검사하지 않습니다 (frames are not checked): {why}", err=True)


def _bar() -> Any:
    """A progress bar that stays away when an error comes at once."""
    form = "{desc} {bar} {n:3.0f}% {elapsed}"
    return progress_bar(total=100, bar_format=form, delay=BAR_DELAY_S)


def _usual_still(options: dict[str, Any], settings: Settings) -> str | None:
    """By category, the library's best clip gives the first frame where a library is at hand."""
    from mongyudo.backends.registry import get

    by_category = options["method"] == "category" and settings.library_dir is not None
    takes_one = get(options["backend"] or settings.backend).spec.takes != "text"
    return "library" if by_category and takes_one and not settings.still else None


def _routed(options: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """`options` with what the route fills in where nothing was said; a backend that is named
    leaves the settings' route."""
    from mongyudo.backends.registry import get

    name = options["route"] or (LOCAL if options["backend"] else settings.route)
    route = ROUTES[name]
    backend = options["backend"] or route.backend or None
    takes_one = get(backend or settings.backend).spec.takes != "text"
    still = options["still"] or (route.still if takes_one else "") or None
    reader = options["reader"] or route.reader or None
    return {**options, "route": name, "backend": backend, "still": still, "reader": reader}


def _choices(options: dict[str, Any], settings: Settings) -> Any:
    from mongyudo.backends.registry import get
    from mongyudo.journey.cards import load_card
    from mongyudo.journey.choices import Choices, options_from, seal_from

    options = _routed(options, settings)
    name = options["backend"] or settings.backend
    if options["weights"] is not None and not get(name).spec.takes_weights:
        raise UsageError(f"backend {name!r} takes no --weights")
    if options["still"] and get(name).spec.takes == "text":
        raise UsageError(
            f"backend {name!r} takes no --still: it films from words. `mongyudo backends` tells "
            f"which take a picture."
        )
    if options["seed"] is not None and not 0 <= options["seed"] < 2**31:
        raise UsageError(f"seed {options['seed']} is out of range: 0 to {2**31 - 1}. Try --seed 7.")
    given = {name: value for name, value in options.items() if value is not None}
    if options["card"] is not None:
        given["card"] = load_card(options["card"])
        given.setdefault("style", given["card"].style or settings.style)
    defaults = Choices(**{name: getattr(settings, name) for name in FROM_SETTINGS})
    return replace(
        defaults,
        burn_captions=options["captions"] == "burn",
        sheet=options["sheet"],
        seal=seal_from(settings),
        filters=filters_for(settings),
        sound=given.get("sound", settings.sound),
        model=_model(settings, options),
        options=options_from(
            settings,
            given.get("weights", ""),
            given.get("still") or _usual_still(options, settings),
        ),
        **{name: given[name] for name in FROM_OPTIONS if name in given},
    )


def _model(settings: Settings, options: dict[str, Any]) -> Model | None:
    """Who reads; for want of it the route is named, since nobody asked for a language model."""
    try:
        return reader_from(settings, options["reader"])
    except MongyudoError as error:
        route = ROUTES[options["route"]]
        if not route.reader:
            raise
        raise type(error)(
            f"--route {options['route']}: 언어 모델이 읽고 {route.backend}로 찍습니다. {error}"
        ) from error


def _default_folder(dream: Dream) -> Path:
    from mongyudo.film.folder import free_folder

    name = dream.id
    if name == "dream":
        name = f"dream-{blake2b(dream.text.encode(), digest_size=3).hexdigest()}"
    return free_folder(Path("films") / name)


def _shown_on(bar: Any) -> Any:
    def show(stage: str, share: float) -> None:
        start, width = SHARES[stage]
        is_next = bar.desc not in ("", STAGES[stage])
        bar.set_description_str(STAGES[stage], refresh=is_next)
        bar.update(start + width * share - bar.n)

    return show


def _tell(film: Film, *, as_json: bool) -> None:
    manifest = json.loads((film.folder / "film.json").read_text(encoding="utf-8"))
    tell_reader(ReadBy(**manifest["reading"]["read_by"]))
    if as_json:
        click.echo(json.dumps(manifest, ensure_ascii=False))
        return
    click.echo(f"{film.joined or film.folder}")
    missing = [word for shot in manifest["shots"] for word in shot["missing"]]
    if missing:
        click.echo(f"그리지 못한 것 (not drawn): {', '.join(missing)}", err=True)
