"""The reduced crisis in OpenSpiel's own terms; importing this registers `python_brinkmanship`.

A chance node draws the world: its luck, of which kind its leaders are, how brittle it is. All else is the players'.
What both answer in secret is asked one after the other, and the second does not know what the first said. The rules
are reduced.py's tree, which the one engine grew.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pyspiel

from benchmarks.spiel.reduced import CHANCE, OVER, Node, Tree, grown

NAME = "python_brinkmanship"
WORLDS = 4
TYPE = pyspiel.GameType(
    short_name=NAME,
    long_name="Brinkmanship: a reduced Checkpoint Charlie",
    dynamics=pyspiel.GameType.Dynamics.SEQUENTIAL,
    chance_mode=pyspiel.GameType.ChanceMode.EXPLICIT_STOCHASTIC,
    information=pyspiel.GameType.Information.IMPERFECT_INFORMATION,
    utility=pyspiel.GameType.Utility.GENERAL_SUM,
    reward_model=pyspiel.GameType.RewardModel.TERMINAL,
    max_num_players=2,
    min_num_players=2,
    provides_information_state_string=True,
    provides_information_state_tensor=False,
    provides_observation_string=False,
    provides_observation_tensor=False,
    parameter_specification={"worlds": WORLDS},
)
_PLAYERS = {CHANCE: pyspiel.PlayerId.CHANCE, OVER: pyspiel.PlayerId.TERMINAL}


@lru_cache(maxsize=4)
def tree(count: int) -> Tree:
    """The tree of a number of worlds, grown once."""
    return grown(count)


class Crisis(pyspiel.Game):  # type: ignore[misc]
    """The game: `worlds` is how many worlds its chance node draws from."""

    def __init__(self, params: dict[str, Any] | None = None) -> None:
        told = params or {}
        self.worlds = int(told.get("worlds", WORLDS))
        grown_ = tree(self.worlds)
        most = max(len(side.aims) for side in grown_.tables.sides)
        info = pyspiel.GameInfo(
            num_distinct_actions=1 + max(max(node.leads) for node in grown_.nodes if node.player >= 0),
            max_chance_outcomes=self.worlds,
            num_players=2,
            min_utility=0.0,
            max_utility=float(most),
            utility_sum=None,
            max_game_length=2 * len(grown_.tables.stages),
        )
        super().__init__(TYPE, info, told)

    def new_initial_state(self) -> Moment:
        """The first day, before the world is drawn."""
        return Moment(self)

    def make_py_observer(self, iig_obs_type: object = None, params: object = None) -> Watcher:
        """What a side knows, as text."""
        return Watcher()


class Moment(pyspiel.State):  # type: ignore[misc]
    """A place in the game."""

    def __init__(self, game: Crisis) -> None:
        super().__init__(game)
        self.worlds, self.at = game.worlds, 0  # and never the tree: OpenSpiel copies what a state holds

    @property
    def node(self) -> Node:
        """Where it stands in the tree."""
        return tree(self.worlds).nodes[self.at]

    def current_player(self) -> int:
        """Whose turn it is."""
        player: int = _PLAYERS.get(self.node.player, self.node.player)
        return player

    def _legal_actions(self, player: int) -> list[int]:
        return sorted(self.node.leads) if player == self.node.player else []

    def chance_outcomes(self) -> list[tuple[int, float]]:
        """Each world alike."""
        return [(world, 1.0 / len(self.node.leads)) for world in sorted(self.node.leads)]

    def _apply_action(self, action: int) -> None:
        self.at = self.node.leads[action]

    def _action_to_string(self, player: int, action: int) -> str:
        return f"world {action}" if player == pyspiel.PlayerId.CHANCE else f"answer {action}"

    def is_terminal(self) -> bool:
        """Whether it is over."""
        return self.node.player == OVER

    def returns(self) -> list[float]:
        """How many of its aims each side has met, once it is over."""
        return list(self.node.returns)

    def __str__(self) -> str:
        return f"place {self.at}"


class Watcher:
    """What a side knows: its views and answers so far, as the number of their list."""

    def __init__(self) -> None:
        self.tensor = np.zeros(0, np.float32)
        self.dict: dict[str, object] = {}

    def set_from(self, state: Moment, player: int) -> None:
        """There is no tensor."""

    def string_from(self, state: Moment, player: int) -> str:
        """What the player to move knows; nothing is told at another's turn."""
        return f"side {player} knows {state.node.knows}" if state.node.player == player else f"side {player} waits"


pyspiel.register_game(TYPE, Crisis)
