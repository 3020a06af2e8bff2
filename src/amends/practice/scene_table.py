"""A file of a scene as tables: where each of them stands, and the scene that they declare."""

import re
from collections.abc import Mapping
from typing import Any

from amends.practice.scene import Effect, End, Hearing, Node, Reply, Scene
from amends.safety import TABLES, Danger
from amends.text import ContentFile

FILE_NAME = re.compile(r"\d\d-(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.toml")

Table = Mapping[str, Any]


def placed(tables: object, at: str) -> list[tuple[str, Table]]:
    """Return each of some tables with its place, such as `node.0`."""
    found = tables if TABLES.accepts(tables) and isinstance(tables, list) else []
    return [(f"{at}.{number}", table) for number, table in enumerate(found)]


def inner(file: ContentFile, kind: str) -> list[tuple[str, Table]]:
    """Return the tables inside all moments, such as their replies, counted over the whole file."""
    nodes = [node for _, node in placed(file.header.get("node"), "node")]
    tables = [table for node in nodes for _, table in placed(node.get(kind), kind)]
    return [(f"node.{kind}.{number}", table) for number, table in enumerate(tables)]


def scene_of(file: ContentFile) -> Scene:
    """Return the scene of a file without mistakes."""
    header = file.header
    found = FILE_NAME.fullmatch(file.path.name)
    return Scene(
        name=found["name"] if found else "",
        title=header["title"],
        line=header["line"],
        nodes=tuple(map(_node, header["node"])),
        ends=tuple(End(**table) for table in header["end"]),
        pauses=tuple(map(Danger, header.get("pauses", ()))),
        only_if_they_talk=header.get("only_if_they_talk", False),
    )


def _node(table: Table) -> Node:
    replies = tuple(Reply(one["say"], _effect(one)) for one in table["reply"])
    hearings = tuple(
        Hearing(
            tuple(one.get("labels", ())),
            replies[one["like"] - 1].effect if "like" in one else _effect(one),
        )
        for one in table["hears"]
    )
    return Node(table["name"], table["happens"], replies, hearings)


def _effect(table: Table) -> Effect:
    return Effect(table["to_them"], table["to_you"], table["to"])
