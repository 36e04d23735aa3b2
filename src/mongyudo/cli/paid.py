"""`mongyudo paid`: what was bought, and what nobody knows of."""

import time

import click

from mongyudo.backends.hosted.ledger import DAY_S, Ledger, Task, ledger_of
from mongyudo.errors import UsageError
from mongyudo.settings import load_settings


@click.group("paid", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """돈을 주고 산 것을 보여 줍니다. What was bought from providers."""
    if ctx.invoked_subcommand is not None:
        return
    ledger = ledger_of(load_settings())
    unclear = {task.id for task in ledger.unclear()}
    for task in ledger.tasks():
        click.echo(_line(task, is_unclear=task.id in unclear))
    spent = ledger.spent_usd(time.time() - DAY_S)
    click.echo(f"지난 24시간 (last 24 hours): ${spent:.2f} / ${load_settings().budget_day_usd:.2f}")


@command.command("again")
@click.argument("number", type=int)
def again(number: int) -> None:
    """받아들여지지 않은 주문을 다시 하게 합니다. Let an unclear order be sent again."""
    ledger = ledger_of(load_settings())
    task = _unclear(ledger, number)
    ledger.note(task, "failed", cost_usd=0.0, code="NOT_TAKEN")
    click.echo("다음에 만들 때 다시 주문합니다. (It is sent again when that film is made again.)")


@command.command("adopt")
@click.argument("number", type=int)
@click.argument("task_id")
def adopt(number: int, task_id: str) -> None:
    """받아들여진 주문에 작업 번호를 줍니다. Give an unclear order the provider's id."""
    ledger = ledger_of(load_settings())
    ledger.note(_unclear(ledger, number), "accepted", task_id=task_id)
    click.echo("다음에 만들 때 받아 옵니다. (It is fetched when that film is made again.)")


def _unclear(ledger: Ledger, number: int) -> Task:
    for task in ledger.unclear():
        if task.id == number:
            return task
    known = ", ".join(str(task.id) for task in ledger.unclear()) or "-"
    raise UsageError(f"불분명한 주문 {number}번은 없습니다. 있는 것: {known} (No such order.)")


def _line(task: Task, *, is_unclear: bool) -> str:
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(task.intended_at))
    cost = f"~${task.estimate_usd:.2f}" if task.cost_usd is None else f"${task.cost_usd:.2f}"
    state = "unclear" if is_unclear else task.state
    return (
        f"{task.id:>4}  {when}  {task.provider:<7} {task.model:<20} {cost:>7}  {state} "
        f"{task.code or task.file or task.task_id}"
    )
