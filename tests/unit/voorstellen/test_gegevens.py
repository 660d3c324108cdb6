from dataclasses import replace
from datetime import date

from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import DoelId, Domein
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.types import (
    Fase,
    Fasering,
    Geldbron,
    Mijlpaal,
    Participatieniveau,
    ProjectGegevens,
    ProjectSoort,
    Thema,
    Verwijzing,
)
from participatie.voorstellen.rules_gegevens import (
    as_json,
    as_partner,
    differing,
    from_json,
    merge,
)

BASIS = ProjectGegevens(
    titel="Daken", omschrijving="Alle daken.", soort=ProjectSoort.WERK, domein=Domein.FYSIEK,
    thema=Thema.ENERGIE, fase=Fase.IDEE, start=date(2027, 1, 1), eind=date(2027, 12, 31),
    plek_omschrijving="", trekker="Corporatie", contact_naam="Team", contact_email=None,
    participatieniveau=Participatieniveau.ADVISEREN, participatie_toelichting="Kies mee.",
    geometrie={"type": "Point", "coordinates": [4.6, 52.4]},
    gebied_ids=frozenset({GebiedId(3), GebiedId(1)}),
    bedragen={(2027, Geldbron.DERDEN): 100, (2027, Geldbron.SUBSIDIE): 50},
    fasering=(Fasering(Fase.IDEE, date(2027, 1, 1), date(2027, 2, 1)),),
    mijlpalen=(Mijlpaal("Eerste dak", date(2027, 6, 1)),),
    verwijzingen=(Verwijzing("Meer", "https://x.example"),),
    doel_id=DoelId(4), begrotingsprogramma="3.1", organisatie_id=OrganisatieId(9),
)  # fmt: skip


def test_what_is_kept_comes_back_as_it_was() -> None:
    assert from_json(as_json(BASIS)) == BASIS


def test_a_partner_says_nothing_about_the_goals_of_the_gemeente() -> None:
    said = as_partner(
        replace(BASIS, doel_id=DoelId(8), begrotingsprogramma="9"),
        organisatie_id=OrganisatieId(9),
        basis=BASIS,
    )
    assert (said.doel_id, said.begrotingsprogramma) == (4, "3.1")


def test_a_new_item_of_a_partner_serves_no_goal_yet() -> None:
    said = as_partner(BASIS, organisatie_id=OrganisatieId(2), basis=None)
    assert (said.doel_id, said.begrotingsprogramma, said.organisatie_id) == (None, "", 2)


def test_a_partner_says_nothing_about_the_money_of_the_gemeente() -> None:
    said = as_partner(
        replace(BASIS, bedragen={(2027, Geldbron.SUBSIDIE): 9, (2028, Geldbron.DERDEN): 7}),
        organisatie_id=OrganisatieId(9),
        basis=BASIS,
    )
    assert said.bedragen == {(2027, Geldbron.SUBSIDIE): 50, (2028, Geldbron.DERDEN): 7}


def test_a_change_of_other_money_is_no_difference_of_the_partner() -> None:
    other = replace(BASIS, bedragen={(2027, Geldbron.DERDEN): 100})
    assert differing(BASIS, other) == ()


def test_what_the_register_changed_since_stays() -> None:
    found = merge(
        basis=BASIS,
        nu=replace(BASIS, trekker="Afdeling Wonen"),
        voorstel=replace(BASIS, titel="Alle daken"),
    )
    assert (found.gegevens, found.botst) == (
        replace(BASIS, trekker="Afdeling Wonen", titel="Alle daken"),
        (),
    )


def test_the_same_field_changed_twice_clashes() -> None:
    found = merge(
        basis=BASIS, nu=replace(BASIS, titel="Dak"), voorstel=replace(BASIS, titel="Alle daken")
    )
    assert found.botst == ("titel",)


def test_the_same_change_twice_does_not_clash() -> None:
    same = replace(BASIS, titel="Alle daken")
    assert merge(basis=BASIS, nu=same, voorstel=same).botst == ()


def test_of_a_clash_the_register_can_keep_its_own() -> None:
    found = merge(
        basis=BASIS,
        nu=replace(BASIS, titel="Dak"),
        voorstel=replace(BASIS, titel="Alle daken", fase=Fase.UITVOERING),
        behoud={"titel"},
    )
    assert (found.gegevens.titel, found.gegevens.fase) == ("Dak", Fase.UITVOERING)


def test_money_of_the_partner_comes_beside_the_newest_of_the_gemeente() -> None:
    nu = replace(BASIS, bedragen={(2027, Geldbron.DERDEN): 100, (2027, Geldbron.EXPLOITATIE): 70})
    voorstel = replace(BASIS, bedragen={(2028, Geldbron.DERDEN): 30})
    assert merge(basis=BASIS, nu=nu, voorstel=voorstel).gegevens.bedragen == {
        (2027, Geldbron.EXPLOITATIE): 70,
        (2028, Geldbron.DERDEN): 30,
    }
