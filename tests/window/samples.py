"""Views that imitate every kind of screen, with texts as long as a real game may have."""

from __future__ import annotations

from dataclasses import replace

from game.views.blocks import (
    Action,
    Actions,
    Advice,
    Chart,
    Choices,
    Document,
    Gauge,
    Heading,
    Intent,
    Ladder,
    Ladders,
    Lead,
    Ledger,
    Line,
    Mark,
    Meters,
    Moment,
    Prose,
    Series,
    Step,
    Table,
    Timeline,
    View,
)


def act(label: str, key: str = "", what: str = "", **more: object) -> Action:
    return Action(label, key, Intent("choose", what or label), **more)  # type: ignore[arg-type]


THRESHOLDS = ((35.0, "Don't rock the boat"), (75.0, "Nuclear war is unthinkable"))
TRACE = (
    (0, 27),
    (24, 28),
    (48, 26),
    (72, 29),
    (96, 30),
    (120, 31),
    (144, 33),
    (168, 37),
    (192, 42),
    (216, 45),
    (230, 63),
    (246, 78),
)

RAIL = (
    Lead("Tension", "78", "▲ 22 since yesterday"),
    Chart("Tension so far", (Series("you", TRACE),), THRESHOLDS, text="Tension rose from 27 to 78 in ten days."),
    Ledger(
        "What moved it",
        (
            Line("U-2 photographs reach you", "+6"),
            Line("Reserves readied in Florida", "+9"),
            Line("Gromyko calls the arms defensive", "+7"),
        ),
    ),
    Lead("Losing control in the next day", "1 in 200 to 1 in 15", "your staff's guess, and it may be wrong", "plain"),
    Meters(
        (
            Gauge("At home", 58, side="usa"),
            Gauge("NATO", 70, side="usa"),
            Gauge("World opinion", 46, side="usa"),
            Gauge("Alert", 4, 1, 5, text="4", note="suggested 3"),
        )
    ),
)

FOOT = (
    Actions(
        (
            act("Back channel", "B", detail="Send Bolshakov a word that binds nobody. Costs one.", selected=True),
            act("Alert", "A", detail="Order a higher state of readiness."),
            act("Reconnaissance", "R", closed="no aircraft before dawn"),
        ),
        "One move beside it",
        3,
        5,
    ),
    Actions((act("Paper", "P"), act("Reports", "I"), act("Sources", "S")), align="right"),
)

TITLE = View(
    "title",
    "Brinkmanship",
    (
        Heading("Brinkmanship", 1, "1955 – 1962"),
        Prose(
            "You lead Washington or Moscow. Push, and the other side may give way. Push, and somebody"
            " you never met may start a war.",
            "brief",
        ),
        Chart(
            "Tension, 1955 to 1962",
            (
                Series(
                    "tension",
                    (
                        (0, 20),
                        (5, 21),
                        (10, 19),
                        (16, 24),
                        (19, 47),
                        (22, 31),
                        (27, 21),
                        (34, 20),
                        (41, 25),
                        (46, 46),
                        (53, 30),
                        (58, 32),
                        (63, 25),
                        (68, 36),
                        (73, 27),
                        (77, 56),
                        (81, 39),
                        (86, 31),
                        (90, 33),
                        (92.5, 71),
                        (95, 43),
                        (99, 28),
                        (106, 24),
                    ),
                ),
            ),
            marks=(
                Mark(19, 47, "Hungary"),
                Mark(46, 46, "Berlin"),
                Mark(68, 36, "U-2"),
                Mark(77, 56, "The Wall"),
                Mark(92.5, 71, "Cuba"),
            ),
            low=10,
            high=75,
            text="Tension from 1955 to 1962 with peaks over Hungary, Berlin, the U-2, the Wall and Cuba.",
        ),
        Choices(
            (
                Action(
                    "One night in Berlin",
                    "Enter",
                    Intent("start", "checkpoint-charlie-1961"),
                    "ten minutes, no reading first",
                ),
                Action("The crises", "2", Intent("go", "crises")),
                Action("Seven years", "3", Intent("go", "campaign"), "the campaign"),
                Action("A lesson", "4", Intent("go", "class")),
            )
        ),
        Actions(
            (
                Action("Continue: Hungary, 30 October", "C", Intent("resume")),
                Action("Enter a run code", "K", Intent("go", "code")),
                Action("Write a crisis", "W", Intent("go", "write")),
                Action("Settings", "S", Intent("go", "settings")),
            ),
            align="right",
        ),
    ),
    default=Intent("start", "checkpoint-charlie-1961"),
    back=Intent("quit"),
)

