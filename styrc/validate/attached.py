"""The bytes of a picture or a Word file -> why they cannot be used: too many, of another format, or harmful."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from zlib import crc32, decompressobj
from zlib import error as ZlibError  # noqa: N812 - an error by its own name says nothing here

from styrc.validate.vector import Unfit
from styrc.validate.vector import unfit as unfit_drawing

PICTURES = (".svg", ".png", ".jpg", ".jpeg")
WORD = (".docx",)

_MEGABYTE = 1_000_000
_LARGEST = {".docx": 10, ".svg": 1}
_LARGEST_PICTURE = 2
_MOST_POINTS = 10_000_000  # of a picture: what it takes in memory has nothing to do with the size of its file
_LARGEST_OPENED = 100  # megabytes that a Word file may hold when it is opened
_MOST_PARTS = 5000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def largest(ending: str) -> int:
    """How many megabytes a file of this ending may be."""
    return _LARGEST.get(ending, _LARGEST_PICTURE)


def size(data: bytes, ending: str) -> tuple[int, int]:
    """Width and height in points of a picture that can be used; of a drawing, whose own they are, any."""
    if ending == ".svg":
        return 100, 100
    return _size_of_png(data) if ending == ".png" else _size_of_jpeg(data)


def unfit(data: bytes, ending: str) -> Unfit | None:
    """Why a file with this ending cannot be used, or nothing."""
    if len(data) > largest(ending) * _MEGABYTE:
        return Unfit("large")
    if ending == ".svg":
        return unfit_drawing(data)
    try:
        if ending in WORD:
            return None if _is_word(data) else Unfit("format")
        width, height = size(data, ending)
        if width * height > _MOST_POINTS:
            return Unfit("heavy")
        return None if width and height and (ending != ".png" or _is_full(data)) else Unfit("format")
    except (ValueError, IndexError, KeyError, ZlibError, zipfile.BadZipFile, NotImplementedError):
        return Unfit("format")


def _size_of_png(data: bytes) -> tuple[int, int]:
    """Width and height of a whole PNG picture. Raises ValueError where it is none, or a part of it is damaged."""
    chunks = dict(_chunks(data))
    head = chunks[b"IHDR"]
    if b"IDAT" not in chunks or b"IEND" not in chunks:
        raise ValueError
    return int.from_bytes(head[:4]), int.from_bytes(head[4:8])


def _is_full(data: bytes) -> bool:
    """Whether a PNG picture holds as many points as it says; where its lines are interlaced, whether it can be read."""
    chunks = list(_chunks(data))
    head = next(content for name, content in chunks if name == b"IHDR")
    bits = head[8] * _CHANNELS[head[9]] * int.from_bytes(head[:4])
    unpacker, held = decompressobj(), 0
    for name, content in chunks:
        left = content if name == b"IDAT" else b""
        while left:
            held += len(unpacker.decompress(left, _MEGABYTE))
            left = unpacker.unconsumed_tail
    return unpacker.eof and (bool(head[12]) or held == int.from_bytes(head[4:8]) * (1 + (bits + 7) // 8))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not data.startswith(_PNG):
        raise ValueError
    at = len(_PNG)
    while at < len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4])
        name, content = data[at + 4 : at + 8], data[at + 8 : end]
        if int.from_bytes(data[end : end + 4]) != crc32(name + content) or end + 4 > len(data):
            raise ValueError
        yield name, content
        if name == b"IEND":
            return
        at = end + 4


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    """Width and height of a whole JPEG picture. Raises ValueError where it is none, or its end is missing."""
    if not data.startswith(_JPEG) or b"\xff\xd9" not in data[-1024:]:
        raise ValueError
    at = 2
    while data[at] == 0xFF:  # noqa: PLR2004 - every segment begins so
        if data[at + 1] in _JPEG_SIZES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    raise ValueError


def _is_word(data: bytes) -> bool:
    """Whether a file is a Word document without macros, and can be opened in reasonable memory."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        parts = file.infolist()
        names = {part.filename for part in islice(parts, _MOST_PARTS)}
        opened = sum(part.file_size for part in parts)
        sound = len(parts) <= _MOST_PARTS and opened <= _LARGEST_OPENED * _MEGABYTE
        needed = {"[Content_Types].xml", "word/document.xml", "word/styles.xml"}
        return sound and needed <= names and not any(name.endswith("vbaProject.bin") for name in names)
