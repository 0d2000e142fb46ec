"""Build what the lexicon knows about words (`lint/lexicon/data/`) from pinned packages.

    python tools/build_spelling.py [--downloads FOLDER]

Word lists: SCOWL 2020.12.07 (Debian package `scowl`, permissive). Frequencies: wordfreq 3.1.1 (PyPI; its data
is CC-BY-SA-4.0). Words newer than those, as evidence only: dictionaries of cspell (npm, MIT). They are
fetched with the registries' own clients when the folder does not hold them, and checked against the SHA-256
below.
The same inputs give the same bytes on every run.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import math
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from array import array
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import marisa_trie

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lint.lexicon import layout
from tools.cspell_trie import read_words

SCOWL = ("scowl_2020.12.07-2_all.deb", "scowl=2020.12.07-2")
WORDFREQ = ("wordfreq-3.1.1-py3-none-any.whl", "wordfreq==3.1.1")
AMERICAN = ("cspell-dict-en_us-4.4.43.tgz", "@cspell/dict-en_us@4.4.43")
BRITISH = ("cspell-dict-en-gb-mit-3.1.32.tgz", "@cspell/dict-en-gb-mit@3.1.32")
SOFTWARE = ("cspell-dict-software-terms-5.4.9.tgz", "@cspell/dict-software-terms@5.4.9")
SHA256 = {
    AMERICAN[0]: "b565917c6dfa4f0997473c00c7cc06b2446fc0579256f283892f85e10926d3bf",
    BRITISH[0]: "ed0469963d078df9b5a2a2121532bdbd3c4f079d64a90040b20baf217951ef68",
    SOFTWARE[0]: "8f3ffc39169cadedf9aeb9e73d1a3ecf585e77cd31be1fba46fc8acbe582c5b7",
    SCOWL[0]: "de692546df9b169f2cbdf4d8d88111a374733a9c382b820a6f943914ca705718",
    WORDFREQ[0]: "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473",
}

KNOWN_UP_TO = 70
RARE_UP_TO = 80
VARIETIES = {
    "english": layout.ALL_VARIETIES,
    "american": layout.VARIETY["en-US"],
    "british": layout.VARIETY["en-GB"],
    "british_z": layout.VARIETY["en-GB-oxendict"],
    "canadian": layout.VARIETY["en-CA"],
    "australian": layout.VARIETY["en-AU"],
    "variant": layout.ALL_VARIETIES,
}
FORM = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?", re.UNICODE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--downloads", type=Path, default=Path(tempfile.gettempdir()) / "copydesk-build")
    arguments = parser.parse_args()
    arguments.downloads.mkdir(parents=True, exist_ok=True)
    out = Path(layout.DATA)
    out.mkdir(exist_ok=True)
    words = scowl_words(fetch(arguments.downloads, *SCOWL))
    frequencies = wordfreq_zipf(fetch(arguments.downloads, *WORDFREQ))
    add_evidence(
        words,
        cspell_words(fetch(arguments.downloads, *AMERICAN), "en_US.trie.gz"),
        cspell_words(fetch(arguments.downloads, *BRITISH), "en_GB.trie.gz")
        | cspell_words(fetch(arguments.downloads, *SOFTWARE), "dict/softwareTerms.txt.gz"),
    )
    trie = write_words(out, words, frequencies)
    candidates = choose_candidates(words, frequencies)
    write_candidates(out, trie, candidates)
    write_trigrams(out, candidates)
    for path in sorted(out.glob("words.*")) + sorted(out.glob("candidates.*")) + [out / layout.TRIGRAMS]:
        print(f"{path.stat().st_size:>10,}  {path.name}")


def fetch(folder: Path, name: str, requirement: str) -> Path:
    """The package file in `folder`, downloaded when missing; exits when its SHA-256 is not the pinned one."""
    path = folder / name
    if not path.exists():
        if name.endswith(".deb"):
            subprocess.run(["apt-get", "download", requirement], cwd=folder, check=True)
        elif name.endswith(".tgz"):
            subprocess.run(["npm", "pack", requirement], cwd=folder, check=True)
        else:
            command = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--no-deps",
                "--dest",
                str(folder),
                requirement,
            ]
            subprocess.run(command, check=True)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != SHA256[name]:
        raise SystemExit(f"{path}: SHA-256 is {digest}, expected {SHA256[name]}")
    return path


def scowl_words(package: Path) -> dict[str, int]:
    """Each form of SCOWL up to level 80 with its flags, possessives left out, accents optional."""
    words: Counter[str] = Counter()
    variants: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("dpkg-deb") is None:
            raise SystemExit("dpkg-deb is needed to open the SCOWL package")
        subprocess.run(["dpkg-deb", "-x", str(package), folder], check=True)
        # The word lists' notices ask to go wherever the lists go.
        shutil.copyfile(Path(folder) / "usr/share/doc/scowl/copyright", Path(layout.DATA) / "COPYRIGHT.scowl")
        for path in sorted((Path(folder) / "usr/share/dict/scowl").iterdir()):
            category, _, level = path.name.rpartition(".")
            if not level.isdigit() or int(level) > RARE_UP_TO or category.startswith("special"):
                continue
            flags = _flags(category, int(level))
            for form in path.read_text(encoding="utf-8").split("\n"):
                if FORM.fullmatch(form) and not form.endswith("'s"):
                    (variants if "variant" in category else words)[form] |= flags
    for form, flags in variants.items():
        # A variety's second choice is another's first (color in Britain): it says nothing of the variety.
        if not words[form] & layout.ALL_VARIETIES:
            words[form] |= layout.ALL_VARIETIES if flags & layout.ALL_VARIETIES else flags
    for form, flags in list(words.items()):
        plain = layout.fold(form)
        if form.islower() and not form.isascii() and plain.isascii():
            words[plain] |= flags
    return dict(words)


def _flags(category: str, level: int) -> int:
    if level > KNOWN_UP_TO or category.startswith("variant_3"):
        return layout.RARE
    if "_variant_" in category:
        return VARIETIES[category.partition("_variant_")[0]]
    return VARIETIES[
        category.partition("-")[0].partition("_variant")[0].removesuffix("_1").removesuffix("_2")
    ]


def cspell_words(package: Path, member: str) -> set[str]:
    """The words of a dictionary inside a cspell package."""
    with tarfile.open(package) as archive:
        file = archive.extractfile(f"package/{member}")
        if file is None:
            raise SystemExit(f"{package}: no {member}")
        data = file.read()
    found = read_words(data) if ".trie" in member else gzip.decompress(data).decode().split()
    return {word for word in found if FORM.fullmatch(word) and not word.endswith("'s")}


def add_evidence(words: dict[str, int], modern: set[str], other: set[str]) -> None:
    """Flag what only newer word lists have; they hold slips too, so they prove nothing."""
    for form in modern:
        words[form] = words.get(form, 0) | layout.MODERN
    for form in other:
        words[form] = words.get(form, 0) | layout.OTHER


def wordfreq_zipf(package: Path) -> dict[str, float]:
    """Zipf values (log10 of occurrences in a billion words) of the forms that are words."""
    with zipfile.ZipFile(package) as wheel:
        packed = gzip.decompress(wheel.read("wordfreq/data/large_en.msgpack.gz"))
    # Format "cB": after the header, list number i holds the words of frequency 10 ** (-i / 100).
    buckets = unpack(packed)
    return {
        word: 9 - centibels / 100
        for centibels, bucket in enumerate(buckets[1:])
        for word in bucket
        if FORM.fullmatch(word) and not word.endswith("'s")
    }


def unpack(data: bytes) -> Any:
    """Decode the part of MessagePack that wordfreq uses: small integers, strings, arrays, maps."""
    value, _ = _unpack(data, 0)
    return value


def _unpack(data: bytes, at: int) -> tuple[Any, int]:
    tag = data[at]
    at += 1
    if tag <= 0x7F:
        return tag, at
    if 0xA0 <= tag <= 0xBF:
        return data[at : at + tag - 0xA0].decode(), at + tag - 0xA0
    if tag in (0xD9, 0xDA):
        width = 1 << (tag - 0xD9)
        size = int.from_bytes(data[at : at + width])
        return data[at + width : at + width + size].decode(), at + width + size
    if 0x90 <= tag <= 0x9F:
        return _unpack_items(data, at, tag - 0x90)
    if tag in (0xDC, 0xDD):
        width = 2 << (tag - 0xDC)
        return _unpack_items(data, at + width, int.from_bytes(data[at : at + width]))
    if 0x80 <= tag <= 0x8F:
        items, at = _unpack_items(data, at, 2 * (tag - 0x80))
        return dict(zip(items[::2], items[1::2], strict=True)), at
    raise ValueError(f"unexpected MessagePack tag {tag:#x}")


def _unpack_items(data: bytes, at: int, count: int) -> tuple[list[Any], int]:
    items = []
    for _ in range(count):
        item, at = _unpack(data, at)
        items.append(item)
    return items, at


def write_words(out: Path, words: dict[str, int], frequencies: dict[str, float]) -> marisa_trie.Trie:
    """The trie of all forms, and for each of its numbers one byte of flags and one of frequency."""
    trie = marisa_trie.Trie(sorted(words.keys() | frequencies.keys()))
    trie.save(str(out / layout.WORDS))
    flags, zipf = bytearray(len(trie)), bytearray(len(trie))
    for form, number in trie.items():
        flags[number] = words.get(form, 0)
        zipf[number] = round(frequencies.get(form.lower(), 0) * layout.ZIPF_SCALE)
    (out / layout.FLAGS).write_bytes(flags)
    (out / layout.ZIPF).write_bytes(zipf)
    return trie


def choose_candidates(words: dict[str, int], frequencies: dict[str, float]) -> list[tuple[str, float]]:
    """The words that may be proposed, the most frequent first; of newer lists only what is no slip itself."""
    chosen = []
    for form, flags in words.items():
        zipf = frequencies.get(form.lower(), 0)
        if form != form.lower():
            plain = words.get(form.lower(), 0) & layout.ALL_VARIETIES
            fits = (
                zipf >= layout.NAME_ZIPF and flags & layout.ALL_VARIETIES and not plain and not form.isupper()
            )
        elif flags & layout.ALL_VARIETIES:
            fits = zipf >= layout.WORD_ZIPF
        else:
            fits = (
                flags & layout.MODERN
                and zipf >= layout.MODERN_ZIPF
                and not _near_frequent(form, zipf, frequencies)
            )
        if fits and len(form) > 1 and not form.endswith("."):
            chosen.append((form, zipf))
    chosen.sort(key=lambda item: (-item[1], item[0]))
    return chosen[: layout.CANDIDATES]


def _near_frequent(form: str, zipf: float, frequencies: dict[str, float]) -> bool:
    """Whether leaving a letter out, or two swapped, gives a word ten times as frequent."""
    near = {form[:at] + form[at + 1 :] for at in range(len(form))}
    near |= {form[:at] + form[at + 1] + form[at] + form[at + 2 :] for at in range(len(form) - 1)}
    if "'" not in form:
        near |= {form[:at] + "'" + form[at:] for at in range(1, len(form))}
    return any(frequencies.get(other, 0) >= zipf + 1 for other in near)


def write_candidates(out: Path, trie: marisa_trie.Trie, candidates: list[tuple[str, float]]) -> None:
    """The candidates' numbers in the trie and their signs, and the index of their deletes (see `layout`)."""
    numbers = array("I", (trie[form] for form, _ in candidates))
    signs = array("Q", (layout.sign(layout.fold(form)) for form, _ in candidates))
    starts, ranks = array("I"), array("H")
    for first, count in ((0, layout.BUCKETS), (layout.BLOCK, layout.TAIL_BUCKETS)):
        for bucket in _buckets(candidates[first : first + layout.BLOCK], count):
            starts.append(len(ranks))
            ranks.extend(bucket)
        starts.append(len(ranks))
    (out / layout.NUMBERS).write_bytes(_little(numbers))
    (out / layout.SIGNS).write_bytes(_little(signs))
    (out / layout.STARTS).write_bytes(_little(starts))
    (out / layout.RANKS).write_bytes(_little(ranks))


