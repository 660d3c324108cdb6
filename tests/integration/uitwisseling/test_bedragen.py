"""Amounts that may mean two things are read by one rule, and asked about."""

import pytest

from participatie.programmas.types import Geldbron
from participatie.uitwisseling.services_plan import plan_import
from tests.factories.gebieden import make_city
from tests.integration.uitwisseling.files import csv_file, xlsx_file

CENTEN = "Bedoelt u centen? Schrijf dan twee cijfers achter de komma."


@pytest.mark.parametrize("maker", [csv_file, xlsx_file])
@pytest.mark.parametrize(
    ("amount", "cents", "said"),
    [
        ("1.250.000,50", 125_000_050, []),
        ("1,250,000.50", 125_000_050, []),
        ("1.250", 125_000, []),
        ("1,25", 125, []),
        (
            "1,250",
            125_000,
            ["“1,250” is gelezen als € 1.250. Bedoelt u € 1,25? Schrijf dan 1,25."],
        ),
        (
            "12,345",
            1_234_500,
            [f"“12,345” is gelezen als € 12.345. {CENTEN}"],
        ),
    ],
)
def test_an_amount_is_read_by_one_rule(session, maker, amount, cents, said) -> None:
    make_city()
    (rij,) = plan_import(maker({"subsidie_2027": amount})).rijen
    assert rij.gegevens.bedragen == {(2027, Geldbron.SUBSIDIE): cents}
    assert [one.melding for one in rij.let_op] == said
