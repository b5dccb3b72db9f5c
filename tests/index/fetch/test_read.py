import gzip
import json
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from index.errors import FetchError
from index.fetch import FetchedFile, FetchSettings
from index.fetch import fetch as fetch_politely
from index.fetch.read import Visits
from tests.index.fetch.site import PAGE, Reply, Site, moved, page, running_site

QUICK = FetchSettings(
    allow_private=True, delay=0, timeout=0.3, deadline=0.6, tries=3, backoff=0.01, longest_wait=1.5
)


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as site:
        yield site


def fetch(url: str, folder: Path, settings: FetchSettings = QUICK) -> FetchedFile:
    return fetch_politely(url, folder, settings=settings, visits=Visits())


def packed(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def test_a_page_is_kept_as_it_came_with_a_note_of_its_address(site: Site, tmp_path: Path) -> None:
    site.replies["/2024.html"] = page()
    fetched = fetch(f"{site.root}/2024.html#top", tmp_path)
    assert fetched.path.read_bytes() == PAGE.encode()
    assert fetched.sha256 == sha256(PAGE.encode()).hexdigest()
    assert fetched.path == tmp_path / "raw" / f"{fetched.sha256}.html"
    assert fetched.charset == "utf-8"
    note = json.loads((tmp_path / "raw" / f"{fetched.sha256}.json").read_text("utf-8"))
    assert [entry["url"] for entry in note["found"]] == [f"{site.root}/2024.html#top"]
    assert sorted(file.suffix for file in (tmp_path / "raw").iterdir()) == [".html", ".json"]


def test_the_same_bytes_at_two_addresses_are_kept_once_with_both(
    site: Site, tmp_path: Path
) -> None:
    site.replies |= {"/a.html": page(), "/b.html": page()}
    first = fetch(f"{site.root}/a.html", tmp_path)
    second = fetch(f"{site.root}/b.html", tmp_path)
    fetch(f"{site.root}/b.html", tmp_path)
    assert first.path == second.path
    note = json.loads(first.path.with_suffix(".json").read_text("utf-8"))
    assert [entry["url"][-6:] for entry in note["found"]] == ["a.html", "b.html"]


def test_the_encoding_that_only_the_site_names_is_told(site: Site, tmp_path: Path) -> None:
    body = PAGE.encode("gb18030")
    site.replies["/a"] = Reply(200, body, {"Content-Type": "text/html; charset=GB2312"})
    fetched = fetch(f"{site.root}/a", tmp_path)
    assert fetched.charset == "gb2312"
    assert fetched.path.read_bytes() == body


def test_an_address_in_chinese_is_asked_for_escaped(site: Site, tmp_path: Path) -> None:
    site.replies["/%E5%B9%B4%E6%8A%A5.html"] = page()
    assert fetch(f"{site.root}/年报.html", tmp_path).path.suffix == ".html"


@pytest.mark.parametrize(
    ("body", "content_type", "path", "kind"),
    [
        (PAGE.encode(), "text/html", "/a", "html"),
        (PAGE.encode(), "application/octet-stream", "/a", "html"),
        (PAGE.encode("utf-16"), "text/html", "/a", "html"),
        (b"%PDF-1.7 ...", "application/octet-stream", "/a", "pdf"),
        (b"%PDF-1.7 ...", "text/html", "/a.html", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "application/msword", "/a.doc", "doc"),
        (packed("word/document.xml", "[Content_Types].xml"), "application/zip", "/a", "docx"),
        (packed("a.html", "b.html"), "application/x-zip-compressed", "/a", "zip"),
        ("年报".encode(), "text/plain", "/a", "txt"),
        ("年报".encode(), "application/octet-stream", "/a.txt", "txt"),
        ("年报".encode(), "", "/a.md", "txt"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_bytes_first(
    site: Site, tmp_path: Path, body: bytes, content_type: str, path: str, kind: str
) -> None:
    site.replies[path] = Reply(200, body, {"Content-Type": content_type} if content_type else {})
    fetched = fetch(site.root + path, tmp_path)
    assert fetched.path.suffix == f".{kind}"
    assert fetched.path.read_bytes() == body


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (b"\x89PNG\r\n", "image/png", "image/png"),
        (b'{"code":1}', "application/json", "application/json"),
        (b"MZ\0\0\1", "application/octet-stream", "not a kind that is read"),
        (packed("xl/workbook.xml", "[Content_Types].xml"), "application/zip", "not a kind"),
        (b"PK\x03\x04 broken", "application/zip", "not a kind"),
        (b"  \n", "text/html", "empty"),
        (b"", "text/html", "empty"),
    ],
)
def test_what_is_no_report_file_is_refused(
    site: Site, tmp_path: Path, body: bytes, content_type: str, reason: str
) -> None:
    site.replies["/a"] = Reply(200, body, {"Content-Type": content_type})
    with pytest.raises(FetchError, match=reason):
        fetch(f"{site.root}/a", tmp_path)
    assert not (tmp_path / "raw").exists()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(site: Site, tmp_path: Path, status: int) -> None:
    site.replies |= {"/old": moved("/new dir/年.html".encode().decode("latin-1"), status)}
    site.replies["/new%20dir/%E5%B9%B4.html"] = page()
    fetched = fetch(f"{site.root}/old", tmp_path)
    assert fetched.url == f"{site.root}/old"
    assert fetched.final_url == f"{site.root}/new%20dir/年.html"


def test_redirects_without_end_are_given_up(site: Site, tmp_path: Path) -> None:
    site.replies |= {"/a": moved("/b"), "/b": moved("/a")}
    with pytest.raises(FetchError, match="too many redirects") as raised:
        fetch(f"{site.root}/a", tmp_path)
    assert raised.value.url == f"{site.root}/a"
    assert site.paths.count("/a") == 3


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("file:///etc/passwd", "only http"),
        ("http://user@reports.example/", "password"),
        ("http://[::1", "no web address"),
    ],
)
def test_a_redirect_to_no_web_address_is_refused(
    site: Site, tmp_path: Path, to: str, reason: str
) -> None:
    site.replies["/a"] = moved(to)
    with pytest.raises(FetchError, match=reason):
        fetch(f"{site.root}/a", tmp_path)


