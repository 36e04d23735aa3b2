"""Where a dream comes from: words on the command line, a file, or standard input."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from mongyudo.errors import InputError
from mongyudo.records import Dream

MOST_BYTES = 1_000_000
"""A text file larger than this is no dream; reading refuses texts over 20,000 characters."""


def dream_from(source: str | None) -> Dream:
    """The dream in `source`: `-` or nothing for standard input, a file, or the text itself.

    Raises InputError for a missing file, a folder, a huge file or bytes that are not UTF-8.
    """
    if source is None and sys.stdin.isatty():
        raise InputError(
            "꿈이 비어 있습니다. 꿈을 따옴표로 묶어 적거나 파일 이름을 주세요: "
            'mongyudo film "하늘을 나는 꿈을 꿨다." (No dream given: quote one, or name a file.)'
        )
    if source in (None, "-"):
        return Dream.of(_decode(sys.stdin.buffer.read(MOST_BYTES + 1), "stdin"))
    path = Path(str(source))
    if _is_file(path):
        return Dream.of(_decode(_bytes_of(path), path.name), path.stem)
    if _is_folder(path):
        raise InputError(
            f"꿈이 아니라 폴더입니다: {source}. 그 안의 글 파일 하나를 적어 주세요. "
            "(A folder, no dream: name one text file in it.)"
        )
    if _looks_like_a_path(str(source)):
        raise InputError(
            f"파일이 없습니다: {source}. 이름을 살피거나, 꿈이라면 띄어 쓴 글을 따옴표로 묶어 "
            "주세요. (No such file: check the name, or quote the text.)"
        )
    return Dream.of(str(source))


def text_files_from(source: str | None) -> str:
    """The whole text of a file or of standard input."""
    if source in (None, "-"):
        return _decode(sys.stdin.buffer.read(), "stdin")
    path = Path(str(source))
    if not _is_file(path):
        raise InputError(f"파일이 없습니다: {source} (No such file.)")
    return _decode(path.read_bytes(), path.name)


def dreams_from_lines(source: str | None) -> Iterator[Dream]:
    """Dreams from JSON lines `{"id", "text"}`; raises InputError naming the line."""
    for number, line in enumerate(text_files_from(source).splitlines(), start=1):
        if line.strip():
            yield _dream_of_line(line, number)


def _dream_of_line(line: str, number: int) -> Dream:
    try:
        item = json.loads(line)
        return Dream.of(str(item["text"]), str(item["id"]))
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise InputError(
            f'line {number} is not {{"id": ..., "text": ...}}: {type(error).__name__}: {error}'
        ) from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long for a name, or with a NUL: then it is the text
        return False


def _is_folder(path: Path) -> bool:
    """Whether it names a folder that is there; a single word may name one by chance."""
    try:
        return len(path.parts) > 1 and path.is_dir()
    except (OSError, ValueError):
        return False


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise InputError(
                f"파일이 너무 큽니다: {path.name}, {size:,}바이트 (한도 {MOST_BYTES:,}바이트). "
                "한 파일에 꿈 하나만 담아 주세요. (Too large: keep one dream a file.)"
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error


def _decode(data: bytes, name: str) -> str:
    if b"\0" in data:
        raise InputError(
            f"글이 아닌 파일입니다: {name}. UTF-8로 저장한 글 파일을 주세요. "
            "(This is not a text file: give one in UTF-8.)"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"UTF-8로 읽을 수 없습니다: {name}의 {error.start}번째 바이트. UTF-8로 바꾸어 저장해 "
            f"주세요: iconv -f cp949 -t utf-8 {name} > dream.txt (Not UTF-8: save it so.)"
        ) from error


def _looks_like_a_path(source: str) -> bool:
    has_suffix = Path(source).suffix in {".txt", ".md", ".text", ".json", ".jsonl"}
    return "\n" not in source and (has_suffix or ("/" in source and " " not in source))
