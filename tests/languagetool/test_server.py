"""One server for all runs; whatever kills it, the next check has another."""

from __future__ import annotations

import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from lint.errors import CopydeskError
from lint.languagetool import server as servers
from lint.languagetool.annotation import Part
from lint.languagetool.client import Answer, Connection, ServerGone
from lint.languagetool.install import Installation
from lint.languagetool.java import find_java
from lint.languagetool.server import Endpoint, have_server, leash, read_state, running, server_at, stop_all
from lint.languagetool.session import Session, Text, answers_rightly
from lint.languagetool.settings import Settings
from tests.languagetool.conftest import ROOT, Run

ERROR = "This are the minutes of the harbour board.\n"


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False


def wait_until_dead(*pids: int) -> None:
    """Fails where one of the processes is there a minute later."""
    for _ in range(600):
        if not any(alive(pid) for pid in pids):
            return
        time.sleep(0.1)
    raise AssertionError(f"still alive: {[pid for pid in pids if alive(pid)]}")


@pytest.fixture
def endpoint(home: Mapping[str, str], installation: Installation) -> Endpoint:
    """The shared server, running."""
    return have_server(installation, find_java())


@pytest.fixture
def session(home: Mapping[str, str]) -> Iterator[Session]:
    session = Session(Settings())
    yield session
    session.close()


def test_six_runs_at_once_share_one_server(home: Mapping[str, str], copydesk: Run, tmp_path: Path) -> None:
    stop_all()
    (tmp_path / "copydesk.yml").write_text("languagetool: {mode: 'on', daemon: true}\n")
    command = [sys.executable, "-m", "lint", "check", "--no-cache", "-", "--format", "json"]
    runs = []
    for number in range(6):
        run = subprocess.Popen(
            command, cwd=tmp_path, env=home, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert run.stdin is not None
        run.stdin.write(f"This are draft number {number} of the harbour board.\n")
        run.stdin.close()
        runs.append(run)
    for run in runs:
        assert run.stdout is not None
        rules = {finding["rule"] for finding in json.load(run.stdout)["files"][0]["findings"]}
        assert "languagetool.THIS_NNS" in rules
        run.wait()
    assert len(running()) == 1


def test_a_second_run_finds_the_server_of_the_first(endpoint: Endpoint, installation: Installation) -> None:
    assert have_server(installation, find_java()) == endpoint


def test_a_killed_server_is_replaced_in_the_middle_of_a_session(endpoint: Endpoint, session: Session) -> None:
    assert answers_rightly(session, "en-US")
    os.kill(endpoint.jvm, signal.SIGKILL)
    assert answers_rightly(session, "en-US")
    assert session.endpoint().nonce != endpoint.nonce


def test_a_killed_supervisor_takes_its_server_along_and_both_are_replaced(
    endpoint: Endpoint, session: Session
) -> None:
    assert answers_rightly(session, "en-US")
    before = session.endpoint()
    os.kill(before.pid, signal.SIGKILL)
    if sys.platform == "linux":
        wait_until_dead(before.jvm)
    assert answers_rightly(session, "en-US")
    assert session.endpoint().jvm != before.jvm


def test_what_a_crash_of_the_machine_leaves_behind_is_no_server(
    endpoint: Endpoint, installation: Installation
) -> None:
    folder = endpoint.folder
    assert folder is not None
    stale = (folder / "state.json").read_bytes()
    stop_all()
    (folder / "state.json").write_bytes(stale)
    assert running() == ()
    assert have_server(installation, find_java()).nonce != endpoint.nonce


def test_a_foreign_server_on_the_port_is_never_asked_about_a_draft(endpoint: Endpoint) -> None:
    asked: list[str] = []

    class Foreign(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append("GET")
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"42")

        def do_POST(self) -> None:
            asked.append("POST")

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Foreign) as foreign:
        threading.Thread(target=foreign.serve_forever, daemon=True).start()
        connection = Connection(endpoint._replace(port=foreign.server_port))
        with pytest.raises(ServerGone, match="another server answers on the port of ours"):
            connection.check("en-US", (Part(ERROR),))
        foreign.shutdown()
    assert asked == ["GET"]


def test_what_is_no_languagetool_at_a_configured_url_is_said_so() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        session = Session(Settings(url=f"http://127.0.0.1:{nobody.getsockname()[1]}"))
        with pytest.raises(CopydeskError, match="LanguageTool's server is gone"):
            session.check([Text("en-US", (Part(ERROR),))])


def test_a_configured_url_is_used_as_it_is(endpoint: Endpoint) -> None:
    session = Session(Settings(url=f"http://127.0.0.1:{endpoint.port}/v2"))
    assert answers_rightly(session, "en-US")


@pytest.mark.parametrize("url", ["ftp://desk", "http://", "http://desk:port"])
def test_a_url_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(CopydeskError, match="is no URL of a LanguageTool server"):
        server_at(url)


