"""All who judge a text together: the strictest wins, and each keeps its reasons.

The rules always judge. What else judges can only refuse more: nobody is asked whether a dream that
is refused might pass after all.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mongyudo.policy.judging import judge
from mongyudo.records import Analysis, Verdict

if TYPE_CHECKING:
    from mongyudo.policy.moderation import Moderator

Analyse = Callable[[str], Analysis]


@dataclass(frozen=True, slots=True)
class Filters:
    """Who judges: the rules of `policy_dir` (None: the built-in ones) and, where named, the
    trained filter in `classifier_dir` and the `moderator` elsewhere."""

    policy_dir: Path | None = None
    classifier_dir: Path | None = None
    moderator: "Moderator | None" = None


RULES_ALONE = Filters()


def review(text: str, analyse: Analyse, filters: Filters = RULES_ALONE) -> Verdict:
    """The verdict of all filters on an NFC text; what is refused here is sent nowhere.

    Raises:
        LexiconError: the policy's files break their format.
        PolicyError: a filter that was asked for cannot judge.
    """
    seen = cache(analyse)
    verdicts = [judge(text, seen, policy_dir=filters.policy_dir)]
    if filters.classifier_dir is not None:
        from mongyudo.policy.classifier import filter_in

        verdicts.append(filter_in(filters.classifier_dir).judge(text, seen))
    found = strictest(verdicts)
    if found.outcome == "refuse" or filters.moderator is None:
        return found
    return filters.moderator.judge(text)


def strictest(verdicts: Iterable[Verdict]) -> Verdict:
    """Refused where anybody refuses, with the reasons of all, in their order."""
    reasons = tuple(reason for verdict in verdicts for reason in verdict.reasons)
    return Verdict("refuse", reasons) if reasons else Verdict("allow")
