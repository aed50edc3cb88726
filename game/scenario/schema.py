"""The field table as JSON Schema, so that editors complete, explain and underline while one types.

Kept to what draft 7 knows, which every editor reads. An editor types plain scalars by YAML 1.2, so `key: 1956` reaches
the schema as a number; where the format takes a text, numbers and true or false are taken too.
"""

from __future__ import annotations

import json
from typing import Any

from game.model.campaign import Campaign
from game.model.scenario import Scenario
from game.model.spec import Spec
from game.scenario import cameo
from game.scenario.fields import Field, about, plan
from game.scenario.merge import INHERITED
from game.scenario.names import CALENDAR

ID_PATTERN = "^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$"
MOMENT_PATTERN = r"^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$"
TEXT = ["string", "number", "boolean"]
NUMERIC = {"integer": "integer", "number": "number", "percent": "number"}

Schema = dict[str, Any]


def schema(whole: bool = False) -> Schema:
    """The schema of a scenario's file. A folder's files each hold some of the keys, so none is needed unless whole.

    Entries of what can be inherited need none of their keys either, because they may change only some; those of the
    calendar are seldom inherited, so a whole file must have their keys.
    """
    records: dict[str, Schema] = {}
    top = record_schema(Scenario, records)
    if not whole:
        del top["required"]
        for field in top["properties"].values():
            field.pop("minProperties", None)
    for kind in (kind for kind in INHERITED if not (whole and kind in CALENDAR)):
        inherited = plan(Scenario)[kind].kind
        assert isinstance(inherited, type)
        del records[inherited.__name__]["required"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Brinkmanship scenario, format 1",
        **top,
        "definitions": dict(sorted(records.items())),
    }


def campaign_schema() -> Schema:
    """The schema of a campaign's file; a folder's files each hold some of the keys, so none is needed."""
    records: dict[str, Schema] = {}
    top = record_schema(Campaign, records)
    del top["required"]
    for field in top["properties"].values():
        for bound in ("minProperties", "minItems"):
            field.pop(bound, None)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Brinkmanship campaign, format 1",
        **top,
        "definitions": dict(sorted(records.items())),
    }


def schema_text(whole: bool = False) -> str:
    """The schema as JSON, one field a line or so."""
    return as_text(schema(whole))


def as_text(made: Schema) -> str:
    """A schema as JSON."""
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def record_schema(record: type, records: dict[str, Schema]) -> Schema:
    """The schema of a record; the records inside it are added to records."""
    known = plan(record)
    return {
        "type": "object",
        "description": about(record),
        "properties": {key: field_schema(field, records) for key, field in known.items()},
        "required": [key for key, field in known.items() if field.needed],
        "additionalProperties": False,
    }


def field_schema(field: Field, records: dict[str, Schema]) -> Schema:
    """The schema of one field with its explanation."""
    spec, inner = field.spec, _kind_schema(field, records)
    if field.shape == "one":
        return {"allOf": [inner], "description": spec.doc} if "$ref" in inner else {**inner, "description": spec.doc}
    if field.shape == "list":
        return _bounded({"type": "array", "items": inner, "description": spec.doc}, spec, "Items")
    items = {"type": "array", "items": inner} if field.listed else inner
    keyed: Schema = {"type": "object", "additionalProperties": items, "description": spec.doc}
    if not spec.keys and field.key != "relations":
        keyed["propertyNames"] = {"pattern": ID_PATTERN}
    return _bounded(keyed, spec, "Properties")


def _bounded(made: Schema, spec: Spec, what: str) -> Schema:
    if spec.least:
        made[f"min{what}"] = spec.least
    if spec.most:
        made[f"max{what}"] = spec.most
    return made


def _kind_schema(field: Field, records: dict[str, Schema]) -> Schema:
    """The schema of one value of a field."""
    kind, spec = field.kind, field.spec
    if isinstance(kind, type):
        if kind.__name__ not in records:
            records[kind.__name__] = {}
            records[kind.__name__] = record_schema(kind, records)
        return {"$ref": f"#/definitions/{kind.__name__}"}
    if kind in NUMERIC:
        return _numeric(kind, spec)
    return _word(kind, spec)


def _numeric(kind: str, spec: Spec) -> Schema:
    made: Schema = {"type": NUMERIC[kind]}
    if spec.low is not None:
        made["minimum"] = spec.low
    if spec.high is not None:
        made["maximum"] = spec.high
    return made


def _word(kind: str, spec: Spec) -> Schema:
    match kind:
        case "yesno":
            return {"enum": [True, False, "yes", "no", "true", "false"]}
        case "choice":
            return {"enum": [*spec.options, *(int(option) for option in spec.options if option.isdigit())]}
        case "moment":
            return {"type": "string", "pattern": MOMENT_PATTERN}
        case "id":
            return {"type": ["string", "integer"], "pattern": ID_PATTERN, "maxLength": 60}
        case "code":
            whole = [int(code) for code in cameo.labels() if not code.startswith("0")]
            return {"enum": [*cameo.labels(), *whole]}
        case "ref":
            return {"type": ["string", "integer"], "minLength": 1}
        case _:
            return {"type": TEXT, "minLength": 1}
