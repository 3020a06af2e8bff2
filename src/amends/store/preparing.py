"""Make a data folder ready: private, of a version that this program knows, and with its tables."""

import os
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from amends.store.errors import MissingFile, NewerFolder, RoleTooStrong
from amends.store.files import sync_folder
from amends.store.models import FormatVersion
from amends.store.trouble import database_file, files_told_plainly, told_plainly

FORMAT = 1  # raised with every change that an older amends could not read


def prepare(alias: str = DEFAULT_DB_ALIAS) -> None:
    """Make the folder, the file and the tables if they are missing; does nothing the second time.

    Raises NewerFolder and RoleTooStrong before anything is touched, MissingFile when only the
    file's journal is left, and the other kinds of StoreError.
    """
    path = database_file(alias)
    if path:
        with files_told_plainly():
            _make_private(path)
    with told_plainly(alias):
        _refuse_strong_role(alias)
        _refuse_newer(alias)
        _make_tables(alias)
        FormatVersion.objects.using(alias).get_or_create(version=FORMAT)


def _make_private(path: Path) -> None:
    """Only the owner may read: the folder when it is ours, and the file always."""
    folder = path.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        if any(folder.glob(f"{path.name}-*")):
            raise MissingFile
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        sync_folder(folder)
    if not _is_shared(path):
        _only_owner(folder, 0o700)
    _only_owner(path, 0o600)


def _is_shared(path: Path) -> bool:
    """Whether the folder holds more than this database."""
    return any(not other.name.startswith(path.name) for other in path.parent.iterdir())


def _only_owner(path: Path, mode: int) -> None:
    if path.stat().st_mode & 0o777 != mode:
        path.chmod(mode)


def _refuse_strong_role(alias: str) -> None:
    if connections[alias].vendor != "postgresql":
        return
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            raise RoleTooStrong


def _refuse_newer(alias: str) -> None:
    tables = connections[alias].introspection.table_names()
    if "store_formatversion" not in tables:
        return
    if FormatVersion.objects.using(alias).filter(version__gt=FORMAT).exists():
        raise NewerFolder


def _make_tables(alias: str) -> None:
    executor = MigrationExecutor(connections[alias])
    wanted = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(wanted):
        executor.migrate(wanted)
