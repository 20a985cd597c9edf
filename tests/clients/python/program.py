"""Asks a running service, whose address is the only argument, through the generated client."""

from __future__ import annotations

import sys
from typing import Any

from gazette_generated import Client
from gazette_generated.api.analysis import analyze
from gazette_generated.api.articles import analyze_stored_article, list_articles
from gazette_generated.api.places import get_place, search_places
from gazette_generated.models.analysis import Analysis
from gazette_generated.models.article_page import ArticlePage
from gazette_generated.models.place_list import PlaceList
from gazette_generated.models.problem import Problem

TEXT = "Mardi 😀, Moscou a annoncé une trêve à Alep, dans le quartier de Sakhour."


def main(url: str) -> None:
    client: Any = Client(base_url=url)
    read = analyze.sync(client=client, body={"text": TEXT, "published_at": "2016-10-11", "language": "fr"})
    assert isinstance(read, Analysis), read
    mentions = [mention for place in read.places or [] for mention in place.mentions]
    assert mentions
    assert all(TEXT[mention.start : mention.end] == mention.text for mention in mentions)

    refused = analyze.sync_detailed(client=client, body={"text": ""})
    assert refused.status_code == 422
    assert isinstance(refused.parsed, Problem)
    assert "text" in refused.parsed.errors.additional_properties

    found = search_places.sync(client=client, q="Alep", countrycode=["SY"], limit=1)
    assert isinstance(found, PlaceList)
    place = found.places[0]
    assert get_place.sync(place.id.replace("#", "%23"), client=client).name == place.name

    page = list_articles.sync(client=client, limit=2)
    assert isinstance(page, ArticlePage)
    stored = analyze_stored_article.sync(page.articles[0].id, client=client)
    assert isinstance(stored, Analysis)
    assert isinstance(stored.article.text, str)
    print(f"{len(mentions)} mentions")


main(sys.argv[1])
