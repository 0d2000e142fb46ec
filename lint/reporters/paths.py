"""How a draft's path is written for programs that know the repository and not the folder of the run."""

from __future__ import annotations

import os
import re

from lint.reporters import Options

_LONE = re.compile("[\ud800-\udfff]")


def shown(path: str, options: Options) -> str:
    """The path from `options.root`, with `/` between its parts; absolute where it lies elsewhere."""
    if path in ("", "-"):
        return path
    if options.root and options.folder:
        full = os.path.normpath(os.path.join(options.folder, path))
        prefix = os.path.join(options.root, "")
        path = full[len(prefix) :] if full.startswith(prefix) else full
    else:
        path = os.path.normpath(path)
    return path.replace(os.sep, "/")


def uri(path: str) -> str:
    """A path that `shown` gave as a URI reference (RFC 3986): relative, or with the scheme `file`.

    What is no UTF-8 in a file's name is written byte by byte.
    """
    from urllib.parse import quote

    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = whole(path).encode("utf-8")
    return ("file://" if path.startswith("/") else "") + quote(data, safe="/")


def page(link: str) -> str:
    """The link where it is the address of a page, else "": a pack may say anything there."""
    return link if re.fullmatch(r"https?://[!-~]+", link) else ""


def whole(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which UTF-8 cannot hold."""
    return _LONE.sub("\ufffd", text)
