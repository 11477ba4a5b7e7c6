"""Words that would run or break a page, in every field that comes from outside: every page stays as we wrote it."""

from html.parser import HTMLParser

from tests.workbench.addresses import addresses, said, twin
from tests.workbench.conftest import Stand
from tests.workbench.ledgers import actor_of
from tests.workbench.payloads import payloads
from tests.workbench.structure import faults


def test_the_list_is_long_and_of_every_class() -> None:
    words = payloads()
    assert len(words) == len(set(words)) >= 60
    for part in ("<script", "onerror", "<svg", "<math", "javascript:", "data:", "{{", "{%", "url(", "\u202e", "\0"):
        assert any(part in each for each in words), part
    assert max(map(len, words)) > 10_000


def test_every_page_answers_and_holds_nothing_that_is_not_ours(planted: Stand) -> None:
    for address in _some(planted):
        page = planted.client.get(address)
        assert page.status_code == 200, address
        assert not faults(page.text), address


def test_every_record_holds_the_words_as_they_are(planted: Stand) -> None:
    titles = {each["title"] for each in _documents(planted)}
    assert {each for each in payloads() if "\0" not in each} <= titles


def test_a_name_of_the_user_s_actors_is_shown_as_it_is(planted: Stand) -> None:
    words = "<svg onload=window.__ran=1>"
    number = payloads().index(words)
    page = planted.client.get("/party", params={"id": actor_of(number)})
    assert page.status_code == 200
    assert _Text.of(page.text).count(words) >= 2, "as title and as heading"


ASKED = ("/claims?source=", "/claims?place=", "/claims?kind=", "/party?id=", "/", "/matters?sort=", "/claims?page=")
"""Beginnings of addresses that may end in anything."""


def test_hostile_addresses_break_nothing(planted: Stand) -> None:
    for number, words in enumerate(each for each in payloads() if len(each) < 1_000):
        for beginning in ("/claims?text=", ASKED[number % len(ASKED)]):
            page = planted.client.get(f"{beginning}{said(words)}")
            assert page.status_code in (200, 400, 404), (beginning, words)
            assert not faults(page.text), (beginning, words)


def _some(stand: Stand) -> list[str]:
    """Every page but those of a claim, of which one for each document: the other says the same of the same words."""
    every = addresses(stand.path)
    claims = [each for each in every if each.startswith("/claim/")]
    accepted = [each.replace("/claim/", "/matter/") for each in claims[1::2]]
    others = [each for each in every if not each.startswith(("/claim/", "/matter/"))]
    return [*others, *claims[::2], *accepted]


def _documents(stand: Stand) -> list[dict[str, str]]:
    every = (each for each in addresses(stand.path) if each.startswith("/document/"))
    return [stand.client.get(twin(each)).json() for each in every]


class _Text(HTMLParser):
    """The words of a page as a reader sees them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    @classmethod
    def of(cls, page: str) -> str:
        """All words of the page."""
        text = cls()
        text.feed(page)
        text.close()
        return "".join(text.words)

    def handle_data(self, data: str) -> None:
        self.words.append(data)
