"""Documents of a project: added and removed together with their files."""

import secrets

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.images import ImageError, make_photo
from participatie.core.onderwerpen import Onderwerp
from participatie.core.uploads import discard_file, list_old_files, store_file
from participatie.programmas.events import DocumentToegevoegd, DocumentVerwijderd
from participatie.programmas.models_documenten import ProjectDocument
from participatie.programmas.queries_documenten import (
    count_documenten,
    get_document,
    list_bestanden,
)
from participatie.programmas.rules_document import (
    DOCUMENTEN_MAX,
    SUFFIXES,
    DocumentError,
    check_document,
)
from participatie.programmas.types import DocumentSoort, ProjectId

FOLDER = "projectdocumenten"
LARGE = 4_000  # a plan is drawn finer than a photo


def add_document(
    *,
    project_id: ProjectId,
    content: bytes,
    filename: str,
    titel: str,
    actor_id: GebruikerId | None,
) -> ProjectDocument:
    """Keep a document under a random name; an image is made anew without metadata."""
    if count_documenten(project_id) >= DOCUMENTEN_MAX:
        raise DocumentError(
            f"Bij een project staan hoogstens {DOCUMENTEN_MAX} documenten. Verwijder er eerst een."
        )
    soort = check_document(content, filename)
    if soort is DocumentSoort.AFBEELDING:
        content = _made_anew(content, filename)
    bestand = f"{secrets.token_hex(16)}{SUFFIXES[soort]}"
    try:
        store_file(bestand, content, folder=FOLDER)
    except OSError as error:
        raise DocumentError("Wij kunnen het nu niet bewaren. Probeer het later.") from error
    document = ProjectDocument(
        project_id=project_id,
        titel=titel,
        soort=soort,
        bestand=bestand,
        grootte=len(content),
        toegevoegd_op=clock.now(),
    )
    db.session.add(document)
    db.session.flush()  # the event needs the id
    publish(
        DocumentToegevoegd(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("project", project_id),
            document_id=document.id,
        )
    )
    return document


def _made_anew(content: bytes, filename: str) -> bytes:
    try:
        return make_photo(content, filename, size=LARGE).large
    except ImageError as error:
        raise DocumentError(str(error)) from error


def remove_document(
    *, project_id: ProjectId, document_id: int, actor_id: GebruikerId | None
) -> None:
    """Remove a document of this project and, after the commit, its file."""
    document = get_document(project_id, document_id)
    db.session.delete(document)
    discard_file(document.bestand, folder=FOLDER)
    publish(
        DocumentVerwijderd(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("project", project_id),
            document_id=document_id,
        )
    )


def delete_orphan_documents() -> int:
    """Remove the files that belong to no document, left by a crash; return how many."""
    known = list_bestanden()
    orphans = [path for path in list_old_files(folder=FOLDER) if path.name not in known]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)
