"""A ledger in, GraphML out: the network of its parties for yEd, Cytoscape, visone and igraph."""

from collections.abc import Iterable
from typing import BinaryIO

from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.network import LOSES, network, remarks

name = "graphml"
description = "for yEd, Cytoscape, visone and igraph: the same network as gexf"
loses = LOSES
ending = ".graphml"


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write the network, its attributes under their own names."""
    import networkx

    graph, left_out = network(contents)
    networkx.write_graphml(graph, stream, named_key_ids=True)
    return remarks(left_out)
