"""The documentation in; whether every command, option, setting, format, record and field stands in it out."""

import ast
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
import typer.main

import sayso
from sayso import cli, records
from sayso.corroboration import credibility
from sayso.corroboration.joining.signs import SIGNS
from sayso.corroboration.reasons import REASONS
from sayso.lang import Language, languages, names, shared_furniture
from sayso.lang.grammar import Bound, Compounds, Cut
from sayso.outputs import EXPORTERS
from sayso.outputs.claims import CLAIM_EXPORTERS
from sayso.outputs.matters.forms.matter import MatterForm, NewsForm
from sayso.outputs.matters.forms.numbers import SeriesForm, ValueForm
from sayso.outputs.matters.forms.summary import SummaryForm
from sayso.outputs.matters.forms.voices import VoiceForm
from sayso.outputs.matters.origins import BackingForm
from sayso.outputs.matters.stories import StoryForm
from sayso.outputs.system.exchange import ExchangesForm
from sayso.outputs.system.forms import answer, balance, dependence, dossier, leverage, passing, rows, scenario, whatif
from sayso.system.scenarios.language import EXAMPLES, parse_changes
from sayso.system.statuses import STATUSES
from sayso.vocab.frames import kinds

ROOT = Path(__file__).parents[1]
READING = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
CLAIMS = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
CORROBORATION = (ROOT / "docs" / "corroboration.md").read_text(encoding="utf-8")
SYSTEM = (ROOT / "docs" / "system.md").read_text(encoding="utf-8")
WORKBENCH = (ROOT / "docs" / "workbench.md").read_text(encoding="utf-8")
LANGUAGES = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "examples").glob("*.md"))]

RECORDS = [
    node.name
    for node in ast.parse(Path(records.__file__).read_text(encoding="utf-8")).body
    if isinstance(node, ast.ClassDef)
]
COMMANDS = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]
OPTIONS = sorted(
    {
        (name, option)
        for name, command in COMMANDS.items()
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("-")
    }
)
FORMS_OF_THE_SYSTEM = (
    ("dossier", dossier.DossierForm),
    ("side", dossier.SideForm),
    ("exchange", passing.ExchangeForm),
    ("flow", passing.FlowForm),
    ("figure", passing.FigureForm),
    ("total", passing.TotalForm),
    ("dependence", rows.DependenceForm),
    ("stake", rows.StakeForm),
    ("dispute", dossier.DisputeForm),
    ("gap", dossier.GapForm),
    ("verdict", rows.VerdictForm),
    ("exchanges", ExchangesForm),
    ("dependences", dependence.DependencesForm),
    ("whole", dependence.WholeForm),
    ("comparison", dependence.ComparisonForm),
    ("loss", leverage.LossForm),
    ("passage", leverage.PassageForm),
    ("link", leverage.LinkForm),
    ("answer", answer.AnswerForm),
    ("question", answer.QuestionForm),
    ("row", answer.RowForm),
    ("hint", answer.HintForm),
    ("what-if", whatif.WhatIfForm),
    ("outcome", whatif.OutcomeForm),
    ("finding", whatif.FindingForm),
    ("break-even", whatif.BreakEvenForm),
    ("need", whatif.NeedForm),
    ("premise", whatif.PremiseForm),
    ("touched", whatif.TouchedForm),
    ("balance", balance.BalanceForm),
    ("supply", balance.SupplyForm),
    ("shortfall", balance.ShortfallForm),
    ("wanting", balance.WantingForm),
    ("meaning", scenario.MeaningForm),
    ("consequence", scenario.ConsequenceForm),
    ("edge", scenario.EdgeForm),
    ("drawn", scenario.DrawnForm),
)
"""What `docs/system.md` calls each object that machines are given, and its form."""

SHARED = {"--output", "-o", "--format", "-f", "--color", "--no-color", "--config", "--published"}
SHARED |= {"--language", "--actors", "--run", "--as-of", "--reference", "--no-reference"}
"""Options that mean the same wherever they stand, and are explained once on the page."""


def _section(page: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    level = heading.split()[0]
    found = re.search(rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{len(level)}}} |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found is not None, f"there is no heading {heading!r}"
    return found[1]


