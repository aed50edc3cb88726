"""What happened, as paragraphs: the scenario's own texts, and only those that a reader may know."""

from __future__ import annotations

from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.happenings import Happening
from game.play.narration import instrument_words, name_of, news_of, order_words, own_deed


def story(scenario: Scenario, happening: Happening, reader: str) -> tuple[str, ...]:
    """What happened, as paragraphs for one reader; empty where there is nothing to read or the reader may not know."""
    maker = _STORIES.get(happening.kind)
    if maker is None or not happening.known_to(reader):
        return ()
    return tuple(text for text in maker(scenario, happening, reader) if text)


def _choice_story(scenario: Scenario, happening: Happening, reader: str) -> tuple[str, ...]:
    cause = happening.cause
    name, _, outcome = cause.part.partition("/")
    choice = scenario.decisions[cause.what].choices[name]
    if own_deed(happening, reader):
        return (choice.outcomes[outcome].text.strip(),)
    news = news_of(scenario, happening)
    return (news or f"{order_words(scenario, choice.act, choice.label, SIDES[cause.side])}.",)


def _instrument_story(scenario: Scenario, happening: Happening, reader: str) -> tuple[str, ...]:
    if happening.cause.part:  # what it taught in a standoff; the using itself is told already
        return ()
    if own_deed(happening, reader):
        return (scenario.instruments[happening.cause.what].text.strip(),)
    told = scenario.instruments[happening.cause.what]
    if told.seen:
        return (f"{name_of(scenario, SIDES[happening.cause.side])} {' '.join(told.seen.split())}",)
    return (f"{instrument_words(scenario, happening, reader)}.",)


def _response_story(scenario: Scenario, happening: Happening, reader: str) -> tuple[str, ...]:
    response = scenario.incidents[happening.cause.what].responses.get(happening.cause.part)
    return (response.text.strip(),) if response and own_deed(happening, reader) else ()


def _event_story(scenario: Scenario, happening: Happening, reader: str) -> tuple[str, ...]:
    event = scenario.events[happening.cause.what]
    return (f"{event.title}. {event.text.strip()}",)


def _report_story(scenario: Scenario, happening: Happening, reader: str) -> tuple[str, ...]:
    origin = scenario.reports[happening.cause.what].origin
    return (f"A report has come in: {origin}. Key I opens it at your next question.",) if reader else ()


def _rung_story(scenario: Scenario, happening: Happening, reader: str) -> tuple[str, ...]:
    """What everybody sees when a side climbs."""
    cause = happening.cause
    rungs = scenario.standoffs[cause.what].sides[SIDES[cause.side]].rungs
    return (rungs[int(cause.part)].text.strip(),) if cause.part.isdigit() and int(cause.part) < len(rungs) else ()


def _result_story(scenario: Scenario, happening: Happening, reader: str) -> tuple[str, ...]:
    if happening.cause.side >= 0:  # what one side paid for it; the result itself belongs to nobody
        return ()
    return (scenario.standoffs[happening.cause.what].results[happening.cause.part].text.strip(),)


_STORIES = {
    "choice": _choice_story, "instrument": _instrument_story, "response": _response_story, "event": _event_story,
    "result": _result_story, "report": _report_story, "rung": _rung_story,
}  # fmt: skip
