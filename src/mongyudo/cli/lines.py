"""One dream or many, one JSON line out for each: shared by `read` and `check`."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import click

from mongyudo.errors import InputError
from mongyudo.records import Dream

Answer = Callable[[Dream], dict[str, Any]]


def print_line(line: dict[str, Any]) -> None:
    """Print one JSON line at once."""
    click.echo(json.dumps(line, ensure_ascii=False))


def answer_each(dreams: Iterable[Dream], answer: Answer) -> int:
    """Print one line a dream; one that cannot be read gets an `error` and makes the exit code 1."""
    code = 0
    for dream in dreams:
        try:
            print_line(answer(dream))
        except InputError as error:
            print_line({"id": dream.id, "error": str(error)})
            code = 1
    return code
