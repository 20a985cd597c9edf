"""The deployment files are right by their schemas, and name only what the project has."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from click import Group

from bench.service import ROOT
from service.cli import main
from service.settings import Settings

DEPLOY = ROOT / "deploy"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SETTINGS = {name for field in fields(Settings) for name in (field.name.upper(), f"{field.name.upper()}_FILE")}


def manifest(kind: str) -> dict[str, Any]:
    documents = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in MANIFESTS]
    (found,) = (document for document in documents if document["kind"] == kind)
    return found


def is_command(words: list[str]) -> bool:
    command: Any = main
    for word in words[1:]:
        command = command.commands.get(word) if isinstance(command, Group) else None
    return words[0] == "gazette" and command is not None


def containers() -> list[dict[str, Any]]:
    return [
        container
        for kind in ("Deployment", "Job")
        for container in manifest(kind)["spec"]["template"]["spec"]["containers"]
    ]


@pytest.mark.parametrize(
    "path", [path for path in MANIFESTS if path.stem != "kustomization"], ids=lambda path: path.stem
)
def test_manifests_are_valid(path: Path) -> None:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    kubernetes_validate.validate(document, kubernetes_validate.latest_version(), strict=True)


def test_compose_file_is_valid() -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    told = subprocess.run([*check, str(DEPLOY / "compose.yaml")], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_every_manifest_is_applied_but_the_example() -> None:
    listed = set(manifest("Kustomization")["resources"])
    assert listed == {path.name for path in MANIFESTS} - {"kustomization.yaml", "secret.example.yaml"}


def test_only_settings_that_exist_are_set() -> None:
    assert set(manifest("ConfigMap")["data"]) <= SETTINGS
    for service in COMPOSE["services"].values():
        if "build" in service:
            assert set(service["environment"]) <= SETTINGS


def test_commands_exist() -> None:
    commands = [
        service["command"]
        for service in COMPOSE["services"].values()
        if "build" in service and "command" in service
    ]
    commands += [container["args"] for container in containers() if "args" in container]
    assert commands
    for command in commands:
        assert is_command(command), command


def test_containers_run_as_the_image_s_user_on_a_read_only_root() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    for kind in ("Deployment", "Job"):
        user = manifest(kind)["spec"]["template"]["spec"]["securityContext"]["runAsUser"]
        assert f"--uid {user} " in dockerfile
    for container in containers():
        assert container["securityContext"]["readOnlyRootFilesystem"]
        assert {"name": "scratch", "mountPath": "/tmp"} in container["volumeMounts"]


def test_probes_ask_calls_that_exist() -> None:
    contract = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))
    (service,) = manifest("Deployment")["spec"]["template"]["spec"]["containers"]
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert service[probe]["httpGet"]["path"] in contract["paths"]


def test_a_stop_is_given_the_time_it_takes() -> None:
    graceful = int(manifest("ConfigMap")["data"]["GRACEFUL_TIMEOUT_SECONDS"])
    pod = manifest("Deployment")["spec"]["template"]["spec"]
    before = int(pod["containers"][0]["lifecycle"]["preStop"]["exec"]["command"][1])
    assert pod["terminationGracePeriodSeconds"] > graceful + before
    assert int(COMPOSE["services"]["gazette"]["stop_grace_period"].rstrip("s")) > graceful
