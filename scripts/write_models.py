"""Write docs/reference/models.md from the specs and releases of the open models."""

from pathlib import Path

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.release import Release
from mongyudo.backends.external.videotuna import LICENCE
from mongyudo.backends.external.videotuna_flows import CODE, FLOWS, READ_AT
from mongyudo.backends.registry import get, names

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "models.md"
HEAD = """# Open models

Written by `scripts/write_models.py` from the backends' own specs. Every figure names its source
and when it was read; where no publisher's figure was found it says "not established", and what the
table has there is this project's choice. What the notes say stands beside what the releases say.
Parameters were counted from the releases' configurations on torch's meta device (2026-11).

**A first frame.** `film --still` (or `still` in the settings) takes `ink`, a picture file, or a
text-to-image model in diffusers' layout (folder or hub id). A model that takes an `image` begins
with the ink's own first frame unless told otherwise; one that takes `both` films from words until a
still is asked for, with the same weights, loaded once. HunyuanVideo-I2V, LTX, Open-Sora and the
small Wan 2.2 keep the picture's latents in the first frame's place; the others only look at it.
AnimateDiff v3 takes no picture without SparseCtrl, Mochi 1, VideoCrafter2 and Zeroscope take none.

| backend | takes | size | frames, fps | steps, guidance | tokens | licence |
|---|---|---|---|---|---|---|
"""

TOOLBOX = f"""## videotuna

An unmodified checkout that the operator installed, run as a program of its own: {LICENCE}
(non-commercial). All its figures were read at one commit.

- The notes: 720x480, 129 frames, 5.4 s
- The release: a toolbox and no model; its HunyuanVideo row is 1280x720, 129 frames (5.4 s at
  24 fps), of which its script makes 49
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


def _commit(release: Release) -> str:
    """The commit that is downloaded, as a link."""
    if "/" not in release.hub_id:
        return "(ships with the package)"
    if not release.revision:
        return "(commit not established: the one first downloaded is recorded)"
    page = f"https://huggingface.co/{release.hub_id}/tree/{release.revision}"
    return f"at [{release.revision[:8]}]({page})"


def section(model: DiffusionBackend) -> str:
    """What is known of one model, with sources."""
    spec, release = model.spec, model.release
    lines = [
        f"## {spec.name}",
        "",
        f"`{release.hub_id}` {_commit(release)} · {release.scheduler} · {release.dtype}",
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
    if release.unestablished:
        lines.append(f"- Not established: {', '.join(release.unestablished)}")
    lines += [f"- <{source}>" for source in spec.sources if source.startswith("http")]
    return "\n".join(lines)


def videotuna() -> str:
    """What is known of VideoTuna, a toolbox: each of its flows films one model in one shape."""
    lines = [TOOLBOX, "| flow | size | frames, fps | tokens | memory | script |", "|" + "---|" * 6]
    for name, flow in FLOWS.items():
        width, height = flow.size_px
        lines.append(
            f"| `{name}` | {width}x{height} | {flow.frames}, {flow.fps} | "
            f"{flow.text_limit_tokens} | {flow.memory_gb} GB | "
            f"[{Path(flow.script).name}]({READ_AT}/{flow.script}) |"
        )
    lines.append("")
    lines += [
        f"- {name}, {figure.name}: {figure.value} ([source]({figure.source}), {figure.date})"
        for name, flow in FLOWS.items()
        for figure in flow.figures
    ]
    gates = [
        f"- {name}: refused until acknowledged: {flow.gate}"
        for name, flow in FLOWS.items()
        if flow.gate
    ]
    return "\n".join([*lines, *gates, f"- <{CODE}>", f"- <{READ_AT}/LICENSE>"])


def page() -> str:
    """The whole page."""
    found = models()
    table = "\n".join(map(row, found))
    return HEAD + table + "\n\n" + "\n\n".join([*map(section, found), videotuna()]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
