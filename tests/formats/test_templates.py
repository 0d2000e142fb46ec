"""What the repository offers to CI machines: valid by the published schemas, and run as they would run it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.formats.conftest import PATIENCE, run

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
TEMPLATE = ROOT / "templates" / "copydesk.yml"
PAGE = ROOT / "docs" / "ci.md"


def check_schema(schema: str, path: Path) -> None:
    done = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("schema", "path"), [("github-actions", ACTION), ("gitlab-ci", TEMPLATE)])
def test_what_is_offered_is_valid(schema: str, path: Path) -> None:
    check_schema(schema, path)


@pytest.mark.parametrize(("schema", "key"), [("github-workflows", "jobs"), ("gitlab-ci", "include")])
def test_what_the_page_shows_is_valid(schema: str, key: str, tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (block,) = (block for block in blocks if key in yaml.safe_load(block))
    shown = tmp_path / "shown.yml"
    shown.write_text(block)
    check_schema(schema, shown)


def test_the_page_names_what_the_action_and_the_template_take() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    workflow, pipeline = (yaml.safe_load(block) for block in blocks if "repos:" not in block)
    (step,) = (one for one in workflow["jobs"]["copydesk"]["steps"] if "/copydesk@" in one.get("uses", ""))
    assert set(step["with"]) <= set(action()["inputs"])
    assert set(pipeline["copydesk"]["variables"]) <= set(job()["variables"])


def test_nothing_a_caller_writes_is_put_into_a_script() -> None:
    for step in action()["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def action() -> dict[str, Any]:
    return dict(yaml.safe_load(ACTION.read_text(encoding="utf-8")))


def job() -> dict[str, Any]:
    return dict(yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["copydesk"])


class Step(NamedTuple):
    """What a step of a composite action did."""

    code: int
    outputs: dict[str, str]
    log: str
    summary: str


class Runner:
    """As much of GitHub's runner as a step in bash meets: a workspace, its files, the step's variables."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = folder / "workspace"
        self.home = folder / "home"
        for place in (self.workspace, self.home, folder / "temp"):
            place.mkdir()

    def step(self, id: str, **env: str) -> Step:
        (step,) = (one for one in action()["runs"]["steps"] if one.get("id") == id)
        outputs, summary = self.folder / f"{id}.out", self.folder / f"{id}.md"
        outputs.write_text("")
        summary.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace / env.get("WHERE", "."),
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.home),
                "CI": "true",
                "RUNNER_TEMP": str(self.folder / "temp"),
                "GITHUB_WORKSPACE": str(self.workspace),
                "GITHUB_ACTION_PATH": str(ROOT),
                "GITHUB_OUTPUT": str(outputs),
                "GITHUB_STEP_SUMMARY": str(summary),
                **env,
            },
        )
        pairs = (line.split("=", 1) for line in outputs.read_text().splitlines())
        return Step(
            done.returncode, dict(pairs), done.stdout + done.stderr, summary.read_text(encoding="utf-8")
        )


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    return Runner(tmp_path_factory.mktemp("runner"))


@pytest.fixture(scope="module")
def installed(runner: Runner) -> Step:
    """The action's own environment, made by its own step."""
    done = runner.step("install", PYTHON=sys.executable, LANGUAGES="en,de", EXTRAS="languages")
    assert done.code == 0, done.log
    return done


def checked(runner: Runner, installed: Step, **inputs: str) -> Step:
    """The last step, with the inputs' own defaults."""
    defaults = {name: str(about.get("default", "")) for name, about in action()["inputs"].items()}
    env = {"WHERE": defaults["working-directory"], "BIN": installed.outputs["bin"]}
    for name in ("paths", "changed", "languagetool", "sarif", "arguments"):
        env[name.upper()] = defaults[name]
    return runner.step("check", **{**env, **inputs})


@pytest.mark.slow
def test_the_action_checks_a_repository(runner: Runner, installed: Step) -> None:
    assert set(installed.outputs) == {"version", "lock", "bin"}
    drafts = runner.workspace / "docs" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "a story.md").write_text("The council has choosen it.\n")
    (drafts / "clean.md").write_text("The council met on Tuesday.\n")

    done = checked(runner, installed, WHERE="docs", PATHS="drafts/a story.md\ndrafts/clean.md\n")
    assert done.code == 1, done.log
    assert done.outputs == {"exit-code": "1", "sarif": "docs/copydesk.sarif"}
    assert "\n::warning file=docs/drafts/a story.md,line=1,endLine=1,col=17," in f"\n{done.log}"
    assert "| 1:17 | warning |" in done.summary
    log = json.loads((runner.workspace / done.outputs["sarif"]).read_text(encoding="utf-8"))
    uris = [one["location"]["uri"] for one in log["runs"][0]["artifacts"]]
    assert uris == ["docs/drafts/a%20story.md", "docs/drafts/clean.md"]
    assert (runner.home / ".cache" / "copydesk").is_dir()

    mild = checked(runner, installed, PATHS="docs", ARGUMENTS="--fail-on\nerror\n", SARIF="")
    assert (mild.code, mild.outputs) == (0, {"exit-code": "0"})


@pytest.mark.slow
def test_the_action_tells_only_what_changed(runner: Runner, installed: Step) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
        installed_git = run("git", *names, *arguments, folder=repository)
        assert installed_git.returncode == 0, installed_git.stderr

    repository = runner.workspace / "changed"
    repository.mkdir()
    story = repository / "story.md"
    story.write_text("The council has choosen it.\n")
    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message=one")
    story.write_text("The council has choosen it.\n\nThe goverment has not.\n")
    done = checked(runner, installed, WHERE="changed", CHANGED="main")
    assert done.code == 1, done.log
    assert done.log.count("::warning ") == 1
    assert "“goverment”" in done.log


@pytest.mark.slow
def test_the_gitlab_job_leaves_its_reports(runner: Runner, installed: Step, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("The council has choosen it.\n")
    own = {
        name: str(value).replace("$CI_PROJECT_DIR", str(tmp_path))
        for name, value in job()["variables"].items()
    }
    venv = Path(installed.outputs["bin"])
    done = subprocess.run(
        ["sh", "-ec", "\n".join(job()["script"])],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env={
            "PATH": f"{venv}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(runner.home),
            "CI": "true",
            "CI_PROJECT_DIR": str(tmp_path),
            **own,
            "COPYDESK_PACKAGE": str(ROOT),
        },
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "spelling.typo" in done.stdout
    reports = job()["artifacts"]["reports"]
    (issue,) = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    assert issue["location"] == {"path": "story.md", "lines": {"begin": 1, "end": 1}}
    assert 'failures="1"' in (tmp_path / reports["junit"]).read_text(encoding="utf-8")
    kept = {
        entry
        for cache in job()["cache"]
        for path in cache["paths"]
        for entry in tmp_path.glob(path.rstrip("/"))
    }
    folder = tmp_path / ".cache" / "copydesk"
    assert set(folder.iterdir()) <= kept
