"""The locked jars are brought whole or not at all."""

from __future__ import annotations

import hashlib
import http.server
import json
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from lint.errors import CopydeskError
from lint.languagetool import source
from lint.languagetool.fetch import by_jgo, by_mvn, from_folder
from lint.languagetool.install import Installation, find_own, in_folder, install, is_whole, uninstall, verify
from lint.languagetool.lock import Jar, read_lock
from tests.languagetool.conftest import ROOT, Run

SMALLEST = min(read_lock().of(["en"]), key=lambda jar: jar.size)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A file server on this machine: its URL and the folder that it serves."""
    folder = tmp_path / "served"
    folder.mkdir()
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}", folder
        httpd.shutdown()


def put_in_repository(jar: Jar, data: bytes, folder: Path) -> None:
    group, artifact, version = jar.coordinate.split(":")
    place = folder.joinpath(*group.split("."), artifact, version)
    place.mkdir(parents=True)
    (place / jar.name).write_bytes(data)


def test_the_lock_and_the_version_said_elsewhere_agree() -> None:
    assert read_lock().version == source.VERSION
    assert read_lock().languages == ("en", "ru", "uk", "de", "fr", "es")


def test_what_was_installed_is_byte_for_byte_what_the_lock_says(installation: Installation) -> None:
    assert verify(installation) == ()
    assert find_own(installation.folder.parent) == installation


def test_a_folder_of_jars_will_do_where_there_is_no_network(
    installation: Installation, tmp_path: Path
) -> None:
    done = install(["en"], [from_folder(installation.folder)], root=tmp_path)
    assert done.brought == sum(jar.size for jar in read_lock().of(["en"]))
    assert verify(done.installation) == ()


def test_an_install_that_was_cut_short_goes_on_where_it_stopped(
    installation: Installation, tmp_path: Path
) -> None:
    here = from_folder(installation.folder)
    install(["en"], [here], root=tmp_path)
    folder = tmp_path / read_lock().version
    (folder / "installed.json").unlink()
    (folder / SMALLEST.name).unlink()
    assert find_own(tmp_path) is None
    assert install(["en"], [here], root=tmp_path).brought == SMALLEST.size


def test_a_jar_with_one_byte_changed_is_refused_by_name(installation: Installation, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    shutil.copytree(installation.folder, copies)
    data = bytearray((copies / SMALLEST.name).read_bytes())
    data[100] ^= 1
    (copies / SMALLEST.name).write_bytes(data)
    with pytest.raises(CopydeskError, match=f"{SMALLEST.name} is not the file that the lock names"):
        install(["en"], [from_folder(copies)], root=tmp_path / "root")
    assert find_own(tmp_path / "root") is None
    assert not (tmp_path / "root" / read_lock().version / SMALLEST.name).exists()


def test_two_installs_at_once_both_succeed_and_leave_one_whole_installation(
    installation: Installation, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from lint.languagetool.install import install;"
        "from lint.languagetool.fetch import from_folder;"
        "install(['en'], [from_folder(Path(sys.argv[1]))], root=Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", code, str(installation.folder), str(tmp_path)]
    both = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
    assert [each.wait(timeout=120) for each in both] == [0, 0]
    found = find_own(tmp_path)
    assert found is not None
    assert verify(found) == ()


def test_a_disk_that_is_full_is_said_in_one_line_and_leaves_no_half_jar(
    installation: Installation, tmp_path: Path
) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (99999, 99999));"
        "from lint.languagetool.install import install; from lint.languagetool.fetch import from_folder;"
        "from lint.errors import CopydeskError\n"
        "try: install(['en'], [from_folder(Path(sys.argv[1]))], root=Path(sys.argv[2]))\n"
        "except CopydeskError as error: print(error)"
    )
    command = [sys.executable, "-c", code, str(installation.folder), str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "LanguageTool cannot be put there (File too large)" in run.stdout
    assert find_own(tmp_path) is None
    locked = {jar.name: jar for jar in read_lock().jars}
    assert all(is_whole(path, locked[path.name]) for path in tmp_path.rglob("*.jar"))


def test_a_mirror_of_the_desk_is_asked_instead_of_the_public_one(
    installation: Installation, server: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # no local Maven repository
    url, folder = server
    data = (installation.folder / SMALLEST.name).read_bytes()
    put_in_repository(SMALLEST, data, folder)
    [(jar, path)] = by_jgo([url])([SMALLEST], tmp_path)
    assert is_whole(path, jar)


def test_a_mirror_without_the_jar_is_an_error_that_names_the_jar(
    server: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # no local Maven repository
    with pytest.raises(CopydeskError, match=f"{SMALLEST.name} could not be downloaded"):
        list(by_jgo([server[0]])([SMALLEST], tmp_path))


@pytest.mark.skipif(shutil.which("mvn") is None, reason="Maven is not on this machine")
def test_maven_brings_the_same_bytes(tmp_path: Path) -> None:
    [(jar, path)] = by_mvn([SMALLEST], tmp_path)
    assert is_whole(path, jar)


def test_a_language_nobody_locked_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match='no LanguageTool jars for language "xx"; there are en, ru'):
        install(["xx"], [], root=tmp_path)


def test_uninstall_frees_what_was_brought_and_nothing_else(
    installation: Installation, tmp_path: Path
) -> None:
    install(["en"], [from_folder(installation.folder)], root=tmp_path)
    (tmp_path / "a-desk-s-own-file.txt").write_text("stays")
    assert uninstall(tmp_path) == sum(jar.size for jar in read_lock().of(["en"]))
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == ["a-desk-s-own-file.txt"]


def test_a_folder_without_a_server_is_no_languagetool(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match="no LanguageTool server in the folder"):
        in_folder(tmp_path)


def test_language_tool_python_downloads_its_own_and_we_find_it(
    installation: Installation, server: tuple[str, Path], tmp_path: Path, copydesk: Run
) -> None:
    """Its real address cannot be counted on in a test; a file server on this machine stands in."""
    url, folder = server
    with zipfile.ZipFile(folder / "LanguageTool-6.8.zip", "w", zipfile.ZIP_STORED) as archive:
        for path in installation.jars:
            is_server = path.name.startswith("languagetool-server")
            place = "languagetool-server.jar" if is_server else f"libs/{path.name}"
            archive.write(path, f"LanguageTool-6.8/{place}")
    digest = hashlib.sha256((folder / "LanguageTool-6.8.zip").read_bytes()).hexdigest()
    hosts = {f"LTP_DOWNLOAD_HOST_{kind}": f"{url}/" for kind in ("NEW_RELEASES", "RELEASE", "ARCHIVE")}
    own = {"LTP_PATH": str(tmp_path / "ltp"), "COPYDESK_CACHE": str(tmp_path / "empty"), **hosts}
    run = copydesk(
        "languagetool", "install", "--via", "language-tool-python", LTP_DOWNLOAD_SHA256=digest, **own
    )
    assert run.returncode == 0, run.stderr
    status = copydesk("languagetool", "status", **own)
    assert "LanguageTool 6.8 (language-tool-python)" in status.stdout


def test_a_download_with_the_wrong_checksum_is_refused(
    server: tuple[str, Path], tmp_path: Path, copydesk: Run
) -> None:
    url, folder = server
    with zipfile.ZipFile(folder / "LanguageTool-6.8.zip", "w") as archive:
        archive.writestr("LanguageTool-6.8/languagetool-server.jar", b"something else")
    hosts = {f"LTP_DOWNLOAD_HOST_{kind}": f"{url}/" for kind in ("NEW_RELEASES", "RELEASE", "ARCHIVE")}
    run = copydesk(
        *("languagetool", "install", "--via", "language-tool-python"), LTP_PATH=str(tmp_path / "ltp"), **hosts
    )
    assert run.returncode == 2
    assert "language-tool-python could not download LanguageTool" in run.stderr
    assert not list((tmp_path / "ltp").glob("LanguageTool-*"))


def test_the_record_of_an_installation_names_every_jar(installation: Installation) -> None:
    record = json.loads((installation.folder / "installed.json").read_text())
    assert set(record["jars"]) == {jar.name for jar in installation.locked}