@pytest.mark.parametrize("name", RECORDS)
def test_every_record_is_in_the_glossary_with_its_fields_in_order(name: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", _section(GLOSSARY, f"### `{name}`"), re.MULTILINE)
    assert rows == [field.name for field in fields(getattr(records, name))]


ORDER = [*RECORDS[: RECORDS.index("Actor")], "Outcome", *RECORDS[RECORDS.index("Actor") :]]


def test_the_glossary_has_no_record_that_is_gone() -> None:
    assert re.findall(r"^### `(\w+)`$", GLOSSARY, re.MULTILINE) == ORDER


ABOUT_MATTERS = ("corroborate", "matters", "matter", "lineage", "origins", "disputes", "new", "rate", "stories")
ABOUT_WORKBENCH = ("serve", "report")
ABOUT_SYSTEM = ("dossier", "exchange", "depends", "ask", "whatif")


def _page_of(command: str) -> str:
    if command in ABOUT_MATTERS:
        return CORROBORATION
    if command in ABOUT_SYSTEM:
        return SYSTEM
    if command in ABOUT_WORKBENCH:
        return WORKBENCH
    return READING if command == "languages" else CLAIMS


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"^### `sayso {name}\b", _page_of(name), re.MULTILINE)


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_every_option_is_documented_and_explained_by_the_help_page(name: str, option: str) -> None:
    heading = re.search(rf"^### `sayso {name}\b.*$", _page_of(name), re.MULTILINE)
    assert heading is not None
    page = _page_of(name) if option in SHARED else _section(_page_of(name), heading[0])
    assert f"`{option}`" in page or f"`{option} " in page
    owners = [each for each in COMMANDS[name].params if option in each.opts]
    assert all(each.help for each in owners)


def test_every_setting_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", _section(READING, "## Settings"), re.MULTILINE))
    assert rows == {field.name: _as_documented(field.default) for field in fields(sayso.Settings)}


def _as_documented(default: object) -> str:
    if default in (None, ()):
        return "none"
    return f"`{str(default).lower()}`"


@pytest.mark.parametrize("name", [exporter.name for exporter in EXPORTERS])
def test_every_format_is_documented(name: str) -> None:
    assert _section(_section(READING, "## Formats"), f"### `{name}`").strip()


@pytest.mark.parametrize("name", [exporter.name for exporter in CLAIM_EXPORTERS])
def test_every_format_of_claims_is_documented(name: str) -> None:
    assert _section(_section(CLAIMS, "## Formats"), f"### `{name}`").strip()


def test_every_kind_is_documented_with_its_roles_in_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([a-z, ]+) \|", _section(CLAIMS, "### Kinds"), re.MULTILINE)
    assert rows == [(kind.name, ", ".join(role for role, _ in kind.roles)) for kind in kinds().values()]


def test_every_sign_and_reason_is_documented_with_its_weight_in_order() -> None:
    for heading, known in (("### From claims to matters", SIGNS), ("### From voices to origins", REASONS)):
        rows = re.findall(r"^\| ([a-z ]+) \| (-?[\d.]+) \|", _section(CORROBORATION, heading), re.MULTILINE)
        assert rows == [(each.name, f"{each.weight:g}") for each in known]


def test_every_rule_of_credibility_is_documented_in_order() -> None:
    rows = re.findall(r"^ *\| (\d) \| ([a-z ]+) \| (.*?) \|$", credibility.__doc__ or "", re.MULTILINE)
    assert rows == re.findall(r"^\| (\d) \| ([a-z ]+) \| (.*?) \|$", CORROBORATION, re.MULTILINE)


@pytest.mark.parametrize(
    "form", [SummaryForm, MatterForm, VoiceForm, SeriesForm, ValueForm, BackingForm, NewsForm, StoryForm]
)
def test_every_field_that_machines_get_of_matters_is_documented(form: type) -> None:
    page = _section(CORROBORATION, "## For machines")
    assert [field.name for field in fields(form) if f"`{field.name}`" not in page] == []


def test_every_status_is_documented_in_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|$", _section(SYSTEM, "### From claims to flows"), re.MULTILINE)
    assert rows == list(STATUSES.items())


def test_every_word_of_a_what_if_is_documented_with_an_example_that_can_be_read() -> None:
    section = _section(SYSTEM, "### `sayso whatif LEDGER [CHANGES]`")
    rows = re.findall(r"^\| `(\w+)`(?:, `(\w+)`)? \| `(.*?)` \|", section, re.MULTILINE)
    assert sorted(word for first, second, _ in rows for word in (first, second) if word) == sorted(EXAMPLES)
    assert all(len(parse_changes(example)) == 1 for _, _, example in rows)


@pytest.mark.parametrize(("name", "form"), FORMS_OF_THE_SYSTEM)
def test_every_field_that_machines_get_of_the_system_is_documented_in_order(name: str, form: type) -> None:
    row = re.search(rf"^\| {name} \| (.*?) \|$", _section(SYSTEM, "## For machines"), re.MULTILINE)
    assert row is not None
    assert re.findall(r"`(\w+)`(?! or|\))", row[1]) == [field.name for field in fields(form)]


@pytest.mark.parametrize("name", sorted(set(sayso.__all__) - {"__version__", "SaysoError", "Settings"}))
def test_everything_python_is_offered_is_documented(name: str) -> None:
    assert f"`{name}`" in GLOSSARY or f"sayso.{name}" in READING or re.search(rf"sayso\.{name}\b|`{name}`", CLAIMS)


