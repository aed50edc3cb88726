"""`graph SCENARIO`: its decisions, standoffs, choices and endings, and how they hang together."""

from __future__ import annotations

import argparse
import json

from game.scenario import find, load
from game.scenario.draw import dot, mermaid, outline
from game.scenario.graph import Graph, graph

NAME = "graph"
HELP = "show how a scenario's decisions, standoffs and endings hang together"


def as_json(shape: Graph) -> str:
    """The graph as JSON."""
    return json.dumps(shape, indent=1, ensure_ascii=False)


FORMATS = {"text": outline, "json": as_json, "mermaid": mermaid, "dot": dot}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("scenario", metavar="SCENARIO", help="a scenario's id, folder or file")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text (the default), json, mermaid or dot")


def run(args: argparse.Namespace) -> int:
    """Print the graph; a scenario with errors is a ScenarioError."""
    print(FORMATS[args.format](graph(load(find(args.scenario)))))
    return 0
