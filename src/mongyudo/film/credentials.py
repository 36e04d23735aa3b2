"""Content credentials (C2PA): a file says, signed by the operator, that a machine made it and how.

The extra `c2pa` brings c2pa-python, the certificate and the key come from the settings. Nothing of
the dream is in what is signed, and nobody is asked over the network.
"""

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mongyudo.errors import FilmError, SettingsError

KINDS = {".mp4": "video/mp4", ".png": "image/png", ".jpg": "image/jpeg"}
"""Files that are signed, and their media types."""
TRIED_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"
DOT_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a4944415478da6360000000020001e527defc0000000049454e44ae426082"
)
"""A picture of one pixel, to try a seal with."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Whose signature: a PEM file of certificates, the signer's first, and one of its key."""

    certificate: Path
    key: Path


def check_seal(seal: Seal) -> None:
    """Raise SettingsError where `seal` cannot sign: before a film is made, not after."""
    signer = _signer(seal)
    import c2pa

    claim = json.dumps(_claim("image/png", "0", "", TRIED_TYPE))
    try:
        with c2pa.Builder(claim) as builder:
            builder.sign(signer, "image/png", io.BytesIO(DOT_PNG), io.BytesIO())
    except c2pa.C2paError as error:
        raise SettingsError(
            f"c2pa_certificate {seal.certificate} and c2pa_key {seal.key} cannot sign: {error}"
        ) from error
    finally:
        signer.close()


def sign(files: list[Path], seal: Seal, *, version: str, title: str, source_type: str) -> None:
    """Sign `files` in place as created by Mongyudo `version`, of IPTC's `source_type`.

    Raises FilmError when a file cannot be signed.
    """
    import c2pa

    signer = _signer(seal)
    try:
        for file in files:
            signed = file.with_name(f"signed-{file.name}")
            told = json.dumps(_claim(KINDS[file.suffix], version, title, source_type))
            with c2pa.Builder(told) as builder:
                builder.sign_file(file, signed, signer)
            signed.replace(file)
    except c2pa.C2paError as error:
        raise FilmError(
            f"영상에 C2PA 서명을 하지 못했습니다: {seal.certificate} (cannot sign: {error})"
        ) from error
    finally:
        signer.close()


def _claim(kind: str, version: str, title: str, source_type: str) -> dict[str, Any]:
    maker = {"name": "Mongyudo", "version": version}
    created = {
        "action": "c2pa.created",
        "digitalSourceType": source_type,
        "softwareAgent": maker,
    }
    return {
        "claim_generator_info": [maker],
        "title": title,
        "format": kind,
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [created]}}],
    }


def _signer(seal: Seal) -> Any:
    try:
        import c2pa
    except ImportError as error:
        raise SettingsError(
            "c2pa_certificate is set, but c2pa-python is not installed. "
            "Run ./mongyudo setup c2pa, or pip install 'mongyudo[c2pa]'."
        ) from error
    chain, key = (_read(path) for path in (seal.certificate, seal.key))
    try:
        return c2pa.Signer.from_info(c2pa.C2paSignerInfo(_algorithm(key, seal), chain, key, None))
    except c2pa.C2paError as error:
        raise SettingsError(
            f"c2pa_certificate {seal.certificate} and c2pa_key {seal.key} cannot sign: {error}"
        ) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingsError(f"cannot read {path}, set for C2PA: {error.strerror}") from error


def _algorithm(key: bytes, seal: Seal) -> str:
    """C2PA's name of the algorithm that a PEM key is for."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        loaded = load_pem_private_key(key, None)
    except (ValueError, TypeError) as error:
        raise SettingsError(f"c2pa_key {seal.key} is no unencrypted PEM key: {error}") from error
    if isinstance(loaded, ec.EllipticCurvePrivateKey) and loaded.curve.key_size in (256, 384):
        return f"es{loaded.curve.key_size}"
    if isinstance(loaded, ed25519.Ed25519PrivateKey):
        return "ed25519"
    if isinstance(loaded, rsa.RSAPrivateKey):
        return "ps256"
    raise SettingsError(
        f"c2pa_key {seal.key} is of a kind that C2PA does not know here: use P-256, P-384, "
        "Ed25519 or RSA."
    )