DECISION = View(
    "decision",
    "How will you answer the missile sites?",
    (
        Heading(
            "How will you answer the missile sites?",
            1,
            "Washington · The White House",
            "Saturday 20 October 1962 · 2.30 pm",
        ),
        Prose(
            "Launchers are being dug in on Cuba. The first may be ready within days. Nobody outside "
            "this room knows that you know. Your advisers have split, and on Monday you must speak.",
            "brief",
        ),
        Advice("McNamara", "Defense", "Stop the ships. It leaves him time to turn.", "usa"),
        Advice("General Taylor", "Joint Chiefs", "Strike before they are ready. After that, every day costs.", "usa"),
        Advice("Stevenson", "United Nations", "Offer him something. Turkey is old iron.", "usa"),
        Choices(
            (
                act(
                    "Announce a naval quarantine",
                    detail="Public. Stepping back later will cost you. He can stop his ships without a word.",
                ),
                act(
                    "Bomb the launch sites on Monday",
                    detail="Cannot be taken back. The Air Force promises most of them, not all.",
                ),
                act(
                    "Write to Khrushchev first, in secret",
                    detail="Leaves him a way out. Leaves him time to finish, too.",
                ),
                act("Take it to the Security Council", closed="the photographs are still secret."),
            )
        ),
    ),
    RAIL,
    FOOT,
    back=Intent("menu"),
    side="usa",
)

