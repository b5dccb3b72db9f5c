from pathlib import Path

import pytest

from index.errors import FetchError
from index.fetch.address import address_from, is_open, open_addresses, read_url_list

OPEN = "93.184.216.34"


@pytest.mark.parametrize(
    ("url", "site", "path"),
    [
        ("http://reports.example", "http://reports.example", "/"),
        ("HTTPS://Reports.Example:443/a?b=1#c", "https://reports.example", "/a?b=1"),
        ("http://reports.example:8080/a", "http://reports.example:8080", "/a"),
        ("http://[::1]:81/a", "http://[::1]:81", "/a"),
        ("http://reports.example/年报/2024.html", "http://reports.example",
         "/%E5%B9%B4%E6%8A%A5/2024.html"),
        ("http://reports.example/%E5%B9%B4", "http://reports.example", "/%E5%B9%B4"),
        ("http://年报.example/", "http://xn--hwt46g.example", "/"),
        (" http://reports.example/a ", "http://reports.example", "/a"),
    ],
)  # fmt: skip
def test_an_address_is_read_in_its_parts(url: str, site: str, path: str) -> None:
    address = address_from(url)
    assert (address.site, address.path) == (site, path)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "not a web address"),
        ("reports.example/a", "only http"),
        ("file:///etc/passwd", "only http"),
        ("ftp://reports.example/a", "only http"),
        ("javascript:alert(1)", "only http"),
        ("http://", "host name"),
        ("http:///a", "host name"),
        ("http://user:secret@reports.example/", "password"),
        ("http://reports.example@127.0.0.1/", "password"),
        ("http://reports.example:99999/", "not a web address"),
        ("http://reports.example:0/", "port"),
        ("http://[::1/", "not a web address"),
        ("http://a b.example/", "not a web address"),
        ("http://reports.example/\r\nHost: other", "not a web address"),
        ("http://reports.example\\@other/", "not a web address"),
        ("http://reports..example/", "host name"),
        ("http://" + "a" * 3000, "not a web address"),
    ],
)
def test_what_is_no_web_address_is_refused_with_the_reason(url: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        address_from(url)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "a.localhost", "localhost.", "127.1", "0177.0.0.1", "0x7f.0.0.1",
        "2130706433", "0x7f000001", "017700000001", "0.0.0.0", "0", "10.1.2.3", "172.16.0.1",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "239.255.255.250",
        "255.255.255.255", "240.0.0.1", "198.18.0.1", "１２７.０.０.１", "[::1]", "[::]",
        "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[fe80::1]", "[fc00::1]",
        "[fd12::1]", "[fec0::1]", "[ff02::1]", "[2002:7f00:1::]", "[2002:c0a8:101::1]",
        "[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[2001:db8::1]", "[fe80::1%25eth0]",
    ],
)  # fmt: skip
def test_an_address_of_this_machine_or_network_is_refused(host: str) -> None:
    address = address_from(f"http://{host}/a")

    def never(name: str) -> tuple[str, ...]:
        raise AssertionError(f"{name} was looked up")

    with pytest.raises(FetchError, match="private addresses are not read"):
        open_addresses(address, never, allow_private=False)


@pytest.mark.parametrize(
    "number", ["127.0.0.1", "10.0.0.1", "::1", "::ffff:10.0.0.1", "fe80::1%eth0", "224.0.0.1"]
)
def test_a_name_that_leads_into_the_own_network_is_refused(number: str) -> None:
    address = address_from("http://reports.example/")
    with pytest.raises(FetchError, match="private addresses are not read"):
        open_addresses(address, lambda _: (OPEN, number), allow_private=False)
    assert open_addresses(address, lambda _: (number,), allow_private=True) == (number,)


@pytest.mark.parametrize("number", [OPEN, "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_an_open_address_may_be_visited(number: str) -> None:
    assert is_open(number)
    address = address_from("http://reports.example/")
    assert open_addresses(address, lambda _: (number,), allow_private=False) == (number,)


def test_a_host_that_nobody_knows_is_said_to_be_unknown() -> None:
    def unknown(name: str) -> tuple[str, ...]:
        raise OSError(name)

    for resolve in (unknown, lambda _: ()):
        with pytest.raises(FetchError, match="host is not known"):
            open_addresses(address_from("http://a.example/"), resolve, allow_private=True)


def test_a_list_gives_its_addresses_and_names_bad_lines(tmp_path: Path) -> None:
    path = tmp_path / "urls.txt"
    path.write_text(
        "\ufeff# reports of 2024\n\nhttp://a.example/1  # first\nhttp://a.example/1\n"
        "reports\n  https://b.example/年报#top \nhttp://u:p@c.example/\n",
        "utf-8",
    )
    found = read_url_list(path)
    assert found.urls == ("http://a.example/1", "https://b.example/年报#top")
    assert len(found.problems) == 2
    assert "line 5" in found.problems[0]
    assert "reports" in found.problems[0]
    assert "line 7" in found.problems[1]


def test_a_list_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="cannot be read"):
        read_url_list(tmp_path / "none.txt")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FetchError, match="UTF-8"):
        read_url_list(tmp_path / "bytes")
