"""What LanguageTool costs: nothing when nothing changed, a second a thousand words when all is new.

    python -m bench.languagetool [--words 12000] [--rounds 5] [--texts FOLDER] [--keep]

Needs LanguageTool installed (`copydesk languagetool install`) and Linux. Texts are the dev split's news
where it lies at ../shared/eval, else Markdown of --texts. --keep writes the tables into bench/README.md.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
NEWS = ROOT.parent / "shared" / "eval" / "dev" / "clean_news.jsonl.gz"
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--words", type=int, default=12_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--texts", type=Path, default=ROOT)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    from lint.languagetool.install import find_own

    if sys.platform != "linux" or find_own() is None:
        print("skipped: needs Linux and an installed LanguageTool")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        rows = [warm(folder, options.rounds), cold(folder, options.rounds), *new_text(folder, options)]
    from bench.tables import keep, machine, table

    text = table(("what", "copydesk", "beside it", "ratio"), rows)
    text = f"CPU seconds, medians of {options.rounds} paired rounds on {machine()}.\n\n{text}"
    print(text)
    if options.keep:
        keep("languagetool", text)


def warm(folder: Path, rounds: int) -> tuple[str, str, str, str]:
    """The second run of the draft in seeds/, with LanguageTool's findings and without."""
    [seed] = (ROOT / "seeds").glob("*.txt")
    commands = [check(str(seed), mode) for mode in ("on", "off")]
    for command in commands:
        run(command, folder)
    pairs = [(run(commands[0], folder), run(commands[1], folder)) for _ in range(rounds)]
    return row("second run of the draft in seeds/ : without LanguageTool", pairs)


def cold(folder: Path, rounds: int) -> tuple[str, str, str, str]:
    """From nothing to all findings of the seed with a server of the run, and the bare server."""
    from lint.languagetool.folders import jars_dir

    [seed] = (ROOT / "seeds").glob("*.txt")
    (folder / "cold").mkdir()
    (folder / "cache").mkdir()
    (folder / "cache" / "languagetool").symlink_to(jars_dir())
    (folder / "cold" / "copydesk.yml").write_text("languagetool: {mode: 'on', daemon: false}\n")
    command = [each for each in check(str(seed), "on") if each not in ("--languagetool", "on")]
    without = check(str(seed), "off")

    def ours() -> float:
        # The JVM belongs to a supervisor, which outlives the command for a moment: its time is read
        # from the system while it runs.
        forget(folder)
        return watched(command, folder / "cold") - run(without, folder / "cold")

    pairs = [(ours(), bare(seed.read_text(encoding="utf-8"), folder)) for _ in range(min(rounds, 3))]
    return row("cold start to the seed's result : the bare server, same flags", pairs)


def new_text(folder: Path, options: argparse.Namespace) -> Iterator[tuple[str, str, str, str]]:
    """Texts nobody has seen, through our warm daemon and through language-tool-python's `check()`."""
    texts = material(options.words, options.texts)
    words = sum(len(text.split()) for text in texts)
    drafts = folder / "drafts"
    drafts.mkdir()
    for number, text in enumerate(texts):
        (drafts / f"{number:04}.txt").write_text(text, encoding="utf-8")
    from lint.languagetool.server import running, stop_all

    stop_all()
    run(check(str(ROOT / "seeds"), "on"), folder, "--no-cache")
    before = sum(cpu_of(server.jvm) for server in running())
    client = run(check(str(drafts), "on"), folder, "--no-cache")
    engine = sum(cpu_of(server.jvm) for server in running()) - before
    alone = run(check(str(drafts), "off"), folder, "--no-cache")
    ours = (engine + client - alone) * 1000 / words
    stop_all()
    theirs = peer(texts, folder) * 1000 / words
    head = f"{words} new words, warm server, a thousand of them : language-tool-python's check()"
    yield (head, f"{ours:.2f}", f"{theirs:.2f}", f"{ours / theirs:.2f}")


