"""A page that shows what became of each clip, and a video of exactly what a model will see."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mongyudo.film.encode import VideoFormat, VideoWriter
from mongyudo.training.prepared import PreparedClip, PreparedSet, Rejected

REPORT = "inspect.html"
LEFT_OUT = {
    "short": "너무 짧음", "rest": "자투리", "transition": "장면 전환", "damaged": "깨진 프레임",
    "unreadable": "읽을 수 없음", "frozen": "멈춘 화면", "shaking": "흔들림",
    "hidden-cut": "숨은 컷", "text": "글자가 많음", "duplicate": "겹침",
}  # fmt: skip
"""Why a clip was left out, in Korean."""
STYLE = """
:root { color-scheme: light dark; --line: #8884; --faint: #888; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
body { word-break: keep-all; overflow-wrap: anywhere; }
small { font-weight: 400; color: var(--faint); }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; }
th { min-width: 9rem; } th small { display: block; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
article p { margin: .2rem 0; } article img { max-width: 100%; display: block; margin: .5rem 0; }
.way { font-variant-numeric: tabular-nums; } .faint { color: var(--faint); font-size: .9em; }
.label { border: 1px solid var(--line); border-radius: 1rem; }
.label { padding: 0 .6rem; margin-right: .3rem; }
.note { color: #b26a00; }
"""


def write_report(found: PreparedSet, path: Path) -> Path:
    """Write the page about a prepared set; pictures stay in the set and are linked."""
    page = "\n".join(_page(found, path.parent))
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_text(page, encoding="utf-8")
    part.replace(path)
    return path


def _page(found: PreparedSet, base: Path) -> Iterator[str]:
    title = f"{found.folder.resolve().name} · {found.backend}"
    yield '<!doctype html><html lang="ko"><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>조각 살펴보기 · {escape(title)}</title><style>{STYLE}</style>"
    yield f"<h1>조각 살펴보기 <small>Clips inspected</small></h1><p>{escape(title)}</p>"
    yield _table(_summary(found))
    yield "<h2>모델이 보는 그대로 <small>Clips as the model sees them</small></h2>"
    yield from (_clip(clip, found, base) for clip in found.clips)
    by_reason: dict[str, list[Rejected]] = defaultdict(list)
    for each in found.rejected:
        by_reason[each.reason].append(each)
    for reason, lines in by_reason.items():
        told = f"Left out: {reason} ({len(lines)})"
        words = LEFT_OUT[reason]
        yield f"<h2>뺀 것: {escape(words)} {len(lines)}개 <small>{escape(told)}</small></h2>"
        yield from (_left_out(each, found, base) for each in lines)


def _summary(found: PreparedSet) -> Iterator[tuple[str, str, str]]:
    """Korean and English names, and values."""
    made = found.made
    yield "조각", "clips", f"영상 {made.get('videos', '?')}개에서 {len(found.clips)}개"
    yield "속도", "rate", f"{made.get('fps')} fps, 조각마다 {made.get('frames')} 프레임"
    yield (
        "크기별",
        "buckets",
        ", ".join(f"{name}: {count}" for name, count in made["buckets"].items()),
    )
    left_out = (f"{name}: {count}" for name, count in made["rejected"].items())
    yield "뺀 것", "left out", ", ".join(left_out) or "없음"
    labels: dict[str, int] = defaultdict(int)
    for clip in found.clips:
        labels[" ".join(filter(None, (clip.emotion, clip.category))) or "라벨 없음"] += 1
    yield "라벨", "labels", ", ".join(f"{name}: {count}" for name, count in sorted(labels.items()))
    shared = made.get("shared_captions", 0)
    advice = " (하나씩 설명해 주세요. Caption them one by one.)" * (shared > 0)
    yield "설명이 같은 조각", "clips that share a caption", f"{shared}{advice}"
    yield "라이선스", "licences", ", ".join(made.get("licences", []))
    yield "지문", "digest", found.digest


def _table(rows: Iterable[tuple[str, str, str]]) -> str:
    cells = (
        f"<tr><th>{escape(ko)} <small>{escape(en)}</small></th><td>{escape(value)}</td></tr>"
        for ko, en, value in rows
    )
    return f"<table>{''.join(cells)}</table>"


def way(clip: PreparedClip) -> str:
    """How the source became the clip: its frames and rate -> the clip's -> the bucket."""
    origin, (width, height) = clip.origin, clip.size_px
    return (
        f"{origin.frames} frames at {origin.fps:g} fps, {origin.size_px[0]}x{origin.size_px[1]} → "
        f"{clip.frames} frames at {clip.fps} fps → {width}x{height}x{clip.frames}"
    )


def _clip(clip: PreparedClip, found: PreparedSet, base: Path) -> str:
    labels = (clip.emotion, clip.category, clip.background, clip.mood)
    pills = "".join(f'<span class="label">{escape(label)}</span>' for label in labels if label)
    notes = "".join(f'<p class="note">{escape(note)}</p>' for note in clip.notes)
    figures = ", ".join(f"{name} {value:g}" for name, value in clip.figures.items())
    place = _span(clip.origin.file, clip.origin.start_s, clip.origin.end_s)
    return (
        f'<article id="{escape(clip.id)}"><p><b>{escape(clip.caption)}</b></p><p>{pills}</p>'
        f"{_strip(clip.id, found, base)}"
        f'<p class="way">{escape(way(clip))}</p>{notes}'
        f'<p class="faint">{escape(clip.id)} · {escape(place)}'
        f" · {escape(figures)} · {escape(clip.source)}, {escape(clip.licence)}</p></article>"
    )


def _left_out(each: Rejected, found: PreparedSet, base: Path) -> str:
    return (
        f"<article><p>{escape(each.told)}</p>{_strip(each.id, found, base)}"
        f'<p class="faint">{escape(_span(each.file, each.start_s, each.end_s))}</p></article>'
    )


def _span(file: str, start_s: float, end_s: float) -> str:
    return f"{file}, {start_s:.2f}-{end_s:.2f} s"


def _strip(id: str, found: PreparedSet, base: Path) -> str:
    path = found.folder / "strips" / f"{id}.png"
    if not id or not path.is_file():
        return ""
    link = Path(os.path.relpath(path.resolve(), base.resolve())).as_posix()
    return f'<img loading="lazy" src="{escape(link)}" alt="{escape(id)}">'


def write_video(clips: Sequence[PreparedClip], path: Path) -> None:
    """The pixels of `clips`, one clip after the other, on a ground as large as the largest."""
    width = max(clip.size_px[0] for clip in clips)
    height = max(clip.size_px[1] for clip in clips)
    ground = VideoFormat((width + width % 2, height + height % 2), clips[0].fps)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    with VideoWriter(part, ground) as writer:
        for clip in clips:
            for frame in clip.pixels():
                writer.write(_on_ground(frame, ground.size_px))
    part.replace(path)


def _on_ground(frame: NDArray[np.uint8], size_px: tuple[int, int]) -> NDArray[np.uint8]:
    ground = np.zeros((size_px[1], size_px[0], 3), np.uint8)
    top, left = (size_px[1] - frame.shape[0]) // 2, (size_px[0] - frame.shape[1]) // 2
    ground[top : top + frame.shape[0], left : left + frame.shape[1]] = frame
    return ground
