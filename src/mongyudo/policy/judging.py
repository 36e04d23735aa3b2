"""May this dream be filmed? The verdict, and the check of the rules against their examples."""

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from mongyudo.policy.match import Hit, hits, is_of, page
from mongyudo.policy.restore import restored
from mongyudo.policy.rules import Book, book
from mongyudo.policy.units import Unit
from mongyudo.policy.views import View, clean
from mongyudo.records import Analysis, PolicyCategory, Reason, Verdict

Analyse = Callable[[str], Analysis]


def judge(text: str, analyse: Analyse, *, policy_dir: Path | None = None) -> Verdict:
    """The verdict on an NFC text; `analyse` gives its morphemes and is called at most twice.

    Offsets of the reasons are half-open code points of `text`; `term` is the words as written.

    Raises:
        LexiconError: the policy's files break their format.
    """
    policy = book(policy_dir)
    plain = clean(text)
    views = [plain]
    if (seen_through := restored(plain, policy)).text != plain.text:
        views.append(seen_through)
    reasons: list[Reason] = []
    for view in views:
        if view.text.strip():
            reasons += _reasons(text, view, analyse(view.text), policy)
    kept = _distinct(reasons)
    return Verdict("refuse", kept) if kept else Verdict("allow")


def _reasons(text: str, view: View, analysis: Analysis, policy: Book) -> list[Reason]:
    prepared = page(view, analysis, policy)
    reasons = []
    for hit in hits(prepared, policy):
        start, end = view.span(hit.start_char, hit.end_char)
        category = _category(hit, prepared.units, policy)
        reasons.append(Reason(category, text[start:end], start, end))
    return reasons


def _category(hit: Hit, units: tuple[Unit, ...], policy: Book) -> PolicyCategory:
    """The rule's category; anything sexual with a child in the sentence or beside it is worse."""
    if hit.rule.category != "sexual" or not units:
        return hit.rule.category
    inside = [u.sentence for u in units if hit.start_char <= u.start_char < hit.end_char]
    near = inside[0] if inside else units[0].sentence
    minor = policy.classes["minor"]
    if any(abs(u.sentence - near) <= 1 and is_of(minor, u) for u in units):
        return "minors-sexual"
    return "sexual"


def _distinct(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Reasons in order of place, without those that lie within another of the same category."""
    kept: list[Reason] = []
    for reason in sorted(reasons, key=lambda r: (r.start_char, -r.end_char, r.category)):
        within = (r.category == reason.category and r.end_char >= reason.end_char for r in kept)
        if not any(within):
            kept.append(reason)
    return tuple(kept)


def check_rules(analyse: Analyse, policy_dir: Path | None = None) -> list[str]:
    """One line for every example that its rule does not hold: empty when all is well.

    An example to refuse must be refused with the rule's category; one to allow must be allowed.
    """
    failures = []
    for rule in book(policy_dir).rules:
        for example in map(_nfc, rule.refused):
            verdict = judge(example, analyse, policy_dir=policy_dir)
            if rule.category not in {reason.category for reason in verdict.reasons}:
                failures.append(f"{rule.where}: {example!r} is not refused as {rule.category}")
        for example in map(_nfc, rule.allowed):
            verdict = judge(example, analyse, policy_dir=policy_dir)
            if verdict.outcome != "allow":
                met = ", ".join(f"{r.term!r} ({r.category})" for r in verdict.reasons)
                failures.append(f"{rule.where}: {example!r} is refused for {met}")
    return failures


def _nfc(example: str) -> str:
    return unicodedata.normalize("NFC", example)
