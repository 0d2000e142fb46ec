"""A charge that turns into a fact from one paragraph to the next."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.engines import sourcing
from lint.model import Config, Finding, Rule

RULE = Rule(
    "sourcing.x",
    "sourcing",
    "“{match}” is told as a fact.",
    "suggestion",
    "",
    {"find": "own-voice", "charges": ("accus*", "claimed"), "attributions": ("accus*", "said", "claimed")},
)
CHARGE = "The owners accused the harbour board of selling the ferry below its price. It rained."
FACT = "The board sold the ferry far below its price."


def check(text: str) -> list[Finding]:
    return list(sourcing.build((RULE,), Config())(parse(text, "draft.txt", "text")))


def test_a_charge_that_the_next_paragraph_states_is_told_with_its_place() -> None:
    (finding,) = check(f"{CHARGE}\n\n{FACT} A new one is dear.")
    assert finding.text == FACT
    assert finding.message == "“The board sold the ferry far … is told as a fact.".replace("far …", "far …”")
    assert finding.related[0].text.startswith("The owners accused")


@pytest.mark.parametrize(
    "text",
    [
        f"{CHARGE}\n\n{FACT[:-1]}, they said.",
        f"{CHARGE}\n\nDid the board sell the ferry far below its price?",
        f"{CHARGE}\n\n“{FACT}”",
        f"{CHARGE}\n\nThe mill was closed.\n\n{FACT}",
        f"{CHARGE} {FACT}",
        f"The owners met the harbour board.\n\n{FACT}",
    ],
)
def test_what_is_attributed_asked_quoted_or_far_off_passes(text: str) -> None:
    assert check(text) == []
