"""How a standoff ends: who pays what, and what follows. Each takes a scene of the worlds where it comes about.

Points move each leader's standing at home one for one; losing in public also costs the loser's alliance.
What a leader of a hidden kind feels about it beyond that is his own and moves no meter.
"""

from __future__ import annotations

import numpy as np

from game.engine import acts
from game.engine.acts import sight
from game.engine.standoff_prices import deal_share, first_share, relief, seen, together, worth
from game.engine.standoff_scene import Scene, gain
from game.engine.tension import jolt
from game.engine.worlds import SIDES
from game.model.bundle import Row
from game.model.tables import RESULTS

BOTH_BACK, DEAL, DAWN = (RESULTS.index(name) for name in ("both-back", "deal", "dawn"))
AT_ONCE = -1
_BOTH = (True, True)


def alone(scene: Scene, side: int) -> None:
    """A side steps back and the other stands: RESULTS[side]. Where a channel is open, standing breaks a trust."""
    draft, own, what = scene.draft, scene.what.own, scene.what
    cause = scene.cause("retreat", RESULTS[side], side)
    share = seen(own.prize_seen, draft["exposure"])
    gain(scene, side, -scene.price(side) - own.home_lose * what.stake[side] * share, cause)
    won = own.home_win * what.stake[1 - side] * share - own.broken_trust * draft["channel"]
    gain(scene, 1 - side, won, cause)
    ally, threats = draft.tables.sides[side].alliance, f"audience/{SIDES[side]}"
    draft.move(ally, draft[ally] - own.alliance_lost * share, cause, sight(draft.tables, ally))
    friends = draft.tables.sides[1 - side].alliance
    draft.move(friends, draft[friends] - own.broken_alliance * draft["channel"], cause, sight(draft.tables, friends))
    draft[threats] = np.rint(draft[threats] * 0.25e9) / 1e9
    _finish(scene, side)


def both(scene: Scene, first: int) -> None:
    """Both step back. first is the side that moved first and pays more; AT_ONCE: each pays the mean of both."""
    own, draft = scene.what.own, scene.draft
    cause = scene.cause("result", RESULTS[BOTH_BACK], first)
    brings, opens = together(scene.what, draft["channel"], scene.round), first_share(scene.what, draft["channel"])
    for side in (0, 1):
        share = 0.5 * (opens + own.follow_price) if first == AT_ONCE else opens if side == first else own.follow_price
        gain(scene, side, brings - share * scene.price(side), cause)
    jolt(draft, np.full(draft.count, own.calm_deal), cause, _BOTH)
    _finish(scene, BOTH_BACK)


def deal(scene: Scene, package: Row) -> None:
    """An offer is taken: package[w] is its index. Each gets its terms and relief, and pays a share of its retreat.

    What the scenario says of each term follows.
    """
    share, own = deal_share(scene.what)[package], scene.what.own
    eased = relief(scene.what, scene.draft["channel"], scene.round)
    cause = scene.cause("deal", str(int(package[0])))
    for side in (0, 1):
        gain(scene, side, worth(scene.what, side)[package] + eased - share * scene.price(side), cause)
    acts.apply(scene.draft, scene.what.deals, package, cause)
    jolt(scene.draft, np.full(scene.draft.count, own.calm_deal), cause, _BOTH)
    _finish(scene, DEAL)


def dawn(scene: Scene) -> None:
    """Nobody gave way: whoever stands higher has a little of the win."""
    own, what = scene.what.own, scene.what
    for side in (0, 1):
        ahead = (scene.level(side) - scene.level(1 - side)) * own.dawn
        points = what.stake[side] * np.where(ahead > 0, own.home_win, own.home_lose) * ahead
        gain(scene, side, points, scene.cause("result", RESULTS[DAWN]))
    _finish(scene, DAWN)


def _finish(scene: Scene, result: int) -> None:
    """The standoff is over here; what the scenario says of this result follows."""
    draft, count = scene.draft, scene.draft.count
    draft[f"result/{scene.entry.id}"] = np.full(count, result + 1, np.int8)
    draft["duel"] = np.zeros(count, np.int8)
    cause = scene.cause("result", RESULTS[result])
    draft.told(cause, scene.everywhere)
    acts.apply(draft, scene.what.results, np.full(count, result), cause)
