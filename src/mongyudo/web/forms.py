"""What the forms of the pages send, brought to the diary's own values."""

import re
from dataclasses import replace
from datetime import date, timedelta
from secrets import randbelow
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from mongyudo.diary.entries import Filter, Writing
from mongyudo.diary.values import from_json
from mongyudo.diary.wishes import MOST_AGREED_USD, Wishes
from mongyudo.errors import InputError
from mongyudo.journey.routes import LOCAL, RouteName
from mongyudo.records import (
    LINES,
    MOST_SEGMENTS,
    Clothes,
    Correction,
    Figure,
    Hair,
    Hand,
    Method,
    Shape,
    Style,
    StyleCard,
)

_SENTENCE_END = re.compile(r"(?:[.!?…~]+|\n)\s*")
_SENTENCE = re.compile(r"[^.!?…~\n]+(?:[.!?…~]+|\n|$)")
SHOWN_CHARS = 24
SEEDS = 10**9
"""Seeds are drawn below this: nine digits can be typed again."""
_COMMA = re.compile(r"[,\n#]+")


class LookingForm(BaseModel):
    """What is looked for in the drawer; what is empty is not asked."""

    q: Annotated[str, Field(max_length=200)] = ""
    tag: Annotated[str, Field(max_length=50)] = ""
    emotion: Annotated[str, Field(max_length=8)] = ""
    category: Annotated[str, Field(max_length=20)] = ""
    since: Annotated[str, Field(max_length=10)] = ""
    until: Annotated[str, Field(max_length=10)] = ""
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0

    def wanted(self) -> Filter:
        """The filter, without the words of `q`."""
        days = day_of(self.since), day_of(self.until)
        return Filter((), self.tag, self.emotion, self.category, *days)


def day_of(word: str) -> date | None:
    """The day that a date field names; an empty or broken one asks for nothing."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


class WritingForm(BaseModel):
    """The writing page's form."""

    text: str = ""
    dreamed_on: date
    title: Annotated[str, Field(max_length=200)] = ""
    tags: Annotated[str, Field(max_length=1000)] = ""
    clarity: Annotated[int, Field(ge=0, le=5)] = 0
    felt: str = ""
    ahead: bool = False

    def is_ahead(self) -> bool:
        """Whether the day is still to come, wherever the dreamer is."""
        return self.dreamed_on > date.today() + timedelta(days=1)

    def check_day(self) -> None:
        """Raise InputError for a day to come, until the dreamer says that it is meant."""
        if self.is_ahead() and not self.ahead:
            raise InputError(
                f"꾼 날이 아직 오지 않은 날입니다: {self.dreamed_on}. 날을 고치거나, 맞으면 "
                f"아래에 표시해 주세요. (The dream's day is still to come: {self.dreamed_on}. "
                "Change it, or tick below that it is meant.)"
            )

    def writing(self) -> Writing:
        """The writing itself; line ends as a text file has them."""
        return Writing(
            text=self.text.replace("\r\n", "\n"),
            dreamed_on=self.dreamed_on,
            title=self.title,
            tags=tuple(split_tags(self.tags)),
            clarity=self.clarity or None,
            felt=self.felt,
        )


class FilmChoices(BaseModel):
    """What both forms let a dreamer choose of a film.

    `agreed_usd` comes from the page that tells what a film costs.
    """

    route: RouteName = LOCAL
    agreed_usd: Annotated[float, Field(ge=0, le=MOST_AGREED_USD)] = 0.0
    backend: Annotated[str, Field(max_length=100)] = ""
    method: Method = "emotion"
    segments: Annotated[int, Field(ge=1, le=MOST_SEGMENTS)] = 2
    style: Style | None = None
    shape: Shape | Literal[""] = ""
    seconds: Annotated[float, Field(ge=0.5, le=10)] | Literal[""] = ""
    sound: bool = True
    burn_captions: bool = False

    def chosen(self) -> Wishes:
        """The choices as wishes; a route that costs money has its own backend."""
        is_local = self.route == LOCAL
        return Wishes(
            route=self.route,
            agreed_usd=0.0 if is_local else self.agreed_usd,
            backend=(self.backend or None) if is_local else None,
            method=self.method,
            segments=self.segments,
            style=self.style,
            shape=self.shape or None,
            seconds=self.seconds or None,
            sound=self.sound,
            burn_captions=self.burn_captions,
        )


class NewForm(WritingForm, FilmChoices):
    """The writing page's form for a new dream: `then` is film or keep."""

    then: str = "keep"

    def wishes(self) -> Wishes | None:
        """How to film it, None when it is only to be kept."""
        return self.chosen() if self.then == "film" else None


