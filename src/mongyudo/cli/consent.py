"""Before money is spent: who is paid, how much at most, what is sent; then a yes is needed."""

import sys
from dataclasses import replace

import click

from mongyudo.backends.hosted.bill import Bill, Line
from mongyudo.backends.registry import get, ready
from mongyudo.errors import UsageError
from mongyudo.journey.choices import Choices, bill_for


def agreed(choices: Choices, *, yes: bool) -> Choices:
    """`choices` with what they cost agreed to, by `yes`, the settings, or an answer.

    Raises UsageError where nobody can be asked, BackendError for one that is paid and not ready,
    click.Abort for a no.
    """
    if get(choices.backend).spec.provider:
        ready(choices.backend, choices.options)  # nobody is asked to pay who cannot film
    bill = bill_for(choices)
    if not bill.lines:
        return choices
    tell(bill)
    if bill.usd > choices.options.agreed_usd and not yes:
        if not sys.stdin.isatty():
            raise UsageError(
                f"${bill.usd:.2f}까지 듭니다. --yes로 허락해 주세요. (It costs money: agree with "
                f"--yes.)"
            )
        click.confirm("만들까요? (go on?)", abort=True, err=True)
    return replace(choices, options=replace(choices.options, agreed_usd=bill.usd))


def tell(bill: Bill) -> None:
    """The bill on stderr."""
    for line in bill.lines:
        click.echo(_told(line), err=True)
    days = ", ".join(sorted({line.price.read for line in bill.lines}))
    click.echo(
        f"많아야 ${bill.usd:.2f}입니다. 값은 {days}에 읽었고, 이미 산 장면은 다시 사지 않습니다. "
        f"(At most ${bill.usd:.2f}, by the prices of that day; nothing is bought twice.)",
        err=True,
    )


def _told(line: Line) -> str:
    sent = ", ".join(line.sent)
    warning = f"\n  ! {line.warning}" if line.warning else ""
    return (
        f"{line.provider}: {line.what} {line.count} × ${line.price.usd:.2f} = ${line.usd:.2f}\n"
        f"  나가는 것 (sent): {sent}{warning}"
    )
