"""The fields of the Factbook that ship: what each is called there, what it counts, of what whole and in what unit."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: `label` is its heading in the Factbook, `whole` says in plain words what its numbers count.

    `unit` is a singular noun or an ISO 4217 code, `per` the stretch of time that is counted over, None for what simply
    is. `is_economic` says whether a warning about economic data concerns it. `kind` is that of the claim that a row is,
    with the category of its `good`; None where no kind says such a thing: the contract has none for what is used up,
    nor for what is sold to nobody in particular.
    """

    label: str
    whole: str
    unit: str
    per: str | None = None
    kind: str | None = None
    good: str | None = None
    is_economic: bool = True


FIELDS: Mapping[str, Field] = {
    "export partners": Field(
        label="Exports - partners", whole="recorded merchandise exports", unit="percent", kind="trade"
    ),
    "import partners": Field(
        label="Imports - partners", whole="recorded merchandise imports", unit="percent", kind="trade"
    ),
    "exports": Field(label="Exports", whole="exports of goods and services", unit="USD", per="year", kind="trade"),
    "imports": Field(label="Imports", whole="imports of goods and services", unit="USD", per="year", kind="trade"),
    "gdp": Field(
        label="GDP (official exchange rate)",
        whole="GDP at the official rate",
        unit="USD",
        per="year",
        kind="possess",
        good="money",
    ),
    "gdp by purchasing power": Field(
        label="Real GDP (purchasing power parity)",
        whole="GDP by purchasing power",
        unit="USD",
        per="year",
        kind="possess",
        good="money",
    ),
    "population": Field(
        label="Population", whole="population", unit="person", is_economic=False, kind="possess", good="other"
    ),
    "military personnel": Field(
        label="Military and security service personnel strengths",
        whole="military personnel",
        unit="soldier",
        is_economic=False,
        kind="possess",
        good="troops",
    ),
    "military spending by gdp": Field(
        label="Military expenditures",
        whole="military spending as a share of GDP",
        unit="percent",
        per="year",
        kind="possess",
        good="money",
    ),
    "military spending": Field(
        label="Military expenditures", whole="military spending", unit="USD", per="year", kind="possess", good="money"
    ),
    "petroleum produced": Field(
        label="Petroleum - total petroleum production",
        whole="petroleum produced",
        unit="barrel",
        per="day",
        kind="produce",
        good="oil",
    ),
    "petroleum consumed": Field(
        label="Petroleum - refined petroleum consumption",
        whole="refined petroleum consumed",
        unit="barrel",
        per="day",
    ),
    "coal produced": Field(
        label="Coal - production", whole="coal produced", unit="tonne", per="year", kind="produce", good="energy"
    ),
    "coal consumed": Field(label="Coal - consumption", whole="coal consumed", unit="tonne", per="year"),
    "coal exported": Field(label="Coal - exports", whole="coal exported", unit="tonne", per="year"),
    "coal imported": Field(label="Coal - imports", whole="coal imported", unit="tonne", per="year"),
    "gas produced": Field(
        label="Natural gas - production",
        whole="gas produced",
        unit="cubic metre",
        per="year",
        kind="produce",
        good="gas",
    ),
    "gas consumed": Field(label="Natural gas - consumption", whole="gas consumed", unit="cubic metre", per="year"),
    "gas exported": Field(label="Natural gas - exports", whole="gas exported", unit="cubic metre", per="year"),
    "gas imported": Field(label="Natural gas - imports", whole="gas imported", unit="cubic metre", per="year"),
}
"""Every field by the name that rows give it. Lists of partners are of merchandise, since the Factbook takes them from
customs records; its totals are from the balance of payments and count services too: the wholes are not the same."""
