"""The variants in which reports are published, V01 to V95, each with a small invented file.

Gaps in the numbers are gaps in the list: V19, V33 to V39 and V70 to V79 are no variants.
"""

from pathlib import Path

import pytest

from index.errors import UnreadableReport
from tests.index.ingest.variants import amounts, cells, labels, layouts, noise, sections, titles
from tests.index.ingest.variants.variant import Variant, digests_of, seen

VARIANTS = (
    *titles.VARIANTS,
    *sections.VARIANTS,
    *layouts.VARIANTS,
    *labels.VARIANTS,
    *cells.VARIANTS,
    *noise.VARIANTS,
    *amounts.VARIANTS,
)
NUMBERS = tuple(
    f"V{number:02}"
    for first, last in ((1, 18), (20, 32), (40, 69), (80, 95))
    for number in range(first, last + 1)
)


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_variant(variant: Variant, tmp_path: Path) -> None:
    if variant.refused:
        with pytest.raises(UnreadableReport, match=variant.refused) as refused:
            digests_of(variant, tmp_path)
        assert "\n" not in str(refused.value)
        return
    digests = digests_of(variant, tmp_path)
    assert len(digests) == len(variant.expected)
    pairs = list(zip(digests, variant.expected, strict=True))
    assert [seen(digest, expected) for digest, expected in pairs] == list(variant.expected)
    messages = "".join(f.message for d in digests for f in d.findings if not f.is_holding)
    assert [word for word in variant.says if word not in messages] == []


def test_every_variant_is_tried() -> None:
    assert sorted({variant.number for variant in VARIANTS}) == sorted(NUMBERS)


def test_every_variant_is_refused_or_has_something_to_be_read() -> None:
    assert all(bool(v.refused) != bool(v.expected) for v in VARIANTS)
