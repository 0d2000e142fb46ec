"""Which paths a glob of the configuration means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.globs import matches


@pytest.mark.parametrize(
    ("glob", "path", "meant"),
    [
        ("*.md", "story.md", True),
        ("*.md", "notes/deep/story.md", True),
        ("*.md", "story.mdx", False),
        ("notes/*.md", "notes/story.md", True),
        ("notes/*.md", "notes/deep/story.md", False),
        ("notes/**/*.md", "notes/story.md", True),
        ("notes/**/*.md", "notes/deep/er/story.md", True),
        ("notes/**", "notes/deep/story.md", True),
        ("notes/**", "other/notes/story.md", False),
        ("notes/", "notes/story.md", True),
        ("notes", "deep/notes/story.md", True),
        ("./notes/a.md", "notes/a.md", True),
        ("**/drafts/*.txt", "drafts/a.txt", True),
        ("**/drafts/*.txt", "x/y/drafts/a.txt", True),
        ("story?.md", "story1.md", True),
        ("story?.md", "story/.md", False),
        ("story[12].md", "story2.md", True),
        ("story[!12].md", "story2.md", False),
        ("a+b (1).md", "a+b (1).md", True),
        ("[", "[", True),
        ("story[b-a].md", "story[b-a].md", True),
        ("[b-a", "a", False),
    ],
)
def test_glob(glob: str, path: str, meant: bool) -> None:
    assert matches(path, [glob]) is meant


@given(st.text("ab*?[]!^-/\\.{}()|", max_size=12), st.text("ab/.-[]", max_size=12))
def test_any_glob_is_understood(glob: str, path: str) -> None:
    assert matches(path, [glob]) in (True, False)
