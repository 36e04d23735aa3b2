"""From an adapter's figures to passed or failed, check by check, with the reason in words."""

from collections.abc import Callable
from dataclasses import dataclass

from mongyudo.training.verify.intervals import Figure
from mongyudo.training.verify.judge import Evidence, Measures
from mongyudo.training.verify.rules import Rules


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was asked of an adapter, in one sentence with its figures."""

    name: str
    passed: bool
    told: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Passed exactly when every check passed."""

    label: str
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """Whether the adapter may be used."""
        return all(check.passed for check in self.checks)

    @property
    def why(self) -> tuple[str, ...]:
        """The sentences of the checks that failed."""
        return tuple(check.told for check in self.checks if not check.passed)


def judge(evidence: Evidence, measures: Measures, rules: Rules) -> Verdict:
    """The verdict on one adapter.

    Style alone is no proof: pure noise can be nearest to the right style. Identity and the loss on
    clips held out must hold too.
    """
    if evidence.fault:
        return Verdict(evidence.label, (Check("fits", passed=False, told=evidence.fault),))
    checks = (check(measures, rules) for check in _CHECKS)
    return Verdict(evidence.label, tuple(check for check in checks if check is not None))


def _same_at_0(measures: Measures, _: Rules) -> Check:
    told = "is" if measures.same_at_0 else "is not"
    return Check(
        "scale 0", measures.same_at_0, f"at scale 0 every clip {told} the base's, bit by bit"
    )


def _effect(measures: Measures, _: Rules) -> Check:
    told = (
        f"at scale 1 the clips {'differ from' if measures.differs_at_1 else 'are all'} the base's"
    )
    return Check("effect", measures.differs_at_1, told)


def _style(measures: Measures, rules: Rules) -> Check:
    share = measures.style.get("held-out@1")
    found = ", ".join(f"{label} {n}" for label, n in measures.landed.items() if n)
    return _least(
        "style", share, rules.style_least,
        f"clips of held-out prompts nearest to its own style (landed: {found})",
    )  # fmt: skip


def _moved(measures: Measures, _: Rules) -> Check | None:
    if not measures.far:
        return None  # its style is the base's own: there is no way to go
    return _least("moved", measures.moved, 1.0, "way towards its style over the base's own spread")


def _identity(measures: Measures, rules: Rules) -> Check:
    proxy = measures.identity_by == "structure"
    least = rules.proxy_least if proxy else rules.identity_least
    words = (
        "clips whose structure is still that of the base's clip (a proxy for the subject)"
        if proxy
        else f"{measures.identity_by} kept, over the base's"
    )
    return _least("identity", measures.identity, least, words)


def _loss(measures: Measures, rules: Rules) -> Check:
    words = "held-out loss over the base's (upper end of the interval)"
    return _below("loss", measures.loss, rules.loss_below, words, lambda figure: figure.high)


def _memorised(measures: Measures, rules: Rules) -> Check:
    words = "clips of held-out prompts that copy a clip learned from"
    return _below("memorised", measures.memorised, rules.memorised_below, words)


def _collapsed(measures: Measures, rules: Rules) -> Check | None:
    if measures.diversity is None:
        return None
    words = "difference between clips, over the base's"
    return _least("diversity", measures.diversity, rules.diversity_least, words)


def _still(measures: Measures, rules: Rules) -> Check | None:
    if measures.motion is None or measures.motion_wished is None:
        return None  # the base itself stands still
    least = rules.motion_least * min(1.0, measures.motion_wished)
    return _least("motion", measures.motion, least, "motion over the base's")


def _leak(measures: Measures, rules: Rules) -> Check | None:
    if rules.leak_below is None:
        return None
    words = "clips without its trigger that take its style"
    return _below("leak", measures.leak, rules.leak_below, words)


_CHECKS: tuple[Callable[[Measures, Rules], Check | None], ...] = (
    _same_at_0, _effect, _style, _moved, _identity, _loss, _memorised, _collapsed, _still, _leak,
)  # fmt: skip


def _least(name: str, figure: Figure | None, limit: float, words: str) -> Check:
    if figure is None:
        return _unmeasured(name, words)
    told = f"{words}: {_told(figure)}, at least {limit:.2f} is asked"
    return Check(name, figure.value >= limit, told)


def _below(
    name: str, figure: Figure | None, limit: float, words: str,
    read: Callable[[Figure], float] = lambda figure: figure.value,
) -> Check:  # fmt: skip
    if figure is None:
        return _unmeasured(name, words)
    told = f"{words}: {_told(figure)}, below {limit:.2f} is asked"
    return Check(name, read(figure) < limit, told)


def _unmeasured(name: str, words: str) -> Check:
    return Check(name, passed=False, told=f"{words}: could not be measured")


def _told(figure: Figure) -> str:
    return f"{figure.value:.2f} [{figure.low:.2f}, {figure.high:.2f}] of {figure.n}"
