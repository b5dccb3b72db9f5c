"""Reports with invented sentences, as a reader would hand them on."""

from index.types import Era, Issuer, Kind, Paragraph, Report, Section, Source

TITLES = {
    1: "一、总体情况",
    2: "二、主动公开政府信息情况",
    3: "三、收到和处理政府信息公开申请情况",
    4: "四、政府信息公开行政复议、行政诉讼情况",
    5: "五、存在的主要问题及改进情况",
    6: "六、其他需要报告的事项",
}


def report(
    sections: dict[int, str],
    *,
    name: str = "清水乡人民政府",
    region: str | None = "某省/某市/云溪县",
    kind: Kind = Kind.TOWN,
    year: int = 2024,
    era: Era = Era.E3,
    form: str = "txt",
) -> Report:
    """A report whose sections are these texts, a paragraph a line."""
    return Report(
        Issuer(name, region, kind),
        year,
        era,
        f"{name}{year}年政府信息公开工作年度报告",
        Source("invented.txt", form, "0" * 64),
        tuple(
            Section(number, TITLES.get(number, ""), tuple(map(Paragraph, text.splitlines())))
            for number, text in sections.items()
        ),
        is_invented=True,
    )