def choices_in(form: FilmChoices) -> dict[str, Any]:
    """What a form says of a film's making, without a word of the dream: fit for an address."""
    return FilmChoices.model_validate(
        form.model_dump(include=set(FilmChoices.model_fields))
    ).model_dump(mode="json", exclude_none=True, exclude_defaults=True)


class AgainForm(BaseModel):
    """The form for a film like another: with another seed, in this material (None: its own)."""

    style: Style | None = None
    reseed: bool = True

    def other(self) -> dict[str, Any]:
        """What is to be other than in the film that stands."""
        style = {"style": self.style} if self.style else {}
        return style | ({"seed": randbelow(SEEDS)} if self.reseed else {})


class CardForm(BaseModel):
    """The form of the style card; the colours count only where their boxes are ticked."""

    style: Style | Literal[""] = ""
    figure: Figure | Literal[""] = ""
    clothes: Clothes | Literal[""] = ""
    hair: Hair | Literal[""] = ""
    glasses: bool = False
    own_cloth: bool = False
    cloth: Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")] = "#b03a4e"
    own_accent: bool = False
    accent: Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")] = "#d8722a"
    line: Annotated[float, Field(ge=LINES[0], le=LINES[1])] = 1.0
    hand: Hand = "brush"
    seal: Annotated[str, Field(max_length=4)] = "꿈"

    def card(self) -> StyleCard:
        """The card; raises InputError for a seal that cannot be cut."""
        told = self.model_dump(exclude={"own_cloth", "own_accent"})
        told["style"] = self.style or None
        told["cloth"] = self.cloth.lower() if self.own_cloth else ""
        told["accent"] = self.accent.lower() if self.own_accent else ""
        return from_json(StyleCard, told)


class FilmForm(FilmChoices):
    """The form for another film of an entry, with the dreamer's corrections."""

    seed: Annotated[str, Field(pattern="^[0-9]{0,9}$")] = ""
    emotion: str = ""
    cuts: list[int] = []
    keep: list[str] = []
    known: list[str] = []
    added: list[str] = []

    @classmethod
    def of(cls, wishes: Wishes) -> "FilmForm":
        """The form that would ask for such a film, with nothing agreed to."""
        mended = wishes.correction
        lines = [[p for at, p in mended.added if at == n] for n in range(wishes.segments or 2)]
        return cls(
            route=wishes.route,
            method=wishes.method,
            segments=wishes.segments or 2,
            style=wishes.style,
            shape=wishes.shape or "",
            seconds=wishes.seconds or "",
            sound=wishes.sound,
            burn_captions=wishes.burn_captions,
            seed="" if wishes.seed is None else str(wishes.seed),
            emotion=mended.emotion,
            cuts=list(mended.cuts or ()),
            known=list(mended.without),
            added=[", ".join(line) for line in lines],
        )

    def fields(self) -> list[tuple[str, str]]:
        """Everything the form says, as (name, value) of hidden fields; not what was agreed to."""
        told = self.model_dump(mode="json", exclude_none=True, exclude={"agreed_usd"})
        lists = {
            name: value if isinstance(value, list) else [value] for name, value in told.items()
        }
        return [
            (name, str(each).lower() if isinstance(each, bool) else str(each))
            for name, values in lists.items()
            for each in values
        ]

    def wishes(self) -> Wishes:
        """The film that is wished for."""
        seed = int(self.seed) if self.seed else None
        return replace(self.chosen(), seed=seed, correction=self._correction())

    def _correction(self) -> Correction:
        cuts = tuple(self.cuts) if len(self.cuts) == self.segments - 1 else ()
        added = [(at, phrase) for at, line in enumerate(self.added) for phrase in split_tags(line)]
        return Correction(
            emotion=self.emotion,
            cuts=cuts or None,
            without=tuple(phrase for phrase in self.known if phrase not in self.keep),
            added=tuple(added),
        )


def split_tags(line: str) -> list[str]:
    """Words between commas or after number signs."""
    return [word.strip() for word in _COMMA.split(line) if word.strip()]


def beginnings(text: str, also: int) -> list[tuple[int, str]]:
    """Where a scene may begin: (offset, first words) of each sentence but the first, and `also`."""
    starts = {match.end() for match in _SENTENCE_END.finditer(text) if text[match.end() :].strip()}
    return [(start, _beginning(text[start:])) for start in sorted(starts | {also})]


def _beginning(text: str) -> str:
    """The first words; "…" where their sentence goes on."""
    sentence = _SENTENCE.match(text)
    whole = sentence[0].strip() if sentence else ""
    return whole if whole and len(whole) <= SHOWN_CHARS else text[:SHOWN_CHARS].strip() + "…"
