"""Recipes of what is learnt. Nothing here is imported by the service."""