def test_a_private_server_ends_when_its_run_is_killed(home: Mapping[str, str]) -> None:
    code = (
        "import json, time; from lint.languagetool.session import Session;"
        "from lint.languagetool.settings import Settings;"
        "found = Session(Settings(daemon=False)).endpoint();"
        "print(json.dumps([found.pid, found.jvm, str(found.folder)]), flush=True); time.sleep(600)"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env=home, stdout=subprocess.PIPE, text=True
    )
    assert run.stdout is not None
    supervisor, jvm, folder = json.loads(run.stdout.readline())
    assert alive(jvm)
    run.kill()
    run.wait()
    wait_until_dead(supervisor, jvm)
    assert not Path(folder).exists()


def test_ctrl_c_while_the_server_starts_leaves_no_process_behind(
    home: Mapping[str, str], tmp_path: Path
) -> None:
    (tmp_path / "copydesk.yml").write_text("languagetool: {mode: 'on', daemon: false}\n")
    (tmp_path / "draft.txt").write_text(ERROR)
    run = subprocess.Popen(
        [sys.executable, "-m", "lint", "check", "--no-cache", "draft.txt"],
        cwd=tmp_path,
        env={**home, "TMPDIR": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    while not list(tmp_path.glob("copydesk-lt-*/server.properties")) and run.poll() is None:
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    assert run.wait() == 130
    for _ in range(600):
        if not list(tmp_path.glob("copydesk-lt-*")):
            break
        time.sleep(0.1)
    used = [path for path in Path("/proc").glob("[0-9]*/cmdline") if str(tmp_path).encode() in _read(path)]
    assert used == []


def test_stop_ends_every_server_of_ours(endpoint: Endpoint) -> None:
    assert stop_all() == 1
    assert running() == ()
    wait_until_dead(endpoint.pid, endpoint.jvm)


def test_an_idle_server_ends_itself(
    home: Mapping[str, str], installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_all()
    monkeypatch.setattr(servers, "IDLE", 0.5)
    endpoint = have_server(installation, find_java())
    wait_until_dead(endpoint.pid, endpoint.jvm)
    assert endpoint.folder is not None
    assert read_state(endpoint.folder) is None


def test_the_folder_of_a_server_is_its_owners_alone(endpoint: Endpoint) -> None:
    assert endpoint.folder is not None
    assert endpoint.folder.stat().st_mode & 0o777 == 0o700


def test_the_server_listens_on_this_machine_alone(endpoint: Endpoint) -> None:
    listening = [
        fields[1]
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        for fields in (line.split() for line in Path(table).read_text().splitlines()[1:])
        if fields[3] == "0A" and int(fields[1].rpartition(":")[2], 16) == endpoint.port
    ]
    assert listening
    assert all(address.startswith(("0100007F", "0000000000000000FFFF00000100007F")) for address in listening)


def test_a_changed_jar_is_named_before_anything_runs(
    home: Mapping[str, str], installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    shutil.copytree(installation.folder, tmp_path / "languagetool" / installation.version)
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path))
    changed = tmp_path / "languagetool" / installation.version / installation.jars[1].name
    data = bytearray(changed.read_bytes())
    data[-1] ^= 1
    changed.write_bytes(data)
    with pytest.raises(CopydeskError, match=f"{changed.name} is not the file that was installed.*install"):
        Session(Settings()).check([Text("en-US", (Part(ERROR),))])


def test_where_no_state_can_be_written_the_run_has_a_server_of_its_own(
    home: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    session = Session(Settings())
    assert answers_rightly(session, "en-US")
    private = session.endpoint()
    session.close()
    wait_until_dead(private.pid, private.jvm)


def test_two_nonsense_pages_are_answered_and_the_server_lives(endpoint: Endpoint, session: Session) -> None:
    words = " ".join(
        f"{chr(97 + n % 26)}xq{chr(97 + n // 26 % 26)}zv{chr(97 + n // 676)}" for n in range(2000)
    )
    [answer] = session.check([Text("en-US", (Part(words + "."),))])
    assert isinstance(answer, Answer)
    assert session.endpoint() == endpoint


def test_two_leashes_do_not_share_a_folder_and_leave_none() -> None:
    one, other = leash(), leash()
    assert one.folder != other.folder
    for each in (one, other):
        each.let_go()
        assert not each.folder.exists()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def checks_done(endpoint: Endpoint) -> int:
    """How many checks the server has logged; it logs after it has answered, so until that stands still."""
    assert endpoint.folder is not None
    log, before = endpoint.folder.joinpath("log"), -1
    while (now := log.read_text().count("Check done")) != before:
        before = now
        time.sleep(1)
    return now


def test_what_another_version_at_the_url_said_counts_no_more(endpoint: Endpoint, tmp_path: Path) -> None:
    from lint.documents import parse
    from lint.engines.languagetool import build
    from lint.languagetool.kept import Kept
    from lint.model import Config

    url = f"http://127.0.0.1:{endpoint.port}"
    engine = build((), Config(languagetool={"mode": "on", "url": url}), {})
    document = parse(ERROR, "draft.txt")
    first = [finding.rule for finding in engine(document)]
    assert "languagetool.THIS_NNS" in first
    assert Kept(()).version_at(url) == "6.8"
    Kept(()).remember_version(url, "6.7")
    asked = checks_done(endpoint)
    again = build((), Config(languagetool={"mode": "on", "url": url}), {})
    assert [finding.rule for finding in again(document)] == first
    assert checks_done(endpoint) == asked + 1