def test_every_reason_to_leave_furniture_out_is_documented() -> None:
    everywhere = [*shared_furniture(), *(each for language in languages() for each in language.furniture)]
    documented = re.findall(r"`([a-z ]+)`", _section(READING, "### Furniture"))
    assert sorted(documented) == sorted({each.reason for each in everywhere})


LANGUAGE_DATA = ROOT / "src" / "sayso" / "lang"
KEYED = ("credits.toml", "dates.toml", "hedges.toml", "language.toml", "markers.toml", "numbers.toml", "sayings.toml")
"""Files of language data whose keys and tables are words of ours; those of the others are frames or words of a text."""


def test_every_file_of_a_language_is_documented() -> None:
    rows = re.findall(r"^\| `([\w.]+)` \|", _section(LANGUAGES, "## The files"), re.MULTILINE)
    assert sorted(rows) == sorted({path.name for path in LANGUAGE_DATA.glob("*/*") if path.suffix in (".toml", ".xz")})


@pytest.mark.parametrize("name", KEYED)
def test_every_key_and_table_of_a_language_is_documented(name: str) -> None:
    section = _section(LANGUAGES, f"## `{name}`")
    used = {key for path in LANGUAGE_DATA.glob(f"*/{name}") for key in tomllib.loads(path.read_text(encoding="utf-8"))}
    assert [key for key in sorted(used) if not _is_named(key, section)] == []


@pytest.mark.parametrize(
    ("heading", "record"),
    [
        ("## `language.toml`", Language),
        ("### `[trees]`", Bound),
        ("### `[cut]`", Cut),
        ("### `[compounds]`", Compounds),
        ("## `actors.toml`", names.Matching),
        ("## `actors.toml`", names.Grammar),
    ],
)
def test_every_field_that_a_language_may_fill_is_documented(heading: str, record: type) -> None:
    section = _section(LANGUAGES, heading)
    written = [field.name for field in fields(record) if field.name not in ("code", "furniture")]
    assert [name for name in written if not _is_named(name, section)] == []


@pytest.mark.parametrize(
    ("name", "table"),
    [
        *(("hedges.toml", table) for table in ("above", "adverbs", "light", "modals", "moods", "tense")),
        ("dates.toml", "opens"),
        ("dates.toml", "patterns"),
        ("markers.toml", "government"),
        ("sayings.toml", "words"),
    ],
)
def test_every_key_in_a_table_of_a_language_is_documented(name: str, table: str) -> None:
    section = _section(LANGUAGES, f"## `{name}`")
    loaded = [tomllib.loads(path.read_text(encoding="utf-8")) for path in LANGUAGE_DATA.glob(f"*/{name}")]
    assert sorted({key for each in loaded for key in each.get(table, {}) if not _is_named(key, section)}) == []


def _is_named(key: str, section: str) -> bool:
    """Whether the page has a key, or a table or list of tables of its name, as code."""
    return any(f"`{written}`" in section for written in (key, f"[{key}]", f"[[{key}]]"))


def test_every_make_command_is_documented_and_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets is not None
    documented = re.findall(r"^\| `make ([\w-]+)` \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.M)
    assert sorted(documented) == sorted(set(targets[1].split()) - {"help"})
    for target in documented:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_the_changelog_has_a_section_for_what_is_to_come() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        linked = page.parent / path if path else page
        assert linked.exists(), target
        headings = re.findall(r"^#+ (.*)$", linked.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        assert not anchor or anchor in [re.sub(r"[^\w\- ]", "", each).lower().replace(" ", "-") for each in headings]


def test_every_example_is_listed_and_as_long_as_a_short_report() -> None:
    listed = re.findall(r"^\| `([\w-]+\.txt)` \|", (ROOT / "examples" / "README.md").read_text(encoding="utf-8"), re.M)
    assert sorted(listed) == sorted(path.name for path in (ROOT / "examples").glob("*.txt"))
    for name in listed:
        assert 120 <= len((ROOT / "examples" / name).read_text(encoding="utf-8").split()) <= 250


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_code_in_the_pages_names_what_there_is(page: Path) -> None:
    for block in re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sayso":
                assert hasattr(sayso, node.attr), node.attr


def test_commands_in_the_readme_are_commands_with_options_there_are() -> None:
    shell = re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line.partition("#")[0].split() for line in "".join(shell).splitlines() if line.startswith("sayso ")]
    assert len(lines) > len(COMMANDS) / 2
    for _, name, *words in lines:
        known = {option for command, option in OPTIONS if command == name}
        assert {word for word in words if word.startswith("--")} <= known, name
        assert not any(re.fullmatch(r"[0-9a-f]{6,}", word) for word in words), (
            "an id that no ledger of the reader's has"
        )
