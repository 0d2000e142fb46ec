"""The pre-commit hook, installed and run by pre-commit itself from a clone of the last commit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.slow
def test_the_hook_is_installed_and_runs(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True, capture_output=True)
    desk = tmp_path / "desk"
    desk.mkdir()
    git(desk, "init", "--quiet")
    (desk / "story.md").write_text("The goverment has choosen it. [citation needed]\n")
    (desk / "clean.txt").write_text("The council met on Tuesday.\n")
    (desk / "script.py").write_text("# The goverment\n")
    git(desk, "add", ".")

    def hook() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [
                sys.executable,
                "-m",
                "pre_commit",
                "try-repo",
                str(clone),
                "copydesk",
                "--all-files",
                "--color=never",
            ],
            cwd=desk,
            check=False,
            capture_output=True,
            text=True,
            timeout=900,
            env={
                **os.environ,
                "PRE_COMMIT_HOME": str(tmp_path / "home"),
                "COPYDESK_CACHE": str(tmp_path / "cache"),
            },
        )

    done = hook()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "exit code: 1" in done.stdout
    for said in ("story.md:1:5  warning  spelling.typo", "leftovers.citation-needed"):
        assert said in done.stdout
    assert "script.py" not in done.stdout

    (desk / "story.md").write_text("The government has chosen it.\n")
    git(desk, "add", ".")
    done = hook()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


@pytest.mark.slow
def test_after_init_the_first_commit_is_clean_and_a_new_slip_stops_one(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True, capture_output=True)
    desk = tmp_path / "desk"
    desk.mkdir()
    git(desk, "init", "--quiet")
    (desk / "story.md").write_text("The goverment has choosen it. [citation needed]\n")
    env = {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "COPYDESK_CACHE": str(tmp_path / "cache"),
        "PYTHONPATH": str(clone),
    }
    init = [sys.executable, "-m", "lint", "init"]
    subprocess.run(init, cwd=desk, check=True, capture_output=True, env=env)
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=clone, check=True, capture_output=True, text=True
    ).stdout.strip()
    hooks = {"repos": [{"repo": str(clone), "rev": revision, "hooks": [{"id": "copydesk"}]}]}
    (desk / ".pre-commit-config.yaml").write_text(yaml.safe_dump(hooks))
    del env["PYTHONPATH"]
    hook = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(hook, cwd=desk, check=True, capture_output=True, env=env)

    def commit() -> subprocess.CompletedProcess[str]:
        git(desk, "add", "--all")
        names = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
        return subprocess.run(
            ["git", *names, "commit", "--message=Say more"],
            cwd=desk,
            check=False,
            capture_output=True,
            text=True,
            timeout=900,
            env=env,
        )

    first = commit()
    assert first.returncode == 0, first.stdout + first.stderr
    (desk / "story.md").write_text("The goverment has choosen it. [citation needed]\n\nThey recieve it.\n")
    second = commit()
    assert second.returncode == 1, second.stdout + second.stderr
    assert "story.md:3:6  warning  spelling.typo" in second.stdout + second.stderr
    assert "choosen" not in second.stdout + second.stderr
    (desk / "story.md").write_text("They receive it.\n\nThe goverment has choosen it. [citation needed]\n")
    third = commit()
    assert third.returncode == 0, third.stdout + third.stderr


def test_the_hooks_are_what_pre_commit_expects() -> None:
    from identify.identify import ALL_TAGS

    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["copydesk", "copydesk-full"]
    for hook in hooks:
        assert hook["require_serial"] is True
        assert set(hook["types_or"]) <= ALL_TAGS
    checked = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        check=False,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout


def test_pages_and_word_drafts_are_read_as_the_guide_says(tmp_path: Path) -> None:
    _, _, after = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8").partition("## pre-commit")
    settings = yaml.safe_load(after.split("```yaml\n")[1].split("```")[0])
    for entry in settings["repos"]:
        entry["repo"] = "local"
        del entry["rev"]
        for hook in entry["hooks"]:
            hook.update({"name": hook.get("name", "copydesk"), "language": "system", "entry": "echo"})
            hook["verbose"] = True
    (tmp_path / "site").mkdir()
    for name in ("a.md", "b.html", "site/c.html", "d.docx", "e.py"):
        (tmp_path / name).write_text("x\n")
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")},
    )
    assert "\na.md b.html\n" in done.stdout
    assert "\nd.docx\n" in done.stdout
    assert not any(name in done.stdout for name in ("c.html", "e.py"))
