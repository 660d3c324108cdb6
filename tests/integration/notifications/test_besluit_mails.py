from datetime import timedelta

import pytest
from sqlalchemy import select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.mail_message import html_of
from participatie.core.outbox import UitgaandeMail
from participatie.inzendingen.rules import KOPPELING_NAMEN
from participatie.inzendingen.types import KoppelingSoort, Status
from participatie.moderation.rules_begin import gronden_for
from participatie.moderation.rules_woorden import GROND_NAMEN
from participatie.moderation.services import besluit_nemen, besluit_terugdraaien
from participatie.moderation.services_koppelen import koppelen, ontkoppelen
from participatie.moderation.types import Uitkomst
from participatie.notifications.rules import KOPPELWOORDEN
from tests.factories.accounts import make_gebiedsverbinder
from tests.factories.gebieden import ContactFactory, make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory

REDEN = "Dit past goed bij de plannen voor deze straat."
SUBJECTS = {
    Uitkomst.PUBLICEREN: "Uw idee staat op de site",
    Uitkomst.AANPASSEN: "Wilt u uw idee aanpassen?",
    Uitkomst.AFWIJZEN: "Wij plaatsen uw idee niet",
}


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def moderator(city):
    return make_gebiedsverbinder(city.by_name["Noord"], naam="Persoonlijke Naam")


