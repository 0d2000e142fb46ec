"""The report as JUnit's XML: one suite a draft, one case a finding.

A finding fails where it would fail the run; a milder one is a skipped case, so that a test page is red for
the same reason as the exit code. A clean draft is one case that passed, a draft that could not be checked
an error. Notices are the output of a suite of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.model import SEVERITIES, Finding, Report, Result
from lint.reporters import Options
from lint.reporters.lines import Lines, lines_of
from lint.reporters.paths import shown
from lint.reporters.proposals import said
from lint.reporters.xmltext import DECLARATION, attributes, content

_RUN = "copydesk"


def render(report: Report, options: Options) -> str:
    """One XML document, the same on every run: it holds no time."""
    fails = sum(fails_run(report, finding) for finding in report.findings)
    errors = len(report.failures)
    clean = sum(not result.findings for result in report.results)
    counts = attributes(tests=len(report.findings) + clean + errors, failures=fails, errors=errors)
    rows = [DECLARATION, f"<testsuites{attributes(name=_RUN)}{counts}>"]
    for result in report.results:
        rows.extend(_suite(report, result, shown(result.path, options)))
    rows.extend(_not_checked(report, options))
    return "\n".join((*rows, "</testsuites>", ""))


def fails_run(report: Report, finding: Finding) -> bool:
    """Whether this finding alone makes the run exit with 1."""
    if report.fail_on == "never":
        return False
    return SEVERITIES.index(finding.severity) >= SEVERITIES.index(report.fail_on)


def _suite(report: Report, result: Result, path: str) -> Iterator[str]:
    failing = sum(fails_run(report, finding) for finding in result.findings)
    tests = len(result.findings) or 1
    skipped = len(result.findings) - failing
    counts = attributes(name=path, tests=tests, failures=failing, errors=0, skipped=skipped)
    yield f"  <testsuite{counts}>"
    if not result.findings:
        yield f"    <testcase{attributes(classname=path, name='no findings')}/>"
    lines = lines_of(result.source)
    for finding in result.findings:
        yield from _case(finding, lines, path, fails=fails_run(report, finding))
    yield "  </testsuite>"


def _case(finding: Finding, lines: Lines, path: str, *, fails: bool) -> Iterator[str]:
    line, column = lines.place(finding.span.start)
    yield f"    <testcase{attributes(classname=path, name=f'{finding.rule} at {line}:{column}')}>"
    told = attributes(type=f"{finding.severity}: {finding.rule}", message=finding.message)
    text = content(f"{path}:{line}:{column}: {said(finding)}")
    tag = "failure" if fails else "skipped"
    yield f"      <{tag}{told}>{text}</{tag}>"
    yield "    </testcase>"


def _not_checked(report: Report, options: Options) -> Iterator[str]:
    if not report.failures and not report.notices:
        return
    errors = len(report.failures)
    yield f"  <testsuite{attributes(name=_RUN, tests=errors, failures=0, errors=errors, skipped=0)}>"
    for failure in report.failures:
        path = shown(failure.path, options) or _RUN
        yield f"    <testcase{attributes(classname=path, name='could not be checked')}>"
        message = attributes(type="not-checked", message=failure.message)
        yield f"      <error{message}>{content(f'{path}: {failure.message}')}</error>"
        yield "    </testcase>"
    for notice in report.notices:
        yield f"    <system-out>{content(notice)}</system-out>"
    yield "  </testsuite>"
