"""The child process: llama.cpp's server on loopback, until the parent is gone.

Run as a script by :mod:`summarizer.llm.embedded.server`, it imports nothing of this package. The
first line on stdin is a JSON object (see :func:`main`); the first line on stdout tells the address.
The end of stdin is the end of the process.
"""

from __future__ import annotations

import fcntl
import json
import os
import sys
from typing import Any

# One conversation's state is 28 KB a token; the server's default of 8 GB would be no neighbour.
_PROMPT_CACHE_MIB = 256
_ERRORS_ONLY = 1


def main() -> None:
    """Serve ``{path, alias, key, context, threads}`` on a free port of 127.0.0.1."""
    order = json.loads(sys.stdin.readline())
    _die_with_parent()
    # What C or C++ prints belongs into the log, and the handshake must be the only thing on stdout.
    handshake = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    try:
        server = _serve(**order)
    except (RuntimeError, ImportError) as error:
        sys.exit(f"0 E child: {error}")
    with handshake:
        handshake.write(json.dumps({"address": server.listening_address}) + "\n")
    sys.stdin.read()
    # Not sys.exit: the server's destructor may wait for a request that nobody will read.
    os._exit(0)


def _die_with_parent() -> None:
    """End by SIGIO as soon as the parent's end of stdin closes.

    Reading stdin in a thread would not do: loading a model holds the interpreter lock for seconds.
    Where SIGIO is ignored by default (macOS), the end comes after loading.
    """
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) | os.O_ASYNC)


def _serve(*, path: str, alias: str, key: str, context: int, threads: int) -> Any:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = path
    params.model_alias = {alias}
    params.n_ctx = context
    params.n_parallel = 1
    params.cpuparams.n_threads = threads
    params.cpuparams_batch.n_threads = threads
    params.n_gpu_layers = 0
    params.fit_params = False
    params.cache_ram_mib = _PROMPT_CACHE_MIB
    params.verbosity = _ERRORS_ONLY
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [key]
    # No web page is to read an answer: the one origin that is allowed does not exist.
    params.cors_origins = "http://nowhere.invalid"
    params.cors_origins_explicit = True
    params.ui = False
    params.endpoint_slots = False
    params.endpoint_metrics = False
    params.endpoint_props = False
    return xllamacpp.Server(params)


if __name__ == "__main__":
    main()