OPENED = View(
    "decision",
    "Do tanks go into Budapest tonight?",
    (
        Heading("Do tanks go into Budapest tonight?", 1, "Moscow · The Kremlin", "Tuesday 23 October 1956 · 10 pm"),
        Prose(
            "A crowd of two hundred thousand has pulled down Stalin's statue. The radio building is "
            "under siege and the police have fired. Gerő telephones for Soviet troops; the paper he "
            "must sign is not signed. Zhukov has five divisions within a night's drive, and everybody"
            " at this table remembers Poland four days ago.",
            "brief",
        ),
        *(
            Advice(name, office, says, "ussr", reason)
            for name, office, says, reason in (
                (
                    "Mikoyan",
                    "First deputy premier",
                    "Without Nagy they cannot master it. Let the Hungarians restore order themselves.",
                    "He negotiated the way out in Warsaw, and thinks that it can be done twice.",
                ),
                (
                    "Zhukov",
                    "Minister of defence",
                    "It is not Poland. Send troops, declare martial law and a curfew before morning.",
                    "",
                ),
                (
                    "Suslov",
                    "Secretary of the Central Committee",
                    "Poland had a party. Budapest has only a crowd, and by tomorrow that crowd has rifles.",
                    "He will be on the aeroplane and will have to defend what he said.",
                ),
                ("Molotov", "Presidium", "With Nagy, Hungary comes loose. With tanks, it does not.", ""),
            )
        ),
        Choices(
            (
                act(
                    "Send the troops tonight",
                    detail="Order by dawn, says Zhukov. Blood, and everybody will have seen whose tanks they were.",
                ),
                act("Hold the divisions at the edge of the city", detail="Costs nothing until it costs everything."),
                act(
                    "Send Mikoyan and Suslov first", detail="They report in two days. The crowd does not wait two days."
                ),
                act(
                    "Bring Nagy in and keep the troops home",
                    detail="The Polish road. It needs a party that still exists.",
                    closed="Gerő has not asked Nagy yet, and nobody in this room will telephone him.",
                ),
                act("Wait", detail="No order is an order too."),
            ),
            "Your order",
        ),
    ),
    (
        Lead("Tension", "46", "▲ 9 since this morning"),
        Chart(
            "Tension so far",
            (Series("you", ((0, 33), (20, 34), (60, 37), (97, 46))),),
            ((30.0, "Ostensible crisis"), (60.0, "No nuclear use"), (85.0, "Central war")),
        ),
        Ledger(
            "What moved it", tuple(Line(f"A cause with a rather long name, number {n}", f"+{n}.5") for n in range(1, 6))
        ),
        Meters(
            (
                Gauge("The bloc", 44, side="ussr"),
                Gauge("Khrushchev at home", 61, side="ussr"),
                Gauge("World opinion", 46, side="ussr"),
            )
        ),
        Ledger(
            "Relations",
            (
                Line("Washington towards you", "cold"),
                Line("Belgrade towards you", "warming, and not to be trusted with it"),
            ),
        ),
    ),
    (
        Actions(
            (
                act("Word to an ally", "W"),
                act("Statement", "T"),
                act("Orders to commanders", "O"),
                act("Reconnaissance", "R"),
                act("Back channel", "B", closed="no channel yet"),
            ),
            "One move beside it",
            2,
            4,
        ),
        Actions((act("Paper", "P"), act("Reports (3)", "I"), act("Timeline", "T"), act("Sources", "S")), align="right"),
    ),
    back=Intent("menu"),
    side="ussr",
    notice="Saved. You are two decisions past the point where history turned.",
)


def _ladder(side: str, name: str, labels: tuple[str, ...], here: int, guessed: bool = False) -> Ladder:
    top = len(labels)
    return Ladder(
        side,
        name,
        tuple(Step(top - n, label, top - n == here, guessed and top - n == here) for n, label in enumerate(labels)),
    )


LADDERS = Ladders(
    _ladder(
        "usa",
        "Washington (you)",
        (
            "Ram the wall",
            "Dozer blades forward",
            "Armed probe through the gate",
            "Tanks to the line",
            "Jeeps with escort",
            "Show papers, protest",
            "Withdraw in silence",
        ),
        4,
    ),
    _ladder(
        "ussr",
        "Moscow",
        (
            "Seize the crossing",
            "Fire warning shots",
            "Close the street",
            "Tanks to the line",
            "Tanks in the side street",
            "Police check papers",
            "Wave them through",
        ),
        4,
        True,
    ),
    (
        Lead(
            "Somebody loses control before dawn",
            "1 in 60 to 1 in 9",
            "your staff's guess, if both stay where they are",
        ),
        Meters(
            (
                Gauge(
                    "The price of stepping back",
                    42,
                    note="now: standing −6, resolve −4. One rung higher: −11, −8.",
                ),
            )
        ),
        Ledger(
            "Last round",
            (Line("You held. He climbed one."), Line("A gunner's radio went dead for four minutes.")),
        ),
    ),
)

STANDOFF = View(
    "standoff",
    "Ten tanks face ten tanks, ninety metres apart",
    (
        Heading(
            "Ten tanks face ten tanks, ninety metres apart",
            1,
            "Berlin · Friedrichstrasse",
            "Night of 27 October 1961 · third round of six",
        ),
        Prose(
            "Their crews have removed the markings. Yours have not. Neither of you sees what the other writes now.",
            "brief",
        ),
        LADDERS,
        Choices(
            (
                act("Hold", detail="Let the night work on him."),
                act("Climb", detail="A probe through the gate. Risk about doubles."),
                act("Offer", detail="Two terms at most. Private, through Bolshakov?"),
                act("Step back", detail="Five metres first. He may follow."),
            ),
            layout="row",
        ),
    ),
    back=Intent("menu"),
    side="usa",
)

