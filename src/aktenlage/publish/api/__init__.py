"""The file over HTTP: lists, entries, search and decisions as JSON, described by OpenAPI."""

from aktenlage.publish.api.app import make_api

__all__ = ["make_api"]
