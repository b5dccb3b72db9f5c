"""The samples: two invented counties, whose reports come with the program.

`python -m tests.generator.samples` writes them to data/samples. They obey every identity of the
form, within a report and from year to year, but for one contradiction that is there on purpose.
"""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from index.types import Era
from tests.generator.drafts import NOTICE, Block, Draft, Part, heading
from tests.generator.figures import Key, Values
from tests.generator.html_layouts import PAGE_LAYOUTS
from tests.generator.marks import Said
from tests.generator.printing import Zero, print_cells
from tests.generator.sample_figures import YEARS, sample_figures
from tests.generator.sample_texts import sample_text
from tests.generator.tables import tables_of
from tests.generator.text_layouts import TEXT_LAYOUTS, text_of
from tests.generator.truths import Truth

SAMPLES = Path(__file__).parents[2] / "data" / "samples"

CONTRADICTION = ("云溪县住房和城乡建设局", 2023)
CONTRADICTION_NOTICE = (
    "【虚构示例】本篇故意保留一处矛盾：正文所说的申请数与统计表不同，用来演示核对。"
)
NO_REPORT = frozenset({("青石县教育局", 2023)})
NO_TABLE_FOUR = frozenset({("望汀街道办事处", 2022)})


@dataclass(frozen=True, slots=True)
class Sample:
    """An issuer among the samples: its prose, place, and how its reports are titled and laid out.

    `name` is the name under which its reports are held; `layouts` has one for each year.
    """

    prose: str
    name: str
    region: str
    layouts: tuple[str, str, str]
    title: str = "{prose}{year}年政府信息公开工作年度报告"
    zero: Zero = Zero.DIGIT
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file of the samples: its path below data/samples, its bytes and what is true of it."""

    path: str
    data: bytes
    truth: Truth


_SITE, _OFFICE, _CLEAN, _UNCLOSED = "html:site", "html:office", "html:clean", "html:unclosed"
_TABS, _RAGGED, _PIPES, _LINES = "txt:tabs", "txt:ragged_tabs", "txt:pipes", "txt:one_a_line"

SAMPLE_ISSUERS: tuple[Sample, ...] = (
    Sample("云溪县人民政府", "云溪县人民政府", "云溪县", (_SITE, _SITE, _SITE)),
    Sample(
        "云溪县人民政府办公室",
        "云溪县人民政府办公室",
        "云溪县",
        (_SITE, _SITE, _OFFICE),
        encoding="gb18030",
    ),
    Sample(
        "云溪县教育局",
        "云溪县教育局",
        "云溪县",
        (_TABS, _CLEAN, _SITE),
        zero=Zero.EMPTY,
    ),
    Sample(
        "云溪县公安局",
        "云溪县公安局",
        "云溪县",
        (_OFFICE, _SITE, _TABS),
        title="{prose}{year}年度政府信息公开工作报告",
    ),
    Sample("云溪县自然资源局", "云溪县自然资源局", "云溪县", (_SITE, _CLEAN, _PIPES)),
    Sample(
        "云溪县住房和城乡建设局",
        "云溪县住房和城乡建设局",
        "云溪县",
        (_TABS, _SITE, _UNCLOSED),
    ),
    Sample(
        "云溪县卫生健康局",
        "云溪县卫生健康局",
        "云溪县",
        (_CLEAN, _PIPES, _SITE),
        zero=Zero.SLASH,
    ),
    Sample(
        "云溪经济开发区管理委员会",
        "云溪经济开发区管理委员会",
        "云溪县",
        (_SITE, _OFFICE, _TABS),
        zero=Zero.HYPHEN,
        encoding="gb18030",
    ),
    Sample("云溪县城关镇人民政府", "城关镇人民政府", "云溪县", (_RAGGED, _SITE, _CLEAN)),
    Sample(
        "望汀街道办事处",
        "望汀街道办事处",
        "云溪县",
        (_LINES, _LINES, _TABS),
        title="云溪县{prose}{year}年政府信息公开工作年度报告",
    ),
    Sample(
        "清水乡人民政府",
        "清水乡人民政府",
        "云溪县",
        (_RAGGED, _RAGGED, _TABS),
        title="{prose} {year} 年政府信息公开工作年度报告",
    ),
    Sample(
        "桑桥镇人民政府",
        "桑桥镇人民政府",
        "云溪县",
        (_TABS, _PIPES, _LINES),
    ),
    Sample("青石县人民政府", "青石县人民政府", "青石县", (_CLEAN, _SITE, _SITE)),
    Sample(
        "青石县城关镇人民政府",
        "城关镇人民政府",
        "青石县",
        (_RAGGED, _TABS, _CLEAN),
        title="{name}{year}年政府信息公开工作年度报告",
        zero=Zero.NONE,
    ),
    Sample("青石县教育局", "青石县教育局", "青石县", (_TABS, _TABS, _PIPES)),
)


def sample_files() -> tuple[SampleFile, ...]:
    """Every file of the samples, in order of issuer and year."""
    return tuple(
        _sample_file(sample, year)
        for sample in SAMPLE_ISSUERS
        for year in YEARS
        if (sample.prose, year) not in NO_REPORT
    )


def sample_truths() -> tuple[Truth, ...]:
    """What is true of every report among the samples."""
    return tuple(file.truth for file in sample_files())


def write_samples(folder: Path) -> int:
    """Write all samples below a folder; how many files there are."""
    files = sample_files()
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return len(files)


def _sample_file(sample: Sample, year: int) -> SampleFile:
    values = sample_figures(sample.prose, year)
    parts, said = sample_text(sample.prose, year, values)
    zeros = _zeros(sample, values)
    has_table_four = (sample.prose, year) not in NO_TABLE_FOUR
    tables = tables_of(Era.E3, print_cells(values, zeros))[: 3 if has_table_four else 2]
    title = sample.title.format(prose=sample.prose, name=sample.name, year=year)
    is_contradicting = (sample.prose, year) == CONTRADICTION
    draft = Draft(
        title,
        year,
        before=(NOTICE, *([CONTRADICTION_NOTICE] if is_contradicting else []), *parts[0]),
        parts=tuple(
            Part(
                heading(number),
                tuple[Block, ...](t for t in tables if t.number == number) + parts.get(number, ()),
            )
            for number in range(1, 7)
        ),
        after=(parts[7][0], f"{year + 1}年1月{10 + len(sample.prose)}日"),
    )
    kind, _, layout = sample.layouts[year - YEARS[0]].partition(":")
    path = f"{sample.region}/{sample.prose}{year}年政府信息公开工作年度报告.{kind}"
    data = _laid_out(draft, kind, layout, sample.encoding)
    if not has_table_four:
        values = {k: v for k, v in values.items() if not k[0].startswith(("review", "suits"))}
    return SampleFile(path, data, _truth(sample, year, path, values, said, zeros))


def _zeros(sample: Sample, values: Values) -> dict[Key, Zero]:
    """Zeros that are not printed as 0: applicants' columns, and the row 规章."""
    return {
        key: sample.zero
        for key, value in values.items()
        if value == 0
        and sample.zero is not Zero.DIGIT
        and (key[1] != "total" or key[0].startswith("rules_"))
    }


def _laid_out(draft: Draft, kind: str, layout: str, encoding: str) -> bytes:
    rng = Random(draft.title)
    if kind == "txt":
        return text_of(draft, TEXT_LAYOUTS[layout], rng).encode()
    page = PAGE_LAYOUTS[layout](draft, rng)
    if encoding != "utf-8":  # sites declare gb2312 and write more than that
        page = page.replace('charset="utf-8"', 'charset="gb2312"')
    return page.encode(encoding)


def _truth(
    sample: Sample, year: int, path: str, values: Values, said: Said, zeros: dict[Key, Zero]
) -> Truth:
    return Truth(
        sample.name,
        sample.region,
        year,
        Era.E3,
        path,
        values | {(key, "total"): value for key, value in said.values.items()},
        {(key, "total"): value for key, value in said.possible.items()},
        frozenset(zeros),
        frozenset((key, "total") for key in said.approximate),
    )


if __name__ == "__main__":
    print(f"{write_samples(SAMPLES)} files in {SAMPLES}")