# The same with everything at once: the rail, advisers, more between the ladders, instruments.
BRINK = replace(
    STANDOFF,
    room=(
        *STANDOFF.room[:2],
        replace(
            LADDERS,
            between=(
                *LADDERS.between,
                Prose("Safer: a channel is open.", "second"),
                Prose("More dangerous: somebody stands half way up, and your commanders may answer.", "second"),
            ),
        ),
        *(block for block in DECISION.room if isinstance(block, Advice)),
        STANDOFF.room[3],
    ),
    rail=(Lead("Losing control before the next round", "about 1 in 89", "your staff's guess"), *RAIL),
    foot=FOOT,
)

INCIDENT = View(
    "incident",
    "An aircraft has strayed",
    (
        Heading(
            "A U-2 is over Chukotka and does not answer",
            1,
            "Incident · nobody ordered this",
            "Saturday 27 October 1962 · 11.59 am",
        ),
        Prose(
            "Its pilot followed the wrong star. Soviet fighters have been sent up; American ones, "
            "armed with nuclear missiles, go to meet him.",
            "brief",
        ),
        Ledger(
            "What is reported",
            (Line("Alaska radar: certain", "sure"), Line("Moscow took it for a last look before an attack", "a guess")),
        ),
        Choices(
            (
                act("Say so at once, in the open", detail="It shames you and it may save you."),
                act("Order the fighters back", detail="He may be shot down."),
                act("Say nothing and hope", detail="It has worked before."),
            )
        ),
    ),
    RAIL,
    side="usa",
)

LETTER = View(
    "paper",
    "By wire, in four parts",
    (
        Heading("By wire, in four parts", 2, "", "Friday 26 October 1962 · 9 pm"),
        Document(
            "",
            "letter",
            (("From", "EMBASSY MOSCOW"), ("To", "SECRETARY OF STATE"), ("No", "1101")),
            "“… we and you ought not now to pull on the ends of the rope in which you have tied the "
            "knot of war, because the more the two of us pull, the tighter that knot will be "
            "tied.”\n\nHe will say that his ships carry no arms. You will say that your forces do not"
            " mean to land. Then, he writes, the need for his specialists on Cuba would disappear.",
            "Khrushchev to Kennedy, 26 October 1962. FRUS 1961–1963, VI. Quoted in part; the rest in our words.",
            "Eyes only",
        ),
    ),
    (
        Lead("Tension", "91"),
        Lead("Losing control in the next day", "1 in 40 to 1 in 5", "doubled since the aircraft was lost", "plain"),
        Lead("The game's own clock", "19 seconds", "to midnight", "plain"),
    ),
    (
        Actions(
            (
                Action("Put it before the committee", "Enter", Intent("close")),
                act("The whole letter", "P"),
                act("Sources", "S"),
            )
        ),
    ),
    default=Intent("close"),
    back=Intent("close"),
    side="usa",
)

OUTCOME = View(
    "outcome",
    "What happened",
    (
        Heading("The ships stop", 1, "What happened", "Wednesday 24 October 1962"),
        Prose(
            "Fourteen ships have turned or stand still. One tanker comes on. In the room somebody "
            "breathes out, and somebody says that it proves nothing yet.",
            "brief",
        ),
        Prose("Khrushchev's answer arrived with it: nine pages, unsigned, and angrier than the ships.", "plain"),
        Ledger(
            "What moved the tension",
            (
                Line("Your quarantine, announced", "+9"),
                Line("Soviet ships turn", "−4"),
                Line("A submarine forced up", "kept from you", "second"),
            ),
        ),
        Table(
            "What it did",
            ("", "before", "now"),
            (
                ("Standing at home", "58", "63"),
                ("NATO", "70", "72"),
                ("What Moscow believes of your resolve", "51", "60"),
            ),
        ),
    ),
    RAIL,
    (Actions((Action("Go on", "Enter", Intent("next")), act("Paper", "P"))),),
    default=Intent("next"),
    side="usa",
)

