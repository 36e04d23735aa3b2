"""Who judges what may be filmed, as the settings name them."""

from functools import partial
from pathlib import Path

from mongyudo.policy.combining import Filters
from mongyudo.settings import Settings


def filters_from(settings: Settings) -> Filters:
    """The rules, and whoever else is to judge.

    Raises ProviderError or MissingKeyError for a moderation that cannot be asked.
    """
    local = Filters(settings.policy_dir, settings.policy_classifier)
    if settings.policy_moderation == "off":
        return local
    from mongyudo.policy.moderation import moderator_from

    hide = partial(without_names, settings.lexicon_dir)
    return Filters(local.policy_dir, local.classifier_dir, moderator_from(settings, hide))


def without_names(lexicon_dir: Path | None, text: str) -> str:
    """A text as it may leave this machine: names, numbers and places are signs."""
    from mongyudo.reading.anonymising import hide
    from mongyudo.reading.elements import find_hits
    from mongyudo.reading.korean import analyse
    from mongyudo.reading.lexicon import load_lexicon

    analysis = analyse(text)
    return hide(analysis, find_hits(analysis, load_lexicon(lexicon_dir))).text