def peer(texts: list[str], folder: Path) -> float:
    """CPU seconds of language-tool-python and its server for texts after the first."""
    home = folder / "ltp" / "LanguageTool-6.8"
    home.mkdir(parents=True)
    from lint.languagetool.install import find_own

    own = find_own()
    assert own is not None
    # Its command line names one jar: an empty one that points to ours.
    with zipfile.ZipFile(home / "languagetool-server.jar", "w") as archive:
        line = "Class-Path: " + " ".join(path.as_uri() for path in own.jars)
        wrapped = "\n ".join(line[at : at + 70] for at in range(0, len(line), 70))
        archive.writestr("META-INF/MANIFEST.MF", f"Manifest-Version: 1.0\n{wrapped}\n\n")
    code = (
        "import json, sys, time, os, language_tool_python as l; texts = json.load(sys.stdin)\n"
        "tool = l.LanguageTool('en-US'); tool.check('This is the first text.'); pid = tool._server.pid\n"
        "jvm = lambda: sum(map(int, open(f'/proc/{pid}/stat').read().rpartition(')')[2].split()[11:13]))\n"
        "before, own = jvm(), time.process_time()\n"
        "for text in texts: tool.check(text)\n"
        f"print((jvm() - before) / {TICKS} + time.process_time() - own); tool.close()"
    )
    env = {**os.environ, "LTP_PATH": str(folder / "ltp")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(texts),
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


def bare(text: str, folder: Path) -> float:
    """CPU seconds of the server alone, with our flags, from its start to the answer."""
    import http.client
    from urllib.parse import urlencode

    from lint.languagetool.command import PROPERTIES, server_command
    from lint.languagetool.install import find_own
    from lint.languagetool.java import find_java

    own = find_own()
    assert own is not None
    config = folder / "bare.properties"
    config.write_text("".join(f"{key}={value}\n" for key, value in PROPERTIES.items()))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*server_command(find_java(), own.jars), "-p", str(port), "--config", str(config)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        while True:
            with contextlib.suppress(OSError):
                connection.connect()
                break
            time.sleep(0.05)
        for block in filter(str.strip, text.split("\n")):
            data = json.dumps({"annotation": [{"text": block}]})
            body = urlencode({"language": "en-US", "data": data})
            connection.request(
                "POST", "/v2/check", body, {"Content-Type": "application/x-www-form-urlencoded"}
            )
            connection.getresponse().read()
        return cpu_of(server.pid)
    finally:
        server.kill()
        server.wait()


def watched(command: list[str], folder: Path) -> float:
    """CPU seconds of a command and of all that it starts, also of what leaves its process group."""
    mark = f"BENCH_{os.getpid()}_{time.monotonic_ns()}"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COPYDESK_CACHE": str(folder.parent / "cache"), mark: "1"}
    seen: dict[int, float] = {}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None:
        for entry in Path("/proc").glob("[0-9]*/environ"):
            with contextlib.suppress(OSError, ValueError, IndexError):
                if mark.encode() in entry.read_bytes():
                    pid = int(entry.parent.name)
                    seen[pid] = max(seen.get(pid, 0.0), cpu_of(pid))
        time.sleep(0.02)
    return sum(seen.values())


def forget(folder: Path) -> None:
    """Have the next run remember no answers; compiled packs stay."""
    shutil.rmtree(folder / "cache" / "languagetool-answers", ignore_errors=True)


def cpu_of(pid: int) -> float:
    """CPU seconds that a process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def check(path: str, mode: str) -> list[str]:
    return [sys.executable, "-m", "lint", "check", path, "--languagetool", mode, "--jobs", "1"]


def run(command: list[str], folder: Path, *more: str) -> float:
    """CPU seconds of a command and its children. Raises RuntimeError where something was not checked."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "CI": ""}
    done = subprocess.run([*command, *more], cwd=folder, env=env, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def row(what: str, pairs: list[tuple[float, float]]) -> tuple[str, str, str, str]:
    ratio = median(one / other for one, other in pairs)
    return (what, f"{median(p[0] for p in pairs):.2f}", f"{median(p[1] for p in pairs):.2f}", f"{ratio:.2f}")


def material(words: int, folder: Path) -> list[str]:
    """About so many words of texts, the same on every run."""
    texts: Callable[[], Iterator[str]] = _news if NEWS.exists() else lambda: _markdown(folder)
    chosen: list[str] = []
    for text in texts():
        chosen.append(text)
        words -= len(text.split())
        if words <= 0:
            break
    return chosen


def _news() -> Iterator[str]:
    with gzip.open(NEWS, "rt", encoding="utf-8") as rows:
        for number, line in enumerate(rows):
            if number % 7 == 3:
                yield json.loads(line)["text"]


def _markdown(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.md")):
        yield path.read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    if shutil.which("java") is None:
        print("skipped: no Java")
    else:
        main()
