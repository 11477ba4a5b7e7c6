"""Printed lines in; paragraphs out."""

from sayso.documents.layout import HYPHEN, Line, reflow


def column(*texts: str, left: float = 50, top: float = 700, size: float = 10, step: float = 12) -> list[Line]:
    """Lines one below the other, each as wide as its text."""
    return [
        Line(
            text=text,
            left=left + 20 * (text != text.lstrip()),
            right=left + len(text) * size / 2,
            top=top - row * step,
            bottom=top - row * step - size,
            size=size,
        )
        for row, text in enumerate(texts)
    ]


WIDE = "The ministers of both countries met again in the capital,"


def test_wrapped_lines_make_one_paragraph() -> None:
    assert reflow([column(WIDE, "and agreed to meet once more.")]) == f"{WIDE} and agreed to meet once more."


def test_a_wider_gap_opens_a_paragraph() -> None:
    lines = [*column(WIDE, WIDE), *column(WIDE, WIDE, top=700 - 2 * 12 - 8)]
    assert reflow([lines]) == f"{WIDE} {WIDE}\n\n{WIDE} {WIDE}"


def test_a_short_last_line_closes_a_paragraph() -> None:
    assert reflow([column(WIDE, "They agreed.", "Nothing more was said about the grain by the two.")]) == (
        f"{WIDE} They agreed.\n\nNothing more was said about the grain by the two."
    )


def test_an_indented_line_opens_a_paragraph() -> None:
    full = WIDE[:-1] + "."
    assert reflow([column(full, "  " + WIDE)]) == f"{full}\n\n{WIDE}"


def test_another_letter_size_opens_a_paragraph() -> None:
    lines = [*column("Talks resume", size=18, top=730), *column(WIDE, "they said.")]
    assert reflow([lines]) == f"Talks resume\n\n{WIDE} they said."


def test_a_bullet_opens_a_paragraph() -> None:
    assert reflow([column("They want", "• grain", "• fuel for the winter")]) == (
        "They want\n\n• grain\n\n• fuel for the winter"
    )


def test_a_sentence_runs_on_over_columns_and_pages() -> None:
    columns = [*column(WIDE, WIDE), *column("where they stayed", left=320)]
    assert reflow([columns, column("for three days.")]) == f"{WIDE} {WIDE} where they stayed for three days."


def test_pages_are_apart() -> None:
    assert reflow([column("They met."), [], column("They left.")]) == "They met.\n\nThey left."


def test_words_divided_at_line_ends_are_made_whole() -> None:
    lines = column(
        f"The agree{HYPHEN}ment of North{HYPHEN}Korean envoys on a long{HYPHEN}term plan, a long-term one,",
        "was not well-",
        "received.",
    )
    assert reflow([lines]) == (
        "The agreement of North-Korean envoys on a long-term plan, a long-term one, was not wellreceived."
    )


def test_chinese_lines_are_joined_without_a_space() -> None:
    assert reflow([column("双方将继续谈判", "并交换意见。")]) == "双方将继续谈判并交换意见。"


def test_nothing_gives_nothing() -> None:
    assert reflow([]) == ""
    assert reflow([[]]) == ""
