"""Dreams encrypted at rest: what of them lies in the database, sealed with the operator's keys.

Texts are sealed by Fernet (AES-128-CBC with HMAC-SHA256), each time otherwise. Tags are sealed by
AES-SIV, which gives equal tags equal seals, so that the database can still look them up. Days,
emotions, categories and states stay readable. Of films' files those with words are sealed
(`sealed_files.py`), pictures and sound are not.
"""

import base64
from collections.abc import Sequence
from functools import cache

from mongyudo.errors import MongyudoError, SettingsError
from mongyudo.settings import Settings, load_settings

SEALED = "\x01"
"""How a sealed text begins; no text of a dream does."""
KEY_BYTES = 32


class SealError(MongyudoError):
    """What was sealed with a key that is not at hand cannot be opened."""


class Sealer:
    """Seals with the first key, opens with any; with `writes` False it only opens."""

    def __init__(self, keys: Sequence[bytes], *, writes: bool) -> None:
        from cryptography.fernet import Fernet, MultiFernet
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV

        self.writes = writes
        self._texts = MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])
        self._tags = [AESSIV(_tag_key(key)) for key in keys]

    def seal(self, text: str) -> str:
        """A text as it is kept."""
        return SEALED + self._texts.encrypt(text.encode()).decode() if self.writes else text

    def seal_tag(self, tag: str) -> str:
        """A tag as it is kept; the same tag always alike."""
        if not self.writes or not tag:
            return tag
        return SEALED + base64.urlsafe_b64encode(self._tags[0].encrypt(tag.encode(), None)).decode()

    def open(self, kept: str) -> str:
        """The text of what is kept; what was never sealed is its own."""
        from cryptography.fernet import InvalidToken

        if not kept.startswith(SEALED):
            return kept
        try:
            return self._texts.decrypt(kept.removeprefix(SEALED).encode()).decode()
        except InvalidToken as error:
            raise no_key() from error

    def open_tag(self, kept: str) -> str:
        """The tag of what is kept."""
        from cryptography.exceptions import InvalidTag

        if not kept.startswith(SEALED):
            return kept
        sealed = base64.urlsafe_b64decode(kept.removeprefix(SEALED))
        for each in self._tags:
            try:
                return each.decrypt(sealed, None).decode()
            except InvalidTag:
                continue
        raise no_key()


def no_key() -> SealError:
    """The error of a text whose key is not at hand."""
    return SealError(
        "이 글을 여는 열쇠가 없습니다. (A text was sealed with a key that is not at hand; "
        "add the old key to encryption_key_file.)"
    )


def _tag_key(key: bytes) -> bytes:
    """A key of its own for tags: 64 bytes for AES-256-SIV."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=64, salt=None, info=b"mongyudo.tags").derive(key)


@cache
def sealer() -> Sealer | None:
    """This process's sealer as the settings say; None where nothing is or was sealed."""
    return sealer_from(load_settings())


def sealer_from(settings: Settings) -> Sealer | None:
    """The sealer of the settings; raises SettingsError for keys that are missing or broken."""
    given = settings.encryption_keys.get_secret_value().split(",")
    if settings.encryption_key_file is not None:
        try:
            given += settings.encryption_key_file.read_text(encoding="ascii").split()
        except (OSError, UnicodeDecodeError) as error:
            told = f"encryption_key_file: {settings.encryption_key_file} cannot be read ({error})."
            raise SettingsError(told) from error
    keys = [_key(word.strip()) for word in given if word.strip()]
    if not keys:
        if settings.encrypt:
            raise SettingsError(
                "encrypt = true needs a key: make one with `openssl rand -base64 32` and name its "
                "file as encryption_key_file (or give it as MONGYUDO_ENCRYPTION_KEYS)."
            )
        return None
    try:
        return Sealer(keys, writes=settings.encrypt)
    except ImportError as error:
        told = "encrypt = true needs the package cryptography: run ./mongyudo setup encryption"
        raise SettingsError(told) from error


def _key(word: str) -> bytes:
    try:
        key = base64.b64decode(word.replace("-", "+").replace("_", "/"), validate=True)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise SettingsError(
            f"an encryption key has {KEY_BYTES} bytes in base64; this one has {len(key)}. "
            "Make one with: openssl rand -base64 32"
        )
    return key
