"""Progress on stderr: a bar on a terminal; in a file or a pipe a line now and then."""

import sys
from typing import Any, TextIO

from tqdm import tqdm

EVERY_S = 30.0
"""A line as often as that, where nobody sees a bar move."""


class Lines:
    """A stream on which each state of a bar is a line: "\\r 그리기 15%" would pile up in a file."""

    encoding = "utf-8"

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._last = ""

    def write(self, text: str) -> None:
        """Write what is new of `text` as a line."""
        line = text.strip()
        if line and line != self._last:
            self._stream.write(f"{line}\n")
            self._last = line

    def flush(self) -> None:
        """Let it be read at once."""
        self._stream.flush()


def bar(**options: Any) -> "tqdm[Any]":
    """A bar with tqdm's `options`, on a terminal; else one that tells in lines."""
    if sys.stderr.isatty():
        return tqdm(file=sys.stderr, **options)
    share = "{percentage:.0f}%" if options.get("total") else "{n_fmt}{unit}"
    plain = f"{{desc}} {share} {{elapsed}}{{postfix}}"
    told = {**options, "bar_format": plain, "mininterval": EVERY_S, "maxinterval": EVERY_S}
    return tqdm(file=Lines(sys.stderr), **told)
