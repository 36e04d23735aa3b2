"""Adapters as files and names, without torch."""

import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from mongyudo.backends.adapters import (
    Outfit,
    Worn,
    card_metadata,
    find,
    fingerprint,
    kept,
    metadata_of,
    outfit,
    parse,
    read_card,
    write_card,
)
from mongyudo.errors import BackendError, UsageError
from mongyudo.records import AdapterCard

CARD = AdapterCard("emotion:공포", "owner/base", "ab" * 16, 4, "Apache-2.0", 8.0, "mongyudo ink,")


def write(path: Path, metadata: dict[str, str], data: bytes = b"\0" * 8) -> Path:
    """A safetensors file with one tensor of two numbers."""
    tensor = {"dtype": "F32", "shape": [len(data) // 4], "data_offsets": [0, len(data)]}
    header = json.dumps({"__metadata__": metadata, "a": tensor}, ensure_ascii=False).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(len(header).to_bytes(8, "little") + header + data)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An adapters' folder with one good and one broken file."""
    write(tmp_path / "wan" / "emotion-공포.safetensors", card_metadata(CARD))
    (tmp_path / "wan" / "emotion-슬픔.safetensors").write_bytes(b"half")
    return tmp_path


def test_names_and_blends_are_read() -> None:
    """One name, or several with weights."""
    assert parse(None) == ()
    assert parse("emotion:공포") == (Worn("emotion:공포"),)
    blend = parse("emotion:공포*0.7 + category:물·바다*0.3")
    assert blend == (Worn("emotion:공포", 0.7), Worn("category:물·바다", 0.3))


@pytest.mark.parametrize(
    "wish", ["공포", ":공포", "emotion:", "emotion:../x", "emotion:공포*", "emotion:공포*nan", "+"]
)
def test_what_is_no_name_is_refused(wish: str) -> None:
    """Also weights that are no numbers, and names that lead elsewhere."""
    with pytest.raises(UsageError):
        parse(wish)


def test_a_file_is_found_by_its_korean_name(folder: Path) -> None:
    """In pieces (NFD) too, as some file systems give names back."""
    assert find(folder, "wan", "emotion:행복") is None
    found = find(folder, "wan", "emotion:공포")
    assert found is not None
    found.rename(found.with_name(unicodedata.normalize("NFD", found.name)))
    assert find(folder, "wan", "emotion:공포") is not None


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """A mistyped adapters_dir is not the same as no adapters."""
    with pytest.raises(UsageError, match="adapters_dir"):
        outfit(tmp_path / "absent", "wan", "emotion:공포", 1.0)


GROWN = replace(
    CARD,
    targets=("to_k", "to_q"),
    data_hash="cd" * 16,
    data_licences=("Apache-2.0",),
    commit="0" * 40,
    verification={"passed": False, "why": ["style"], "measures": {"style": 0.5}},
)


def test_a_file_gets_another_card(folder: Path) -> None:
    """Verified: card and header change, the tensors' bytes do not, and the file stays whole."""
    path = folder / "wan" / "emotion-공포.safetensors"
    write(path, card_metadata(CARD) | {"format": "pt"}, data=b"12345678")
    write_card(path, GROWN)
    assert read_card(path) == GROWN
    assert metadata_of(path)["format"] == "pt"
    assert path.read_bytes().endswith(b"12345678")
    assert list(path.parent.glob(".*")) == []


def test_a_card_of_an_earlier_version_is_read(folder: Path) -> None:
    """What it does not tell yet is empty."""
    path = folder / "wan" / "emotion-공포.safetensors"
    old = json.loads(card_metadata(CARD)["mongyudo.card"])
    for key in ("targets", "data_hash", "data_licences", "commit", "verification"):
        del old[key]
    assert read_card(write(path, {"mongyudo.card": json.dumps(old)})) == CARD


def test_the_card_comes_back_as_written(folder: Path) -> None:
    """Entries of a later version are passed over."""
    path = folder / "wan" / "emotion-공포.safetensors"
    assert read_card(path) == CARD
    later = json.loads(card_metadata(CARD)["mongyudo.card"]) | {"later": 1}
    assert read_card(write(path, {"mongyudo.card": json.dumps(later)})) == CARD


@pytest.mark.parametrize("card", ["{}", "[]", "no json", '{"name": "x"}'])
def test_a_card_that_cannot_be_read_is_told(tmp_path: Path, card: str) -> None:
    """With the file's name."""
    path = write(tmp_path / "emotion-공포.safetensors", {"mongyudo.card": card})
    with pytest.raises(BackendError, match="emotion-공포"):
        read_card(path)


def test_the_list_names_what_is_broken(folder: Path) -> None:
    """One broken file hides no other."""
    good, broken = kept(folder)
    assert (good.name, good.card, good.fault) == ("emotion:공포", CARD, "")
    assert broken.name == "emotion:슬픔"
    assert broken.card is None
    assert "safetensors" in broken.fault


def test_scale_0_wears_nothing(folder: Path) -> None:
    """And neither does a shot without a wish, or of an emotion nobody trained."""
    wished = "emotion:공포"
    assert outfit(folder, "wan", wished, 0.0).told == {"adapter": None}
    assert outfit(folder, "wan", "emotion:행복", 1.0).told == {"adapter": None}
    assert outfit(folder, "wan", None, 1.0).files == {}
    assert outfit(folder, "wan", wished, 0.5).told["adapter_scale"] == 0.5


def test_one_adapter_named_twice_adds_up() -> None:
    """Halves are a whole; the trigger is the heaviest adapter's."""
    path, other = Path("a"), Path("b")
    half = Worn("emotion:공포", 0.5)
    plain = AdapterCard("emotion:슬픔", "owner/base", "", 4, "")
    worn = Outfit(((half, path, CARD), (half, path, CARD), (Worn("x:y", 0.1), other, plain)))
    assert worn.files == {path: 1.0, other: 0.1}
    assert worn.trigger == "mongyudo ink, "


def test_the_fingerprint_knows_weights_not_their_copies(tmp_path: Path) -> None:
    """Other numbers or another config are another base; a copied folder is the same."""
    for name, data, layers in (("a", b"\1" * 8, 2), ("b", b"\1" * 8, 2), ("c", b"\2" * 8, 2)):
        write(tmp_path / name / "model.safetensors", {"from": name}, data)
        config = {"num_layers": layers, "_name_or_path": name, "_diffusers_version": name}
        (tmp_path / name / "config.json").write_text(json.dumps(config))
    first, copy, other = (fingerprint([tmp_path / name]) for name in "abc")
    assert first == copy != other
    (tmp_path / "b" / "config.json").write_text(json.dumps({"num_layers": 3}))
    assert fingerprint([tmp_path / "b"]) != first


def test_a_folder_that_is_not_there_is_told_when_it_is_listed(tmp_path):
    """As when an adapter is looked for in it."""
    with pytest.raises(UsageError, match="is no folder"):
        list(kept(tmp_path / "nowhere"))
