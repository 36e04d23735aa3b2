"""Pages from templates, in the dreamer's language."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import ua_parser
from fastapi import Request
from fastapi.templating import Jinja2Templates
from starlette.responses import Response

from mongyudo.diary import voice
from mongyudo.diary.films import OPEN_STATES
from mongyudo.diary.routes import ways
from mongyudo.journey.routes import LOCAL
from mongyudo.keys import PLACES
from mongyudo.policy.label import REASONS_KO, VISIBLE_MARK
from mongyudo.records import (
    CATEGORIES,
    CLOTHES,
    EMOTIONS,
    FIGURES,
    HAIRS,
    MOST_SEGMENTS,
    STYLES,
)
from mongyudo.settings import load_settings
from mongyudo.web.forms import beginnings

WEB = Path(str(files("mongyudo.web")))


def _words(name: str) -> dict[str, str]:
    return tomllib.loads((WEB / name).read_text(encoding="utf-8"))


ENGLISH = _words("english.toml")
"""English for the Korean that stands in the templates, and for values that are Korean."""
KOREAN: dict[str, str] = {str(name): ko for name, ko in REASONS_KO.items()} | _words("korean.toml")
"""Korean for values that are English; what is not in it is Korean already."""
LANGUAGES = ("ko", "en")
DAYS_KO = "월화수목금토일"
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
COOKIE = "language"


def language_of(request: Request) -> str:
    """Korean, unless the dreamer or the browser asks for English before it."""
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    accepted = request.headers.get("accept-language", "ko").lower()
    wished = [part.strip()[:2] for part in accepted.split(",")]
    return next((language for language in wished if language in LANGUAGES), "ko")


def page(request: Request, name: str, *, status: int = 200, **values: Any) -> Response:
    """The page `name` with `values`."""
    language = language_of(request)
    told = {name: one_of(language, values[name]) for name in TOLD if values.get(name)}
    context = {
        "_": english if language == "en" else korean,
        "language": language,
        "caller": request.scope.get("caller"),
        **values,
        **told,
    }
    return templates.TemplateResponse(request, name, context, status_code=status)


def said_day(language: str, day: date) -> str:
    """A day as people say it: 2026년 11월 29일 일요일; Sunday 29 November 2026."""
    if language == "en":
        return f"{DAYS_EN[day.weekday()]} {day.day} {MONTHS_EN[day.month - 1]} {day.year}"
    return f"{day.year}년 {day.month}월 {day.day}일 {DAYS_KO[day.weekday()]}요일"


def said_month(language: str, day: date) -> str:
    """A month as people say it: 2026년 11월; November 2026."""
    if language == "en":
        return f"{MONTHS_EN[day.month - 1]} {day.year}"
    return f"{day.year}년 {day.month}월"


def said_program(agent: str) -> str:
    """What a browser calls itself, as people say it: Chrome Mobile · Android; "" when unknown."""
    found = ua_parser.parse(agent)
    families = (found.user_agent, found.os)
    return " · ".join(each.family for each in families if each is not None)


def one_of(language: str, told: str) -> str:
    """The Korean of `한국어 (English)`, or its English; what is in one language alone as it is."""
    found = _BOTH.fullmatch(told)
    return told if found is None else found[2 if language == "en" else 1]


_BOTH = re.compile(r"(.*[가-힣].*) \(([^()가-힣]*[A-Za-z]{2}[^()가-힣]*)\)", re.DOTALL)
TOLD = ("fault", "detail")
"""Values of a page that are an error's own words, in both languages."""


def route_of(manifest: dict[str, Any]) -> tuple[str, str]:
    """A film's route, and who was paid on it, "" for nobody."""
    sellers = {
        str(told["provider"])
        for shot in manifest["shots"]
        for told in (shot, shot.get("still"))
        if isinstance(told, dict) and told.get("provider")
    }
    return manifest.get("route", LOCAL), ", ".join(sorted(map(_title_of, sellers)))


def _title_of(provider: str) -> str:
    """The name of a provider as people write it."""
    return next((p.title for name, p in PLACES.items() if name == provider), provider)


def names_drawn(shot: dict[str, Any]) -> list[str]:
    """The keywords that a shot shows, each once; with what is drawn in the stead of some."""
    told = ((each["keyword"], each.get("instead", "")) for each in shot["drawn"])
    return list(dict.fromkeys(f"{word} → {shown}" if shown else word for word, shown in told))


templates = Jinja2Templates(WEB / "templates")
templates.env.globals |= {
    "EMOTIONS": EMOTIONS,
    "MOST_SEGMENTS": MOST_SEGMENTS,
    "CATEGORIES": CATEGORIES,
    "STYLES": STYLES,
    "FIGURES": FIGURES,
    "CLOTHES": CLOTHES,
    "HAIRS": HAIRS,
    "OPEN_STATES": OPEN_STATES,
    "MARK": VISIBLE_MARK,
    "MOST_VOICE_S": voice.MOST_S,
    "beginnings": beginnings,
    "moderated": lambda: load_settings().policy_moderation != "off",
    "ways": lambda: ways(load_settings()),
    "route_of": route_of,
    "current_day": date.today,
    "names_drawn": names_drawn,
    "one_of": one_of,
    "language_of": language_of,
    "said_day": said_day,
    "said_month": said_month,
    "said_program": said_program,
}


def english(word: str) -> str:
    """The English of what stands in a template; a KeyError for what has none, found by a test."""
    return ENGLISH[word]


def korean(word: str) -> str:
    """The Korean of a value."""
    return KOREAN.get(word, word)
