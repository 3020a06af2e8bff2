"""Whether the model that ships is there."""

import pytest

from amends.listener.listening import HOME

needs_model = pytest.mark.skipif(
    not (HOME / "en" / "model.onnx").is_file(), reason="the listener's model is not there yet"
)
