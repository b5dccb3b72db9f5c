import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from index import Corpus
from index.export import find_exported, lies_in, report_json, write_facts
from index.types import Cell, Fact, Finding, Status, UnmappedRow
from tests.index.digests import NAME, digest, fact

REGION = "某省/某市/云溪县"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path, is_writable=True) as corpus:
        yield corpus


def written(corpus: Corpus, form: str, metrics: tuple[str, ...] = ()) -> bytes:
    out = io.BytesIO()
    write_facts(find_exported(corpus, corpus.holdings().issuers, (), metrics), form, out)
    return out.getvalue()


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_json_has_one_fact_a_line_with_its_place_and_cell(corpus: Corpus) -> None:
    corpus.save(digest(region=REGION, facts=[fact("fees_wan", Decimal("12.5"), raw="12.50")]))
    (line,) = written(corpus, "json").splitlines()
    assert json.loads(line) == {
        "issuer": NAME,
        "region": REGION,
        "year": 2024,
        "metric": "fees_wan",
        "member": "total",
        "value": 12.5,
        "raw": "12.50",
        "unit": "万元",
        "status": "reported",
        "section": 3,
        "table": 3,
        "row": "行 fees_wan",
        "column": "total",
        "sentence": None,
        "file": "a.txt",
        "url": None,
    }


def test_csv_has_source_status_and_unit(corpus: Corpus) -> None:
    corpus.save(digest(facts=[fact("new_received", 3), fact("new_received", 2, "natural")]))
    first, second = rows_of(written(corpus, "csv"))
    assert (first["issuer"], first["year"], first["value"]) == (NAME, "2024", "3")
    assert (first["unit"], first["status"], first["file"]) == ("件", "reported", "a.txt")
    assert (second["member"], second["applicant"]) == ("natural", "自然人")


def test_a_value_that_could_not_be_read_is_empty(corpus: Corpus) -> None:
    corpus.save(digest({"new_received": None}))
    (row,) = rows_of(written(corpus, "csv"))
    assert (row["value"], row["status"]) == ("", "unreadable")
    (line,) = written(corpus, "json").splitlines()
    assert json.loads(line)["value"] is None


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ('=HYPERLINK("http://example.org")', '\'=HYPERLINK("http://example.org")'),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-1+1", "'-1+1"),
        ("-8", "-8"),
        ("+14", "+14"),
        ("—", "—"),
        ("-", "-"),
    ],
)
def test_no_cell_becomes_a_formula(corpus: Corpus, raw: str, kept: str) -> None:
    corpus.save(digest(facts=[Fact("new_received", Decimal(0), raw, Status.BLANK, 3)]))
    (row,) = rows_of(written(corpus, "csv"))
    assert row["raw"] == kept
    book = openpyxl.load_workbook(io.BytesIO(written(corpus, "xlsx")))
    cells = {cell.value: cell.data_type for cell in book["facts"][2]}
    assert cells[raw] == "s"


def test_xlsx_keeps_numbers_as_numbers(corpus: Corpus) -> None:
    corpus.save(digest(facts=[fact("fees_wan", Decimal("12345.6789"))]))
    book = openpyxl.load_workbook(io.BytesIO(written(corpus, "xlsx")))
    header, row = book["facts"].iter_rows(values_only=True)
    assert dict(zip(header, row, strict=True))["value"] == 12345.6789


def test_control_characters_of_a_file_do_not_break_a_table(corpus: Corpus) -> None:
    corpus.save(digest(facts=[Fact("new_received", Decimal(0), "\x01\x0b0", Status.REPORTED, 3)]))
    assert rows_of(written(corpus, "csv"))[0]["raw"] == "0"
    assert written(corpus, "xlsx")


def test_metrics_choose_what_is_exported(corpus: Corpus) -> None:
    corpus.save(digest({"new_received": 3, "carried_in": 1}))
    assert [row["metric"] for row in rows_of(written(corpus, "csv", ("carried_in",)))] == [
        "carried_in"
    ]


def test_a_report_has_the_keys_that_other_programs_rely_on(corpus: Corpus) -> None:
    finding = Finding("I1", "不相等", False, Decimal(3), Decimal("4.5"), (Cell(3, 3, "行", "列"),))
    corpus.save(
        digest(
            {"new_received": 3},
            prose="渠道单一。",
            findings=[finding],
            unmapped=[UnmappedRow(2, "其他", ("其他", "7"))],
        )
    )
    report = corpus.report(1, 2024)
    assert report is not None
    told = report_json(report)
    keys = "issuer region year era title file url sha256 sections facts findings unmapped"
    assert set(keys.split()) <= told.keys()
    assert told["findings"] == [
        {
            "rule": "I1",
            "holds": False,
            "left": 3,
            "right": 4.5,
            "cells": [{"section": 3, "table": 3, "row": "行", "column": "列"}],
            "message": "不相等",
        }
    ]
    assert told["unmapped"] == [{"table": 2, "row": "其他", "cells": ["其他", "7"]}]
    assert told["sections"] == [
        {"number": 5, "title": "五、存在的主要问题及改进情况", "text": "渠道单一。"}
    ]


@pytest.mark.parametrize(
    ("region", "place", "lies"),
    [
        (REGION, "云溪县", True),
        (REGION, "云溪", True),
        (REGION, "某省/云溪县", True),
        (REGION, "某省", True),
        (REGION, "青石县", False),
        (REGION, "云溪县/某省", False),
        (None, "云溪县", False),
    ],
)
def test_a_region_lies_in_each_of_its_places(region: str | None, place: str, lies: bool) -> None:
    assert lies_in(region, place) is lies
