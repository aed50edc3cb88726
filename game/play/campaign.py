"""A campaign being played: the chapters behind, the one on the table, those ahead, and what crosses between them.

A whole campaign is one world: every chapter is played on the same seed, so that a world that is brittle in one chapter
is brittle in all, and a leader is of one kind throughout.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.model.campaign import Campaign, Chapter, Rule
from game.model.moment import minutes
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play import campaign_carry as crossing
from game.play import campaign_leaders as leaders
from game.play import campaign_rules as rules
from game.play.campaign_carry import Carried
from game.play.campaign_leaders import Leading
from game.play.campaign_past import by_history, history
from game.play.game import PERSON, Game
from game.play.tables import Opening, tables_of
from game.problems import GameError, MoveError


@dataclass(frozen=True)
class Terms:
    """How a campaign is played: who plays which side, the luck, open files, and leaders who never led."""

    players: Mapping[str, str]
    seed: int
    files: bool = False
    swaps: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Behind:
    """A chapter that is over: the game, history's own with the same luck, and the rules that worked after it.

    played is false where history took its road. after is the difference once it was over, leading who led in it.
    """

    chapter: Chapter
    game: Game
    past: Game
    played: bool
    worked: tuple[str, ...]
    after: Carried
    leading: Mapping[str, Leading]


@dataclass(eq=False)
class Road:
    """A campaign in progress. load opens a scenario by id; game is the chapter on the table or none between two."""

    campaign: Campaign
    terms: Terms
    load: Callable[[str], Scenario]
    behind: list[Behind] = field(init=False, default_factory=list)
    game: Game | None = field(init=False, default=None)
    carried: Carried = field(init=False, default_factory=Carried)
    swapped: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        for name in self.terms.swaps:
            if name not in self.campaign.swaps:
                known = ", ".join(self.campaign.swaps)
                raise GameError(f"the campaign has no counterfactual leader '{name}'", f"there are: {known}")
        self.swapped = leaders.chosen(self.campaign, self.terms.swaps)

    @property
    def chapter(self) -> Chapter:
        """The chapter that is played or comes next. Raises MoveError where there is none."""
        if self.over:
            raise MoveError("the campaign is over")
        return self.campaign.chapters[len(self.behind)]

    @property
    def over(self) -> bool:
        """Whether no chapter is left: the last one is over, or a war was."""
        return len(self.behind) == len(self.campaign.chapters) or self.war

    @property
    def war(self) -> bool:
        """Whether the campaign ended in war."""
        return bool(self.behind) and self.behind[-1].game.war

    @property
    def minute(self) -> int:
        """The first moment of the chapter that is played or comes next."""
        return minutes(self.load(self.chapter.scenario).starts)

    @property
    def leading(self) -> dict[str, Leading]:
        """Who leads each side in that chapter."""
        return leaders.leading(self.campaign, self.swapped, self.minute)

    @property
    def scenario(self) -> Scenario:
        """That chapter's scenario, under whoever leads."""
        return leaders.led(self.campaign, self.load(self.chapter.scenario), self.leading)

    @property
    def people(self) -> tuple[str, ...]:
        """The sides that people play, Washington first."""
        return tuple(side for side in SIDES if self.terms.players.get(side) == PERSON)

    @property
    def opening(self) -> Opening:
        """What that chapter opens with."""
        tables, who = tables_of(self.scenario), self.leading
        more = crossing.decided(self.chapter) | leaders.added(self.campaign, who)
        ruled = rules.once(self.worked(), self.chapter.scenario, tables)
        return crossing.opening(
            self.campaign, self._kept(who), tables, more, ruled | rules.jolts(self.fresh(), tables.parameters)
        )

    def _kept(self, who: Mapping[str, Leading]) -> Carried:
        """What is carried, without the standing of leaders who have gone and what was thought of them."""
        before = self.behind[-1].leading if self.behind else {}
        return crossing.without(self.carried, *leaders.gone(self.campaign, before, who))

    def worked(self) -> list[Rule]:
        """Every rule that has worked so far."""
        return [rule for one in self.behind for rule in rules.named(self.campaign, one.worked)]

    def fresh(self) -> list[Rule]:
        """The rules that worked after the chapter just behind."""
        return rules.named(self.campaign, self.behind[-1].worked) if self.behind else []

    def begin(self) -> Game:
        """Open the next chapter and run to its first question."""
        scenario, terms = self.scenario, self.terms
        game = Game(scenario, tables_of(scenario, self.opening), dict(terms.players), terms.seed, terms.files)
        game.advance()
        self.game = game
        return game

    def take(self, game: Game) -> None:
        """Put a game of this chapter on the table, in the place of the one that may lie there."""
        self.game = game

    def skip(self) -> Behind:
        """Let this chapter go history's way, from where it opens, or from the start again if it was begun."""
        self.game = None
        return self._close(by_history(self.scenario, self.terms.seed, self.opening), played=False)

    def close(self) -> Behind:
        """Leave a finished chapter behind. Raises MoveError while it goes on."""
        if self.game is None or not self.game.over:
            raise MoveError("this chapter is not over yet")
        return self._close(self.game, played=True)

    def _close(self, game: Game, played: bool) -> Behind:
        chapter, who = self.chapter, self.leading
        past = history(self.load(chapter.scenario), self.terms.seed, tuple(crossing.decided(chapter).items()))
        worked = rules.working(self.campaign, chapter.scenario, game, past)
        told = rules.named(self.campaign, worked)
        after = crossing.carry(self.campaign, self._kept(who), game, past)
        self.carried = rules.applied(after, told, max(game.minute, past.minute))
        self.swapped |= {rule.leader: game.minute for rule in told if rule.leader}
        self.behind.append(Behind(chapter, game, past, played, worked, self.carried, who))
        self.game = None
        return self.behind[-1]
