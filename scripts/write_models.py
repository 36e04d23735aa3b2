"""Write docs/reference/models.md from the specs and releases of the open models."""

from pathlib import Path

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.registry import get, names

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "models.md"
HEAD = """# Open models

Written by `scripts/write_models.py` from the backends' own specs. Every figure names its source;
what nobody published is left out. What the notes say stands beside what the releases say.
Parameters were counted from the releases' configurations on torch's meta device (2026-11).

| backend | takes | size | frames, fps | steps, guidance | tokens | licence |
|---|---|---|---|---|---|---|
"""


def models() -> list[DiffusionBackend]:
    """Every open model that is registered, by name."""
    return [each for each in map(get, names()) if isinstance(each, DiffusionBackend)]


def row(model: DiffusionBackend) -> str:
    """One line of the table."""
    spec, release = model.spec, model.release
    width, height = spec.size_px
    rule = spec.frames
    frames = f"{rule.usual or '-'} ({rule.multiple}n+{rule.offset}, at most {rule.most or '-'})"
    return (
        f"| `{spec.name}` | {spec.takes} | {width}x{height} | {frames}, {spec.fps} | "
        f"{release.steps}, {release.guidance:g} | {spec.text_limit_tokens or '-'} | "
        f"{spec.licence}{' (non-commercial)' if spec.non_commercial else ''} |"
    )


def section(model: DiffusionBackend) -> str:
    """What is known of one model, with sources."""
    spec, release = model.spec, model.release
    lines = [
        f"## {spec.name}",
        "",
        f"`{release.hub_id}` · {release.scheduler} · {release.dtype}",
        "",
    ]
    if release.notes_claim:
        lines += [f"- The notes: {release.notes_claim}", f"- The release: {release.corrected}"]
    if spec.licence_gate:
        lines.append(f"- Refused until acknowledged: {spec.licence_gate}")
    counts = ", ".join(f"{part} {count:g}" for part, count in release.parameters_m.items())
    if counts:
        lines.append(f"- Parameters in millions: {counts}")
    lines += [
        f"- {figure.name}: {figure.value} ([source]({figure.source}), {figure.date})"
        for figure in release.figures
    ]
    lines += [f"- <{source}>" for source in spec.sources if source.startswith("http")]
    return "\n".join(lines)


def page() -> str:
    """The whole page."""
    found = models()
    table = "\n".join(map(row, found))
    return HEAD + table + "\n\n" + "\n\n".join(map(section, found)) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
