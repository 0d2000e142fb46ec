"""The command with LanguageTool behind it, and what is left where LanguageTool fails in the middle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from lint.languagetool.server import running, stop_all
from tests.languagetool.conftest import JARS, ROOT, Run
from tests.languagetool.test_server import wait_until_dead

ON = "languagetool: {mode: 'on', daemon: true}\n"
DRAFT = "The board met on Monday. She have signed the contract.\n\nThe chairman has choosen a date.\n"
NOWHERE = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), "http://127.0.0.1:9")


def rules(run: subprocess.CompletedProcess[str]) -> set[str]:
    return {
        name
        for file in json.loads(run.stdout)["files"]
        for finding in file["findings"]
        for name in (finding["rule"], *finding.get("also", ()))
    }


def check(copydesk: Run, tmp_path: Path, *options: str, text: str = DRAFT, **settings: Any) -> Any:
    (tmp_path / "draft.txt").write_text(text, encoding="utf-8")
    return copydesk("check", "--format", "json", *options, "draft.txt", **{"config": ON, **settings})


def test_the_findings_stand_beside_our_own_and_one_error_is_one_finding(
    copydesk: Run, tmp_path: Path
) -> None:
    run = check(copydesk, tmp_path)
    found = json.loads(run.stdout)["files"][0]["findings"]
    assert [(each["rule"], each["text"]) for each in found] == [
        ("languagetool.HE_VERB_AGR", "have"),
        ("spelling.typo", "choosen"),
    ]
    assert found[0]["suggestions"][0] == "has"
    assert run.returncode == 1


def test_an_error_that_the_parser_sees_too_is_one_finding_of_both(copydesk: Run, tmp_path: Path) -> None:
    found = json.loads(check(copydesk, tmp_path, "--grammar", "on").stdout)["files"][0]["findings"]
    (agreement,) = (each for each in found if each["text"] == "have")
    assert agreement["rule"] == "grammar.pronoun-agreement"
    assert agreement["also"] == ["languagetool.HE_VERB_AGR"]
    assert agreement["suggestions"][0] == "has"


def test_the_seed_has_none_of_the_names_that_languagetool_takes_for_slips(copydesk: Run) -> None:
    [seed] = (ROOT / "seeds").glob("*.txt")
    run = copydesk("check", "--format", "json", str(seed), config=ON)
    found = {each["text"] for each in json.loads(run.stdout)["files"][0]["findings"]}
    assert {"choosen", "claime", "exampe", "Turke"} <= found
    names = "Nigde Hatay Kobani Soran Azaz Ramadi Kilis Bab al-Salam Idlib Palmyra"
    assert not found.intersection(names.split(" "))


def test_a_second_run_starts_no_server_and_opens_no_connection(copydesk: Run, tmp_path: Path) -> None:
    first = check(copydesk, tmp_path)
    stop_all()
    spy = tmp_path / "spy"
    spy.mkdir()
    (spy / "sitecustomize.py").write_text(
        "import sys\n"
        "def watch(event, arguments):\n"
        "    if event in ('socket.connect', 'subprocess.Popen', 'os.fork', 'os.posix_spawn'):\n"
        "        print('WATCHED', event, file=sys.stderr)\n"
        "sys.addaudithook(watch)\n"
    )
    second = check(copydesk, tmp_path, PYTHONPATH=f"{spy}:{ROOT}")
    assert second.stdout == first.stdout
    assert "WATCHED" not in second.stderr
    assert running() == ()


def checks_done() -> int:
    """How many checks the servers have logged, once that stands still: they log after they answer."""
    before = -1
    while True:
        now = sum(each.folder.joinpath("log").read_text().count("Check done") for each in running())
        if now == before:
            return now
        before = now
        time.sleep(1)


def test_a_changed_paragraph_alone_is_asked_about(copydesk: Run, tmp_path: Path) -> None:
    check(copydesk, tmp_path)
    check(copydesk, tmp_path, text=DRAFT + "\nHe were late.\n")
    before = checks_done()
    run = check(copydesk, tmp_path, text=DRAFT + "\nThey was late again.\n")
    assert checks_done() == before + 1
    assert "languagetool.HE_VERB_AGR" in rules(run)


def test_no_network_is_needed_once_it_is_installed(copydesk: Run, tmp_path: Path) -> None:
    run = check(copydesk, tmp_path, text="She have missed the ferry.\n", **NOWHERE)
    assert rules(run) == {"languagetool.HE_VERB_AGR"}


def test_a_server_of_the_run_alone_gives_the_same_and_is_gone_with_it(copydesk: Run, tmp_path: Path) -> None:
    stop_all()
    shared = check(copydesk, tmp_path, "--no-cache")
    stop_all()
    private = check(copydesk, tmp_path, "--no-cache", config="languagetool: {mode: 'on', daemon: false}\n")
    assert private.stdout == shared.stdout
    assert running() == ()


def test_no_daemon_and_a_ci_machine_have_a_server_that_ends_with_the_run(
    copydesk: Run, tmp_path: Path
) -> None:
    stop_all()
    undecided = "languagetool: {mode: 'on'}\n"
    for options, env in ((("--no-daemon",), {}), ((), {"CI": "true"})):
        run = check(copydesk, tmp_path, "--no-cache", *options, config=undecided, **env)
        assert "languagetool.HE_VERB_AGR" in rules(run)
        assert running() == ()


def test_without_a_cache_nothing_that_was_said_is_kept_or_used(copydesk: Run, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "languagetool").symlink_to(JARS)
    run = check(copydesk, tmp_path, "--no-cache", COPYDESK_CACHE=str(cache))
    assert "languagetool.HE_VERB_AGR" in rules(run)
    assert [path.name for path in cache.iterdir()] == ["languagetool"]


def test_one_of_its_rules_may_be_selected_ignored_and_given_a_level(copydesk: Run, tmp_path: Path) -> None:
    name = "languagetool.HE_VERB_AGR"
    assert rules(check(copydesk, tmp_path, "--select", name)) == {name}
    assert name not in rules(check(copydesk, tmp_path, "--ignore", name))
    louder = f"{ON}severity: {{languagetool: off, {name}: error}}\n"
    [first, *_] = json.loads(check(copydesk, tmp_path, config=louder).stdout)["files"][0]["findings"]
    assert (first["rule"], first["severity"]) == (name, "error")


def test_a_rule_it_does_not_have_is_told_with_the_nearest_that_it_has(copydesk: Run, tmp_path: Path) -> None:
    run = check(copydesk, tmp_path, "--select", "languagetool.HE_VERB_ARG")
    assert (run.returncode, run.stderr) == (
        2,
        'copydesk: LanguageTool has no rule or category "HE_VERB_ARG"; '
        'did you mean "languagetool.HE_VERB_AGR"?\n',
    )


def test_one_of_its_categories_may_be_selected_and_ignored(copydesk: Run, tmp_path: Path) -> None:
    name = "languagetool.HE_VERB_AGR"
    assert rules(check(copydesk, tmp_path, "--select", "languagetool.GRAMMAR")) == {name}
    assert name not in rules(check(copydesk, tmp_path, "--ignore", "languagetool.GRAMMAR"))


def test_who_insists_on_it_is_told_of_a_language_it_does_not_know(copydesk: Run, tmp_path: Path) -> None:
    welsh = "Mae hi'n bwrw glaw.\n"
    run = check(copydesk, tmp_path, "--language", "cy", "--languagetool", "on", text=welsh)
    assert run.returncode == 2
    assert "LanguageTool cannot check a draft in cy; there are en, de, fr, es, ru, uk" in run.stdout
    run = check(
        copydesk, tmp_path, "--language", "cy", "--languagetool", "auto", text="Mae hi'n bwrw glaw.\n"
    )
    assert run.returncode == 0


def test_a_rule_of_its_xml_is_explained_without_a_server(copydesk: Run) -> None:
    stop_all()
    run = copydesk("explain", "languagetool.HE_VERB_AGR")
    assert run.stdout.startswith("languagetool.HE_VERB_AGR (warning)\n\nSays\n  Agreement error")
    assert "category GRAMMAR" in run.stdout
    assert "<!-- stet languagetool.HE_VERB_AGR: the reason -->" in run.stdout
    assert running() == ()


@pytest.mark.parametrize(
    ("name", "says"),
    [("EN_A_VS_AN", "Use of 'a' vs. 'an'"), ("MORFOLOGIK_RULE_EN_US", "Possible spelling mistake")],
)
def test_a_rule_that_is_written_in_java_is_explained_by_the_server(
    copydesk: Run, name: str, says: str
) -> None:
    assert f"Says\n  {says}\n" in copydesk("explain", f"languagetool.{name}").stdout
    off = copydesk("explain", "--languagetool", "off", f"languagetool.{name}")
    assert "Says\n  LanguageTool says what it found.\n" in off.stdout


def test_a_category_is_explained_and_a_mistyped_name_is_told(copydesk: Run) -> None:
    category = copydesk("explain", "languagetool.REDUNDANCY").stdout
    assert category.startswith("languagetool.REDUNDANCY (suggestion, off by default)\n")
    assert "stet languagetool.REDUNDANCY" not in category
    run = copydesk("explain", "languagetool.EN_A_VS_ANN")
    assert run.returncode == 2
    assert run.stderr.endswith('did you mean "languagetool.EN_A_VS_AN"?\n')


def test_a_run_that_needs_no_server_leaves_no_folder_for_one(copydesk: Run, tmp_path: Path) -> None:
    first = check(copydesk, tmp_path)
    again = check(copydesk, tmp_path, "--no-daemon", TMPDIR=str(tmp_path))
    assert again.stdout == first.stdout
    assert not list(tmp_path.glob("copydesk-lt-*"))


def test_a_mistyped_rule_in_the_configuration_is_told_with_its_line(copydesk: Run, tmp_path: Path) -> None:
    mistyped = f"{ON}severity:\n  languagetool.GRAMMAR: error\n  languagetool.HE_VERB_ARG: off\n"
    run = check(copydesk, tmp_path, config=mistyped)
    assert (run.returncode, run.stderr) == (
        2,
        'copydesk.yml:4: LanguageTool has no rule or category "HE_VERB_ARG"; '
        'did you mean "languagetool.HE_VERB_AGR"?\n',
    )


def test_off_asks_nobody_and_imports_nothing_for_it(copydesk: Run, tmp_path: Path) -> None:
    off = "languagetool: 'off'\n"
    assert rules(check(copydesk, tmp_path, config=off)) == {"spelling.typo"}
    imported = check(copydesk, tmp_path, config=off, PYTHONPROFILEIMPORTTIME="1").stderr
    assert "lint.engines.spelling" in imported
    assert "languagetool" not in imported


def test_killed_in_the_middle_the_run_still_ends_complete(home: Mapping[str, str], tmp_path: Path) -> None:
    """The server is replaced once, and what was asked in between is asked again."""
    stop_all()
    (tmp_path / "copydesk.yml").write_text(ON)
    lines = (
        f"The board met on day {number}. She have signed contract {number}.\n\n" for number in range(400)
    )
    (tmp_path / "draft.txt").write_text("".join(lines))
    run = subprocess.Popen(
        [sys.executable, "-m", "lint", "check", "--grammar", "off", "--format", "json", "draft.txt"],
        cwd=tmp_path,
        env=home,
        stdout=subprocess.PIPE,
        text=True,
    )
    while not (servers := running()):
        assert run.poll() is None
        time.sleep(0.02)
    log = servers[0].folder / "log" if servers[0].folder else Path()
    while log.read_text().count("Check done") < 20:
        assert run.poll() is None
        time.sleep(0.02)
    os.kill(servers[0].jvm, signal.SIGKILL)
    assert run.stdout is not None
    found = [each["rule"] for each in json.load(run.stdout)["files"][0]["findings"]]
    assert found.count("languagetool.HE_VERB_AGR") == 400
    assert run.wait() == 1


def test_where_it_cannot_come_back_the_rest_is_reported_and_the_run_says_what_is_missing(
    copydesk: Run, tmp_path: Path
) -> None:
    """A server at a URL is not ours to start again."""
    config = "languagetool: {mode: 'on', url: 'http://127.0.0.1:9'}\n"
    run = check(copydesk, tmp_path, "--no-cache", config=config)
    assert rules(run) == {"spelling.typo"}
    assert run.returncode == 2
    assert (
        "not all was checked with LanguageTool: 127.0.0.1:9: LanguageTool's server is gone"
        in run.stdout + run.stderr
    )


def test_a_memory_that_cannot_be_written_changes_nothing(
    copydesk: Run, tmp_path: Path, home: Mapping[str, str]
) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "languagetool").symlink_to(Path(home["COPYDESK_CACHE"]) / "languagetool")
    (cache / "languagetool-answers").write_text("a file where the folder would be")
    run = check(copydesk, tmp_path, COPYDESK_CACHE=str(cache))
    assert "languagetool.HE_VERB_AGR" in rules(run)
    assert run.returncode == 1


def test_several_processes_share_the_private_server_of_their_run(copydesk: Run, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"draft{number}.txt").write_text(f"She have signed contract {number}.\n")
    config = "languagetool: {mode: 'on', daemon: false}\n"
    run = copydesk(
        "check", "--format", "json", "--jobs", "3", "--no-cache", ".", config=config, TMPDIR=str(tmp_path)
    )
    files = json.loads(run.stdout)["files"]
    assert [[each["rule"] for each in file["findings"]] for file in files] == [
        ["languagetool.HE_VERB_AGR"]
    ] * 6
    wait_until_gone(tmp_path)


def wait_until_gone(folder: Path) -> None:
    for _ in range(600):
        if not list(folder.glob("copydesk-lt-*")):
            return
        time.sleep(0.1)
    raise AssertionError("a private server is still there")


def test_doctor_finds_everything_in_order_and_says_with_what(copydesk: Run) -> None:
    run = copydesk("doctor")
    assert run.returncode == 0, run.stdout
    for what in ("java", "jars", "server", "cache", "state", "versions"):
        assert f"ok  {what}" in run.stdout
    assert "ru-RU: sees the error" in run.stdout


def test_doctor_says_what_to_do_where_it_is_missing(copydesk: Run, tmp_path: Path) -> None:
    run = copydesk("doctor", COPYDESK_CACHE=str(tmp_path / "none"), LTP_PATH=str(tmp_path))
    assert run.returncode == 2
    assert "no  jars" in run.stdout
    assert "copydesk languagetool install" in run.stdout


def test_start_status_and_stop(copydesk: Run) -> None:
    stop_all()
    assert "answers on port" in copydesk("languagetool", "start").stdout
    assert "process" in copydesk("languagetool", "status").stdout
    [server] = running()
    assert copydesk("languagetool", "stop").stdout == "The server is stopped.\n"
    wait_until_dead(server.pid, server.jvm)
    assert copydesk("languagetool", "stop").stdout == "No server was running.\n"


def test_a_ci_machine_without_it_is_told_what_to_keep(copydesk: Run, tmp_path: Path) -> None:
    missing = {"COPYDESK_CACHE": str(tmp_path / "none"), "LTP_PATH": str(tmp_path), "CI": "true"}
    run = check(copydesk, tmp_path, config="languagetool: {mode: 'on'}\n", **missing)
    assert run.returncode == 2
    said = " ".join((run.stdout + run.stderr).split())
    assert f"copydesk languagetool install, and keep {tmp_path}/none/languagetool between CI runs" in said
