"""Faults of form and of names: found while reading and building, explained here."""

from __future__ import annotations

from game.scenario.codes import Page

PAGES = (
    Page(
        "S001", "Too much",
        "A file has at most 1 MiB, 50,000 values, 24 levels of nesting and 8,192 characters in one text; a folder at "
        "most 64 files. Split a file, or shorten a text.",
    ),
    Page(
        "S002", "YAML that is not allowed",
        "Anchors, aliases, tags, merge keys, directives and second documents are refused, because they reach outside "
        "their own place. Write the value out.",
        "    when: &open {flags: [bridge-open]}\n    history: true",
        "    when: {flags: [bridge-open]}\n    history: true",
    ),
    Page(
        "S003", "Not a scenario",
        "There is no such file or folder, or it holds no map of keys. A scenario is a .yaml file, or a "
        "folder of them.",
    ),
    Page("S004", "Not UTF-8", "Files are text in UTF-8. Save the file as UTF-8 in your editor."),
    Page(
        "S005", "Not YAML",
        "The file breaks the rules of YAML at this place. Most often a text holds ': ' or starts with a special "
        "character and needs quotes, or a line is indented differently from its neighbours.",
        "title: Berlin: the closed bridge", "title: The closed bridge",
    ),
    Page(
        "F010", "The same key twice",
        "A key stands twice in one map, or one id in two files of a folder. The message names both places.",
        "title: The closed bridge\ntitle: The open bridge", "title: The closed bridge",
    ),
    Page(
        "F011", "An unknown key", "The format has no such key here. docs/scenario-format.md lists what it has.",
        "    goalie: Keep the bridge open without a shot.", "    goal: Keep the bridge open without a shot.",
    ),
    Page(
        "F012", "A missing key", "Something that every such entry needs is not there.",
        "    seat: The White House\n    standing",
        "    seat: The White House\n    goal: Keep the bridge open without a shot.\n    standing",
    ),
    Page(
        "F013", "A text that is cut short",
        "In YAML a space and # start a comment, so the rest of the text would be lost. Put the text in "
        "double quotes.",
        "title: The closed bridge #4", "title: The closed bridge",
    ),
    Page(
        "F014", "Characters that cannot be seen",
        "Tabs in the indentation, zero-width characters, direction marks and controls. They come with copied text. "
        "Delete them and type the place again.",
    ),
    Page(
    "F015",
    "A newer format",
    "The file was written for a newer version of the game.",
    "format: 99",
    "format: 1"
    ),
    Page(
        "F016", "The wrong kind of value", "A number where a text is expected, a text where a list is, and so on.",
        "minutes: about ten", "minutes: 10",
    ),
    Page(
        "F017", "A number out of bounds", "docs/scenario-format.md gives each number's bounds.",
        "    chance: 120\n    known_to", "    chance: 20\n    known_to",
    ),
    Page(
        "F018", "Not one of the words", "The field takes one of a few words, which the message lists.",
        "    kind: unsetled", "    kind: unsettled",
    ),
    Page(
        "F019", "Not a moment",
        "Moments are written YYYY-MM-DD or YYYY-MM-DD HH:MM, on a day that the calendar has.",
        "starts: 1958-06-31 08:00", "starts: 1958-06-02 08:00",
    ),
    Page(
        "F020", "Not an id", "Ids are letters, digits and single hyphens, at most 60 characters: tanks-tonight.",
        "  Bridge is open: {about: Traffic crosses the bridge again.}",
        "  bridge-open: {about: Traffic crosses the bridge again.}",
    ),
    Page(
        "F021", "An unknown event code",
        "Acts name a CAMEO code from game/data/cameo.csv, with its leading zero.",
        "        act: {code: \"85\", on: usa, salience: 0.3}", "        act: {code: \"085\", on: usa, salience: 0.3}",
    ),
    Page(
        "F022", "Too few or too many", "A list or map holds fewer or more entries than it may.",
        "    advice:\n      - name: The marshal\n"
        "        says: Keep it shut. A door that opens when someone knocks is no door.\n"
        "        reason: The guards were told that they matter.\n        favours: shut\n    choices:",
        "    advice:\n      - name: The marshal\n"
        "        says: Keep it shut. A door that opens when someone knocks is no door.\n"
        "        reason: The guards were told that they matter.\n        favours: shut\n      - name: The minister\n"
        "        says: Open it for flour. Nobody has ever lost face over flour.\n"
        "        reason: The villages vote with their feet.\n        favours: flour\n    choices:",
    ),
    Page(
        "R101", "An unknown name", "Something is referred to that the scenario does not declare, nor inherits.",
        "    when: {flags: [bridge-opne]}", "    when: {flags: [bridge-open]}",
    ),
    Page(
        "R102", "A name of another kind", "The id is declared, but as something else than what is expected here.",
        "        effects: {set: [nato]}", "        effects: {set: [word-given]}",
    ),
)  # fmt: skip
