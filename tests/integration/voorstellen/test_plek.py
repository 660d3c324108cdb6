"""Where a plan of a partner lies: drawn as a point, a line or an area, or written as lines."""

from http import HTTPStatus

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.voorstellen.models import Voorstel
from tests.factories.voorstellen import make_change
from tests.integration.veilig.forms import VOORSTEL

NIEUW = "/partner/de-corporatie/nieuw"
LIJN = {"plek": "tekening", "tekening": "lijn", "punten": "52,37 4,6\n52,37 4,62", "gebied": ""}
VLAK = {"tekening": "vlak", "punten": "52,37 4,60\n52,371 4,601\n52,37 4,602"}
PUNT = {"tekening": "punt", "punten": "52,39 4,60"}


@pytest.fixture
def as_partner(client, partner, organisatie):
    return client.sign_in(partner)


def newest():
    return db.session.scalars(select(Voorstel).order_by(Voorstel.id.desc())).first()


@pytest.mark.parametrize(
    ("place", "soort"), [({}, "LineString"), (VLAK, "Polygon"), (PUNT, "Point")]
)
def test_a_point_line_or_area_is_kept(as_partner, place, soort) -> None:
    as_partner.post(NIEUW, data=VOORSTEL | LIJN | place)
    assert newest().gegevens["geometrie"]["type"] == soort


def test_a_point_finds_its_buurt(as_partner) -> None:
    as_partner.post(NIEUW, data=VOORSTEL | LIJN | PUNT)
    assert [gebied.naam for gebied in newest().gebieden] == ["Duinbuurt"]


def test_a_line_finds_every_buurt_it_lies_in(as_partner) -> None:
    as_partner.post(NIEUW, data=VOORSTEL | LIJN)
    assert {gebied.naam for gebied in newest().gebieden} == {"Leidsebuurt", "Poort"}


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ({"punten": "52,37 4,6"}, "minstens twee punten"),
        ({"punten": "nan 4,6"}, "is geen punt"),
        ({"punten": "52,0 4,0\n52,1 4,0"}, "Deze plek ligt niet in"),
        ({"punten": ""}, "minstens twee punten"),
        ({"tekening": "cirkel"}, "een punt, een lijn of een vlak"),
    ],
)
def test_what_cannot_be_drawn_is_told_at_the_points(as_partner, place, told) -> None:
    answer = as_partner.post(NIEUW, data=VOORSTEL | LIJN | place)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#punten"' in answer.text
    assert told in answer.text


def test_what_was_drawn_stands_in_the_form_again(as_partner) -> None:
    as_partner.post(NIEUW, data=VOORSTEL | LIJN)
    page = as_partner.get(f"/partner/voorstellen/{newest().id}/wijzigen").text
    assert "52,37 4,6\n52,37 4,62" in page


def test_mistakes_are_listed_in_the_order_of_the_page(as_partner) -> None:
    answer = as_partner.post(NIEUW, data=VOORSTEL | LIJN | {"titel": "", "punten": ""})
    assert answer.text.index('href="#titel"') < answer.text.index('href="#punten"')


def test_a_change_says_what_it_was_and_what_it_becomes(
    client, project, organisatie, partner
) -> None:
    found = make_change(project, organisatie, partner, titel="Alle daken")
    page = client.sign_in(partner).get(f"/partner/voorstellen/{found.id}").text
    assert '<del><span class="visually-hidden">was: </span>Daken isoleren</del>' in page
    assert '<ins><span class="visually-hidden">wordt: </span>Alle daken</ins>' in page
