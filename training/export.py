"""Write a trained encoder as the files that amends ships."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from amends.listener.tokens import Vocabulary
from training.encoder import Encoder
from training.examples import HEARD


class Shipped(nn.Module):
    """The encoder on one draft: chances instead of logits, and nothing hidden."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, tokens: Tensor) -> Tensor:
        """Return chances (1, tokens, labels)."""
        return torch.sigmoid(self.encoder(tokens, torch.ones_like(tokens)))


def write(encoder: Encoder, vocabulary: Vocabulary, asked: Sequence[float], folder: Path) -> None:
    """Write the encoder, its vocabulary, and the chance to ask of each label."""
    folder.mkdir(parents=True, exist_ok=True)
    export(encoder, folder / "model.onnx")
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary.numbers) + "\n", "utf-8")
    rounded = {label: round(chance, 3) for label, chance in zip(HEARD, asked, strict=True)}
    (folder / "labels.json").write_text(json.dumps(rounded, indent=2) + "\n", "utf-8")


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
