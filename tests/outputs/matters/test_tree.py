"""The account of a matter in, its lineage as lines and as a picture out."""

import io
from dataclasses import replace
from xml.etree import ElementTree

from sayso.corroboration.accounts import Account
from sayso.corroboration.records import Lineage, Step
from sayso.outputs.exporter import Layout
from sayso.outputs.matters import svg, tree
from tests.outputs.matters.told import told_account

_TEXT = "{http://www.w3.org/2000/svg}text"


def drawn(account: Account) -> str:
    stream = io.StringIO()
    tree.write(account, stream, layout=Layout())
    return stream.getvalue()


def picture(account: Account) -> ElementTree.Element:
    stream = io.StringIO()
    svg.write(account, stream, layout=Layout())
    return ElementTree.fromstring(stream.getvalue())


def test_a_retelling_stands_under_what_it_retells_with_what_it_changed() -> None:
    lines = drawn(told_account()).splitlines()
    place = lines.index("└── Paper b, 2024-10-16  2222222222 (shared passage)")
    assert lines[place + 1] == "    ! lower bound lost: “1 to 5 billion” → “up to 5 billion”"
    assert lines[place + 2] == "    ! source lost: “the Kremlin”"


def test_a_denial_and_a_missing_date_are_said() -> None:
    shown = drawn(told_account())
    assert "Paper c, 2024-10-20  denies it" in shown
    assert "Paper e, date not stated" in shown


def likely(account: Account, *, chain: bool = False) -> Account:
    """The account with every voice descended from the first, or each from the one before, none of it certain."""
    ids = [voice.id for voice in account.voices]
    parents = [None, *(ids[:-1] if chain else [ids[0]] * (len(ids) - 1))]
    steps = tuple(
        Step(voice=each, parent=parent, reason="same origin", is_certain=False, changes=())
        for each, parent in zip(ids, parents, strict=True)
    )
    return replace(account, lineage=Lineage(matter_id=account.matter.id, steps=steps))


def test_what_is_only_likely_is_said_and_dashed() -> None:
    assert drawn(likely(told_account())).count("(same origin, likely)") == 4
    dashed = [each for each in picture(likely(told_account())).iter() if each.get("stroke-dasharray")]
    assert len(dashed) == 4


def test_a_picture_holds_every_sentence_whole_and_every_change() -> None:
    words = " ".join(each.text or "" for each in picture(told_account()).iter(_TEXT))
    assert "“Пхеньян продал Москве оружие на пять миллиардов.”" in words
    assert "北朝鲜" in words
    assert "source lost: “the Kremlin”" in words


def test_boxes_do_not_lie_over_each_other_and_lie_within_the_picture() -> None:
    for account in (told_account(), likely(told_account()), likely(told_account(), chain=True)):
        made = picture(account)
        page, *boxes = made.iter("{http://www.w3.org/2000/svg}rect")
        assert page.get("width") == "100%"
        places = [tuple(float(each.get(name, "")) for name in ("x", "y", "width", "height")) for each in boxes]
        assert len(places) == 5
        for number, (x, y, width, height) in enumerate(places):
            assert x + width <= float(made.get("width", ""))
            assert y + height <= float(made.get("height", ""))
            for other in places[number + 1 :]:
                assert (
                    x + width <= other[0]
                    or other[0] + other[2] <= x
                    or y + height <= other[1]
                    or other[1] + other[3] <= y
                )


def test_what_runs_from_right_to_left_begins_at_the_right_of_its_box() -> None:
    account = told_account()
    echo = account.matter.echoes[0]
    arabic = replace(echo.statement, span=replace(echo.statement.span, quote="باعت كوريا الشمالية السلاح لموسكو."))
    turned = replace(account, matter=replace(account.matter, echoes=(replace(echo, statement=arabic),)))
    (line,) = [each for each in picture(turned).iter(_TEXT) if each.get("direction") == "rtl"]
    _, box, *_ = picture(turned).iter("{http://www.w3.org/2000/svg}rect")
    right = float(box.get("x", "")) + float(box.get("width", ""))
    assert right - 20 < float(line.get("x", "")) < right
