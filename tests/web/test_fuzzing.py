"""Whatever is sent, the contract holds: valid and invalid requests made up from the contract itself."""

from __future__ import annotations

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case, GenerationMode

from tests.web.desk import make_app

# A batch answers wrong lines one by one, with status 200: `test_batch.py`.
contract = schemathesis.openapi.from_wsgi("/openapi.yaml", make_app()).exclude(operation_id="analyzeBatch")
contract.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])


@contract.parametrize()
@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_call_keeps_the_contract(case: Case) -> None:
    case.call_and_validate()