DEBRIEF = View(
    "debrief",
    "A bargain kept in the dark",
    (
        Heading(
            "A bargain kept in the dark",
            1,
            "Cuba 1962 · debrief · played as Washington against Khrushchev",
            "■ Washington 4 of 5 aims · ● Moscow 3 of 5 aims",
        ),
        Prose(
            "He took his missiles home, you took yours, and neither of you said so for twenty-five years.", "closing"
        ),
        Chart(
            "",
            (
                Series(
                    "you",
                    (
                        (0, 45),
                        (24, 47),
                        (48, 53),
                        (72, 54),
                        (96, 64),
                        (120, 60),
                        (144, 72),
                        (168, 81),
                        (192, 92),
                        (216, 76),
                        (240, 78),
                        (264, 81),
                        (288, 67),
                    ),
                ),
                Series(
                    "history",
                    (
                        (0, 45),
                        (24, 46.5),
                        (48, 47),
                        (72, 50),
                        (96, 53),
                        (120, 54.5),
                        (144, 77),
                        (168, 84),
                        (192, 86),
                        (216, 85),
                        (240, 87),
                        (264, 91),
                        (288, 84),
                    ),
                    "dashed",
                    "history",
                ),
            ),
            THRESHOLDS,
            ((0, "16 Oct"), (48, "18"), (96, "20"), (144, "22"), (192, "24"), (240, "26"), (288, "28 Oct")),
            (
                Mark(96, 64, "Secret letter first"),
                Mark(192, 92, "Ships at the line"),
                Mark(216, 76, "You stepped back; he saw"),
            ),
            text="Your tension against history's: higher until the 24th, lower after.",
        ),
        Heading("Where your world parted", 2),
        Prose("20 Oct. You wrote first. Kennedy chose the quarantine."),
        Prose("24 Oct. You climbed to boarding. Kennedy let the tanker through."),
        Prose(
            "Of a thousand worlds from your letter on, the model burns between 4 and 90. It shows "
            "what its assumptions imply, not what would have happened.",
            "brief",
        ),
        Ledger(
            "Aims",
            (
                Line("■ Missiles out", "✓", "usa"),
                Line("■ No war", "✓", "usa"),
                Line("■ NATO whole", "✓", "usa"),
                Line("■ Congress in November", "missed", "usa"),
                Line("● Cuba safe", "✓", "ussr"),
                Line("● Jupiters out", "✓", "ussr"),
            ),
        ),
        Heading("What you never knew", 2),
        Prose("Two incidents reached no desk of yours: a submarine forced up at dusk, a radar tape read as real."),
        Prose("Open the other side's file to see what Moscow thought your letter meant.", "second"),
        Ledger(
            "Sources",
            tuple(
                Line(f"Source {n}: an author, a rather long title of a book about it, page {n}00") for n in range(1, 4)
            ),
        ),
    ),
    foot=(
        Actions(
            (
                act("Both files", "F"),
                act("A thousand worlds", "T"),
                act("Map of roads", "M"),
                act("Rewind", "R"),
                act("Save the page", "E"),
            )
        ),
        Actions((), "run code CUB4-7KQX-2MDA-9RTE-H", align="right"),
    ),
    back=Intent("title"),
    side="usa",
)

