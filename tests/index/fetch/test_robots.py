import pytest

from index.fetch.robots import robots_from

RULES = """\ufeff# a comment
User-agent: otherbot
Disallow: /

User-agent: *
Crawl-delay: 2.5
Disallow: /private/
Allow: /private/reports/
Disallow: /*.pdf$
Disallow: /search?q=
Disallow: /年报/
Disallow:
Sitemap: http://reports.example/sitemap.xml
"""


@pytest.mark.parametrize(
    ("path", "is_allowed"),
    [
        ("/", True),
        ("/2024/report.html", True),
        ("/private/letter.html", False),
        ("/private/reports/2024.html", True),
        ("/2024/report.pdf", False),
        ("/2024/report.pdf?download=1", True),
        ("/search?q=x", False),
        ("/search", True),
        ("/%E5%B9%B4%E6%8A%A5/2024.html", False),
    ],
)
def test_the_longest_rule_that_fits_decides(path: str, is_allowed: bool) -> None:
    assert robots_from(RULES, "nianbao").allows(path) is is_allowed


def test_the_pause_that_a_site_asks_for_is_read() -> None:
    assert robots_from(RULES, "nianbao").delay == 2.5
    assert robots_from("User-agent: *\nCrawl-delay: soon", "nianbao").delay == 0.0


def test_rules_for_the_program_itself_come_before_those_for_all() -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: a\nUser-agent: NianBao\nDisallow: /x"
    robots = robots_from(rules, "nianbao")
    assert robots.allows("/y")
    assert not robots.allows("/x/1")
    assert not robots_from(rules, "b").allows("/y")


@pytest.mark.parametrize(
    "text", ["", "<html><p>没有这个页面</p></html>", "Disallow: /", "\0\x01:"]
)
def test_a_page_that_is_no_rules_forbids_nothing(text: str) -> None:
    assert robots_from(text, "nianbao").allows("/report.html")


def test_of_equal_rules_the_one_that_allows_counts() -> None:
    assert robots_from("User-agent: *\nDisallow: /a\nAllow: /a", "nianbao").allows("/a/b")
