"""The model that comes without a key and a network: fetched once, verified, served on loopback."""

from summarizer.llm.embedded.cache import cache_dir, model_path, pull, verify
from summarizer.llm.embedded.model import EmbeddedModel, open_embedded, shutdown
from summarizer.llm.embedded.registry import DEFAULT, REGISTRY, ModelEntry

__all__ = [
    "DEFAULT",
    "REGISTRY",
    "EmbeddedModel",
    "ModelEntry",
    "cache_dir",
    "model_path",
    "open_embedded",
    "pull",
    "shutdown",
    "verify",
]
