"""What both sides do in a round, and how the other answers: climbing, offers, stepping back."""

from __future__ import annotations

import numpy as np

from game.engine import acts, dice, standoff_ends, tools
from game.engine.standoff_prices import TOP, private, reads, refused, sum_worth, worth
from game.engine.standoff_scene import BACK, CLIMB, HOLD, OFFER, Scene, calm, expose, gain, teach
from game.engine.tension import jolt
from game.engine.worlds import SIDES
from game.model.bundle import Row

_BOTH = (True, True)

#: Answers to a step back, and to an offer.
STAND, FOLLOW = 0, 1
REFUSE, ACCEPT = 0, 1


def move(scene: Scene, choices: tuple[Row, Row], used: tuple[Row, Row], fated: bool) -> None:
    """Both sides' moves, made in secret, meet: instruments first, then climbs, offers and steps back."""
    for side in (0, 1):
        tools.use(scene.draft, scene.entry.key, scene.round + 1, side, used[side])
        _show(scene, side, used[side])
        _note(scene, side, choices[side])
    for side in (0, 1):
        _climb(scene, side)
    for side in (0, 1):
        _offer(scene, side, fated)
        _step_back(scene, side)
    if not fated:
        _meet(scene)


def _show(scene: Scene, side: int, used: Row) -> None:
    """Words in public and an alert say something about resolve."""
    for index, tool in enumerate(scene.draft.tables.instruments):
        if tool.does in ("statement", "alert") and (used == index).any():
            cause = scene.cause("instrument", tool.id, side)
            teach(scene, side, scene.what.own.learn_statement, used == index, cause)


def _note(scene: Scene, side: int, choice: Row) -> None:
    """Keep what a side did this round; where nothing was answered, it held."""
    draft, name = scene.draft, SIDES[side]
    told = np.maximum(choice.astype(np.int64), HOLD)
    draft[f"move/{name}"] = (np.minimum(told, OFFER) + 1).astype(np.int8)
    draft[f"offer/{name}"] = np.where(told >= OFFER, told - OFFER + 1, 0).astype(np.int8)


def _climb(scene: Scene, side: int) -> None:
    """One rung up: the rung's act, more eyes from the middle of the ladder on, and a sign of resolve."""
    draft, name, what = scene.draft, SIDES[side], scene.what
    climbs = scene.moved(side, CLIMB) & (draft[f"height/{name}"] < what.heights[side])
    if not climbs.any():
        return
    height = draft[f"height/{name}"] + climbs
    cause = scene.cause("rung", str(int(height[0])), side)
    draft.told(cause, climbs)
    draft.move(f"height/{name}", height.astype(np.int8), cause)
    draft[f"climbs/{name}"] = (draft[f"climbs/{name}"] + climbs).astype(np.int8)
    acts.apply(draft, what.rungs[side], np.where(climbs, height, len(what.rungs[side].ids)), cause)
    jolt(draft, what.own.heat_climb * climbs, cause, _BOTH)
    expose(scene, climbs & (height * TOP >= what.own.public_level * what.heights[side]), cause)
    teach(scene, side, what.own.learn_climb, climbs, cause)


def _offer(scene: Scene, side: int, fated: bool) -> None:
    """An offer in public is known at once; one in private may leak."""
    offers = scene.moved(side, OFFER)
    if not offers.any():
        return
    own, package = scene.what.own, scene.offered(side)
    secret = private(scene.what)[package]
    cause = scene.cause("offer", str(int(package[0])), side)
    scene.draft.told(cause, offers)
    calm(scene, np.where(secret, own.calm_private, own.calm_public) * offers, cause)
    leaks = scene.luck(dice.LEAK, side + 1) < (0.0 if fated else own.leak)
    expose(scene, offers & (~secret | leaks), cause)
    teach(scene, side, reads(scene.what, side)[package], offers, cause)


def _step_back(scene: Scene, side: int) -> None:
    backs = scene.moved(side, BACK)
    cause = scene.cause("retreat", side=side)
    scene.draft.told(cause, backs)
    calm(scene, scene.what.own.calm_back * backs, cause)


def _meet(scene: Scene) -> None:
    """Both step back at once, or two like offers cross."""
    backs = scene.moved(0, BACK) & scene.moved(1, BACK)
    if backs.any():
        with scene.only(backs) as part:
            standoff_ends.both(part, standoff_ends.AT_ONCE)
    like = scene.moved(0, OFFER) & scene.moved(1, OFFER) & (scene.offered(0) == scene.offered(1))
    _agree(scene, 0, like)


def reply(scene: Scene, choices: tuple[Row, Row]) -> None:
    """Whoever was left standing follows or stands; whoever was offered something takes or refuses it."""
    for side in (0, 1):
        _left_standing(scene, side, choices[1 - side] == FOLLOW)
    nobody = ~(scene.moved(0, BACK) | scene.moved(1, BACK))
    taken = [scene.moved(side, OFFER) & nobody & (choices[1 - side] == ACCEPT) for side in (0, 1)]
    # Where both take what the other offers, the paper holds that is worth more to both together.
    total = sum_worth(scene.what)
    first = taken[0] & (~taken[1] | (total[scene.offered(0)] >= total[scene.offered(1)]))
    second = taken[1] & ~first
    open_ = nobody & ~first & ~second
    for side, agreed in enumerate((first, second)):
        _refuse(scene, side, scene.moved(side, OFFER) & open_)
        _agree(scene, side, agreed)


def _left_standing(scene: Scene, side: int, follows: Row) -> None:
    """A side stepped back: the other follows, or stands and has won."""
    stepped = scene.moved(side, BACK)
    for where, ends in ((stepped & follows, standoff_ends.both), (stepped & ~follows, standoff_ends.alone)):
        if where.any():
            with scene.only(where) as part:
                ends(part, side)


def _agree(scene: Scene, side: int, where: Row) -> None:
    """What a side offered is taken."""
    if where.any():
        with scene.only(where) as part:
            standoff_ends.deal(part, part.offered(side))


def _refuse(scene: Scene, side: int, where: Row) -> None:
    """A refused offer heats, teaches, and costs in public: who asked in vain, and who refused what was fair."""
    if not where.any():
        return
    own, package = scene.what.own, scene.offered(side)
    cause = scene.cause("refusal", str(int(package[0])), 1 - side)
    scene.draft.told(cause, where)
    jolt(scene.draft, own.heat_refusal * where, cause, _BOTH)
    teach(scene, 1 - side, own.learn_refuse, where, cause)
    public = where & ~private(scene.what)[package]
    gain(scene, side, -refused(scene.what)[package] * where, cause)
    gain(scene, 1 - side, -own.refuser_price * (public & (worth(scene.what, 1 - side)[package] >= 0)), cause)
