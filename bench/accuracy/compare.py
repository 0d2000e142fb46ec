"""All development sets through Copydesk and its peers, one scorer for all: `python bench/run.py accuracy`."""

from __future__ import annotations

import gzip
import hashlib
import json
import shlex
import subprocess
import sys
from collections.abc import Mapping
from inspect import getsource
from pathlib import Path
from typing import Any

from bench.accuracy.peer import PEERS
from bench.accuracy.sets import MEASURES, RULES, read_off
from bench.costs import COPYDESK, SCRATCH
from bench.material import EVAL, SKIPPED
from bench.peers import CODESPELL, TYPOS, hunspell, installed
from bench.tables import machine, table
from lint.model import SEVERITIES

PLACE = SCRATCH / "accuracy"

RUNS = (
    "typos",
    "typos_news_seeded",
    "typos_news_natural",
    "running_text_ud",
    "leftovers",
    "grammar",
    "names",
)


def measure() -> str | None:
    """A table: a line a figure, a column a program."""
    if not (EVAL / "evalrun.py").exists():
        print(SKIPPED.format(what="the table of accuracy", path="../shared/eval"), file=sys.stderr)
        return None
    own = _own()
    peers = {name: _peer(name, command) for name, command in _peers().items()}
    head = ("set", "figure", "copydesk", *peers, "aim")
    rows = []
    for line in MEASURES:
        said = [said[line.run] if line.spellers else "" for said in peers.values()]
        cells = [read_off(line, one) for one in (own[line.run], *said)]
        rows.append((f"`{line.run.partition(':')[0]}`", line.label, *cells, line.bar or "–"))
    seconds = "; ".join(own[run].partition("\n")[0] for run in RUNS)
    return "\n\n".join(
        (
            f"Rows of the development split, findings at warning and above; codespell {CODESPELL}, "
            f"typos {TYPOS}, hunspell with en_US; {machine()}.",
            table(head, rows),
            f"Copydesk’s runs, writing the files included: {seconds}.",
        )
    )


def _own() -> dict[str, str]:
    """What the scorer says of each run of Copydesk's."""
    out = PLACE / "copydesk"
    said = {
        run: _scored(run, COPYDESK, out, "--args=--languagetool off", f"--rules={RULES.get(run, '')}")
        for run in RUNS
    }
    # `names` has just read the same articles; its report holds the findings of all packs.
    report = json.loads((PLACE / "copydesk" / "names.json").read_text(encoding="utf-8"))
    for line in MEASURES:
        name, _, prefix = line.run.partition(":")
        if name == "clean_news":
            mildest = "suggestion" if "suggestions" in line.label else "warning"
            said[line.run] = _clean(report, prefix, SEVERITIES[SEVERITIES.index(mildest) :])
    return said


def _clean(report: Mapping[str, Any], prefix: str, levels: tuple[str, ...]) -> str:
    """The scorer's word on the clean articles, for the findings of one pack."""
    articles = EVAL / "dev" / "clean_news.jsonl.gz"
    with gzip.open(articles, "rt", encoding="utf-8") as rows:
        names = [json.loads(row)["id"] for row in rows]
    predictions = PLACE / "clean.jsonl"
    with predictions.open("w", encoding="utf-8") as file:
        for entry in report["files"]:
            flags = [
                {"start": one["start"], "end": one["end"], "suggestions": []}
                for one in entry["findings"]
                if one["severity"] in levels and one["rule"].startswith(prefix)
            ]
            row = {"id": names[int(Path(entry["path"]).stem)], "flags": flags}
            file.write(json.dumps(row) + "\n")
    return _run([str(EVAL / "score.py"), "clean", str(articles), str(predictions)])


def _peers() -> dict[str, str]:
    """Peer -> its command, for those that are there."""
    folder, speller = installed(), hunspell()
    found = {name: str(folder / name) for name in ("typos", "codespell")} if folder else {}
    return found | ({"hunspell": speller} if speller else {})


def _peer(name: str, command: str) -> dict[str, str]:
    """What the scorer says of each run of a peer's, from the last time where nothing has changed."""
    adapter = Path(__file__).with_name("peer.py")
    program = PLACE / f"{name}.sh"
    program.parent.mkdir(parents=True, exist_ok=True)
    parts = [sys.executable, str(adapter), name, command]
    program.write_text(f'#!/bin/sh\nexec {shlex.join(parts)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    said = {}
    for run in {line.run: None for line in MEASURES if line.spellers}:
        files = (EVAL / "evalrun.py", EVAL / "score.py", EVAL / "dev" / f"{run}.jsonl.gz")
        basis = f"{TYPOS} {CODESPELL} {getsource(PEERS[name])}".encode()
        key = hashlib.sha256(b"".join((basis, *(path.read_bytes() for path in files)))).hexdigest()[:16]
        kept = PLACE / f"{name}-{run}-{key}.said"
        if not kept.exists():
            # hunspell takes minutes over its suggestions; where none is scored, none is asked for.
            scored = any(line.run == run and "top-" in line.pattern for line in MEASURES)
            bare = [] if scored else ["--args=--bare"]
            kept.write_text(_scored(run, str(program), PLACE / name, *bare), encoding="utf-8")
        said[run] = kept.read_text(encoding="utf-8")
    return said


def _scored(run: str, program: str, out: Path, *more: str) -> str:
    out.mkdir(parents=True, exist_ok=True)
    print(f"accuracy: {run} by {Path(program).stem} …", file=sys.stderr, flush=True)
    said = _run(
        [str(EVAL / "evalrun.py"), run, str(EVAL / "dev"), "--exe", program, "--out", str(out), *more]
    )
    if said.startswith("exit"):
        raise RuntimeError(f"{program} failed on {run}: {said.partition(chr(10))[0]}")
    return said


def _run(command: list[str]) -> str:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False, cwd=PLACE)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:2])} failed: {done.stderr.strip()}")
    return done.stdout
