"""The command line. Each command is imported only when it is called."""

import os
import re
import signal
import sys
from importlib import import_module
from importlib.util import find_spec
from types import FrameType
from typing import Any

# Films are drawn by processes side by side; threads inside numpy would only get in their way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import click  # after the thread settings above

COMMANDS = {
    "film": "mongyudo.cli.film",
    "read": "mongyudo.cli.read",
    "serve": "mongyudo.cli.serve",
    "accounts": "mongyudo.cli.accounts",
    "worker": "mongyudo.cli.worker",
    "db": "mongyudo.cli.db",
    "check": "mongyudo.cli.check",
    "backends": "mongyudo.cli.backends",
    "adapters": "mongyudo.cli.adapters",
    "data": "mongyudo.cli.data",
    "train": "mongyudo.cli.train",
    "lab": "mongyudo.cli.lab",
    "doctor": "mongyudo.cli.doctor",
    "paid": "mongyudo.cli.paid",
    "lexicon": "mongyudo.cli.lexicon",
    "policy": "mongyudo.cli.policy",
    "test": "mongyudo.cli.test",
    "bench": "mongyudo.cli.bench",
}
DIARY = frozenset({"serve", "accounts", "worker", "db"})
"""The commands that open a diary, which the launcher's smallest install leaves out."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All command names, in the order of COMMANDS."""
        del ctx  # of click's signature, and not asked here
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command `cmd_name`, imported now."""
        del ctx  # of click's signature, and not asked here
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; a dream without a command or a misspelt one is told where to go."""
        if re.search("[가-힣]", args[0]):
            ctx.fail(
                f"'{args[0]}' 앞에 명령이 없습니다 (a command comes first): "
                f"mongyudo film '{args[0]}'"
            )
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from mongyudo.errors import did_you_mean

            ctx.fail(f"No such command {args[0]!r}.{did_you_mean(args[0], COMMANDS)}")
        if args[0] in DIARY and find_spec("sqlalchemy") is None:
            ctx.fail(
                f"{args[0]}: 일기장 꾸러미가 아직 없습니다. 먼저 ./mongyudo setup diary를 실행해 "
                "주세요. (The diary's packages are missing: run ./mongyudo setup diary.)"
            )
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mongyudo")
@click.option("--debug", is_flag=True, help="Show the whole traceback of an error.")
def group(**_: Any) -> None:
    """몽유도: 꿈을 적으면 짧은 영상이 됩니다. A dream in Korean becomes a short film."""


def main() -> None:
    """Run the command line; exit codes: 0 done, 1 failed, 2 usage, 3 refused by the policy."""
    signal.signal(signal.SIGTERM, _stop)
    if "--debug" not in sys.argv:
        sys.excepthook = _tell_unforeseen
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code, with one clear line on stderr for an error."""
    from mongyudo.errors import MongyudoError

    debug = "--debug" in arguments
    try:
        given = [word for word in arguments if word != "--debug"]
        code = group.main(given, "mongyudo", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(
            "\n멈췄습니다. 남은 파일은 없습니다. (Stopped; nothing half-done was left.)", err=True
        )
        return 1
    except MongyudoError as error:
        if debug:
            raise
        click.echo(f"mongyudo: {error}", err=True)
        return error.exit_code
    return code if isinstance(code, int) else 0


def _tell_unforeseen(kind: type[BaseException], error: BaseException, _: object) -> None:
    click.echo(f"mongyudo: unforeseen {kind.__name__}: {error} (--debug shows where)", err=True)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
