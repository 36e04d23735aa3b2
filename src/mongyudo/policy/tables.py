"""Strict reading of the policy's tab-separated files: a broken line is named, never skipped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mongyudo.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands."""

    file: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, problem: str) -> LexiconError:
        """The error to raise about this line."""
        return LexiconError(f"{self.file.name}:{self.line}: {problem}")

    def listed(self, column: str, separator: str) -> tuple[str, ...]:
        """The cell's non-empty items between separators."""
        items = (item.strip() for item in self.cells[column].split(separator))
        return tuple(item for item in items if item)

    def regex(self, column: str) -> re.Pattern[str]:
        """The cell as a regular expression in which a blank stands for any blanks, or none."""
        try:
            return re.compile(self.cells[column].replace(" ", r"\s*"))
        except re.error as error:
            raise self.error(f"{column} is no regular expression ({error})") from error


def rows(file: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The lines of a table whose header must be `columns`; `#` starts a comment line.

    Raises:
        LexiconError: the file cannot be read, or a line has too many or too few cells.
    """
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file.name}: cannot be read ({error})") from error
    content = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    if not content or content[0][1].split("\t") != list(columns):
        raise LexiconError(f"{file.name}:1: the header must be {' '.join(columns)}, with tabs")
    for number, line in content[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise LexiconError(f"{file.name}:{number}: {len(cells)} cells, {len(columns)} expected")
        cells += [""] * (len(columns) - len(cells))
        yield Row(file, number, dict(zip(columns, map(str.strip, cells), strict=True)))
