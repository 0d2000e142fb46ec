"""The page is for everybody: axe finds no serious violation in any of its states."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lint.model import Failure, Mention, NameEntry, NameForm, Result, Span

SOURCE = """\
# The port opens

The minister will recieve the delegation, said Ms Kovalenko. Ms Kovalenka said nothing.

- One item with a slip on teh dock.

| Pier | Length |
|------|--------|
| East | 120 mtres |

> A quote with a slip: definately.

```
TODO = 1
```

<!-- TODO: ask -->
"""


def violations(page: Any) -> list[str]:
    """Axe's serious and critical violations, each with the first element that has it."""
    import axe_playwright_python as axe

    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8") + ";0")
    result = page.evaluate("axe.run()")
    assert result["passes"], "axe looked at nothing"
    return [
        f"{found['id']}: {found['nodes'][0]['html']}"
        for found in result["violations"]
        if found["impact"] in ("serious", "critical")
    ]


@pytest.fixture
def everything(find, report_on_all):
    """A report of two drafts with each kind of finding, a name in two forms, and a failure."""
    forms = tuple(
        NameForm(
            name, (Mention("a.md", Span(SOURCE.index(name), SOURCE.index(name) + len(name)), "surname"),)
        )
        for name in ("Kovalenko", "Kovalenka")
    )
    found = (
        find(SOURCE, "recieve", "", "receive", path="a.md", severity="error", related=(("slip", "see"),)),
        find(SOURCE, "Kovalenka", "", "Kovalenko", path="a.md", rule="names.variants"),
        find(SOURCE, "teh", "", "the", path="a.md", severity="suggestion"),
        find(SOURCE, "mtres", "", "metres", path="a.md"),
        find(SOURCE, "definately", "", "definitely", path="a.md"),
        find(SOURCE, "TODO", path="a.md", rule="leftovers.todo"),
        find(SOURCE, "TODO: ask", path="a.md", rule="leftovers.todo"),
    )
    return report_on_all(
        Result("a.md", "markdown", SOURCE, found),
        Result("b.md", "markdown", "Clean.", ()),
        failures=(Failure("c.jpg", "not a text file"),),
        names=(NameEntry("Kovalenko", "person", forms),),
        notices=("`copydesk languagetool install` adds grammar checks.",),
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("wide", [True, False], ids=["wide", "narrow"])
def test_no_state_of_the_page_shuts_anyone_out(open_page, everything, scheme, wide) -> None:
    page = open_page(everything, wide=wide, color_scheme=scheme)
    assert violations(page) == []
    page.keyboard.press("j")
    assert violations(page) == []
    page.locator("#rule-menu summary").click()
    page.get_by_role("button", name="warnings").click()
    assert violations(page) == []
    page.keyboard.press("?")
    assert violations(page) == []
