"""Write the JSON Schemas in `schema/` from the tables that validate: python tools/build_schemas.py."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lint.config.keys import schema as configuration_schema
from lint.rulepacks.schema import pack_schema

FOLDER = Path(__file__).parents[1] / "schema"


def schemas() -> dict[str, dict[str, Any]]:
    """File name -> schema."""
    return {"rulepack.json": pack_schema(), "copydesk.json": configuration_schema()}


def text(schema: dict[str, Any]) -> str:
    """The schema as the file has it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (FOLDER / name).write_text(text(schema), encoding="utf-8")
        print(FOLDER / name)
