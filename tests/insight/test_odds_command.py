"""`odds` from the command line: both readings, JSON as promised, executors that agree, a polite end to Ctrl-C."""

from __future__ import annotations

import json
from typing import Any

import pytest

from game.cli import odds as command
from game.cli.main import main
from game.insight import odds as module
from game.insight.odds import Asked, task
from game.insight.tally import Tally
from game.views.odds_words import WARNING

ASKED = ["odds", "taiwan-1958", "--at", "islands", "--worlds", "1200"]


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """What the command prints as JSON."""
    assert main([*ASKED, "--json", *words]) == 0
    return json.loads(capsys.readouterr().out)


def plain(told: Any) -> Any:
    """Figures without what depends on the clock."""
    if isinstance(told, dict):
        return {key: plain(one) for key, one in told.items() if key not in ("seconds", "decisions_per_second")}
    return [plain(one) for one in told] if isinstance(told, list) else told


def test_one_reading_has_for_each_choice_its_figures_and_for_the_run_how_it_went(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = printed(capsys, "--then", "free", "--seed", "7")
    assert {"worlds", "seconds", "decisions_per_second", "seed"} <= told["run"].keys()
    assert (told["run"]["worlds"], told["run"]["seed"], told["run"]["warning"]) == (1200, 7, WARNING)
    for choice in told["choices"]:
        assert choice["war"].keys() >= {"median", "low", "high"}
        assert sum(choice["endings"].values()) == pytest.approx(1.0)
        assert choice["aims"].keys() == {"usa", "ussr"}
        assert choice["standard_errors"]["endings"].keys() == choice["endings"].keys()
        assert choice["standard_errors"]["war"].keys() == choice["war"].keys()
    assert len(told["differences"]) == len(told["choices"]) * (len(told["choices"]) - 1) / 2


def test_both_readings_stand_side_by_side_in_the_shape_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    both = printed(capsys)
    assert list(both["readings"]) == ["history", "free"]
    assert plain(both["readings"]["free"]) == plain(printed(capsys, "--then", "free"))
    assert both["run"]["worlds"] == 2400


def test_processes_give_the_same_figures_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert plain(printed(capsys, "--executor", "processes:2")) == plain(printed(capsys))


def test_a_cluster_gives_the_same_figures_as_one_process(capsys: pytest.CaptureFixture[str]) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, host="127.0.0.1", protocol="tcp", dashboard_address=None
    ) as cluster:
        there = printed(capsys, "--executor", cluster.scheduler_address)
    assert plain(there) == plain(printed(capsys))


def test_every_page_says_what_odds_are_and_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ASKED) == 0
    page = " ".join(capsys.readouterr().out.split())
    assert WARNING in page
    assert "then history" in page and "then free play" in page
    assert "±" in page


def interrupted(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Ctrl-C in the task after so many."""
    done: list[int] = []

    def stopped(asked: Asked, first: int, count: int) -> Tally:
        if len(done) == after:
            raise KeyboardInterrupt
        done.append(first)
        return task(asked, first, count)

    monkeypatch.setattr(module, "task", stopped)


def test_ctrl_c_gives_what_there_is_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    interrupted(monkeypatch, 2)
    assert main(ASKED) == 0
    page = " ".join(capsys.readouterr().out.split())
    assert "Stopped early by an interrupt: this rests on the worlds so far." in page
    assert "Then history: 1,000 worlds" in page and "Then free play: 1,000 worlds" in page


def test_ctrl_c_before_there_is_anything_is_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted(monkeypatch, 0)
    assert main(ASKED) == 130


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--at", "nowhere"], "its decisions are: islands"),
        (["--mind", "usa=nobody"], "no mind is called 'nobody'"),
        (["--mind", "nobody"], "write it as --mind ussr=chance"),
        (["--executor", "processes:many"], "write it as processes:2"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ASKED, *words]) == 2
    assert told in capsys.readouterr().err


def test_where_no_cluster_is_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def nothing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(command, "import_module", nothing)
    assert main([*ASKED, "--executor", "tcp://127.0.0.1:1"]) == 2
    assert "install it with: pip install distributed" in capsys.readouterr().err
