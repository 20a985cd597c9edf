"""Reading an article that the caller sends."""

from __future__ import annotations

from service.web.blueprint import Room
from service.web.desk import desk
from service.web.geojson import places_of
from service.web.keeping import Written, recall_or_read
from service.web.problems import BAD_REQUEST, NOT_FOUND, TOO_LONG, UNAVAILABLE, WRONG_TYPE
from service.web.schemas.analysis import AnalysisSchema, Reading
from service.web.schemas.features import FeatureCollectionSchema
from service.web.schemas.options import Asked
from service.web.schemas.requests import EXAMPLES, AnalyzeRequestSchema

room = Room("analysis", __name__, description="Reading articles: who acts, where and when.")


@room.serves("POST", "/analyze", "analyze")
@room.takes(AnalyzeRequestSchema, location="json", examples=EXAMPLES)
@room.answers(
    AnalysisSchema,
    problems=(BAD_REQUEST, NOT_FOUND, TOO_LONG, WRONG_TYPE, UNAVAILABLE),
    features=FeatureCollectionSchema,
    reshape=places_of,
)
def analyze(asked: Asked) -> Reading | Written:
    """Read an article

    Finds the actors, places and dates of an article, given as text, as a web page or by its id in the store.
    The same request to the same versions has the same answer, byte for byte.
    """
    return recall_or_read(desk(), asked)
