"""The pages are built without a warning, load nothing from outside, and tell what there is."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from bench.service import ROOT
from service.web.problems import KINDS
from tests.docs.blocks import DOCS

CONTRACT = ROOT / "openapi.yaml"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


class Assets(HTMLParser):
    """What a browser loads for a page by itself; links to be followed by people are none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        if tag in {"script", "img", "iframe", "source", "video", "audio", "embed"}:
            self.found += [told.get("src") or "", *(told.get("srcset") or "").split()]
        elif tag == "link" and told.get("rel") not in {"canonical", "next", "prev", "alternate"}:
            self.found.append(told.get("href") or "")
        self.found += re.findall(r"url\(([^)]*)\)", told.get("style") or "")


def test_nothing_is_loaded_from_outside(site: Path) -> None:
    outside = re.compile(r"^\s*['\"]?(?:https?:)?//")
    pages = sorted(site.rglob("*.html"))
    assert len(pages) >= 20
    for page in pages:
        read = Assets()
        read.feed(page.read_text(encoding="utf-8"))
        assert not [asset for asset in read.found if outside.match(asset)], page
    for sheet in site.rglob("*.css"):
        told = re.findall(r"(?:url\(|@import\s+)([^);\s]*)", sheet.read_text(encoding="utf-8"))
        assert not [one for one in told if outside.match(one)], sheet


def test_every_page_is_reached_from_the_start(site: Path) -> None:
    start = (site / "index.html").read_text(encoding="utf-8")
    for page in site.rglob("*.html"):
        if page.name not in {"404.html", "index.html"}:
            assert f'href="{page.relative_to(site)}"' in start, page


def test_the_changelog_and_the_notice_are_in_it(site: Path) -> None:
    assert "0.1.0" in (site / "changelog.html").read_text(encoding="utf-8")
    assert "GeoNames" in (site / "licences.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reference() -> dict[str, Any]:
    return runpy.run_path(str(DOCS / "hooks" / "reference_page.py"))


def test_every_field_and_parameter_is_in_the_reference(reference: dict[str, Any]) -> None:
    contract = yaml.load(CONTRACT.read_text(encoding="utf-8"), yaml.CSafeLoader)
    page = reference["page"](CONTRACT)
    assert not reference["untold"](CONTRACT)
    for schema in contract["components"]["schemas"].values():
        for field in schema["properties"]:
            assert f"| `{field}`" in page, field
    for path, item in contract["paths"].items():
        assert path in page
        for parameter in item.get("get", {}).get("parameters", ()):
            assert f"| `{parameter['name']}`" in page


def test_every_option_is_told_to_callers() -> None:
    contract = yaml.load(CONTRACT.read_text(encoding="utf-8"), yaml.CSafeLoader)
    page = (DOCS / "callers.md").read_text(encoding="utf-8")
    for option in contract["components"]["schemas"]["AnalyzeRequest"]["properties"]:
        assert f"`{option}`" in page, option


def test_every_problem_is_told_with_its_status() -> None:
    page = (DOCS / "problems.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| (\d{3}) \| `(/problems/[\w-]+)` \|", page, re.MULTILINE))
    assert told == {(str(kind.status), kind.type) for kind in KINDS}


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.stem)
def test_files_that_are_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:service|tests|docs|deploy|bench|training)/[\w./-]*\w/?)`", text):
        assert (ROOT / path).exists(), path


def test_the_picture_of_the_map_is_whole() -> None:
    ElementTree.parse(DOCS / "notebooks" / "sample_map.svg")
