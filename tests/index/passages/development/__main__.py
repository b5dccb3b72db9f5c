"""What a recipe is tuned on: `python -m tests.index.passages.development`, never the test set.

Trains without the concepts that the development set withholds, and prints the same figures. Words
and phrases were added with these questions in sight, so its figures flatter; they compare recipes.
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from index.passages.embed import StaticEmbedder
from index.passages.material import read_material
from index.passages.train import train, write_model
from tests.bench.table import show
from tests.index.passages.retrieval.dataset import background, read_test_set
from tests.index.passages.retrieval.measure import Arena, groups, measure

_BURIED_IN = 10_000


def main() -> None:
    """Train, and print how well the development questions find their passages."""
    told = read_test_set(Path(__file__).parent)
    withheld = {passage.concept for passage in told.passages if passage.is_withheld}
    material = read_material()
    kept = tuple(c for c in material.concepts if c.key not in withheld)
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_model(train(replace(material, concepts=kept)), folder / "model")
        embedder = StaticEmbedder.read(folder / "model")
        texts = [passage.text for passage in told.passages] + background(_BURIED_IN)
        arena = Arena.fill(folder, embedder, texts)
        rows = [
            [way, group, *str(measure(asked, order)).split()]
            for way, order in arena.ways().items()
            for group, asked in groups(told)
        ]
        arena.shelf.close()
    header = ["way", "questions", "n", "hit@1", "hit@5", "hit@10", "R@10", "MRR"]
    show("Development set", header, rows)


if __name__ == "__main__":
    main()
