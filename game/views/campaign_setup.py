"""Setting up a campaign: which side, against whom, with which leaders."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.minds.roster import MINDLESS, STANDARD, at_level
from game.model.campaign import Campaign, Swap
from game.model.moment import minutes
from game.model.people import SIDES
from game.play.campaign import Terms
from game.play.campaign_leaders import leading
from game.play.game import PERSON
from game.views import words
from game.views.blocks import Action, Actions, Block, Choices, Heading, Intent, Prose, View
from game.views.title import BOTH, CURTAIN, level_action

NAMES = {"usa": "Washington", "ussr": "Moscow"}
MINDS = {
    "leader": ("its leaders", "By their own profiles, each in his years."),
    "history": ("history", "Does what was done then, where it still can."),
    "chance": ("chance", "Chooses blindly."),
}
NEVER = "Never happened: there can be no evidence for it."
NAMES_STAY = "Such a leader brings his own profile and judgement. Texts and advisers stay those of history."


@dataclass(frozen=True)
class Plan:
    """A campaign before it starts: the person's side ("both" for two people), the other's mind and its level, files,
    swaps.
    """

    side: str = "usa"
    mind: str = "leader"
    files: bool = False
    swaps: tuple[str, ...] = ()
    level: str = STANDARD

    def terms(self, seed: int) -> Terms:
        """The terms that it is played by."""
        players = {side: PERSON if self.side in (side, BOTH) else at_level(self.mind, self.level) for side in SIDES}
        return Terms(players, seed, self.files, self.swaps)

    def swapped(self, name: str) -> Plan:
        """With a counterfactual leader chosen, or no longer."""
        kept = tuple(one for one in self.swaps if one != name)
        return replace(self, swaps=kept if name in self.swaps else (*self.swaps, name))

    def next_mind(self) -> Plan:
        """With the next mind for the other side."""
        order = list(MINDS)
        return replace(self, mind=order[(order.index(self.mind) + 1) % len(order)])


def setup(campaign: Campaign, plan: Plan) -> View:
    """Which side, against whom, with which leaders."""
    about = (
        f"{words.sentence(campaign.about)} There are {len(campaign.chapters)} chapters; it is saved after every order."
    )
    room: list[Block] = [
        Heading(campaign.title, 1, "The campaign"),
        Prose(words.sentence(campaign.question), "brief"),
        Prose(about),
        Choices(_sides(plan), "Who are you?"),
        Choices(_how(campaign, plan), "How"),
    ]
    if campaign.swaps:
        room.append(Choices(_swaps(campaign, plan), "Leaders who never led (an option; press to change)"))
        room.append(Prose(NAMES_STAY, "second"))
    start = Action("Begin", "Enter", Intent("campaign-begin"))
    back = Action("Title", "Esc", Intent("open", "title"))
    return View(
        "campaign", campaign.title, tuple(room), foot=(Actions((start, back)),), default=start.intent, back=back.intent
    )


def _sides(plan: Plan) -> tuple[Action, ...]:
    told = [(side, f"Lead {name}", "From Geneva to the test ban.") for side, name in NAMES.items()]
    told.append((BOTH, "Two people at this screen", CURTAIN))
    return tuple(
        Action(label, str(place), Intent("campaign-side", side), detail, selected=side == plan.side)
        for place, (side, label, detail) in enumerate(told, start=1)
    )


def _leaders(campaign: Campaign, side: str) -> str:
    """The leaders of a side's years, by name."""
    told = [campaign.leaders[lead.leader] for lead in campaign.leads]
    return ", then ".join(leader.name for leader in told if leader.side == side)


def _how(campaign: Campaign, plan: Plan) -> tuple[Action, ...]:
    files = "You can go back to any decision as you play." if plan.files else words.SEALED
    sealed = "Open files" if plan.files else "Sealed files"
    option = Action(sealed, "F", Intent("campaign-files"), f"{files} Press to change.")
    if plan.side == BOTH:
        return (option,)
    other, (who, about) = SIDES[1 - SIDES.index(plan.side)], MINDS[plan.mind]
    who = _leaders(campaign, other) if plan.mind == "leader" else who
    against = Action(f"{NAMES[other]} is played by {who}", "O", Intent("campaign-mind"), f"{about} Press to change.")
    if plan.mind in MINDLESS:
        return (against, option)
    return (against, level_action(plan.level, Intent("campaign-level")), option)


def _swaps(campaign: Campaign, plan: Plan) -> tuple[Action, ...]:
    return tuple(
        Action(swap.label, key, Intent("campaign-swap", name), _instead(campaign, swap), selected=name in plan.swaps)
        for key, (name, swap) in zip("MNPRTV", campaign.swaps.items(), strict=False)
    )


def _instead(campaign: Campaign, swap: Swap) -> str:
    """Whom he stands in for, since texts go on naming him."""
    side, since = campaign.leaders[swap.leader].side, minutes(swap.since)
    then = leading(campaign, {}, since)[side].leader
    if not then:
        return NEVER
    new, old = (words.surname(campaign.leaders[name].name) for name in (swap.leader, then))
    return f"{NEVER} Read {new} where a text means {old}."