TIMELINE = View(
    "timeline",
    "Timeline",
    (
        Heading("Where do you want to go back to?", 1, "Timeline", "the branch you leave is kept"),
        Timeline(
            "",
            (
                Moment("16 Oct 1962", "Photographs reach you", "You were shown them at breakfast.", "", None),
                Moment(
                    "18 Oct 1962",
                    "Gromyko lies to you",
                    "You let him.",
                    "usa",
                    Action("Go back here", "1", Intent("rewind", "gromyko")),
                ),
                Moment(
                    "20 Oct 1962",
                    "You wrote first",
                    "Kennedy chose the quarantine.",
                    "usa",
                    Action("Go back here", "2", Intent("rewind", "letter")),
                ),
                Moment("22 Oct 1962", "Moscow moved the warheads", "You learned it in 1992.", "ussr", None),
                Moment(
                    "24 Oct 1962",
                    "Ships at the line",
                    "",
                    "usa",
                    Action("Go back here", "3", Intent("rewind", "line")),
                    True,
                ),
            ),
        ),
    ),
    RAIL,
    (Actions((Action("Back", "Esc", Intent("back")),)),),
    back=Intent("back"),
)

SETTINGS = View(
    "settings",
    "Settings",
    (
        Heading("Settings", 1, "Brinkmanship"),
        Choices(
            (act("100 %", "1", selected=True), act("125 %", "2"), act("150 %", "3"), act("200 %", "4")),
            "Size of text",
            "row",
        ),
        Choices(
            (
                act("Sealed", "5", detail="No odds and no rewind before the debrief.", selected=True),
                act("Open files", "6", detail="Everything from the start."),
            ),
            "A first play is",
            "row",
        ),
        Actions(
            (
                act("Full screen", "F11"),
                act("Forget what I have played", "X", detail="Removes every saved game of this machine."),
            ),
            "Window",
        ),
    ),
    foot=(Actions((Action("Back", "Esc", Intent("back")),)),),
    back=Intent("back"),
)

SETUP = View(
    "setup",
    "Hungary, 1956",
    (
        Heading("Hungary, 1956", 1, "A crisis in fifty minutes"),
        Prose(
            "A crowd in Budapest, five Soviet divisions, an election in America, and two allies about"
            " to go to war elsewhere.",
            "brief",
        ),
        Choices(
            (
                act("Moscow", detail="You must keep an alliance that nobody joined by choice."),
                act("Washington", detail="You promised liberation. Now somebody believes you."),
                act("Both", detail="Two people at one screen."),
            )
        ),
        Actions(
            (act("Khrushchev as he thinks", "L", selected=True), act("History as it was", "H"), act("Chance", "C")),
            "The other side is played by",
        ),
    ),
    foot=(Actions((Action("Begin", "Enter", Intent("begin")), Action("Back", "Esc", Intent("back")))),),
    default=Intent("begin"),
    back=Intent("back"),
)

WAR = View(
    "war",
    "War",
    (
        Heading("It is over", 1),
        Prose(
            "The radar operator at Thule reported what he saw. It was the moon. Nobody had told him "
            "that the exercise was cancelled, and nobody had told Omaha that he had not been told.",
            "closing",
        ),
        Prose("You could have stood the wings down on Thursday."),
    ),
    foot=(Actions((Action("What led here", "Enter", Intent("debrief")),)),),
    default=Intent("debrief"),
)

CURTAIN = View(
    "curtain",
    "Pass the screen",
    (
        Heading("Moscow's turn", 1, "The curtain is down"),
        Prose("Washington, look away. Moscow, press Enter when you are alone with the screen.", "brief"),
    ),
    foot=(Actions((Action("I am Moscow, and alone", "Enter", Intent("ready")),)),),
    default=Intent("ready"),
)

ALL = {
    "title": TITLE,
    "decision": DECISION,
    "opened": OPENED,
    "standoff": STANDOFF,
    "brink": BRINK,
    "incident": INCIDENT,
    "letter": LETTER,
    "outcome": OUTCOME,
    "debrief": DEBRIEF,
    "timeline": TIMELINE,
    "settings": SETTINGS,
    "setup": SETUP,
    "war": WAR,
    "curtain": CURTAIN,
}
