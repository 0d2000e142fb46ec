"""`--annotate`: where the copies of Word drafts with comments go, and their writing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from lint.commands import outputs
from lint.documents import format_of
from lint.errors import CopydeskError, DraftError
from lint.files import Input, read
from lint.model import Report


def copies(where: str, drafts: Sequence[Input], read_as: str | None) -> dict[str, str]:
    """Each Word draft's path and that of its copy: `where` itself or, where it is a folder, a file in it.

    Raises CopydeskError where there is no Word draft, no place for the copies, or one place for several.
    """
    word = [draft.path for draft in drafts if is_word(draft.path, read_as)]
    if not word:
        raise CopydeskError("there is no Word draft to annotate", hint="--annotate is for .docx files")
    if os.path.isdir(where):
        found = {path: os.path.join(where, os.path.basename(path)) for path in word}
    elif len(word) > 1:
        raise CopydeskError(
            f"{len(word)} Word drafts cannot be written to one file", where, "name a folder that exists"
        )
    elif not where.lower().endswith(".docx"):
        raise CopydeskError(
            "is no name for a Word file", where, f"for example {os.path.splitext(where)[0]}.docx"
        )
    else:
        found = {word[0]: where}
    for path, copy in found.items():
        if sum(other == copy for other in found.values()) > 1:
            raise CopydeskError("two drafts of this name cannot both be annotated", path)
        outputs.check_place(copy, [draft.path for draft in drafts])
    return found


def write(report: Report, copies: Mapping[str, str], drafts: Sequence[Input]) -> Iterator[str]:
    """Write the copy of each draft that could be checked, and say so. Raises CopydeskError."""
    from lint.reporters.summary import counted
    from lint.reporters.word import annotate

    given = {draft.path: draft.data for draft in drafts}
    for result in report.results:
        if result.path in copies:
            data = given[result.path]
            if data is None:
                data = read(result.path)
            outputs.write_bytes(copies[result.path], annotate(result, report.rules, data))
            yield f"{copies[result.path]}: {counted(len(result.findings), 'comment')}."


def is_word(path: str, read_as: str | None) -> bool:
    """Whether a draft is read as a Word document."""
    try:
        return (read_as or format_of(path)) == "word"
    except DraftError:
        return False
