"""Titles, captions and the corner mark are written whole and legible."""

from importlib.resources import files

import numpy as np
import pytest

from mongyudo.ink.canvas import pixels_of, surface
from mongyudo.ink.layers import View
from mongyudo.ink.lettering import (
    book_font,
    brush_font,
    caption_image,
    lines_of,
    mark_image,
)
from mongyudo.ink.looks import look_for, luminance
from mongyudo.ink.scene import Scene
from mongyudo.ink.title import TitleLayer, title_layer

LONG = "할머니 집 마당에서 호랑이에게 쫓기다가 절벽에서 떨어졌다."


def title_pixels(words: str, size: tuple[int, int], seal: str = "꿈") -> np.ndarray:
    """The finished title alone on a frame with a border of a third around it."""
    look = look_for("calm", "ink", "day")
    layer = title_layer(Scene(size, 24, 3.0, 1, "home", title=words, seal=seal), look)
    assert layer is not None
    border = max(8, min(size) // 3)
    field = surface(size[0] + 2 * border, size[1] + 2 * border)
    canvas = field.getCanvas()
    canvas.translate(border, border)
    layer.draw(canvas, View(60.0, 1.0, (0.0, 0.0), size))
    pixels = pixels_of(field)
    inside = pixels[border:-border, border:-border].copy()
    pixels[border:-border, border:-border] = 0
    assert int((pixels[..., 3] > 60).sum()) == 0, "the title leaves the frame"
    return inside


@pytest.mark.parametrize("size", [(768, 432), (256, 144), (144, 256), (64, 64), (97, 203)])
@pytest.mark.parametrize("words", ["꿈", "호랑이 꿈", LONG])
def test_title_stays_within_the_frame(words: str, size: tuple[int, int]) -> None:
    """However long the title and however small the frame, every sign lies inside."""
    assert (title_pixels(words, size)[..., 3] > 100).sum() > 4


def test_no_title_no_layer() -> None:
    """A scene without a title gets none, not even a seal."""
    look = look_for("calm", "ink", "day")
    assert title_layer(Scene((64, 36), 24, 1.0, 1, "home", title="  "), look) is None


def red_count(pixels: np.ndarray) -> int:
    """How many pixels are seal red."""
    wide = pixels.astype(int)
    return int(((wide[..., 0] > 120) & (wide[..., 1] < 80) & (wide[..., 3] > 200)).sum())


def test_seal_is_red() -> None:
    """The seal below the title is red, and without a seal nothing is."""
    assert red_count(title_pixels("백자", (256, 144))) > 30
    assert red_count(title_pixels("백자", (256, 144), seal="")) == 0


@pytest.mark.parametrize("time", ["night", "day"])
def test_title_contrasts_with_the_sky(time: str) -> None:
    """Writing is light on a dark sky and dark on bright paper."""
    light = time == "night"
    look = look_for("fear" if light else "joy", "ink", time)
    layer = title_layer(Scene((768, 432), 24, 3.0, 1, "home", title="꿈", seal=""), look)
    assert layer is not None
    field = surface(768, 432)
    layer.draw(field.getCanvas(), View(60.0, 1.0, (0.0, 0.0), (768, 432)))
    pixels = pixels_of(field)
    core = pixels[pixels[..., 3] > 248]
    middle = np.median(core[:, :3], axis=0)
    assert (luminance(tuple(int(v) for v in middle)) > 128) == light


def test_lines_break_between_words_and_fit() -> None:
    """No line is longer than asked, no word is lost, and the lines are about even."""
    font = book_font(20.0)
    lines = lines_of(LONG, font, 300.0)
    assert " ".join(lines) == LONG
    lengths = [font.measureText(line) for line in lines]
    assert max(lengths) <= 300.0
    assert min(lengths) > 0.5 * max(lengths)


def test_an_endless_word_is_cut() -> None:
    """A word longer than the line is broken between its signs."""
    lines = lines_of("가" * 100, book_font(20.0), 200.0)
    assert "".join(lines) == "가" * 100
    assert len(lines) > 5
    assert lines_of("  ", book_font(20.0), 200.0) == []


def test_captions_have_the_width_of_the_frame() -> None:
    """A caption is as wide as the frame, higher with more lines, and light on a dark edge."""
    short, long = caption_image("꿈이었다.", 400), caption_image(LONG * 2, 400)
    assert short.shape[1] == long.shape[1] == 400
    assert short.shape[2] == 4
    assert long.shape[0] > short.shape[0]
    assert short.dtype == np.uint8
    assert short[short[..., 3] > 240][:, :3].max() > 230
    assert caption_image("", 400).shape == (1, 400, 4)


def test_mark_is_small_and_visible() -> None:
    """The corner mark is a small plate with letters."""
    mark = mark_image("AI 생성")
    assert mark.shape[0] < 24
    assert 30 < mark.shape[1] < 90
    assert mark[..., 3].max() > 200


def test_fonts_hold_all_syllables_and_come_with_licences() -> None:
    """Both fonts draw every modern Korean syllable, and their licence lies beside them."""
    for font in (brush_font(20.0), book_font(20.0)):
        face = font.getTypeface()
        assert all(face.unicharToGlyph(code) for code in range(0xAC00, 0xD7A4))
    assets = files("mongyudo.ink") / "assets"
    for stem in ("nanum-brush-script", "gowun-batang"):
        text = (assets / f"LICENSE-{stem}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in text.upper()
        assert (assets / f"{stem}.woff").is_file()


def written(title: str, size: tuple[int, int], **more: object) -> TitleLayer:
    """A title on a day in a field."""
    scene = Scene(size, 24, 3.0, 1, "field", title=title, seal="")
    layer = title_layer(scene, look_for("calm", "ink", "day"), **more)
    assert layer is not None
    return layer


@pytest.mark.parametrize("size", [(768, 432), (576, 576), (432, 768)])
def test_columns_end_with_words(size: tuple[int, int]) -> None:
    """However many columns, each begins with a whole word, and reading goes from right to left."""
    title = "검은 말 한 마리가 기다리는 눈 덮인 벌판"
    signs = written(title, size).glyphs
    middles = [round(g.x_px + g.image.width() / 2) for g in signs]
    columns = sorted(set(middles), reverse=True)
    assert middles == sorted(middles, reverse=True)
    lengths = [middles.count(x) for x in columns]
    ends = {sum(len(w) for w in title.split()[:n]) for n in range(1, 10)}
    assert all(sum(lengths[:n]) in ends for n in range(1, len(lengths) + 1))
    assert len(columns) <= 3


def test_a_long_word_is_written_smaller_and_whole() -> None:
    """One word is one column, whatever its length."""
    short, long = written("무궁화", (768, 432)), written("무궁화꽃이피었습니다", (768, 432))
    assert len({round(g.x_px + g.image.width() / 2) for g in long.glyphs}) == 1
    assert long.glyphs[0].image.width() < short.glyphs[0].image.width()


def test_latin_letters_are_written_in_a_line() -> None:
    """CCTV stands side by side, and not letter below letter."""
    signs = written("CCTV 속", (768, 432)).glyphs
    assert len({round(g.y_px + g.image.height() / 2) for g in signs}) == 1
    assert [g.x_px for g in signs] == sorted(g.x_px for g in signs)


def test_signs_stand_as_close_as_their_ink_asks() -> None:
    """Between two low signs is less room than between two high ones: the gaps are even."""

    def steps(title: str) -> list[float]:
        middles = [g.y_px + g.image.height() / 2 for g in written(title, (768, 432)).glyphs]
        return list(np.diff(middles))

    assert steps("그그그")[0] < 0.9 * steps("꿈꿈꿈")[0]


def test_the_title_goes_where_nobody_stands_and_shows_on_what_is_there() -> None:
    """At the right over bright paper in ink; at the left when somebody is at the right; in cream
    where the picture is dark."""
    bright = np.full((432, 768, 3), 230, np.uint8)
    right = written("호랑이", (768, 432), behind=bright)
    assert right.rect[0] > 600
    assert luminance(right.colour) < 90
    people = [(640.0, 40.0, 768.0, 400.0)]
    left = written("호랑이", (768, 432), behind=bright, people=people)
    assert left.rect[2] < 160
    half_dark = bright.copy()
    half_dark[:, 500:] = 30
    assert luminance(written("호랑이", (768, 432), behind=half_dark).colour) > 200


def test_a_long_title_is_written_in_time() -> None:
    """The last sign of thirty begins within two seconds."""
    layer = written("하늘에서 돈이 비처럼 쏟아지던 어느 날 오후의 이상한 꿈", (432, 768))
    assert layer.glyphs[-1].start < 2.0
