"""What must be there before money is spent, and what is told of it afterwards."""

from mongyudo.backends.contract import Options, Readiness
from mongyudo.backends.hosted.paying import Bought
from mongyudo.errors import BudgetError, MissingKeyError
from mongyudo.keys import Provider, find_key, told_missing

INSTALL = "Run `./mongyudo setup hosted` in a clone, or `pip install 'mongyudo[hosted]'`."


def not_ready(reason: str, remedy: str) -> Readiness:
    """Why something cannot be bought here, and what would help."""
    return Readiness(ready=False, reason=reason, remedy=remedy)


def key_fault(provider: Provider) -> Readiness | None:
    """Why a provider cannot be asked for want of a key, None when there is one."""
    try:
        return None if find_key(provider) else not_ready(*told_missing(provider))
    except MissingKeyError as error:
        reason, _, remedy = str(error).partition(". ")
        return not_ready(reason, remedy)


def insist_on_consent(options: Options, usd: float) -> None:
    """Raise BudgetError where nobody has agreed to spend so much on one film."""
    if usd > options.agreed_usd:
        raise BudgetError(
            f"${usd:.2f}가 드는데 허락된 것은 ${options.agreed_usd:.2f}입니다. --yes로 허락하거나 "
            f"agreed_usd를 정해 주세요. (It costs more than anybody agreed to: agree with --yes, "
            f"or set agreed_usd.)"
        )


def told_of(bought: Bought) -> dict[str, object]:
    """What the manifest says of something bought."""
    task = bought.task
    return {
        "provider": task.provider,
        "model": task.model,
        "task": task.task_id,
        "estimate_usd": task.estimate_usd,
        "cost_usd": task.cost_usd,
    }
