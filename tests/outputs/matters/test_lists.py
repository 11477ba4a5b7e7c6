"""Accounts of matters in, lists for people and lines for machines out."""

import io
import json
from collections.abc import Callable
from typing import Any, TextIO

from sayso.corroboration.backing import backings
from sayso.corroboration.news import News, news_of
from sayso.ledger import Rating
from sayso.outputs.exporter import Layout
from sayso.outputs.matters import disputes, listing, news, origins
from sayso.outputs.matters.assessed import NOTHING_ASSESSED, Assessed
from sayso.outputs.matters.forms.matter import write_matters, write_news, write_summaries
from sayso.vocab.actors import open_roster
from tests.outputs.matters.told import hinted_account, told_account


def written(write: Callable[[TextIO], None]) -> str:
    stream = io.StringIO()
    write(stream)
    return stream.getvalue()


def lines(write: Callable[[TextIO], None]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(write).splitlines()]


def test_a_list_has_its_head_once_and_a_row_for_every_matter() -> None:
    account = told_account()
    shown = written(lambda stream: listing.write([account, account], stream, layout=Layout()))
    assert shown.count("texts   origins  against") == 1
    row = "    5    2 to 3        2  2 probably true            2024-10-21  1111111111\n  transfer: PRK → RUS, arms\n"
    assert shown.count(row) == 2


def test_nothing_is_written_where_there_is_no_matter() -> None:
    assert written(lambda stream: listing.write([], stream, layout=Layout())) == ""


def test_both_sides_of_a_dispute_stand_side_by_side() -> None:
    account = told_account()
    assert disputes.is_disputed(account)
    shown = written(lambda stream: disputes.write([account], stream, layout=Layout()))
    assert "told, origins 2 to 3                    denied, origins 1\n" in shown
    assert "F the Kremlin (RUS)                     F Seoul (KOR)\n" in shown
    assert "up to 5 billion USD (RUS) and 9 billion USD (USA/president) contradict each\n" in shown


def test_origins_are_counted_with_those_who_retell_them() -> None:
    rating = Rating(id="r", actor="RUS", name=None, letter="D", reviewer="ana", at="2024-11-01", reason="often wrong")
    found = origins.backing_forms(backings([told_account()], roster=open_roster()), Assessed(ratings=(rating,)))
    by_actor = {each.actor: each for each in found}
    assert (by_actor["RUS"].matters, by_actor["RUS"].alone, by_actor["RUS"].letter) == (1, 0, "D")
    assert [each.publisher for each in by_actor["RUS"].retellers] == ["Paper a", "Paper b"]
    assert (by_actor["KOR"].matters, by_actor["KOR"].denied, by_actor["KOR"].letter) == (0, 1, "F")
    shown = written(lambda stream: origins.write(found, stream, layout=Layout()))
    assert "D       RUS                    1      0       0  Paper a 1, Paper b 1\n" in shown
    assert [each["actor"] for each in lines(lambda stream: origins.write_lines(found, stream))] == ["RUS", "USA", "KOR"]


def new() -> News:
    return news_of(told_account(), None)


def test_news_say_what_is_new() -> None:
    shown = written(lambda stream: news.write([new()], stream, layout=Layout()))
    assert shown.startswith("new\n    5    2 to 3")
    (line,) = lines(lambda stream: write_news([new()], stream, judged=NOTHING_ASSESSED))
    assert (line["what"], line["before"]) == (["new"], None)


def test_machines_get_the_figures_of_every_matter() -> None:
    (line,) = lines(lambda stream: write_summaries([told_account()], stream, judged=NOTHING_ASSESSED))
    assert (line["id"], line["documents"], line["claims"], line["echoes"]) == ("1" * 16, 5, 4, 1)
    assert (line["origins_certain"], line["origins_possible"], line["deniers"]) == (2, 3, 1)
    assert line["override"] is None


def test_machines_get_hints_behind_the_voices() -> None:
    (line,) = lines(lambda stream: write_matters([hinted_account()], stream, judged=NOTHING_ASSESSED))
    assert [each["type"] for each in line["voices"]] == ["claim"] * 4 + ["hint"]
    assert line["voices"][-1]["retelling"] is None
    assert (line["summary"]["documents"], line["summary"]["echoes"], line["summary"]["origins_possible"]) == (4, 0, 3)


def test_machines_get_everything_that_a_page_shows() -> None:
    (line,) = lines(lambda stream: write_matters([told_account()], stream, judged=NOTHING_ASSESSED))
    voices = {each["id"]: each for each in line["voices"]}
    assert [each["type"] for each in voices.values()] == ["claim"] * 4 + ["echo"]
    retelling = voices["2" * 16]["retelling"]
    assert (retelling["parent"], retelling["reason"]) == ("1" * 16, "shared passage")
    assert [each["name"] for each in retelling["changes"]] == ["lower bound lost", "source lost"]
    (series,) = line["numbers"]
    assert [(each["low"], each["high"]) for each in series["values"]] == [
        (1_000_000_000, 5_000_000_000),
        (None, 5_000_000_000),
        (9_000_000_000, 9_000_000_000),
    ]
    assert [each["letter"] for each in line["origins"]] == ["F", "F", None]
