"""docs/minds.md says what the proofs found and what the code holds."""

from __future__ import annotations

from benchmarks.minds_page import PAGE, TABLES
from benchmarks.model_page import filled


def test_every_table_on_the_page_of_minds_is_what_its_command_makes() -> None:
    """The page and the stored proofs are held together."""
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page, TABLES) == page, "run `python -m benchmarks.minds_page --write`"
    assert all(f"<!-- table: {name} -->" in page for name in TABLES)
