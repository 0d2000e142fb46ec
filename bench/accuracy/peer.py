"""Runs a peer over a folder of .txt files and writes its flags as Copydesk writes its report.

So the same scorer reads both. Usage: peer.py PROGRAM COMMAND check … --output FILE … [--bare] FOLDER;
with --bare it need not say what it would write instead.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# A word as hunspell is asked for it: letters, with apostrophes inside.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Flag(NamedTuple):
    """A stretch of a file, in code points, and what the peer would write."""

    path: str
    start: int
    end: int
    suggestions: tuple[str, ...]


def typos(command: str, folder: Path, *, bare: bool) -> Iterator[Flag]:
    """Flags of `typos`, whose offsets are bytes of a line."""
    said = _said([command, "--format", "json", "--isolated", str(folder)])
    lines: dict[str, list[str]] = {}
    for line in said.splitlines():
        one = json.loads(line)
        if one["type"] != "typo" or "line_num" not in one:
            continue
        path = one["path"]
        if path not in lines:
            lines[path] = Path(path).read_bytes().decode("utf-8").split("\n")
        before = sum(len(text) + 1 for text in lines[path][: one["line_num"] - 1])
        text = lines[path][one["line_num"] - 1].encode("utf-8")
        start = before + len(text[: one["byte_offset"]].decode("utf-8"))
        yield Flag(path, start, start + len(one["typo"]), tuple(one["corrections"] or ()))


def codespell(command: str, folder: Path, *, bare: bool) -> Iterator[Flag]:
    """Flags of `codespell`, which names the line and the word: each place of it on that line."""
    seen = set()
    for line in _said([command, str(folder)]).splitlines():
        match = re.match(r"(.+?):(\d+): (.+?) ==> (.+)", line)
        if match is None or match[0] in seen:
            continue
        seen.add(match[0])
        path, number, wrong, right = match.groups()
        text = Path(path).read_bytes().decode("utf-8")
        # Its lines are those of universal newlines; the offsets below are of the file as it is.
        starts = [0, *(end.end() for end in re.finditer(r"\r\n|\r|\n", text)), len(text) + 1]
        start, end = starts[int(number) - 1], starts[int(number)]
        for place in re.finditer(rf"(?<![\w'’]){re.escape(wrong)}(?![\w])", text[start:end]):
            options = (option.strip() for option in right.partition(" | ")[0].split(","))
            yield Flag(path, start + place.start(), start + place.end(), tuple(filter(None, options)))


def hunspell(command: str, folder: Path, *, bare: bool) -> Iterator[Flag]:
    """Flags of `hunspell` with its American dictionary, asked once for each distinct word."""
    texts = {str(path): path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))}
    words = sorted({_plain(match[0]) for text in texts.values() for match in _WORD.finditer(text)})
    unknown = _said([command, "-d", "en_US", "-i", "utf-8", "-l"], "\n".join(words)).split()
    question = "" if bare else "".join(f"^{word}\n" for word in unknown)
    asked = _said([command, "-d", "en_US", "-i", "utf-8", "-a"], question)
    suggestions: dict[str, tuple[str, ...]] = dict.fromkeys(unknown, ())
    for line in asked.splitlines():
        if line.startswith("& "):
            head, _, options = line.partition(": ")
            suggestions[head.split()[1]] = tuple(options.split(", "))
    for path, text in texts.items():
        for match in _WORD.finditer(text):
            if _plain(match[0]) in suggestions:
                yield Flag(path, match.start(), match.end(), suggestions[_plain(match[0])])


PEERS = {"typos": typos, "codespell": codespell, "hunspell": hunspell}


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _said(command: list[str], question: str | None = None) -> str:
    done = subprocess.run(command, input=question, capture_output=True, encoding="utf-8", check=False)
    # The exit codes of these programs do not tell what was found from what went wrong.
    if done.stderr and not done.stdout:
        raise RuntimeError(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout


def main(program: str, command: str, arguments: list[str]) -> None:
    flags = defaultdict(list)
    folder = Path(arguments[-1])
    for flag in PEERS[program](command, folder, bare="--bare" in arguments):
        flags[flag.path].append(flag)
    files = [
        {
            "path": str(path),
            "findings": [
                {
                    "rule": f"{program}.word",
                    "severity": "warning",
                    "start": flag.start,
                    "end": flag.end,
                    "suggestions": flag.suggestions,
                }
                for flag in flags[str(path)]
            ],
        }
        for path in sorted(folder.glob("*.txt"))
    ]
    output = Path(arguments[arguments.index("--output") + 1])
    output.write_text(json.dumps({"version": 1, "files": files}), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
