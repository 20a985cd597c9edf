"""While the pages are built: the page of fields is written from `openapi.yaml`, and no page is left out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_REQUESTS = ("AnalyzeRequest", "Hints", "BatchRequest")
_ANSWERS = (
    *("Analysis", "ReadArticle", "Zone", "Actor", "ActorMention", "ActorCandidate"),
    *("Place", "PlaceMention", "PlaceCandidate", "PlaceRef", "BoundingBox", "Date", "DateMention"),
    *("Focus", "Meta", "BatchAnalysis", "BatchProblem", "Problem"),
    *("ArticlePage", "ArticleSummary", "Article"),
    *("PlaceList", "FoundPlace", "NearbyList", "NearbyPlace", "FullPlace", "FoundMeta"),
    *("ActorList", "KnownActor", "Office", "Source"),
    *("FeatureCollection", "Feature", "Point"),
    *("Status", "Limits", "Attribution", "Alive", "Ready"),
)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Pages that the navigation does not name stand at its end, so that none is lost."""
    named = set(re.findall(r"[\w-]+\.md", repr(config.nav)))
    found = {path.name for path in Path(config.docs_dir).glob("*.md")}
    if config.nav is not None and (others := sorted(found - named)):
        config.nav.append({"Further": others})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    contract = Path(config.config_file_path).parent / "openapi.yaml"
    files.append(File.generated(config, "reference.md", content=page(contract)))
    return files


def page(contract: Path) -> str:
    """The whole page, in Markdown."""
    document = yaml.safe_load(contract.read_text(encoding="utf-8"))
    schemas = document["components"]["schemas"]
    parts = [
        "# Fields\n\nWritten from the contract, `openapi.yaml`. A field marked * is always there; one that "
        "may be `null` says so. What every call takes in its address stands at the end.\n",
        "## What is sent\n",
        *(_schema(name, schemas[name]) for name in _REQUESTS),
        "## What is answered\n",
        *(_schema(name, schemas[name]) for name in _ANSWERS),
        "## Calls and their parameters\n",
        *(_call(path, item) for path, item in document["paths"].items()),
    ]
    return "\n".join(parts)


def untold(contract: Path) -> set[str]:
    """Schemas of the contract that the page leaves out; a test wants none."""
    document = yaml.safe_load(contract.read_text(encoding="utf-8"))
    return set(document["components"]["schemas"]) - {*_REQUESTS, *_ANSWERS}


def _schema(name: str, schema: dict[str, Any]) -> str:
    required = set(schema.get("required", ()))
    rows = [
        f"| `{field}`{' *' if field in required else ''} | {_kind(told)} | {_cell(told)} |"
        for field, told in schema["properties"].items()
    ]
    return "\n".join([f"### {name}\n", "| field | kind | meaning |", "|---|---|---|", *rows, ""])


def _call(path: str, item: dict[str, Any]) -> str:
    method, call = next((method, item[method]) for method in ("get", "post") if method in item)
    parts = [f"### {method.upper()} {path}\n", f"{call['summary']}. {call.get('description', '')}\n"]
    parameters = [*item.get("parameters", ()), *call.get("parameters", ())]
    if parameters:
        parts += ["| parameter | kind | meaning |", "|---|---|---|"]
        parts += [f"| `{one['name']}` | {_kind(one['schema'])} | {_cell(one)} |" for one in parameters]
        parts.append("")
    return "\n".join(parts)


def _kind(schema: dict[str, Any]) -> str:
    """In the words of a reader: `text or null`, `list of [Place](#place)`."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema and "type" not in schema:
        return " or ".join(dict.fromkeys(_kind(one) for one in schema["anyOf"]))
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " or ".join(_plain(one, schema) for one in types)


def _plain(type_: str, schema: dict[str, Any]) -> str:
    if type_ == "array":
        return f"list of {_kind(schema['items'])}"
    return {"string": "text", "integer": "whole number", "boolean": "true or false"}.get(type_, type_)


def _cell(told: dict[str, Any]) -> str:
    """The meaning, the values that it may have, its bounds and its default, in one cell of a table."""
    schema = told.get("schema", told)
    items = schema.get("items", {})
    values = [value for value in schema.get("enum") or items.get("enum") or () if value is not None]
    parts = [" ".join(str(told.get("description", "")).split())]
    if len(values) > 1:
        parts.append(f"{'Any' if items else 'One'} of {', '.join(f'`{value}`' for value in values)}.")
    if "minimum" in schema and "maximum" in schema and abs(schema["maximum"]) < 10**6:
        parts.append(f"From {schema['minimum']} to {schema['maximum']}.")
    if (default := schema.get("default")) is not None and not isinstance(default, list | dict):
        told = default if isinstance(default, str) else json.dumps(default)
        parts.append(f"Default: `{told}`.")
    return " ".join(part for part in parts if part).replace("|", "\\|")
