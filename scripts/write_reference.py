"""Write docs/reference/commands.md from the commands' own help (a test holds it fresh)."""

from pathlib import Path

import click

from mongyudo.cli import COMMANDS, group

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"
HEAD = """# Commands

Written by `scripts/write_reference.py` from each command's own help. Exit codes: 0 done · 1 failed,
with one clear line on stderr (`--debug` for the traceback) · 2 usage · 3 refused by the policy.
"""


def page() -> str:
    """The whole page."""
    blocks = [HEAD]
    top = click.Context(group, info_name="mongyudo", **group.context_settings)
    for name in COMMANDS:
        command = group.get_command(top, name)
        if command is None:
            raise SystemExit(f"command {name} is gone")
        blocks += _sections(command, name, top)
    return "\n".join(blocks)


def _sections(command: click.Command, name: str, parent: click.Context) -> list[str]:
    context = click.Context(command, info_name=name, parent=parent, terminal_width=96)
    words = context.command_path
    blocks = [f"## {words}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"]
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None:
                blocks += _sections(found, child, context)
    return blocks


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
