"""Which model made the vectors that are held: remembered in SQLite, compared before use."""

import json
import secrets
import sqlite3
from dataclasses import asdict, dataclass

import numpy as np

from index.errors import VectorsOutdated
from index.passages.embed import Embedder

_PROBE = "信息公开渠道单一，与群众互动不足，政策解读形式不够丰富"
_SAME_PROBE = 0.999


@dataclass(frozen=True, slots=True)
class HeldModel:
    """The model whose vectors are held, and the collection they are held in."""

    name: str
    dimensions: int
    fingerprint: str
    probe: tuple[float, ...]
    collection: str

    def is_of(self, embedder: Embedder) -> bool:
        """Whether a model would give the vectors that are held."""
        # The same name may stand for other vectors; what it makes of a known text tells.
        probe = embedder.embed_queries([_PROBE])[0]
        return (
            self.dimensions == embedder.dimensions
            and self.fingerprint == embedder.fingerprint
            and len(self.probe) == probe.shape[0]
            and float(np.dot(np.asarray(self.probe, np.float32), probe)) >= _SAME_PROBE
        )

    def check(self, embedder: Embedder) -> None:
        """Raise VectorsOutdated where a model would give other vectors than those held."""
        if self.is_of(embedder):
            return
        if (self.name, self.dimensions) == (embedder.name, embedder.dimensions):
            raise VectorsOutdated(
                f"库中的向量来自模型 {self.name} 的另一版本，请运行 nianbao rebuild。"
                f"(the vectors held were made by another version of {self.name}; run "
                "`nianbao rebuild`)"
            )
        raise VectorsOutdated(
            f"库中的向量来自模型 {self.name}（{self.dimensions} 维），与现在的 "
            f"{embedder.name}（{embedder.dimensions} 维）不同，请运行 nianbao rebuild。"
            f"The vectors held were made by another model ({self.name}); run "
            "`nianbao rebuild`."
        )


def describe(embedder: Embedder) -> HeldModel:
    """A model as it is remembered, with a new collection for its vectors."""
    probe = embedder.embed_queries([_PROBE])[0]
    return HeldModel(
        embedder.name,
        embedder.dimensions,
        embedder.fingerprint,
        tuple(round(float(x), 6) for x in probe),
        f"passages-{secrets.token_hex(6)}",
    )


def read_model(db: sqlite3.Connection) -> HeldModel | None:
    """The model whose vectors are held; None while there are none."""
    row = db.execute("select value from meta where key = 'vectors'").fetchone()
    if row is None:
        return None
    fields = json.loads(row[0])
    return HeldModel(**{**fields, "probe": tuple(fields["probe"])})


def write_model(db: sqlite3.Connection, model: HeldModel) -> None:
    """Remember the model whose vectors are held."""
    db.execute(
        "insert into meta(key, value) values ('vectors', ?) "
        "on conflict(key) do update set value = excluded.value",
        (json.dumps(asdict(model)),),
    )