def test_each_hop_is_looked_up_and_checked(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = moved("http://inner.example/secret")
    looked_up: list[str] = []

    def resolve(host: str) -> tuple[str, ...]:
        looked_up.append(host)
        raise OSError(host)

    with pytest.raises(FetchError, match="host is not known"):
        fetch_politely(
            f"{site.root}/a", tmp_path, settings=QUICK, resolve=resolve, visits=Visits()
        )
    assert looked_up == ["inner.example"]


def test_private_addresses_are_refused_unless_allowed(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = page()
    with pytest.raises(FetchError, match="private addresses are not read"):
        fetch(f"{site.root}/a", tmp_path, replace(QUICK, allow_private=False))
    assert site.asked == []


def test_the_number_that_was_checked_is_the_one_visited(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = page()
    answers = ["127.0.0.1", "127.0.0.1"]  # a third look-up would fail

    fetched = fetch_politely(
        f"http://reports.example:{site.port}/a",
        tmp_path,
        settings=QUICK,
        resolve=lambda host: (answers.pop(),),
        visits=Visits(),
    )
    assert fetched.final_url == f"http://reports.example:{site.port}/a"
    assert {host for _, _, host in site.asked} == {f"reports.example:{site.port}"}
    assert answers == []


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, tmp_path: Path) -> None:
    site.replies |= {
        "/robots.txt": Reply(
            200, b"User-agent: *\nDisallow: /no/", {"Content-Type": "text/plain"}
        ),
        "/no/a": page(),
        "/yes": moved("/no/a"),
    }
    for path in ("/no/a", "/yes"):
        with pytest.raises(FetchError, match=r"robots\.txt"):
            fetch(site.root + path, tmp_path)
    assert "/no/a" not in site.paths


def test_robots_txt_is_read_once_for_a_site(site: Site, tmp_path: Path) -> None:
    site.replies |= {"/a": page(), "/b": page()}
    visits = Visits()
    for path in ("/a", "/b"):
        fetch_politely(site.root + path, tmp_path, settings=QUICK, visits=visits)
    assert site.paths == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize(
    "rules",
    [
        Reply(404),
        Reply(403),
        Reply(200, b'{"code":404}', {"Content-Type": "application/json"}),
        Reply(200, b"<html>404</html>", {"Content-Type": "text/html"}),
    ],
)
def test_a_site_without_rules_may_be_read(site: Site, tmp_path: Path, rules: Reply) -> None:
    site.replies |= {"/robots.txt": rules, "/a": page()}
    assert fetch(f"{site.root}/a", tmp_path).path.exists()


def test_a_site_whose_rules_cannot_be_had_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.replies |= {"/robots.txt": Reply(503), "/a": page()}
    with pytest.raises(FetchError, match=r"robots\.txt cannot be read"):
        fetch(f"{site.root}/a", tmp_path)
    assert "/a" not in site.paths


@pytest.mark.parametrize("rules", [b"", b"User-agent: *\nCrawl-delay: 0.2"])
def test_a_site_is_not_hurried(site: Site, tmp_path: Path, rules: bytes) -> None:
    site.replies |= {"/robots.txt": Reply(200, rules), "/a": page()}
    settings = replace(QUICK, delay=0.02 if rules else 0.2)
    visits = Visits()
    for _ in range(2):
        fetch_politely(f"{site.root}/a", tmp_path, settings=settings, visits=visits)
    (first, second) = [moment for moment, path, _ in site.asked if path == "/a"]
    assert second - first >= 0.19


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_site_is_asked_again(site: Site, tmp_path: Path, status: int) -> None:
    site.replies["/a"] = [Reply(status), Reply(status), page()]
    assert fetch(f"{site.root}/a", tmp_path).path.exists()
    assert site.paths.count("/a") == 3


def test_a_site_that_stays_busy_is_given_up(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = Reply(503)
    with pytest.raises(FetchError, match="503"):
        fetch(f"{site.root}/a", tmp_path)
    assert site.paths.count("/a") == 3


def test_the_wait_that_a_site_asks_for_is_kept(site: Site, tmp_path: Path) -> None:
    past = "Wed, 21 Oct 2015 07:28:00 GMT"
    site.replies["/a"] = [
        Reply(429, b"", {"Retry-After": "1"}),
        Reply(429, b"", {"Retry-After": past}),
        page(),
    ]
    fetch(f"{site.root}/a", tmp_path)
    moments = [moment for moment, path, _ in site.asked if path == "/a"]
    assert moments[1] - moments[0] >= 1
    assert moments[2] - moments[1] < 0.5


def test_a_site_that_asks_for_too_long_a_wait_is_given_up(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = Reply(429, b"", {"Retry-After": "3600"})
    with pytest.raises(FetchError, match="429"):
        fetch(f"{site.root}/a", tmp_path)
    assert site.paths.count("/a") == 1


@pytest.mark.parametrize(
    ("status", "reason"), [(404, "not found"), (403, "refuses"), (412, "412")]
)
def test_a_final_answer_is_not_asked_for_again(
    site: Site, tmp_path: Path, status: int, reason: str
) -> None:
    site.replies["/a"] = Reply(status)
    with pytest.raises(FetchError, match=reason):
        fetch(f"{site.root}/a", tmp_path)
    assert site.paths.count("/a") == 1


def test_a_file_above_the_limit_is_refused_unread(site: Site, tmp_path: Path) -> None:
    huge = {"Content-Type": "text/html", "Content-Length": str(10**12)}
    site.replies["/a"] = Reply(200, b"", huge)
    with pytest.raises(FetchError, match="larger than 20 MB"):
        fetch(f"{site.root}/a", tmp_path)


def test_a_file_that_grows_above_the_limit_is_refused(site: Site, tmp_path: Path) -> None:
    body = gzip.compress(b"<html>" + b" " * 100_000)
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    site.replies["/a"] = Reply(200, body, headers)
    with pytest.raises(FetchError, match="larger than 50000 bytes"):
        fetch(f"{site.root}/a", tmp_path, replace(QUICK, size_limit=50_000))


def test_a_packed_answer_is_unpacked(site: Site, tmp_path: Path) -> None:
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    site.replies["/a"] = Reply(200, gzip.compress(PAGE.encode()), headers)
    assert fetch(f"{site.root}/a", tmp_path).path.read_bytes() == PAGE.encode()
    site.replies["/b"] = Reply(200, b"x", {"Content-Encoding": "br"})
    with pytest.raises(FetchError, match="compression is not read"):
        fetch(f"{site.root}/b", tmp_path)
    site.replies["/c"] = Reply(200, b"not gzip", headers)
    with pytest.raises(FetchError, match="broke"):
        fetch(f"{site.root}/c", tmp_path)


@pytest.mark.parametrize(
    ("pause", "pieces"),
    [
        (0.5, 1),  # silent for longer than a byte may take
        (0.05, 100),  # dripping, past the deadline as a whole
    ],
)
def test_a_slow_site_is_given_up(site: Site, tmp_path: Path, pause: float, pieces: int) -> None:
    headers = {"Content-Type": "text/html"}
    site.replies["/a"] = Reply(200, PAGE.encode() * 3, headers, pause, pieces)
    started = time.monotonic()
    with pytest.raises(FetchError, match="timed out"):
        fetch(f"{site.root}/a", tmp_path, replace(QUICK, tries=1))
    assert time.monotonic() - started < 2


def test_an_answer_that_breaks_off_is_asked_for_again(site: Site, tmp_path: Path) -> None:
    short = {"Content-Type": "text/html", "Content-Length": str(len(PAGE.encode()) + 10)}
    site.replies["/a"] = [Reply(200, PAGE.encode(), short), page()]
    assert fetch(f"{site.root}/a", tmp_path).path.read_bytes() == PAGE.encode()
    assert site.paths.count("/a") == 2


def test_a_site_that_nobody_serves_says_so(tmp_path: Path) -> None:
    with running_site() as site:
        gone = site.root
    with pytest.raises(FetchError, match="connection broke"):
        fetch(f"{gone}/a", tmp_path, replace(QUICK, tries=1))


def test_https_is_never_read_in_the_clear(site: Site, tmp_path: Path) -> None:
    site.replies["/a"] = page()
    with pytest.raises(FetchError, match="connection broke"):
        fetch(f"https://127.0.0.1:{site.port}/a", tmp_path, replace(QUICK, tries=1))
    assert site.asked == []
