"""A ledger in, GEXF out: the network of its parties for Gephi."""

from collections.abc import Iterable
from typing import BinaryIO

from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.network import LOSES, network, remarks

name = "gexf"
description = "for Gephi: the network of parties, an edge for all claims of one kind, thing and manner between two"
loses = LOSES
ending = ".gexf"


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write the network in GEXF 1.2."""
    from networkx.readwrite.gexf import GEXFWriter

    graph, left_out = network(contents)
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(graph)
    meta = writer.xml.find("meta")
    if meta is not None:
        meta.attrib.clear()  # the day of writing: the same ledger gives the same file
    writer.write(stream)
    return remarks(left_out)
