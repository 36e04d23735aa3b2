"""The diary as a whole: counted, exported, taken in again."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from mongyudo.diary import entries, films
from mongyudo.diary.entries import Filter, Writing
from mongyudo.diary.export import (
    DIARY,
    TakenIn,
    as_json,
    as_markdown,
    export,
    gather,
    markdown,
    take_in,
)
from mongyudo.diary.statistics import statistics
from mongyudo.diary.store import Store
from mongyudo.diary.values import to_json
from mongyudo.diary.wishes import Wishes
from mongyudo.errors import InputError
from mongyudo.records import StyleCard


@pytest.fixture
def other(new_store: Callable[[str], Store]) -> Store:
    """Another diary."""
    return new_store("other")


def whose(session: Session) -> str:
    return entries.single_dreamer(session).id


def element(lemma: str, kind: str, *, negated: bool = False) -> dict[str, Any]:
    return {"lemma": lemma, "kind": kind, "concept": lemma, "negated": negated}


def dream(store: Store, text: str, day: date, emotion: str, *elements: dict[str, Any]) -> str:
    with store.transaction() as session:
        entry = entries.write(session, whose(session), Writing(text, day, tags=("범", "산")))
        entry.reading = {"segments": [{"elements": list(elements)}], "emotion": {"label": emotion}}
        entry.emotion, entry.category = emotion, "지상동물"
        return entry.id


def test_statistics_count_dreams_and_not_words(store: Store) -> None:
    tiger, wood = element("호랑이", "actor"), element("숲", "setting")
    dream(store, "하나", date(2026, 10, 3), "공포", tiger, tiger, wood)
    dream(store, "둘", date(2026, 11, 1), "공포", tiger)
    dream(store, "셋", date(2026, 11, 9), "행복", element("호랑이", "actor", negated=True), wood)
    with store.transaction() as session:
        told = statistics(session, whose(session))
    assert told.dreams == 3
    assert [(m.month, m.dreams) for m in told.months] == [
        ("2026-10", {"공포": 1}),
        ("2026-11", {"행복": 1, "공포": 1}),
    ]
    assert [(c.word, c.dreams) for c in told.figures] == [("호랑이", 2)]
    assert [where.dreamed_on for where in told.figures[0].where] == [
        date(2026, 11, 1),
        date(2026, 10, 3),
    ]
    assert told.months[1].spans == (("행복", 0, 1), ("공포", 1, 1))
    assert [(c.word, c.dreams) for c in told.tags] == [("범", 3), ("산", 3)]
    assert [(c.word, c.dreams) for c in told.themes] == [("숲", 2)]


def test_that_one_woke_up_is_nothing_that_returns(store: Store) -> None:
    fall = element("떨어지다", "motion")
    for text in ("하나", "둘"):
        dream(store, text, date(2026, 10, 3), "공포", element("wake", "motion"), fall)
    with store.transaction() as session:
        told = statistics(session, whose(session))
    assert [(c.word, c.dreams) for c in told.themes] == [("떨어지다", 2)]


def filmed(store: Store, entry_id: str) -> str:
    """A finished film of an entry with a file."""
    with store.transaction() as session:
        film = films.ask(session, session.get_one(entries.Entry, entry_id), Wishes())
        film.state, film.manifest = "done", {"seed": 7}
    folder = films.folder_of(store, film.id)
    folder.mkdir(parents=True)
    (folder / "film.mp4").write_bytes(b"moving pictures")
    (folder / "poster.png").write_bytes(b"a picture")
    return film.id


def exported(store: Store, *, with_films: bool = True) -> io.BytesIO:
    file = io.BytesIO()
    with store.transaction() as session:
        dreamer = whose(session)
    export(store, dreamer, file, films=with_films)
    file.seek(0)
    return file


def test_the_texts_alone_are_json_to_take_in_and_markdown_to_read(
    store: Store, other: Store
) -> None:
    entry_id = dream(store, "호랑이가 나왔다.", date(2026, 11, 1), "공포")
    dream(store, "숲을 걸었다.", date(2026, 10, 1), "행복")
    filmed(store, entry_id)
    with store.transaction() as session:
        dreamer = whose(session)
    whole = gather(store, dreamer)
    told = as_markdown(whole)
    assert told.index("숲을 걸었다.") < told.index("호랑이가 나왔다.")
    assert "films/" not in told
    with other.transaction() as session:
        dreamer = whose(session)
    assert len(take_in(other, dreamer, io.BytesIO(as_json(whole).encode())).fresh) == 2
    with other.transaction() as session:
        taken = entries.entries(session, dreamer, Filter())
        assert [entry.text for entry in taken] == ["호랑이가 나왔다.", "숲을 걸었다."]
        assert not taken[0].films  # a film without its files is no film


def test_an_exported_diary_is_the_same_when_it_is_taken_in(store: Store, other: Store) -> None:
    entry_id = dream(store, "호랑이가 나왔다.\n무서웠다.", date(2026, 11, 1), "공포")
    filmed(store, entry_id)
    with other.transaction() as session:
        dreamer = whose(session)
    assert len(take_in(other, dreamer, exported(store)).fresh) == 1
    with store.transaction() as a, other.transaction() as b:
        here = a.get_one(entries.Entry, entry_id)
        there = entries.entries(b, dreamer, Filter())[0]
        for name in ("text", "dreamed_on", "tags", "reading", "emotion", "category", "made_at"):
            assert getattr(here, name) == getattr(there, name), name
        (film,) = there.films
        assert (film.state, film.manifest) == ("done", {"seed": 7})
        assert (films.folder_of(other, film.id) / "film.mp4").read_bytes() == b"moving pictures"
    assert take_in(other, dreamer, exported(store)) == TakenIn((), 1)


def test_the_style_card_comes_along_where_there_is_none(store: Store, other: Store) -> None:
    card = StyleCard(style="geumni", hair="braid", seal="꿈결")
    with store.transaction() as session:
        entries.single_dreamer(session).card = to_json(StyleCard, card)
    with other.transaction() as session:
        dreamer = whose(session)
    take_in(other, dreamer, exported(store))
    assert gather(other, dreamer).card == card
    with other.transaction() as session:
        entries.single_dreamer(session).card = to_json(StyleCard, StyleCard(seal="나"))
    take_in(other, dreamer, exported(store))
    assert gather(other, dreamer).card == StyleCard(seal="나")


def test_a_title_means_nothing_to_markdown_and_a_day_is_said_once(store: Store) -> None:
    day = date(2026, 11, 1)
    with store.transaction() as session:
        dreamer = whose(session)
        entries.write(session, dreamer, Writing("<i>꿈</i>이었다.", day, title="<b>범</b> *셋*"))
        entries.write(session, dreamer, Writing("제목이 없다.", day))
    titled, plain = (markdown(each) for each in gather(store, dreamer).entries)
    assert titled.startswith(f"# \\<b>범\\</b> \\*셋\\*\n\n{day}\n\n\\<i>꿈\\</i>이었다.\n")
    assert plain == f"# {day}\n\n제목이 없다.\n"


def test_an_export_can_be_read_without_mongyudo(store: Store) -> None:
    filmed(store, dream(store, "호랑이가 나왔다.", date(2026, 11, 1), "공포"))
    with zipfile.ZipFile(exported(store)) as archive:
        page = archive.read("entries/2026-11-01-1.md").decode()
        assert "호랑이가 나왔다." in page
        assert "#범" in page
        assert [n for n in archive.namelist() if n.endswith("film.mp4")]
        assert (
            json.loads(archive.read(DIARY))["entries"][0]["writing"]["dreamed_on"] == "2026-11-01"
        )
    with zipfile.ZipFile(exported(store, with_films=False)) as archive:
        assert not [n for n in archive.namelist() if n.endswith("film.mp4")]


def zipped(files: dict[str, str]) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    file.seek(0)
    return file


@pytest.mark.parametrize(
    "file",
    [
        io.BytesIO(b"no zip at all"),
        zipped({"other.txt": ""}),
        zipped({DIARY: "{"}),
        zipped({DIARY: '{"format": 1}'}),
    ],
)
def test_what_is_no_export_is_refused_in_korean(store: Store, file: io.BytesIO) -> None:
    with pytest.raises(InputError, match="ZIP이나 JSON을 골라 주세요") as told:
        take_in(store, "nobody", file)
    assert not re.search("Expecting|Field|archive|value", str(told.value))


def test_a_film_s_file_cannot_be_put_elsewhere(store: Store, other: Store) -> None:
    film_id = filmed(store, dream(store, "호랑이가 나왔다.", date(2026, 11, 1), "공포"))
    with zipfile.ZipFile(exported(store)) as archive:
        told = archive.read(DIARY).decode().replace("poster.png", "../../evil")
    evil = zipped({DIARY: told, f"films/{film_id}/../../evil": "evil"})
    with other.transaction() as session:
        dreamer = whose(session)
    take_in(other, dreamer, evil)
    assert not list(other.home.folder.rglob("evil"))
    assert not (other.home.folder.parent / "evil").exists()
