"""What another program for these reports gets wrong, each once: here it must come out right.

The reports are invented; what is asked and printed goes through the command line.
"""

import json
from decimal import Decimal
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from index.vocabulary.metrics import METRICS
from tests.bot.command import Nianbao
from tests.generator.docx_layouts import docx_of
from tests.generator.figures import Values
from tests.generator.html_layouts import PAGE_LAYOUTS
from tests.generator.printing import Zero
from tests.index.ingest.variants.base import BODY, FIGURES, PROSES, drawn, written

TODAY = "2025-06-01"
TITLE = "{body}{year}年政府信息公开工作年度报告"


def saved(nianbao: Nianbao, folder: Path, **files: str | bytes) -> None:
    """Keep reports, each under its name."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    done = nianbao("ingest", str(folder))
    assert done.code == 0, done.err


def report(
    year: int = 2023, values: Values = FIGURES, body: str = BODY, zero: Zero = Zero.DIGIT
) -> str:
    """The invented report for another year, by another body, with other figures."""
    title = TITLE.format(body=body, year=year)
    text = written(drawn(title, values=values, zero=zero, after=(body, f"{year + 1}年1月12日")))
    return text.replace("2023年，", f"{year}年，")


def asked(nianbao: Nianbao, question: str) -> dict[str, object]:
    done = nianbao("ask", question, "--json", "--today", TODAY)
    (answer,) = done.objects()
    return answer


def values_of(nianbao: Nianbao, question: str) -> list[object]:
    values = asked(nianbao, question)["values"]
    assert isinstance(values, list)
    return [value["value"] for value in values]


def held(nianbao: Nianbao, year: int = 2023) -> dict[str, list[dict[str, object]]]:
    """What is held of the report, as `report --json` prints it."""
    done = nianbao("report", "柳河镇人民政府", str(year), "--json")
    printed: dict[str, list[dict[str, object]]] = json.loads(done.out)
    return printed


def test_1_the_total_is_not_added_to_its_own_parts(nianbao: Nianbao, tmp_path: Path) -> None:
    saved(nianbao, tmp_path / "a", a_txt=report())
    assert values_of(nianbao, "柳河镇2023年收到多少件申请？") == [51]
    assert FIGURES[("new_received", "total")] == 51
    other = report(body="清溪县白水镇人民政府")
    saved(nianbao, tmp_path / "b", b_txt=other)
    assert values_of(nianbao, "2023年各乡镇收到申请排名") == [51, 51]
    assert values_of(nianbao, "2023年各乡镇一共收到多少件申请？") == [102]


def test_2_every_outcome_is_counted_in_its_own_group(nianbao: Nianbao, tmp_path: Path) -> None:
    values = dict(FIGURES)
    rows = {"denied_query": 3, "refused_publication": 2, "refused_mass": 4, "other_fee_unpaid": 5}
    for row, count in rows.items():
        before = values[(row, "total")]
        for metric in (row, "handled_total", "new_received"):
            for member in ("natural", "total"):
                values[(metric, member)] += Decimal(count) - (before if metric == row else 0)
    saved(nianbao, tmp_path / "a", a_txt=report(values=values))
    for group in ("denied", "refused", "other"):
        parts = [
            v for (m, who), v in values.items() if m.startswith(f"{group}_") and who == "total"
        ]
        word = {"denied": "不予公开", "refused": "不予处理", "other": "其他处理"}[group]
        found = values_of(nianbao, f"柳河镇2023年{word}的申请有多少件？")
        assert found == [int(sum(parts))], group


def test_3_every_sum_is_made_of_figures_that_reports_give(
    nianbao: Nianbao, tmp_path: Path
) -> None:
    saved(nianbao, tmp_path / "a", a_txt=report())
    given = {str(fact["metric"]) for fact in held(nianbao)["facts"]}
    sums = {m.key: set(m.parts) for m in METRICS if m.parts}
    made = given | sums.keys()
    assert {key: parts - made for key, parts in sums.items() if parts - made} == {}


def test_4_nothing_held_an_empty_cell_and_zero_are_three_things(
    nianbao: Nianbao, tmp_path: Path
) -> None:
    text = report(zero=Zero.SLASH)
    saved(nianbao, tmp_path / "a", a_txt=text, b_txt=report(2022))
    blank = asked(nianbao, "柳河镇2023年制发了多少件规章？")
    zero = asked(nianbao, "柳河镇2022年制发了多少件规章？")
    none = asked(nianbao, "柳河镇2021年制发了多少件规章？")
    statuses = [v["status"] for a in (blank, zero) for v in a["values"]]
    assert statuses == ["blank", "reported"]
    assert (none["route"], none["reason"], none["values"]) == ("none", "no_report", [])
    assert len({blank["text"], zero["text"], none["text"]}) == 3


def test_5_names_and_numbers_of_bodies_are_no_patterns(nianbao: Nianbao, tmp_path: Path) -> None:
    bodies = [f"清溪县{chr(0x4E00 + i)}河镇人民政府" for i in range(0, 360, 30)]
    files = {f"r{i}_txt": report(body=body) for i, body in enumerate(bodies)}
    saved(nianbao, tmp_path / "a", **files)
    for body in bodies:
        answer = asked(nianbao, f"{body}2023年收到多少件申请？")
        found = {value["issuer"] for value in answer["values"]}
        assert found == {body.removeprefix("清溪县")}
    for name in ("_河镇人民政府", "%河镇人民政府", "%"):
        assert nianbao("report", name, "2023", "--json").code == 1


def test_6_merged_cells_and_documents(nianbao: Nianbao, tmp_path: Path) -> None:
    draft = drawn()
    page = PAGE_LAYOUTS["clean"](draft, Random(1))
    assert "rowspan" in page
    assert "colspan" in page
    found = []
    for name, data in (("a_html", page), ("a_docx", docx_of(draft))):
        saved(nianbao, tmp_path / name, **{name: data})
        found.append([(f["metric"], f["member"], f["value"]) for f in held(nianbao)["facts"]])
    assert found[0] == found[1]


def test_7_a_table_that_is_not_there_gives_no_zeros(nianbao: Nianbao, tmp_path: Path) -> None:
    saved(nianbao, tmp_path / "a", a_txt=written(drawn(tables=(2,))))
    facts = held(nianbao)["facts"]
    assert {fact["table"] for fact in facts} == {2, None}
    answer = asked(nianbao, "柳河镇2023年收到多少件申请？")
    assert answer["values"] == []


def test_8_the_year_is_not_the_first_that_a_name_bears(nianbao: Nianbao, tmp_path: Path) -> None:
    path = tmp_path / "2024年发布柳河镇2023年度报告.txt"
    path.write_text(report())
    (said,) = nianbao("ingest", str(path), "--json").objects()
    assert said["year"] == 2023


@pytest.mark.parametrize(
    ("sentence", "is_same"),
    [
        ("2023年，我镇新收政府信息公开申请1,051件。", True),
        ("2023年，我镇新收政府信息公开申请一千零五十一件。", True),
        ("2023年，我镇新收政府信息公开申请51件。", False),
        ("2023年，公开412条。同年，我镇新收政府信息公开申请1,234件。", False),
    ],
)
def test_9_the_text_is_read_as_people_write_it(
    nianbao: Nianbao, tmp_path: Path, sentence: str, is_same: bool
) -> None:
    values = dict(FIGURES)
    for metric in ("new_received", "handled_total", "granted"):
        for member in ("natural", "total"):
            values[(metric, member)] += 1000
    (tmp_path / "a.txt").write_text(
        written(drawn(values=values, prose={**PROSES, 1: (sentence,)}))
    )
    (checked,) = nianbao("check", str(tmp_path / "a.txt"), "--json").objects()
    findings = checked["findings"]
    assert isinstance(findings, list)
    failed = [f for f in findings if f["rule"] == "N1" and not f["holds"]]
    assert bool(failed) is not is_same


def test_10_checking_again_changes_nothing(nianbao: Nianbao, tmp_path: Path) -> None:
    text = report().replace("\t51\n", "\t15\n")
    saved(nianbao, tmp_path / "a", a_txt=text)
    before = held(nianbao)
    (again,) = nianbao("ingest", str(tmp_path / "a"), "--json").objects()
    assert again["result"] == "unchanged"
    nianbao("check", "柳河镇人民政府", "2023")
    assert held(nianbao) == before


@pytest.mark.parametrize("years", [(2022, 2023), (2023, 2022)])
def test_11_years_are_held_against_each_other_whichever_comes_first(
    nianbao: Nianbao, tmp_path: Path, years: tuple[int, int]
) -> None:
    for year in years:  # the same rules in force, though twelve were made and three ended
        saved(nianbao, tmp_path / f"{year}", a_txt=report(year))
    (checked,) = nianbao("check", "柳河镇人民政府", "2023", "--json").objects()
    findings = checked["findings"]
    assert isinstance(findings, list)
    failed = {f["rule"] for f in findings if not f["holds"]}
    assert failed == {"Y1", "Y2"}


def test_12_each_figure_says_where_it_stands(nianbao: Nianbao, tmp_path: Path) -> None:
    saved(nianbao, tmp_path / "a", a_txt=report())
    facts = held(nianbao)["facts"]
    tables = [fact for fact in facts if fact["table"] is not None]
    assert all(fact["section"] == fact["table"] and fact["row"] for fact in tables)
    assert len(
        {(f["table"], f["row"], f["column"], f["metric"], f["member"]) for f in tables}
    ) == len(tables)
    answer = asked(nianbao, "柳河镇2023年收到多少件申请？")
    source = answer["sources"][0]
    assert (source["section"], source["table"], source["column"]) == (3, 3, "总计")
    assert source["file"].endswith("a.txt")


def test_13_many_files_wait_for_no_clock(nianbao: Nianbao, tmp_path: Path) -> None:
    files = {f"r{year}_txt": report(year) for year in range(2021, 2025)}
    begun = monotonic()
    saved(nianbao, tmp_path / "a", **files)
    assert monotonic() - begun < 3 * len(files)  # the other pauses for three seconds between two


def test_14_nothing_is_cut_off_in_silence(nianbao: Nianbao, tmp_path: Path) -> None:
    bodies = [f"清溪县{chr(0x4E00 + i)}河镇人民政府" for i in range(0, 330, 30)]
    saved(nianbao, tmp_path / "a", **{f"r{i}_txt": report(body=b) for i, b in enumerate(bodies)})
    lines = nianbao("export", "--format", "csv").out.splitlines()
    one = nianbao("export", "--issuer", bodies[0], "--format", "csv").out.splitlines()
    assert len(lines) - 1 == len(bodies) * (len(one) - 1) > 2_000


def test_15_no_cause_and_no_praise_is_made_up(nianbao: Nianbao, tmp_path: Path) -> None:
    saved(nianbao, tmp_path / "a", **{f"r{year}_txt": report(year) for year in (2022, 2023)})
    made_up = ("因为", "由于", "得益于", "说明了", "表明", "畅通", "有效提升", "成效", "努力")
    for question in (
        "柳河镇这几年收到的申请有什么变化？",
        "柳河镇2023年比2022年申请多了还是少了？",
        "柳河镇2023年的公开率是多少？",
    ):
        text = str(asked(nianbao, question)["text"])
        assert [word for word in made_up if word in text] == [], text
