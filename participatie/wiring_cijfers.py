"""What ties the rooms that count: how decisions compare, and what rises in a week."""

from flask import Flask

from participatie.core import jobs
from participatie.core.namen import register_namen
from participatie.core.own_data import contribute
from participatie.core.panels import hang
from participatie.evenhandigheid import panels as evenhandigheid_panels
from participatie.evenhandigheid import rules as evenhandigheid_rules
from participatie.signalen import panels as signalen_panels
from participatie.signalen import rules as signalen_rules
from participatie.signalen.queries import own_signalen
from participatie.signalen.services import make_signalen


def connect(app: Flask) -> None:
    """Name their words, hang their panels, and plan what is done every night."""
    register_namen(*evenhandigheid_rules.NAMEN)
    register_namen(*signalen_rules.NAMEN)
    contribute("signalen", own_signalen)
    jobs.every_night(app, make_signalen)
    hang("beheer.index", evenhandigheid_panels.show_beheer)
    hang("beheer.index", signalen_panels.show_beheer)
