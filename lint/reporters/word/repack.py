"""A ZIP archive with a few parts changed, all others copied as they lie in it, compressed and dated."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from copy import copy
from io import BytesIO
from itertools import pairwise


def repack(archive: zipfile.ZipFile, data: bytes, changed: Mapping[str, bytes], *, beside: str) -> bytes:
    """The bytes of the archive `data` with the parts of `changed` in their place.

    The order of the parts stays; new ones come last, dated like the part `beside`.
    """
    output = BytesIO()
    ends = _ends(archive)
    with zipfile.ZipFile(output, "w") as new:
        new.comment = archive.comment
        for info in archive.infolist():
            if info.filename in changed:
                _write(new, info, changed[info.filename])
            else:
                _copy(new, info, data[info.header_offset : ends[info.header_offset]])
        for name in sorted(changed.keys() - frozenset(archive.namelist())):
            info = copy(archive.getinfo(beside))
            info.filename = info.orig_filename = name
            _write(new, info, changed[name])
    return output.getvalue()


def _write(new: zipfile.ZipFile, info: zipfile.ZipInfo, content: bytes) -> None:
    fresh = zipfile.ZipInfo(info.filename, info.date_time)
    fresh.compress_type = zipfile.ZIP_DEFLATED
    fresh.external_attr = info.external_attr
    fresh.create_system = info.create_system
    new.writestr(fresh, content)


def _copy(new: zipfile.ZipFile, info: zipfile.ZipInfo, record: bytes) -> None:
    """Put in a part's own header and its compressed bytes.

    `zipfile` has no public way to do so: it writes its directory from `filelist` at the place `start_dir`.
    """
    own = copy(info)
    own.header_offset = new.start_dir
    new.fp.seek(new.start_dir)  # type: ignore[union-attr]
    new.fp.write(record)  # type: ignore[union-attr]
    new.filelist.append(own)
    new.NameToInfo[own.filename] = own
    new.start_dir = new.fp.tell()  # type: ignore[union-attr]
    new._didModify = True  # type: ignore[attr-defined]


def _ends(archive: zipfile.ZipFile) -> dict[int, int]:
    """Where each part's bytes end: at the next one's header, or where the directory begins."""
    starts = sorted(info.header_offset for info in archive.infolist())
    return dict(pairwise([*starts, archive.start_dir]))
