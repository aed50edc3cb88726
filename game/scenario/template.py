"""The starter scenario that `new` writes, that `explain` takes its right examples from, and that tests build on."""

from __future__ import annotations

from pathlib import Path

from game.scenario.schema import schema_text

STARTER = Path(__file__).resolve().parent / "starter"
#: The schema's name, which editors look for beside the files.
SCHEMA = "schema.json"


def texts(name: str = "starter", schema: str = SCHEMA) -> dict[str, str]:
    """File names and texts of the starter scenario under an id."""
    found = {path.name: path.read_text(encoding="utf-8") for path in sorted(STARTER.glob("*.yaml"))}
    return {
        file: text.replace("$schema=SCHEMA", f"$schema={schema}").replace("id: ID", f"id: {name}")
        for file, text in found.items()
    }


def write(folder: Path) -> list[Path]:
    """Write the starter scenario into a folder, named after it, and the schema beside its files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in texts(folder.resolve().name).items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    beside = folder / SCHEMA
    beside.write_text(schema_text(), encoding="utf-8", newline="\n")
    return [*written, beside]
