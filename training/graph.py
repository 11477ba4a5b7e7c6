"""Writes ONNX graphs node by node: the few operators the reader needs, with or without int8 weights.

Building the graphs by hand instead of tracing keeps onnxruntime's fused operators where they help
(`MultiHeadAttention`, `DynamicQuantizeMatMul`) and avoids the one that does not: adding and normalising apart takes a
sixth of the time of `SkipLayerNormalization` on a CPU.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.network import WEIGHT_LEVELS

FUSED = "com.microsoft"
OPSET, IR_VERSION = 18, 9
Inputs: TypeAlias = Mapping[str, tuple[str, Sequence[str | int]]]
"""Names of inputs with their kinds and shapes."""

KINDS = {"float": TensorProto.FLOAT, "int64": TensorProto.INT64, "int32": TensorProto.INT32}


class Graph:
    """A graph under construction; every method adds nodes and returns the name of their result."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]], *, int8: bool) -> None:
        self._weights = weights
        self._int8 = int8
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}
        self._count = 0

    def add(self, operator: str, inputs: Sequence[str], *, domain: str = "", **attributes: object) -> str:
        """One node with one result."""
        self._count += 1
        result = f"{operator}_{self._count}"
        self._nodes.append(helper.make_node(operator, list(inputs), [result], domain=domain, **attributes))
        return result

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """A stored tensor."""
        self._constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def numbers(self, *values: int) -> str:
        """A stored list of whole numbers, for shapes and axes."""
        return self.constant("numbers_" + "_".join(map(str, values)), np.array(values, np.int64))

    def linear(self, x: str, name: str, *, rounded: bool = False) -> str:
        """The linear layer `name`; `rounded` layers get int8 weights in an int8 graph."""
        weight = self._weights[name + ".weight"]
        bias = self._weights.get(name + ".bias", np.zeros(len(weight), np.float32))
        return self.matrix(x, name, weight.T, bias, rounded=rounded)

    def side_by_side(self, x: str, names: Sequence[str]) -> list[str]:
        """The results of several linear layers over the same x, computed as one with int8 weights."""
        weights = [self._weights[name + ".weight"] for name in names]
        bias = np.concatenate([self._weights[name + ".bias"] for name in names])
        joined = self.matrix(x, "+".join(names), np.concatenate(weights).T, bias, rounded=True)
        return self.split(joined, [len(weight) for weight in weights])

    def matrix(
        self, x: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32], *, rounded: bool
    ) -> str:
        """x times `weight` (inputs, outputs) plus `bias`."""
        if not (rounded and self._int8):
            product = self.add("MatMul", [x, self.constant(name + ".weight", weight)])
            return self.add("Add", [product, self.constant(name + ".bias", bias)])
        scale = np.maximum(np.abs(weight).max(0) / WEIGHT_LEVELS, 1e-8).astype(np.float32)
        levels = np.round(weight / scale).astype(np.int8)
        return self.add(
            "DynamicQuantizeMatMul",
            [
                x,
                self.constant(name + ".int8", levels),
                self.constant(name + ".scale", scale),
                self.constant(name + ".zero", np.zeros(len(scale), np.int8)),
                self.constant(name + ".bias", bias),
            ],
            domain=FUSED,
        )

    def normalised(self, x: str, name: str) -> str:
        """Layer normalisation."""
        return self.add(
            "LayerNormalization",
            [
                x,
                self.constant(name + ".weight", self._weights[name + ".weight"]),
                self.constant(name + ".bias", self._weights[name + ".bias"]),
            ],
            axis=-1,
            epsilon=1e-12,
        )

    def split(self, x: str, sizes: Sequence[int]) -> list[str]:
        """The parts of x, of the given sizes along its last axis."""
        self._count += 1
        parts = [f"part_{self._count}_{number}" for number in range(len(sizes))]
        self._nodes.append(helper.make_node("Split", [x, self.numbers(*sizes)], parts, axis=-1))
        return parts

    def attended(self, qkv: Sequence[str], mask: str, heads: int) -> str:
        """Multi-head attention from queries, keys and values; `mask` (rows, keys) is 1 where to look."""
        return self.add("MultiHeadAttention", [*qkv, "", mask], domain=FUSED, num_heads=heads)

    def attended_in_rows(self, qkv: str, width: int, heads: int) -> str:
        """The same over rows laid end to end, with queries, keys and values side by side: (positions, 3 x width).

        Only here are rows set apart, by the inputs `mask`, `padded` and `flat` of the graph (see
        `sayso.reading.layout`); everywhere else the padding would cost as much as text.
        """
        thirds = self.add("Reshape", [qkv, self.numbers(-1, width)])
        first = self.add("Mul", ["padded", self.numbers(3)])
        places = [first, *(self.add("Add", [first, self.numbers(step)]) for step in (1, 2))]
        found = self.attended([self.add("Gather", [thirds, place], axis=0) for place in places], "mask", heads)
        return self.add("Gather", [self.add("Reshape", [found, self.numbers(-1, width)]), "flat"], axis=0)

    def gelu(self, x: str) -> str:
        """The Gaussian error linear unit; an int8 graph takes its tanh form, which is a third faster."""
        return self.add("FastGelu" if self._int8 else "Gelu", [x], domain=FUSED)

    def weight(self, name: str) -> NDArray[np.float32]:
        """A tensor of the network."""
        return self._weights[name]

    def save(self, path: Path, inputs: Inputs, outputs: Mapping[str, str]) -> None:
        """Writes the graph; `outputs` maps names to results."""
        nodes = [*self._nodes, *(helper.make_node("Identity", [result], [name]) for name, result in outputs.items())]
        made = helper.make_graph(
            nodes,
            path.stem,
            [helper.make_tensor_value_info(name, KINDS[kind], list(shape)) for name, (kind, shape) in inputs.items()],
            [onnx.ValueInfoProto(name=name) for name in outputs],
            list(self._constants.values()),
        )
        model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)])
        model.ir_version = IR_VERSION
        onnx.save(model, path)
