"""What a film costs at most, who is paid, and what they are sent: told before, never afterwards."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from mongyudo.backends.contract import Backend, BackendSpec, Options
from mongyudo.backends.hosted import mj, stills
from mongyudo.backends.hosted.prices import Price
from mongyudo.errors import BudgetError

PROMPT = "장면의 영어 프롬프트 (the scene's English prompt)"
PICTURE = "첫 그림 (the first frame)"


@runtime_checkable
class Priced(Protocol):
    """A backend whose shots cost money."""

    spec: BackendSpec

    def shot_price(self, duration_s: float, /) -> Price:
        """What a shot of that length costs, as estimated."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """`count` things of one provider, each at `price`; what it is sent for them."""

    provider: str
    what: str
    count: int
    price: Price
    sent: tuple[str, ...]
    warning: str = ""

    @property
    def usd(self) -> float:
        """All of them."""
        return round(self.count * self.price.usd, 4)


@dataclass(frozen=True, slots=True)
class Bill:
    """A film's lines; none for a film that costs nothing."""

    lines: tuple[Line, ...] = ()

    @property
    def usd(self) -> float:
        """The sum."""
        return round(sum(line.usd for line in self.lines), 4)

    def insist(self, agreed_usd: float, limit_usd: float) -> None:
        """Raise BudgetError for more than was agreed to, or than the settings allow."""
        if self.usd > limit_usd:
            raise BudgetError(
                f"영상 하나의 예산을 넘습니다: ${self.usd:.2f} > ${limit_usd:.2f}. 장면이나 초를 "
                f"줄이거나 budget_film_usd를 올려 주세요. (Over a film's budget: fewer "
                f"--segments or --seconds, or raise budget_film_usd.)"
            )
        if self.usd > agreed_usd:
            raise BudgetError(
                f"이 영상은 ${self.usd:.2f}까지 드는데 허락된 것은 ${agreed_usd:.2f}입니다. "
                f"--yes로 허락하거나 agreed_usd를 정해 주세요. (It costs more than was agreed "
                f"to: agree with --yes, or set agreed_usd.)"
            )


def bill_of(backend: Backend, options: Options, scenes: int, duration_s: float) -> Bill:
    """The bill of a film of so many scenes, each so long, when nothing of it was bought before."""
    lines = []
    still = options.still if backend.spec.takes != "text" else ""
    if still in stills.SOURCES:
        source = stills.SOURCES[still]
        warning = mj.WARNING if still == "mj" else ""
        what = f"{source.model} 그림 (picture)"
        lines.append(Line(source.title, what, scenes, source.price(), (PROMPT,), warning))
    if isinstance(backend, Priced):
        sent = (PROMPT, PICTURE) if still or backend.spec.takes == "image" else (PROMPT,)
        what = f"{backend.spec.name} {duration_s:g}초 영상 (clip)"
        price = backend.shot_price(duration_s)
        lines.append(Line(backend.spec.provider, what, scenes, price, sent))
    return Bill(tuple(lines))
