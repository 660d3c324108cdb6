"""Pages of an import: the file, its columns, what would change, and doing it."""

from http import HTTPStatus
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import current_person, requires
from participatie.core.errors import InvalidInputError, NotAllowedError, NotFoundError
from participatie.core.locks import is_held
from participatie.core.permissions import Permission
from participatie.core.transactions import short_read
from participatie.core.webforms import show_error, status_of
from participatie.gebieden.queries import get_boom
from participatie.programmas.rules import VELD_NAMEN
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.forms import BestandForm, UitvoerenForm
from participatie.uitwisseling.forms_kolommen import make_kolommen_form
from participatie.uitwisseling.models import ProgrammaImport
from participatie.uitwisseling.queries import (
    count_open_conflicten,
    find_mapping,
    get_import,
    list_bronnen,
    list_imports,
    list_rijen,
)
from participatie.uitwisseling.rules import (
    IN_HANDEN,
    LOPEND,
    rij_in_woorden,
    veld_in_woorden,
)
from participatie.uitwisseling.rules_bestand import read_bestand
from participatie.uitwisseling.rules_bron import is_van_hier
from participatie.uitwisseling.rules_mapping import ImportMapping
from participatie.uitwisseling.rules_voorstel import Kolommen, look_at, mapping_as_toml, propose
from participatie.uitwisseling.services import (
    again,
    approve,
    change_columns,
    choose_columns,
    choose_rest,
    choose_rijen,
    receive,
    withdraw,
)
from participatie.uitwisseling.services_werk import lock_name
from participatie.uitwisseling.types import (
    ImportStatus,
    Keuze,
    Uitkomst,
    WegKeuze,
)

bp = Blueprint("uitwisseling", __name__)
GETOOND = (
    Uitkomst.CONFLICT,
    Uitkomst.GEWIJZIGD,
    Uitkomst.NIEUW,
    Uitkomst.WEG,
    Uitkomst.OVERGESLAGEN,
)


@bp.get("")
@requires(Permission.PROJECT_BEHEREN)
def index() -> ResponseReturnValue:
    """Show where to bring a file, and the imports before."""
    return _index(BestandForm())


@bp.post("")
@requires(Permission.PROJECT_BEHEREN)
def ontvangen() -> ResponseReturnValue:
    """Keep a file, when it can be read at all."""
    form = BestandForm()
    if not form.validate_on_submit():
        return _index(form), HTTPStatus.UNPROCESSABLE_ENTITY
    content = form.bestand.data.read()
    actor_id = current_user.id
    try:
        with short_read():  # reading a large file keeps nobody waiting
            kolommen = look_at(read_bestand(content))
    except ImportRefusedError as error:
        form.bestand.errors = [fout.melding for fout in error.fouten[:1]]
        return _index(form), HTTPStatus.UNPROCESSABLE_ENTITY
    found = receive(
        content,
        bestandsnaam=form.bestand.data.filename or "bestand",
        bronsysteem=form.text("bronsysteem"),
        kolommen=kolommen.as_dict(),
        actor_id=actor_id,
    )
    return _to("uitwisseling.kolommen", found)


@bp.route("/<int(max=2147483647):import_id>/kolommen", methods=["GET", "POST"])
@requires(Permission.PROJECT_BEHEREN)
def kolommen(import_id: int) -> ResponseReturnValue:
    """Ask which column is which field."""
    found = load_import(import_id)
    if found.status is not ImportStatus.KOPPELEN or found.kolommen is None:
        return _to("uitwisseling.detail", found)
    known = Kolommen.from_dict(found.kolommen)
    own = None if is_van_hier(known.voorbeelden) else find_mapping(found.bronsysteem)
    kept = found.mapping or own
    form = make_kolommen_form(
        known, ImportMapping.model_validate(kept) if kept else propose(known)
    )
    if form.validate_on_submit():
        mapping = form.mapping(found.bronsysteem)
        if mapping is not None:
            choose_columns(found, mapping)
            return _to("uitwisseling.detail", found)
    page = render_template("uitwisseling/kolommen.html", found=found, form=form, bekend=bool(kept))
    return page, status_of(form)


@bp.get("/<int(max=2147483647):import_id>")
@requires(Permission.PROJECT_BEHEREN)
def detail(import_id: int) -> ResponseReturnValue:
    """Show how far an import is, and what it would change."""
    return _detail(load_import(import_id), UitvoerenForm())


@bp.post("/<int(max=2147483647):import_id>/keuzes")
@requires(Permission.PROJECT_BEHEREN)
def keuzes(import_id: int) -> ResponseReturnValue:
    """Keep who wins the conflicts."""
    found = load_import(import_id, lock=True)
    choose_rijen(found, _chosen())
    rest = request.form.get("rest", "")
    if rest in set(Keuze):
        choose_rest(found, Keuze(rest))
    flash(_("Uw keuzes zijn bewaard."), "success")
    page = request.form.get("pagina", "1")
    return _to("uitwisseling.detail", found, pagina=page if page.isdecimal() else "1")


