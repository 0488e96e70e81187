"""Names of outlets and agencies: which forms and hosts stand for which."""

from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from aktenlage.resources.load import load


@cache
def outlet_names() -> Mapping[str, str]:
    """Give each printed form of an outlet's name with the name."""
    return {
        form: outlet["name"]
        for outlet in load("outlets")["outlets"]
        for form in (outlet["name"], *outlet["forms"], *outlet.get("behind_label", ()))
    }


@cache
def agency_names() -> Mapping[str, str | None]:
    """Give each printed form of an agency's name with the name, None for agencies of pictures alone."""
    return {
        form: None if agency.get("pictures") else agency["name"]
        for agency in load("agencies")
        for form in (agency["name"], *agency["forms"])
    }


def outlet_of(url: str | None) -> str | None:
    """
    Give the outlet of an address: the known one with the longest domain, else None.

    >>> outlet_of("https://www.tagesschau.de/ausland/")
    'tagesschau.de'
    """
    parts = host_of(url).split(".")
    known = (_domains().get(".".join(parts[number:])) for number in range(len(parts)))
    return next((name for name in known if name), None)


def host_of(url: str | None) -> str:
    """Give the host of an address, without ``www``; empty where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@cache
def _domains() -> Mapping[str, str]:
    return {domain: outlet["name"] for outlet in load("outlets")["outlets"] for domain in outlet["domains"]}
