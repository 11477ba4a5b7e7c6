"""The table of formats in; whether each is fit for the help page out."""

import pytest

from sayso.outputs import EXPORTERS, Exporter


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_a_format_has_a_short_name_and_says_whom_it_is_for(exporter: Exporter) -> None:
    assert exporter.name.isalnum()
    assert exporter.description.startswith("for ")


def test_names_differ_and_the_first_is_for_people() -> None:
    names = [exporter.name for exporter in EXPORTERS]
    assert len(set(names)) == len(names)
    assert names[0] == "text"