@pytest.fixture
def inzending(city):
    return InitiatiefFactory(status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"])


def decide(inzending, door, uitkomst=Uitkomst.PUBLICEREN, reden=REDEN):
    return besluit_nemen(
        inzending=inzending,
        uitkomst=uitkomst,
        grond=gronden_for(uitkomst)[0],
        reden=reden,
        door=door,
        versie=inzending.versie,
    )


def undo(besluit, door):
    besluit_terugdraaien(
        besluit=besluit,
        reden="Dit was een vergissing.",
        door=door,
        versie=besluit.inzending.versie,
    )


def link(inzending, door, soort=KoppelingSoort.AANVULLING_OP):
    return koppelen(
        inzending=inzending,
        project=ProjectFactory(titel="Het riool"),
        soort=soort,
        reden="De straat gaat toch open.",
        door=door,
        versie=inzending.versie,
    )


def last_mail():
    db.session.flush()
    return db.session.scalars(select(UitgaandeMail).order_by(UitgaandeMail.id.desc())).first()


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_the_sender_gets_a_mail_about_each_decision(inzending, moderator, uitkomst) -> None:
    decide(inzending, moderator, uitkomst)
    mail = last_mail()
    assert (mail.aan, mail.onderwerp) == (
        inzending.indiener.email,
        f"{SUBJECTS[uitkomst]} ({inzending.kenmerk})",
    )


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_the_mail_says_why(inzending, moderator, uitkomst) -> None:
    decide(inzending, moderator, uitkomst)
    assert REDEN in last_mail().tekst


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_the_mail_leads_to_the_page(inzending, moderator, uitkomst) -> None:
    decide(inzending, moderator, uitkomst)
    assert f"http://localhost/initiatieven/{inzending.id}" in last_mail().tekst


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_the_mail_does_not_name_the_official(inzending, moderator, uitkomst) -> None:
    decide(inzending, moderator, uitkomst)
    assert "Persoonlijke Naam" not in last_mail().tekst


def test_the_mail_says_who_can_be_asked(city, inzending, moderator) -> None:
    ContactFactory(gebied=city.by_name["Noord"], email="noord@example.invalid")
    decide(inzending, moderator)
    assert "noord@example.invalid" in last_mail().tekst


@pytest.mark.parametrize("uitkomst", [Uitkomst.AANPASSEN, Uitkomst.AFWIJZEN])
def test_the_ground_is_a_whole_sentence(inzending, moderator, uitkomst) -> None:
    decide(inzending, moderator, uitkomst)
    assert f"De reden: {GROND_NAMEN[gronden_for(uitkomst)[0]]}.\n" in last_mail().tekst


def test_who_is_declined_reads_what_to_do_when_he_disagrees(inzending, moderator) -> None:
    decide(inzending, moderator, Uitkomst.AFWIJZEN)
    assert "Bent u het er niet mee eens?" in last_mail().tekst


def test_whoever_must_change_something_reads_how_long_it_takes_then(inzending, moderator) -> None:
    decide(inzending, moderator, Uitkomst.AANPASSEN)
    assert "binnen 14 dagen" in last_mail().tekst


def test_an_undone_decision_is_mailed(inzending, moderator) -> None:
    undo(decide(inzending, moderator), moderator)
    mail = last_mail()
    assert (mail.onderwerp, "Dit was een vergissing." in mail.tekst) == (
        f"Wij kijken opnieuw naar uw idee ({inzending.kenmerk})",
        True,
    )


@pytest.mark.parametrize(
    ("days_left", "words"),
    [(5, "U krijgt uiterlijk op"), (0, "U krijgt uiterlijk op"), (-1, "U had al op")],
)
def test_an_undone_decision_promises_no_day_that_is_past(
    inzending, moderator, days_left, words
) -> None:
    inzending.reactie_voor = clock.today() + timedelta(days=days_left)
    db.session.flush()
    undo(decide(inzending, moderator), moderator)
    assert words in last_mail().tekst


def test_a_link_is_mailed_with_its_project(inzending, moderator) -> None:
    link(inzending, moderator)
    text = last_mail().tekst
    assert "Aanvulling op: Het riool" in text


@pytest.mark.parametrize("soort", KoppelingSoort)
def test_the_mail_about_a_link_fits_its_kind(inzending, moderator, soort) -> None:
    link(inzending, moderator, soort)
    mail = last_mail()
    woorden = KOPPELWOORDEN[soort]
    assert (mail.onderwerp, woorden.betekenis in mail.tekst) == (
        f"{woorden.onderwerp} ({inzending.kenmerk})",
        True,
    )


@pytest.mark.parametrize("soort", [KoppelingSoort.DUBBEL_MET, KoppelingSoort.STRIJDIG_MET])
def test_what_does_not_belong_to_a_project_is_not_said_to(inzending, moderator, soort) -> None:
    link(inzending, moderator, soort)
    mail = last_mail()
    assert "hoort nu bij" not in mail.onderwerp + mail.tekst


def remove_link(inzending, koppeling, door):
    ontkoppelen(
        inzending=inzending,
        koppeling_id=koppeling.id,
        reden="Het hoort bij een ander plan.",
        door=door,
        versie=inzending.versie,
    )


@pytest.mark.parametrize("soort", KoppelingSoort)
def test_the_mail_about_a_removed_link_names_what_it_was(inzending, moderator, soort) -> None:
    remove_link(inzending, link(inzending, moderator, soort), moderator)
    assert f"{KOPPELING_NAMEN[soort]}: Het riool" in last_mail().tekst


def test_a_removed_link_is_mailed_with_its_reason(inzending, moderator) -> None:
    remove_link(inzending, link(inzending, moderator), moderator)
    assert "Het hoort bij een ander plan." in last_mail().tekst


@pytest.mark.parametrize("titel", ["Tuin\r\nBcc: x@evil.example", "Tuin\nTo: x@evil.example"])
def test_a_title_cannot_add_a_header(city, moderator, titel) -> None:
    inzending = InitiatiefFactory(
        status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"], titel=titel
    )
    decide(inzending, moderator)
    assert "evil" not in last_mail().onderwerp


def test_html_in_a_reason_is_text_in_the_html_of_the_mail(inzending, moderator) -> None:
    decide(inzending, moderator, reden="<script>alert(1)</script> en nog wat tekst")
    mail = last_mail()
    assert "<script>" not in html_of(mail.onderwerp, mail.tekst)


def test_a_refused_decision_mails_nobody(inzending, moderator) -> None:
    with pytest.raises(Exception, match="reden"):
        decide(inzending, moderator, reden="kort")
    assert last_mail() is None
