"""Whatever is sent, the contract holds: valid and invalid requests made up from the contract itself."""

from __future__ import annotations

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case, GenerationMode

from tests.web.desk import make_app

contract = schemathesis.openapi.from_wsgi("/openapi.yaml", make_app())
contract.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])


@contract.parametrize()
@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_call_keeps_the_contract(case: Case) -> None:
    case.call_and_validate()
