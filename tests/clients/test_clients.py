"""Clients are made of the contract, compiled, and ask the service; Spectral finds nothing to say about it."""

from __future__ import annotations

import json
import sys
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import yaml

from bench.service import ROOT, RunningService
from tests.clients.conftest import HERE, run

CONTRACT = ROOT / "openapi.yaml"


def test_spectral_finds_nothing(node: Path) -> None:
    run(node / "node_modules/.bin/spectral", "lint", CONTRACT, "--fail-severity=hint", within=node)


def test_a_typescript_client_compiles_and_is_answered(node: Path, live: RunningService) -> None:
    programs = node / "node_modules/.bin"
    # What has a default may be left out of a request.
    options = ("--default-non-nullable", "false", "-o", "contract.ts")
    run(programs / "openapi-typescript", CONTRACT, *options, within=node)
    run(programs / "tsc", "-p", ".", within=node)
    assert "mentions" in run("node", "built/program.js", live.url, within=node)


def test_a_generated_python_client_compiles_and_is_answered(
    tools: Path, live: RunningService, tmp_path: Path
) -> None:
    programs = tools / "python" / "bin"
    configuration = HERE / "python" / "generator.yaml"
    generate = ("generate", "--path", CONTRACT, "--config", configuration, "--output-path", "made")
    run(programs / "openapi-python-client", *generate, "--fail-on-warning", within=tmp_path)
    run(programs / "python", "-W", "error", "-m", "compileall", "-q", "made", within=tmp_path)
    program = HERE / "python" / "program.py"
    told = run(programs / "python", program, live.url, within=tmp_path, PYTHONPATH=str(tmp_path / "made"))
    assert "mentions" in told


def test_schemathesis_finds_no_breach(live: RunningService, tools: Path) -> None:
    """All checks, valid and invalid data, chains of calls; wrong lines of a batch are answered with 200."""
    told = _schemathesis(live, tools, "--exclude-operation-id", "analyzeBatch", "--max-time", "35")
    assert "Stateful" in told
    _schemathesis(
        live, tools, "--include-operation-id", "analyzeBatch", "--exclude-checks", "negative_data_rejection"
    )


def _schemathesis(live: RunningService, tools: Path, *options: str) -> str:
    fixed = ("--checks", "all", "--mode", "all", "--max-examples", "5", "--generation-deterministic")
    phases = ("--phases", "examples,coverage,fuzzing,stateful", "--no-color")
    program = Path(sys.executable).with_name("st")
    command = (program, "run", f"{live.url}/openapi.yaml", *fixed, *phases, *options)
    return run(*command, within=tools, PYTHONPATH=str(ROOT), SCHEMATHESIS_HOOKS="tests.clients.lines")


def test_the_examples_of_the_contract_are_answered(live: RunningService) -> None:
    contract = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
    body = contract["paths"]["/v1/analyze"]["post"]["requestBody"]["content"]["application/json"]
    for example in body["examples"].values():
        answer = json.loads(_post(live, "/v1/analyze", "application/json", json.dumps(example["value"])))
        assert answer["places"], example["summary"]
    lines = contract["paths"]["/v1/analyze/batch"]["post"]["requestBody"]["content"]["application/x-ndjson"]
    batch = _post(live, "/v1/analyze/batch", "application/x-ndjson", lines["example"])
    told = [json.loads(line) for line in batch.splitlines()]
    assert [line["id"] for line in told] == [1, 2]
    assert told[0]["places"]
    for path, parameters in _queries(contract):
        with urllib.request.urlopen(f"{live.url}{path}?{parameters}", timeout=30) as response:
            assert response.status == 200, path


def _post(live: RunningService, path: str, media_type: str, body: str) -> str:
    request = urllib.request.Request(live.url + path, body.encode(), {"Content-Type": media_type})
    with urllib.request.urlopen(request, timeout=30) as response:
        text: str = response.read().decode()
        return text


def _queries(contract: dict[str, Any]) -> list[tuple[str, str]]:
    """Each list of the contract, asked by the examples of its parameters."""
    asked = []
    for path, item in contract["paths"].items():
        if "get" not in item or "{" in path:
            continue
        examples = {
            parameter["name"]: parameter["schema"]["examples"][0]
            for parameter in item["get"].get("parameters", [])
            if parameter["in"] == "query" and parameter["schema"].get("examples")
        }
        asked.append((path, urllib.parse.urlencode(examples, doseq=True)))
    return asked