def _chosen() -> dict[int, Keuze]:
    found = {}
    for name, value in request.form.items():
        number = name.removeprefix("rij_")
        if name != number and number.isdecimal() and value in set(Keuze):
            found[int(number)] = Keuze(value)
    return found


@bp.post("/<int(max=2147483647):import_id>/uitvoeren")
@requires(Permission.PROJECT_BEHEREN)
def uitvoeren(import_id: int) -> ResponseReturnValue:
    """Let the import be done."""
    found = load_import(import_id, lock=True)
    form = UitvoerenForm()
    if not form.validate_on_submit():
        return _detail(found, form)
    try:
        approve(found, weg=WegKeuze(form.weg.data), weg_reden=form.text("weg_reden"))
    except InvalidInputError as error:
        show_error(form, error)
        return _detail(found, form)
    return _to("uitwisseling.detail", found)


@bp.post("/<int(max=2147483647):import_id>/opnieuw")
@requires(Permission.PROJECT_BEHEREN)
def opnieuw(import_id: int) -> ResponseReturnValue:
    """Check the file once more."""
    found = load_import(import_id, lock=True)
    again(found)
    return _to("uitwisseling.detail", found)


@bp.post("/<int(max=2147483647):import_id>/andere-kolommen")
@requires(Permission.PROJECT_BEHEREN)
def andere_kolommen(import_id: int) -> ResponseReturnValue:
    """Go back to choosing columns."""
    found = load_import(import_id, lock=True)
    change_columns(found)
    return _to("uitwisseling.kolommen", found)


@bp.post("/<int(max=2147483647):import_id>/intrekken")
@requires(Permission.PROJECT_BEHEREN)
def intrekken(import_id: int) -> ResponseReturnValue:
    """Do not do this import."""
    withdraw(load_import(import_id, lock=True))
    flash(_("De import is ingetrokken. Er is niets gewijzigd."), "success")
    return redirect(url_for("uitwisseling.index"), HTTPStatus.SEE_OTHER)


@bp.get("/<int(max=2147483647):import_id>/mapping.toml")
@requires(Permission.PROJECT_BEHEREN)
def mapping(import_id: int) -> ResponseReturnValue:
    """Give how the file is read, for the command."""
    found = load_import(import_id)
    if found.mapping is None:
        raise NotFoundError("Voor dit bestand zijn nog geen kolommen gekozen.")
    text = mapping_as_toml(ImportMapping.model_validate(found.mapping))
    headers = {"Content-Disposition": f'attachment; filename="mapping-{found.id}.toml"'}
    return Response(text, mimetype="application/toml", headers=headers)


def load_import(import_id: int, *, lock: bool = False) -> ProgrammaImport:
    """Return an import of one's own; who keeps the whole city sees those of others too."""
    found = get_import(import_id, lock=lock)
    if found.actor_id != current_user.id and not _keeps_the_city():
        raise NotAllowedError("Deze import is van een andere redacteur.")
    return found


def _keeps_the_city() -> bool:
    person = current_person()
    return all(person.may(Permission.PROJECT_BEHEREN, id_) for id_ in get_boom().omtrekken)


def _index(form: BestandForm) -> str:
    own = None if _keeps_the_city() else current_user.id
    return render_template(
        "uitwisseling/index.html",
        form=form,
        page=list_imports(request.args.get("pagina", 1, type=int), actor_id=own),
        bronnen=list_bronnen(),
        demo=current_app.config["DEMO"],
    )


def _detail(found: ProgrammaImport, form: UitvoerenForm) -> ResponseReturnValue:
    counts = [(soort, found.tellingen.get(soort.value, 0)) for soort in GETOOND]
    asked = request.args.get("toon", "")
    first = next((soort for soort, count in counts if count), Uitkomst.NIEUW)
    toon = Uitkomst(asked) if asked in set(GETOOND) else first
    number = request.args.get("pagina", 1, type=int)
    has_rows = found.status in {ImportStatus.KEUZE, ImportStatus.AKKOORD, ImportStatus.KLAAR}
    page = render_template(
        "uitwisseling/detail.html",
        found=found,
        form=form,
        toon=toon,
        counts=counts,
        page=list_rijen(found.id, toon, number) if has_rows else None,
        open_conflicten=count_open_conflicten(found.id) if has_rows else 0,
        bezig=found.status in LOPEND,
        dood=found.status in IN_HANDEN and not is_held(lock_name(found.id)),
        veldnamen=VELD_NAMEN,
        rij_in_woorden=rij_in_woorden,
        veld_in_woorden=veld_in_woorden,
        verandert=any(count for soort, count in counts if soort is not Uitkomst.OVERGESLAGEN),
    )
    return page, status_of(form)


def _to(endpoint: str, found: ProgrammaImport, **params: str) -> ResponseReturnValue:
    values: dict[str, Any] = {"import_id": found.id, **params}
    return redirect(url_for(endpoint, **values), HTTPStatus.SEE_OTHER)
