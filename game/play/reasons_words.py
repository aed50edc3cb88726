"""How the story of a leader's answer sounds: one voice for each temper, two turns of phrase for each thing to say."""

from __future__ import annotations

from game.minds.temper import Pull
from game.model.people import Leader

#: A trait that tipped a first thought by fewer points is not told.
TIPPED = 0.1

#: What pulled, by trait and whether the leader has much of it.
PULLS = {
    ("risk", True): "a gambler's nerve",
    ("risk", False): "a dislike of gambles",
    ("patience", True): "patience",
    ("patience", False): "impatience",
    ("domestic", True): "the thought of home",
    ("domestic", False): "little care for talk at home",
    ("ally", True): "the thought of the allies",
    ("ally", False): "little care for the allies",
    ("cred", True): "a habit of taking threats seriously",
    ("cred", False): "a habit of doubting threats",
    ("nuke", True): "fear of a nuclear war",
    ("nuke", False): "little fear of the bomb",
    ("bluff", True): "a taste for bluff",
    ("bluff", False): "a dislike of bluff",
    ("flex", True): "a taste for bargains",
    ("flex", False): "a dislike of bargains",
    ("resolute", True): "the will to see it through",
    ("resolute", False): "no wish to fight it out",
}

#: By temper: the first thought stood, something else looked better, it did not look ahead.
VOICES = {
    "gambler": (
        (
            "{name} liked this from the start.",
            "It was {name}'s first throw, and the last.",
            "{name} wanted this at once, and still wanted it after a look ahead.",
        ),
        (
            "{name} first reached for something else: {first}.",
            "A first urge was let go: {first}.",
            "{name} nearly did this instead: {first}.",
        ),
        (
            "{name} felt that it was right, and did not look far.",
            "{name} jumped at it.",
            "{name} did not stop to count.",
        ),
    ),
    "patient": (
        (
            "{name} took time over it, and the first thought stood.",
            "{name} saw no need to hurry to another idea.",
            "{name} looked at it from all sides and left it as it was.",
        ),
        (
            "{name} let the first thought pass: {first}.",
            "{name} had time for a second thought. The first: {first}.",
            "{name} waited, and the first idea lost its shine: {first}.",
        ),
        (
            "{name} took the usual road and looked no further.",
            "{name} kept to what had served before.",
            "{name} did the plain thing.",
        ),
    ),
    "careful": (
        (
            "{name} went over it twice and stayed with the first thought.",
            "{name} doubted it, checked it, and did it.",
            "{name} looked for a reason against it and found none.",
        ),
        (
            "{name} did not trust the first thought: {first}.",
            "{name} began with this and took it back: {first}.",
            "{name} had second thoughts about this: {first}.",
        ),
        (
            "{name} went by a first feeling.",
            "{name} decided before the doubts could come.",
            "{name} did not check it a second time.",
        ),
    ),
    "talker": (
        (
            "{name} weighed it like a bargain, and the first idea stood.",
            "{name} found nothing better to put on the table.",
            "{name} asked what each would get, and kept the first idea.",
        ),
        (
            "{name} traded a first idea for a better one. The first: {first}.",
            "{name} gave up a first idea: {first}.",
            "{name} saw a better bargain than the first: {first}.",
        ),
        (
            "{name} took the first idea that came to the table.",
            "{name} settled for the first idea.",
            "{name} did not haggle over it.",
        ),
    ),
    "hard": (
        (
            "{name} saw no reason to move from the first thought.",
            "{name} knew it at once, and did not budge.",
            "{name} looked ahead and found the first thought confirmed.",
        ),
        (
            "{name} does not gladly change course. The first thought: {first}.",
            "Even {name} thought again. First: {first}.",
            "{name} gave up a first thought, which was rare: {first}.",
        ),
        (
            "{name} acted on principle and looked no further.",
            "{name} did not need to think about it for long.",
            "{name} did what {name} always does.",
        ),
    ),
    "plain": (
        (
            "{name}'s first thought held.",
            "{name} thought of it first, and nothing changed that.",
            "{name} meant this from the beginning.",
        ),
        (
            "{name} had first thought of something else: {first}.",
            "{name} put a first thought aside: {first}.",
            "{name} left the first idea for this one: {first}.",
        ),
        ("{name} acted on a first thought.", "{name} went straight ahead.", "{name} did not think twice."),
    ),
}
STOOD, LEFT, AT_ONCE = range(3)

#: Why an instrument was used, by what it does.
TOOLS = {
    "channel": "so that the two could talk if it went wrong",
    "statement": "to look firm",
    "alert": "to look ready",
    "reconnaissance": "because the other side was hard to read",
    "orders": "out of fear of an accident",
    "ally": "because the allies needed holding",
}


def temper(leader: Leader) -> str:
    """Which voice tells of a leader."""
    if leader.risk >= 70:
        return "gambler"
    if leader.flex <= 30:
        return "hard"
    if leader.flex >= 80:
        return "talker"
    if leader.patience >= 75:
        return "patient"
    return "careful" if leader.nuke >= 75 else "plain"


def opening(leader: Leader, name: str, how: int, first: str, turn: int) -> str:
    """The first sentence: what became of the first thought."""
    lines = VOICES[temper(leader)][how]
    return lines[turn % len(lines)].format(name=name, first=first)


def pulled(pulls: tuple[Pull, ...], turn: int) -> str:
    """What tipped the first thought; empty where nothing did."""
    told = [PULLS[pull.trait, pull.high] for pull in pulls if pull.points >= TIPPED][:2]
    if not told:
        return ""
    both = " and ".join(told)
    return (f"Behind the first thought: {both}.", f"What pulled that way: {both}.")[turn % 2]


def hundred(share: float) -> str:
    """A share as a guess in a hundred."""
    return f"{share * 100:.0f} in 100"


def joined(*sentences: str) -> str:
    """Sentences that are there, as one paragraph."""
    return " ".join(sentence for sentence in sentences if sentence)
