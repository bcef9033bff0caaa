"""Who may be fetched from: the public internet over http and https, and nobody next door."""

import pytest

from graph.errors import FetchError
from graph.reading.guard import checked, is_public, target


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1",  # this machine, this network
        "169.254.169.254", "fe80::1", "fe80::1%eth0", "fd00:ec2::254",  # links, and where clouds keep their keys
        "224.0.0.1", "ff02::1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "2001:db8::1",  # groups, reserves
        "::1", "::", "fc00::1", "fec0::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::a9fe:a9fe",  # v4 within v6
        "", "example.org", "1", "0x7f000001",
    ],
)  # fmt: skip
def test_all_others_are_not(address: str) -> None:
    assert not is_public(address)


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(FetchError, match=r"leads to 127\.0\.0\.1, which is not public; fetch_private = on allows it"):
        checked(("93.184.216.34", "127.0.0.1"), "http://a.example/", private=False)
    assert checked(("93.184.216.34", "127.0.0.1"), "http://a.example/", private=True) == "93.184.216.34"


def test_a_host_without_an_address_is_named() -> None:
    with pytest.raises(FetchError, match=r"http://a\.example/: its host has no network address"):
        checked((), "http://a.example/", private=True)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://a.example/", "only http and https"),
        ("gopher://a.example/", "only http and https"),
        ("//a.example/", "only http and https"),
        ("http://", "no address of a page"),
        ("http://[kaputt/", "is no address"),
        ("http://a.example:99999/", "is no address"),
        ("http://ich:geheim@a.example/", "carries a user name"),
        ("http://a.example:22/", "port 22 is not fetched from"),
        ("https://a.example:80/", "port 80 is not fetched from"),
        ("http://a .example/", "no address of a page"),
    ],
)
def test_what_may_not_be_fetched_is_named_with_the_reason(address: str, message: str) -> None:
    with pytest.raises(FetchError, match=message) as caught:
        target(address, private=False)
    assert str(caught.value).startswith(address)


def test_any_port_may_be_asked_once_private_addresses_may() -> None:
    assert target("http://127.0.0.1:8080/a", private=True).origin == "http://127.0.0.1:8080"


def test_an_address_is_taken_apart_as_a_host_wants_it() -> None:
    found = target("https://Bücher.example./straße?q=ä b#oben", private=False)
    assert (found.origin, found.path) == ("https://xn--bcher-kva.example", "/stra%C3%9Fe?q=%C3%A4%20b")
    assert target("http://[::1]:80/", private=False).place == "[::1]"


def test_nothing_in_an_address_can_add_a_header() -> None:
    assert "\n" not in target("http://a.example/x\r\nHost: b", private=False).path
