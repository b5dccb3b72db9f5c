"""Where the things are that come with the program."""

from pathlib import Path

# The folder `data/` of this checkout: regions, the shipped model, samples. The stores that grow
# with use are elsewhere, by setting (NIANBAO_DATA).
DATA_DIR = Path(__file__).resolve().parent.parent / "data"
