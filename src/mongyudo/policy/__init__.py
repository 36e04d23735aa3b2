"""What may be filmed: a verdict on the dream's text, and the AI label's wording."""

from mongyudo.policy.judging import check_rules, judge
from mongyudo.policy.label import REFUSAL_EN, REFUSAL_KO

__all__ = ["REFUSAL_EN", "REFUSAL_KO", "check_rules", "judge"]
