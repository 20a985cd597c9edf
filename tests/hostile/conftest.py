"""The fixtures of the tests of the web serve here too."""

from tests.web.conftest import client, contract, fits

__all__ = ("client", "contract", "fits")
