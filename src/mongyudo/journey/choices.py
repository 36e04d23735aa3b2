"""What the dreamer chooses, and what follows from it before any work is done."""

import time
from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b
from pathlib import Path

from mongyudo.backends.contract import DEFAULT_OPTIONS, Options
from mongyudo.backends.hosted.bill import Bill, bill_of
from mongyudo.backends.registry import get
from mongyudo.chat import Model
from mongyudo.errors import SettingsError
from mongyudo.film.credentials import Seal, check_seal
from mongyudo.journey.geometry import FilmShape, film_shape
from mongyudo.journey.routes import LOCAL
from mongyudo.policy.combining import RULES_ALONE, Filters
from mongyudo.policy.frames import FramesCheck, unchecked
from mongyudo.reading import check_text
from mongyudo.records import (
    PLAIN_CARD,
    UNMENDED,
    Correction,
    Cut,
    Dream,
    Method,
    Style,
    StyleCard,
)
from mongyudo.settings import Settings, load_settings


@dataclass(frozen=True, slots=True)
class Choices:
    """What the dreamer may choose. `seed` None takes one from the text, the same each time.

    `fps`, `seconds` and `size_px` None leave it to the backend, which `options` opens.
    `card` is what the dreamer keeps the same through all films; `style` goes before its own.
    `correction` is what the dreamer mended of the reading. `model` is the language model that
    reads; None reads on this machine. `sheet` adds a contact sheet. With a `seal` the files are
    signed.
    """

    route: str = LOCAL
    backend: str = "ink"
    method: Method = "emotion"
    segments: int = 2
    cut: Cut = "both"
    style: Style = "ink"
    card: StyleCard = PLAIN_CARD
    size_px: tuple[int, int] | None = None
    fps: int | None = None
    seconds: float | None = None
    seed: int | None = None
    sound: bool = True
    burn_captions: bool = False
    sheet: bool = False
    lexicon_dir: Path | None = None
    filters: Filters = RULES_ALONE
    frames_check: FramesCheck = "auto"
    correction: Correction = UNMENDED
    model: Model | None = None
    options: Options = DEFAULT_OPTIONS
    seal: Seal | None = None


@dataclass(slots=True)
class Stopwatch:
    """When each stage was over, in seconds since the journey began."""

    began_s: float = field(default_factory=time.monotonic)
    stages_s: dict[str, float] = field(default_factory=dict)

    def note(self, stage: str) -> None:
        """Stage `stage` is reached or over now; only the first time counts."""
        self.stages_s.setdefault(stage, round(time.monotonic() - self.began_s, 3))


@dataclass(frozen=True, slots=True)
class Journey:
    """A dream under way: its choices made definite."""

    dream: Dream
    choices: Choices
    shape: FilmShape
    seed: int
    watch: Stopwatch


def set_out(dream: Dream, choices: Choices) -> Journey:
    """Check the text and the choices before any work.

    Raises InputError, UsageError for choices and for a seal that cannot sign, PolicyError for a
    check of frames that is required and cannot be made, or BudgetError.
    """
    watch = Stopwatch()
    check_text(dream.text)
    if choices.seal is not None:
        check_seal(choices.seal)
    spec = get(choices.backend).spec
    unchecked(trained=spec.trained, check=choices.frames_check)
    shape = film_shape(spec, choices.size_px, choices.fps, choices.seconds)
    bill_for(choices).insist(choices.options.agreed_usd, load_settings().budget_film_usd)
    seed = seed_of(dream.text) if choices.seed is None else choices.seed
    return Journey(dream, choices, shape, seed, watch)


def bill_for(choices: Choices) -> Bill:
    """What a film costs at most, before its dream is read: with as many scenes as may be."""
    backend = get(choices.backend)
    scenes = 1 if choices.method == "category" else choices.segments
    shape = film_shape(backend.spec, choices.size_px, choices.fps, choices.seconds)
    return bill_of(backend, choices.options, scenes, shape.most_s)


def seed_of(text: str) -> int:
    """A seed of 31 bits from the dream's own words: the same dream, the same film."""
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=4).digest()) >> 1


def seal_from(settings: Settings) -> Seal | None:
    """The seal that the settings name, if any; raises SettingsError for half of one."""
    certificate, key = settings.c2pa_certificate, settings.c2pa_key
    if certificate and key:
        return Seal(certificate, key)
    if certificate or key:
        missing = "c2pa_key" if certificate else "c2pa_certificate"
        raise SettingsError(f"{missing} is not set: signing needs a certificate and its key.")
    return None


def options_from(settings: Settings, weights: str = "", still: str | None = None) -> Options:
    """How backends are opened by default, with the `weights` and the `still` asked for."""
    shared = {
        f.name: getattr(settings, f.name) for f in fields(Options) if hasattr(settings, f.name)
    }
    licences = frozenset(settings.acknowledged_licences)
    options = Options(weights=weights, acknowledged=licences, **shared)
    return options if still is None else replace(options, still=still)
