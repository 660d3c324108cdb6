"""The URL map: which room answers which address, and which rooms bring commands."""

BLUEPRINTS: tuple[tuple[str, str | None], ...] = (
    ("participatie.home.views", None),
    ("participatie.home.views_machines", None),
    ("participatie.accounts.views", None),
    ("participatie.gebieden.views", "/gebieden"),
    ("participatie.gebieden.views_contacten", "/gebieden"),
    ("participatie.moderation.views", "/bureau"),
    ("participatie.inzendingen.views", "/fotos"),
    ("participatie.initiatieven.views", "/initiatieven"),
    ("participatie.programmas.views", "/projecten"),
    ("participatie.programmas.views_beheer", "/projecten"),
    ("participatie.kaart.views", "/kaart"),
    ("participatie.kaart.views_data", "/kaart"),
    ("participatie.opendata.views", "/open-data"),
    ("participatie.demo.views", "/demo"),
)

COMMANDS: tuple[str, ...] = (
    "participatie.accounts.commands",
    "participatie.core.mail_commands",
    "participatie.demo.commands",
    "participatie.gebieden.commands",
    "participatie.inzendingen.commands",
    "participatie.programmas.commands",
)
