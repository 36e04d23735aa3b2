"""The lexicon's loader: strict about its format, right about senses."""

from pathlib import Path

import pytest

from mongyudo.errors import LexiconError
from mongyudo.reading.lexicon import FIELDS, load_lexicon, read_entries, senses

HEADER = "\t".join(FIELDS)
GOOD = "구렁덩덩\tN\tactor\tsnake groom\t상상동물·귀신\tsnake\t\t"


def written(folder: Path, *lines: str) -> Path:
    file = folder / "own.tsv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def test_a_good_line_becomes_a_sense(tmp_path: Path) -> None:
    """All fields of a line reach the entry; empty ones are None."""
    entry = read_entries(written(tmp_path, "# own words", HEADER, "", GOOD))[0]
    assert (entry.lemma, entry.kind, entry.concept, entry.noun) == (
        "구렁덩덩", "actor", "snake", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("뱀\tX\tactor\tsnake\t\t\t\t", "pos 'X'"),
        ("뱀\tN\tbeast\tsnake\t\t\t\t", "kind 'beast'"),
        ("뱀\tN\tactor\t뱀\t\t\t\t", "plain ASCII"),
        ("뱀\tN\tactor\tsnake\t파충류\t\t\t", "category '파충류'"),
        ("뱀\tN\tactor\tsnake\t\tBig Snake\t\t", "snake_case"),
        ("쫓기\tV\tmotion\tbe chased\t\t\t\t", "must end in 다"),
        ("\tN\tactor\tsnake\t\t\t\t", "lemma is empty"),
        ("뱀\tN\tactor\tsnake\t\t\t\t\textra", "9 fields"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, problem: str) -> None:
    """The error names the file, the line and what is wrong."""
    file = written(tmp_path, HEADER, GOOD, line)
    with pytest.raises(LexiconError, match=rf"own\.tsv:3.*{problem}"):
        read_entries(file)


def test_a_file_without_header_is_refused(tmp_path: Path) -> None:
    """The first line that is no comment must be the header."""
    with pytest.raises(LexiconError, match=r"own\.tsv:1: the header"):
        read_entries(written(tmp_path, GOOD))


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """A folder of user words that is not there is an error, not an empty lexicon."""
    with pytest.raises(LexiconError, match="no such folder"):
        load_lexicon(tmp_path / "nowhere")


def test_user_words_go_before_the_built_in_ones(tmp_path: Path) -> None:
    """A user's sense of a known word wins."""
    written(tmp_path, HEADER, "호랑이\tN\tactor\tour cat Tiger\t\tcat\t\t")
    entry = load_lexicon(tmp_path).sense("호랑이", "N")
    assert entry is not None
    assert entry.concept == "cat"


def test_the_built_in_lexicon_is_wide() -> None:
    """Thousands of lemmas are known, verbs with their nouns among them."""
    lexicon = load_lexicon()
    chased = lexicon.sense("쫓기다", "V")
    assert len(lexicon) > 2500
    assert chased is not None
    assert chased.noun == "쫓김"


def test_a_cue_chooses_the_sense() -> None:
    """배 is a boat where one rides it and a pear where one eats it."""
    lexicon = load_lexicon()
    boat = lexicon.sense("배", "N", frozenset({"타다", "바다"}))
    pear = lexicon.sense("배", "N", frozenset({"깎다", "과일"}))
    assert boat is not None
    assert pear is not None
    assert boat.concept != pear.concept


def test_every_built_in_line_is_valid() -> None:
    """Not one line of the built-in files breaks the format."""
    assert len(senses(load_lexicon())) >= len(load_lexicon())


def test_blanks_for_tabs_are_named(tmp_path: Path) -> None:
    """A line whose fields are separated by blanks is an error that says so."""
    with pytest.raises(LexiconError, match=r"own\.tsv:2: .*tabs"):
        load_lexicon(written(tmp_path, HEADER, "뱀 N actor snake").parent)
