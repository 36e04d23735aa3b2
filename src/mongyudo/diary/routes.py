"""Routes that cost money, as a dreamer of the diary meets them: open or not, for how much."""

import time
from dataclasses import dataclass

from mongyudo.backends.hosted.bill import Bill
from mongyudo.backends.hosted.ledger import DAY_S, spent_usd_since
from mongyudo.backends.registry import get
from mongyudo.chat import Model, Server, server_from
from mongyudo.diary.wishes import Wishes, choices_of
from mongyudo.errors import BudgetError, MongyudoError
from mongyudo.journey.choices import Choices, bill_for, options_from
from mongyudo.journey.routes import LOCAL, ROUTES, RouteName
from mongyudo.settings import Settings


@dataclass(frozen=True, slots=True)
class Way:
    """A route that may be chosen: who films on it, and why it cannot be gone now, if so. `reader`
    is the language model that reads on it; None: this machine reads."""

    name: RouteName
    provider: str = ""
    backend: str = ""
    ready: bool = True
    reason: str = ""
    reader: Server | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What a film would cost at most, and what may still be spent of the budgets, in dollars."""

    bill: Bill
    film_usd: float
    day_left_usd: float

    @property
    def is_affordable(self) -> bool:
        """Whether the budgets allow it."""
        return self.bill.usd <= min(self.film_usd, self.day_left_usd)


def ways(settings: Settings) -> tuple[Way, ...]:
    """This machine's own, then those that the operator has opened."""
    return (Way(LOCAL), *(_way(name, settings) for name in settings.diary_routes))


def _way(name: RouteName, settings: Settings) -> Way:
    route = ROUTES[name]
    try:
        reader = model_of(name, settings)
        backend = get(route.backend)
        state = backend.check(options_from(settings, still=route.still or None))
    except MongyudoError as error:
        return Way(name, backend=route.backend, ready=False, reason=str(error))
    provider = backend.spec.provider
    reason = f"{state.reason}. {state.remedy}"
    return Way(
        name, provider, route.backend, state.ready, reason, reader.server if reader else None
    )


def model_of(name: RouteName, settings: Settings) -> Model | None:
    """The language model that reads on a route, None where this machine reads.

    What it answers is kept nowhere but in the reading. Raises MongyudoError where none can be
    asked.
    """
    return Model(server_from(settings)) if ROUTES[name].reader == "llm" else None


def quote(wishes: Wishes, settings: Settings) -> Quote:
    """What the film would cost at most; raises UsageError for one that cannot be made."""
    bill = bill_for(choices_of(wishes, settings))
    spent_usd = spent_usd_since(settings, time.time() - DAY_S) if bill.lines else 0.0
    left_usd = max(0.0, round(settings.budget_day_usd - spent_usd, 4))
    return Quote(bill, settings.budget_film_usd, left_usd)


def needs_consent(wishes: Wishes, settings: Settings) -> bool:
    """Whether the film costs more than was agreed to."""
    choices = choices_of(wishes, settings)
    bill = bill_for(choices)
    return bool(bill.lines) and bill.usd > choices.options.agreed_usd


def insist(choices: Choices, settings: Settings) -> None:
    """Raise BudgetError for a film that costs more than was agreed to, or than may be spent."""
    bill = bill_for(choices)
    if not bill.lines:
        return
    bill.insist(choices.options.agreed_usd, settings.budget_film_usd)
    spent_usd = spent_usd_since(settings, time.time() - DAY_S)
    if bill.usd > settings.budget_day_usd - spent_usd:
        raise BudgetError(
            f"오늘 쓸 수 있는 돈이 모자랍니다: 지난 24시간 ${spent_usd:.2f} + 이번 "
            f"${bill.usd:.2f} > ${settings.budget_day_usd:.2f}. (Over the day's budget.)"
        )
