"""docs/model.md says what the code holds."""

from __future__ import annotations

from benchmarks.model_page import PAGE, TABLES, filled


def test_every_table_on_the_model_page_is_what_its_command_makes() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page) == page, "run `python -m benchmarks.model_page --write`"
    assert all(f"<!-- table: {name} -->" in page for name in TABLES)
