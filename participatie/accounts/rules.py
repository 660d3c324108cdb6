"""The permission table: which role may do what. Pure."""

from collections.abc import Mapping

from participatie.accounts.types import Rol
from participatie.core.permissions import Permission

BEWONER_PERMISSIONS = frozenset({Permission.INZENDING_INDIENEN})

PERMISSIONS: Mapping[Rol, frozenset[Permission]] = {
    Rol.WIJKRAADSLID: frozenset(),
    Rol.GEBIEDSVERBINDER: frozenset({Permission.INZENDING_MODEREREN}),
    Rol.PROGRAMMAREDACTEUR: frozenset({Permission.PROJECT_BEHEREN}),
    Rol.PARTNER: frozenset(),
    Rol.BEHEERDER: frozenset({Permission.ROLLEN_BEHEREN}),
}
