"""One dream or many, one JSON line out for each: shared by `read` and `check`."""

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from mongyudo.errors import InputError
from mongyudo.records import Dream

COLUMNS = 128
Answer = Callable[[Dream], dict[str, Any]]


def print_line(line: dict[str, Any]) -> None:
    """Print one JSON line at once."""
    click.echo(json.dumps(line, ensure_ascii=False))


def print_answer(answer: dict[str, Any], *, as_line: bool) -> None:
    """Print one answer: on a terminal so that a person can read it, else, or `as_line`, in a line.

    A program that reads line by line gets what it always got.
    """
    if as_line or not sys.stdout.isatty():
        print_line(answer)
    else:
        click.echo(spread(answer))


def spread(value: Any, depth: int = 0) -> str:
    """JSON over several lines; what fits into one of 128 columns stays in one.

    A keyword, `{"ko": "돼지", "en": "pig", "kind": "actor"}`, is one line and not five.
    """
    whole = json.dumps(value, ensure_ascii=False)
    inner, outer = "  " * (depth + 1), "  " * depth
    if (
        len(outer) + len(whole) <= COLUMNS
        or not value
        or not isinstance(value, dict | list | tuple)
    ):
        return whole
    if not isinstance(value, dict):
        rows, ends = [spread(each, depth + 1) for each in value], "[]"
    else:
        rows = [
            f"{json.dumps(name, ensure_ascii=False)}: {spread(each, depth + 1)}"
            for name, each in value.items()
        ]
        ends = "{}"
    body = ",\n".join(f"{inner}{row}" for row in rows)
    return f"{ends[0]}\n{body}\n{outer}{ends[1]}"


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
