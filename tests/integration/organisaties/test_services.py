import pytest

from participatie.accounts.services_profiel import delete_account
from participatie.accounts.services_rollen import take_rol
from participatie.accounts.types import Rol
from participatie.core.errors import NotFoundError, StaleError
from participatie.core.onderwerpen import Onderwerp
from participatie.journal.queries import list_entries
from participatie.organisaties.errors import AlLidError, GeenAccountError, NaamBezetError
from participatie.organisaties.queries import (
    get_organisatie,
    is_lid,
    list_leden,
    list_own,
    own_organisaties,
)
from participatie.organisaties.services import add_organisatie, change_organisatie
from participatie.organisaties.services_leden import add_lid, remove_lid
from participatie.organisaties.types import OrganisatieGegevens, OrganisatieSoort
from tests.factories.accounts import WACHTWOORD, GebruikerFactory, make_beheerder, make_partner
from tests.factories.organisaties import OrganisatieFactory


def said(naam="Politie basisteam"):
    return OrganisatieGegevens(
        naam=naam, soort=OrganisatieSoort.POLITIE, omschrijving="Wijkagenten.", website=None
    )


def rollen_of(gebruiker):
    return [verlening.rol for verlening in gebruiker.rollen]


@pytest.fixture
def organisatie(session):
    return OrganisatieFactory()


@pytest.fixture
def beheerder(session):
    return make_beheerder()


def test_an_organisatie_has_an_address_of_its_own(session) -> None:
    add_organisatie(said(), door_id=None)
    assert get_organisatie("politie-basisteam").naam == "Politie basisteam"


def test_the_address_stays_when_the_name_changes(session, beheerder) -> None:
    found = add_organisatie(said(), door_id=None)
    change_organisatie(found, said("Wijkpolitie"), versie=found.versie, door_id=beheerder.id)
    assert get_organisatie("politie-basisteam").naam == "Wijkpolitie"


def test_two_organisaties_have_two_names(organisatie) -> None:
    with pytest.raises(NaamBezetError):
        add_organisatie(said(organisatie.naam), door_id=None)


def test_an_old_version_is_not_changed(organisatie, beheerder) -> None:
    with pytest.raises(StaleError):
        change_organisatie(organisatie, said(), versie=99, door_id=beheerder.id)


@pytest.mark.parametrize("slug", ["niets", "\x00", "x" * 5000, "é"])
def test_an_unknown_address_is_not_found(session, slug) -> None:
    with pytest.raises(NotFoundError):
        get_organisatie(slug)


def test_who_joins_is_a_partner(organisatie, beheerder) -> None:
    bewoner = GebruikerFactory()
    add_lid(organisatie, email=bewoner.email.upper(), door_id=beheerder.id)
    assert (list_leden(organisatie.id), rollen_of(bewoner)) == ([bewoner], [Rol.PARTNER])


def test_who_is_a_partner_already_gets_no_second_role(organisatie, beheerder) -> None:
    partner = make_partner()
    add_lid(organisatie, email=partner.email, door_id=beheerder.id)
    assert rollen_of(partner) == [Rol.PARTNER]


def test_nobody_joins_twice(organisatie, beheerder) -> None:
    partner = make_partner()
    add_lid(organisatie, email=partner.email, door_id=beheerder.id)
    with pytest.raises(AlLidError):
        add_lid(organisatie, email=partner.email, door_id=beheerder.id)


def test_an_address_without_an_account_joins_nothing(organisatie, beheerder) -> None:
    with pytest.raises(GeenAccountError):
        add_lid(organisatie, email="niemand@voorbeeld.example", door_id=beheerder.id)


def test_who_leaves_the_last_organisatie_is_no_partner(organisatie, beheerder) -> None:
    bewoner = GebruikerFactory()
    add_lid(organisatie, email=bewoner.email, door_id=beheerder.id)
    remove_lid(organisatie, gebruiker_id=bewoner.id, door_id=beheerder.id)
    assert (list_leden(organisatie.id), rollen_of(bewoner)) == ([], [])


def test_who_still_belongs_to_another_stays_a_partner(organisatie, beheerder) -> None:
    partner = make_partner()
    organisatie.leden.append(partner)
    OrganisatieFactory(leden=[partner])
    remove_lid(organisatie, gebruiker_id=partner.id, door_id=beheerder.id)
    assert rollen_of(partner) == [Rol.PARTNER]


def test_who_is_no_member_cannot_be_removed(organisatie, beheerder) -> None:
    with pytest.raises(NotFoundError):
        remove_lid(organisatie, gebruiker_id=beheerder.id, door_id=beheerder.id)


def test_who_loses_the_role_belongs_to_no_organisatie(organisatie, beheerder) -> None:
    partner = make_partner()
    organisatie.leden.append(partner)
    take_rol(partner.rollen[0], door_id=beheerder.id)
    assert not is_lid(organisatie.id, partner.id)


def test_who_loses_another_role_stays_a_member(organisatie, beheerder) -> None:
    partner = make_partner()
    organisatie.leden.append(partner)
    add_lid(OrganisatieFactory(), email=partner.email, door_id=beheerder.id)
    assert len(list_own(partner.id)) == 2


def test_who_deletes_the_account_belongs_to_no_organisatie(organisatie) -> None:
    partner = make_partner()
    organisatie.leden.append(partner)
    delete_account(partner, huidig=WACHTWOORD)
    assert list_leden(organisatie.id) == []


def test_the_journal_tells_who_joined_by_number(organisatie, beheerder) -> None:
    bewoner = GebruikerFactory()
    add_lid(organisatie, email=bewoner.email, door_id=beheerder.id)
    (line,) = list_entries(Onderwerp("organisatie", organisatie.id))
    assert (line.name, line.data) == ("LidToegevoegd", {"gebruiker_id": bewoner.id})


def test_a_person_can_take_along_where_he_belongs(organisatie) -> None:
    partner = make_partner()
    organisatie.leden.append(partner)
    assert own_organisaties(partner.id) == [{"naam": organisatie.naam}]
