"""The contract's values as marshmallow schemas: requests are loaded by them, answers dumped."""
