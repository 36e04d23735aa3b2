"""First frames that are bought: OpenAI's, Runway's, or those of a proxy of the user's own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mongyudo.backends.contract import Options, Readiness, unheard
from mongyudo.backends.diffusion.prompting import Written, write
from mongyudo.backends.diffusion.release import Habit
from mongyudo.backends.hosted import mj, openai_images, prices
from mongyudo.backends.hosted.consent import (
    INSTALL,
    insist_on_consent,
    key_fault,
    not_ready,
    told_of,
)
from mongyudo.backends.hosted.discretion import discreet
from mongyudo.backends.hosted.ledger import ledger_of
from mongyudo.backends.hosted.paying import Provider, Wanted, buy
from mongyudo.backends.hosted.prices import Price
from mongyudo.backends.hosted.runway import PROMPT_UNITS, Runway, units_of
from mongyudo.records import Shot
from mongyudo.settings import load_settings

RUNWAY_MODEL = "gen4_image"
RUNWAY_RATIOS = ((1920, 1080), (1080, 1920), (1440, 1080), (1080, 1440), (1080, 1080), (2112, 912))
OPENAI_STEP_PX = 16
OPENAI_SIDE_PX = 1536
"""The longer side of a picture of OpenAI's; sides are multiples of 16."""
MJ_CHARS = 1000
HABIT = Habit(long=True)


@dataclass(frozen=True, slots=True)
class Source:
    """Who paints for money: the package it needs, how it is asked, what a picture costs."""

    title: str
    package: str
    provider: Callable[[], Provider]
    request: Callable[[Shot, Options], tuple[dict[str, Any], Written]]
    model: str
    price: Callable[[], Price]


def _runway_request(shot: Shot, options: Options) -> tuple[dict[str, Any], Written]:
    written = write(shot, HABIT, PROMPT_UNITS, units_of, raw=options.raw_prompt)
    width, height = nearest(RUNWAY_RATIOS, shot.size_px)
    arguments = {
        "model": RUNWAY_MODEL,
        "prompt_text": written.prompt,
        "ratio": f"{width}:{height}",
        "seed": shot.seed,
    }
    return {"endpoint": "text_to_image", "arguments": arguments}, written


def _openai_request(shot: Shot, options: Options) -> tuple[dict[str, Any], Written]:
    """OpenAI takes no seed: it stands in the key alone, so that another seed is another picture."""
    written = write(shot, HABIT, openai_images.MOST_CHARS, len, raw=options.raw_prompt)
    scale = OPENAI_SIDE_PX / max(shot.size_px)
    width, height = (
        max(OPENAI_STEP_PX, round(side * scale / OPENAI_STEP_PX) * OPENAI_STEP_PX)
        for side in shot.size_px
    )
    request = {
        "model": openai_images.MODEL,
        "prompt": written.prompt,
        "size": f"{width}x{height}",
        "quality": "medium",
        "output_format": "png",
        "n": 1,
    }
    return request, written


def _mj_request(shot: Shot, options: Options) -> tuple[dict[str, Any], Written]:
    written = write(shot, HABIT, MJ_CHARS, len, raw=options.raw_prompt)
    width, height = shot.size_px
    flags = f" --ar {width}:{height} --seed {shot.seed}"
    return {"prompt": written.prompt + flags}, written


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        "openai": Source(
            openai_images.TITLE, "openai", openai_images.OpenAIImages, _openai_request,
            openai_images.MODEL, lambda: prices.openai_picture(openai_images.MODEL),
        ),
        "runway": Source(
            "Runway", "runwayml", Runway, _runway_request,
            RUNWAY_MODEL, lambda: prices.runway_picture(RUNWAY_MODEL),
        ),
        "mj": Source(
            mj.TITLE, "httpx", mj.MjProxy, _mj_request, "midjourney", prices.mj_picture,
        ),
    }
)  # fmt: skip
"""Names of `Options.still` that cost money."""


def fault(name: str) -> Readiness | None:
    """Why the source `name` cannot be asked, None when it can; no network."""
    source = SOURCES[name]
    if any(find_spec(package) is None for package in (source.package, "PIL")):
        reason = f"the still's package {source.package} is not installed"
        return not_ready(reason, INSTALL)
    if name == "mj":
        remedy = f"Set mj_url to a proxy of your own. {mj.WARNING}"
        reason = "the still's proxy is not known (mj_url is not set)"
        return None if load_settings().mj_url else not_ready(reason, remedy)
    return key_fault("openai" if name == "openai" else "runway")


def buy_still(
    shot: Shot, options: Options, cancelled: Callable[[], bool]
) -> tuple[Path, dict[str, object]]:
    """A bought picture for `shot` and what the manifest says of it.

    Raises ProviderError, BudgetError, RenderCancelledError.
    """
    source = SOURCES[options.still]
    request, written = source.request(discreet(shot)[0], options)
    price = source.price()
    insist_on_consent(options, price.usd)
    settings = load_settings()
    wanted = Wanted(
        request, source.model, shot.index, shot.seed, price.usd, settings.budget_day_usd, ".png"
    )
    ledger = ledger_of(settings)
    try:
        bought = buy(wanted, source.provider(), ledger, cancelled, unheard)
    finally:
        ledger.close()
    told = {"from": options.still, "prompt": written.prompt, "cut": list(written.cut)}
    return bought.path, told | told_of(bought)


def nearest(sizes: tuple[tuple[int, int], ...], wished: tuple[int, int]) -> tuple[int, int]:
    """The size whose shape is most like the wished one's."""

    def unlike(size: tuple[int, int]) -> float:
        ratio = size[0] / size[1] / (wished[0] / wished[1])
        return max(ratio, 1 / ratio)

    return min(sizes, key=unlike)
