"""Plots for a report's page: SVG that stands in the page and asks for nothing outside."""

import warnings
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from mongyudo.training.verify.intervals import Figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Sheet

INK, SOFT = "#5b7ba3", "#85878d"
"""Seen on a light page and on a dark one."""
WIDTH_IN, ROW_IN, FOOT_IN = 9.0, 0.62, 0.5
MARGIN = 0.03
"""Of the width, so that the figures under the ends are whole."""
NAME_ABOVE = 0.26
"""Of a row, from its line up to the name: beside the lines names would leave a phone no room."""


def intervals(figures: Mapping[str, Figure], names: Mapping[str, str]) -> str:
    """A dot with its interval for each arm, the first on top; `names` are what arms are called."""
    from matplotlib.figure import Figure as Sheet

    height_in = ROW_IN * len(figures) + FOOT_IN
    sheet = Sheet(figsize=(WIDTH_IN, height_in))
    foot = FOOT_IN / height_in
    axes = sheet.add_axes((MARGIN, foot, 1 - 2 * MARGIN, 1 - foot), facecolor="none")
    rows, values = list(range(len(figures)))[::-1], list(figures.values())
    low, high = [each.low for each in values], [each.high for each in values]
    axes.hlines(rows, low, high, color=INK, alpha=0.45, lw=5)
    axes.plot([each.value for each in values], rows, "o", color=INK, ms=7)
    for row, arm in zip(rows, figures, strict=True):
        axes.text(0, row + NAME_ABOVE, names.get(arm, arm), transform=axes.get_yaxis_transform())
    axes.set_yticks([])
    axes.set_ylim(-0.3, len(rows) - 0.3)
    axes.grid(axis="x", color=SOFT, alpha=0.25, lw=0.8)
    axes.tick_params(colors=SOFT, length=0, labelsize=11)
    for spine in axes.spines.values():
        spine.set_visible(False)
    return _svg(sheet)


def _svg(sheet: "Sheet") -> str:
    """The drawing with its letters as text, and nothing that changes from day to day."""
    import matplotlib

    written, told = StringIO(), {"Date": None, "Creator": None}
    with matplotlib.rc_context(), warnings.catch_warnings():
        matplotlib.rcParams["svg.fonttype"] = "none"
        matplotlib.rcParams["svg.hashsalt"] = "mongyudo"
        warnings.filterwarnings("ignore", "Glyph")  # the browser has letters that it lacks
        sheet.savefig(written, format="svg", transparent=True, metadata=told)
    text = written.getvalue()
    return text[text.index("<svg") :]


def names_of(arms: Sequence[str], parts: Mapping[str, str]) -> dict[str, str]:
    """What arms are called: each part of a name by `parts`, in both languages."""
    return {arm: _name(arm, parts) for arm in arms}


def _name(arm: str, parts: Mapping[str, str]) -> str:
    from mongyudo.backends.registry import names

    backend = next((name for name in sorted(names(), key=len)[::-1] if arm.startswith(name)), "")
    rest = arm.removeprefix(backend).strip("-").split("-")
    told = [parts.get(part, part) for part in rest if part]
    return " · ".join(([backend] if backend else []) + told)
