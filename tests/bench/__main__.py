"""`make bench`: all measurements, or those that are named: make bench ARGS="cold ingest=2000"."""

import os
import platform
import sys
from importlib import import_module

_ALL = ("cold", "answers", "memory", "ingest", "kills", "retrieval", "scale")


def main() -> None:
    """Run the measurements in order."""
    names = sys.argv[1:] or list(_ALL)
    unknown = [name for name in names if name.partition("=")[0] not in _ALL]
    if unknown:
        sys.exit(f"no such measurement: {', '.join(unknown)}; there are {', '.join(_ALL)}")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}")
    for name in names:
        module, _, count = name.partition("=")
        import_module(f"tests.bench.{module}").bench(*map(int, count.split()))


if __name__ == "__main__":
    main()
