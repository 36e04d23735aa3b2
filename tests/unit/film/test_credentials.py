"""Content credentials: what is signed can be verified, what was changed afterwards cannot."""

from pathlib import Path

import c2pa
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from PIL import Image
from tests.certificates import certified

from mongyudo.diary.wishes import Wishes, choices_of
from mongyudo.errors import SettingsError
from mongyudo.film.credentials import Seal, check_seal, sign
from mongyudo.journey.manifest import label_of
from mongyudo.policy.label import TITLE, source_type
from mongyudo.settings import Settings


def picture(folder: Path) -> Path:
    made = folder / "poster.png"
    Image.new("RGB", (64, 36), "teal").save(made)
    return made


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1()])
def test_what_is_signed_says_who_made_it_until_it_is_changed(
    tmp_path: Path, curve: ec.EllipticCurve
) -> None:
    file, kind = picture(tmp_path), source_type(trained=True)
    sign([file], Seal(*certified(tmp_path, curve)), version="1", title=TITLE, source_type=kind)
    with c2pa.Reader(file) as reader:
        assert reader.get_validation_state() == "Valid"
        made = reader.get_active_manifest()
    assert made["signature_info"]["common_name"] == "signer"
    (action,) = made["assertions"][-1]["data"]["actions"]
    assert action["action"] == "c2pa.created"
    assert action["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chain.pem", "key.pem", file.name]
    changed = bytearray(file.read_bytes())
    changed[-20] ^= 1
    file.write_bytes(changed)
    with c2pa.Reader(file) as reader:
        assert reader.get_validation_state() == "Invalid"


def test_a_seal_that_cannot_sign_is_told_before_anything_is_made(tmp_path: Path) -> None:
    certificate, key = certified(tmp_path)
    check_seal(Seal(certificate, key))
    with pytest.raises(SettingsError, match=r"gone\.pem"):
        check_seal(Seal(tmp_path / "gone.pem", key))
    with pytest.raises(SettingsError, match="no unencrypted PEM key"):
        check_seal(Seal(certificate, certificate))
    with pytest.raises(SettingsError, match="cannot sign"):
        check_seal(Seal(key, key))
    with pytest.raises(SettingsError, match="c2pa_key is not set"):
        choices_of(Wishes(), Settings(c2pa_certificate=certificate))


def test_the_diary_s_films_are_signed_with_the_same_seal(tmp_path: Path) -> None:
    certificate, key = certified(tmp_path)
    settings = Settings(c2pa_certificate=certificate, c2pa_key=key)
    assert choices_of(Wishes(), settings).seal == Seal(certificate, key)
    assert choices_of(Wishes(), Settings()).seal is None


def test_only_the_brush_is_an_algorithm_that_nobody_trained() -> None:
    assert label_of("ink")["comment"].endswith("/algorithmicMedia")
    assert label_of("mongyudo-small")["comment"].endswith("/trainedAlgorithmicMedia")
