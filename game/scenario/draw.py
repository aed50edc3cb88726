"""A scenario's graph as an outline, as Mermaid and as DOT."""

from __future__ import annotations

import json
from itertools import pairwise

from game.scenario.graph import Graph


def outline(graph: Graph) -> str:
    """The entries in order with what each leads to; reads well aloud."""
    lines = [f"{graph['title']} ({graph['id']})", ""]
    for entry in sorted(graph["decisions"] + graph["standoffs"], key=lambda entry: entry["date"]):
        mark = "on the historical path" if entry["history"] else "off the historical path"
        lines.append(f"{entry['date']}  {entry['side']}  {entry['id']}: {entry['title']} ({mark})")
        lines += [_branch(graph, entry, branch) for branch in entry.get("choices") or entry["results"]]
    lines += ["", "Endings"]
    for one in graph["endings"]:
        lines.append(f"  {one['id']}: {one['title']} ({one['kind']}{', what happened' * one['history']})")
    return "\n".join(lines)


def _branch(graph: Graph, entry: Graph, branch: Graph) -> str:
    ends = [link for link in graph["links"] if (link["from"], link["by"]) == (entry["id"], branch["id"])]
    text = f"    {'*' if branch['history'] else '-'} {branch['id']}"
    text += f": {branch['label']}" if "label" in branch else ""
    for kind in ("opens", "closes", "ends"):
        targets = [link["to"] for link in ends if link["kind"] == kind]
        text += f" [{kind} {', '.join(targets)}]" if targets else ""
    return text


def mermaid(graph: Graph) -> str:
    """A Mermaid flowchart: the historical path drawn thick, off-path entries round."""
    name = _numbers(graph)
    lines = ["flowchart TD"]
    for entry in _asking(graph):
        text = _quoted(f"{entry['date'][:10]} {entry['title']}")
        lines.append(f"  {name[entry['id']]}[{text}]" if entry["history"] else f"  {name[entry['id']]}([{text}])")
    lines += [f"  {name[one['id']]}{{{{{_quoted(one['title'])}}}}}" for one in graph["endings"]]
    path = [entry["id"] for entry in _asking(graph) if entry["history"]]
    lines += [f"  {name[one]} ==> {name[two]}" for one, two in pairwise(path)]
    for link in _drawn(graph, name):
        by = f"|{link['by']}|" if link["by"] else ""
        lines.append(f"  {name[link['from']]} -.->{by} {name[link['to']]}")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """A label for Mermaid, whose quotes cannot be escaped."""
    return '"' + text.replace('"', "'") + '"'


def dot(graph: Graph) -> str:
    """A Graphviz digraph with the same shapes."""
    lines = [f"digraph {json.dumps(graph['id'])} {{", "  rankdir=TB;"]
    for entry in _asking(graph):
        style = "solid" if entry["history"] else "dashed"
        label = json.dumps(f"{entry['date'][:10]}\n{entry['title']}", ensure_ascii=False)
        lines.append(f"  {json.dumps(entry['id'])} [shape=box, style={style}, label={label}];")
    lines += [
        f"  {json.dumps('ending ' + one['id'])} [shape=hexagon, label={json.dumps(one['title'], ensure_ascii=False)}];"
        for one in graph["endings"]
    ]
    name = {entry["id"]: entry["id"] for entry in _asking(graph)}
    name.update({one["id"]: "ending " + one["id"] for one in graph["endings"]})
    lines += [
        f"  {json.dumps(name[link['from']])} -> {json.dumps(name[link['to']])} [label={json.dumps(link['by'])}];"
        for link in _drawn(graph, name)
    ]
    return "\n".join([*lines, "}"])


def _asking(graph: Graph) -> list[Graph]:
    return sorted(graph["decisions"] + graph["standoffs"], key=lambda entry: str(entry["date"]))


def _numbers(graph: Graph) -> dict[str, str]:
    """Short names that no drawing language trips over."""
    return {one["id"]: f"n{index}" for index, one in enumerate([*_asking(graph), *graph["endings"]])}


def _drawn(graph: Graph, name: dict[str, str]) -> list[Graph]:
    """The links whose both ends are drawn."""
    return [link for link in graph["links"] if link["from"] in name and link["to"] in name and link["kind"] != "closes"]
