"""The opt-in pack of words that leave nobody out, and the pack of lengths: off until they are selected."""

from __future__ import annotations

import pytest

from lint import Config, check_text

TEXT = (
    "The firemen found the driver, a mailman who is confined to a wheelchair. Nobody had told the "
    "policemen. “The firemen saved us,” one of the elderly women said.\n"
)


def test_it_is_quiet_by_default_and_speaks_when_it_is_selected() -> None:
    def found(config: Config) -> list[str]:
        report = check_text(TEXT, path="draft.txt", config=config)
        return [finding.text for finding in report.findings if finding.rule.startswith("inclusive.")]

    assert found(Config()) == []
    assert found(Config(select=("inclusive",))) == [
        "firemen",
        "mailman",
        "confined to a wheelchair",
        "policemen",
    ]


@pytest.mark.parametrize("pack", ["inclusive", "readability"])
def test_neither_is_ever_more_than_a_suggestion(pack: str) -> None:
    from lint import rulepacks
    from lint.rulepacks import shipped

    loaded = rulepacks.load([(shipped.path(pack), True)])
    assert {rule.severity for rule in loaded if rule.id.startswith(pack)} == {"suggestion"}
