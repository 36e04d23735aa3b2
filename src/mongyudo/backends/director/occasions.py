"""Where one is by what is going on: 회의 중이라, 체육 시간에, 온 식구가 둘러앉아."""

import re
from functools import cache

from mongyudo.backends.director.tables import rows


@cache
def _table() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["setting"], re.compile(row["said"])) for row in rows("occasions.tsv"))


def occasions(told: str) -> list[str]:
    """The settings of what `told` says is going on, the last said first."""
    found = ((m.start(), setting) for setting, said in _table() for m in said.finditer(told))
    return [setting for _, setting in sorted(found, reverse=True)]
