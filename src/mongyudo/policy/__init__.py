"""What may be filmed: a verdict on the dream's text, and the AI label's wording."""

from mongyudo.policy.combining import RULES_ALONE, Filters, review, strictest
from mongyudo.policy.judging import check_rules, judge
from mongyudo.policy.label import REFUSAL_EN, REFUSAL_KO

__all__ = [
    "REFUSAL_EN",
    "REFUSAL_KO",
    "RULES_ALONE",
    "Filters",
    "check_rules",
    "judge",
    "review",
    "strictest",
]