def _buckets(candidates: list[tuple[str, float]], count: int) -> list[list[int]]:
    """For each bucket the places in the block of the candidates that have a key in it."""
    buckets: list[list[int]] = [[] for _ in range(count)]
    for rank, (form, zipf) in enumerate(candidates):
        folded = layout.fold(form)
        far = 2 if zipf >= layout.FAR_ZIPF and len(folded) >= layout.FAR_LENGTH else 1
        keys = layout.deletes(folded[: layout.PREFIX], far)
        if zipf >= layout.SOUND_ZIPF and len(folded) >= layout.FAR_LENGTH:
            keys |= {"=" + key for key in layout.deletes(layout.sound(folded), 1)}
        for bucket in {layout.bucket(key) % count for key in keys}:
            buckets[bucket].append(rank)
    return buckets


def _little(values: array[int]) -> bytes:
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def write_trigrams(out: Path, candidates: list[tuple[str, float]]) -> None:
    """For each trigram of a to z and the edge, how surprising its last letter is (bits times 16)."""
    counts = Counter(chain.from_iterable(layout.trigrams(form) for form, _ in candidates if form.islower()))
    table = bytearray(layout.LETTERS**3)
    for first in range(0, layout.LETTERS**3, layout.LETTERS):
        total = sum(counts[first + last] for last in range(layout.LETTERS))
        for last in range(layout.LETTERS):
            chance = (counts[first + last] + 0.1) / (total + 0.1 * layout.LETTERS)
            table[first + last] = min(255, round(-math.log2(chance) * layout.BITS_SCALE))
    (out / layout.TRIGRAMS).write_bytes(table)


if __name__ == "__main__":
    main()
