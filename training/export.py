"""Write a trained encoder as the files that amends ships: `python -m training.export MODEL FOLDER`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder import Encoder


class Shipped(nn.Module):
    """The encoder on one draft: chances instead of logits, and nothing hidden."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, tokens: Tensor) -> Tensor:
        """Return chances (1, tokens, labels)."""
        return torch.sigmoid(self.encoder(tokens, torch.ones_like(tokens)))


def export(encoder: Encoder, path: Path) -> None:
    """Write an encoder as ONNX with weights in eight bits."""
    encoder.eval()
    example = torch.ones(1, 12, dtype=torch.long)
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Shipped(encoder),
            (example,),
            str(whole),
            input_names=["tokens"],
            output_names=["chances"],
            dynamic_axes={"tokens": {1: "length"}, "chances": {1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
