"""SQLAlchemy, without what nobody here needs of it: all of the store takes it from here."""
from __future__ import annotations

from inspect import iscoroutine

from borgerplan_desktop.model.put_off import put_off

__all__ = ["ColumnOperators", "SQLAlchemyError", "event", "sa"]


class _Cancelled(BaseException):
    """Nothing here runs in asyncio, so nothing is cancelled there."""


# SQLAlchemy loads asyncio, and that sockets and the encryption of the web: 4 MB that nobody here needs. What it looks
# up when the database refuses something is at hand, so that nothing has to be loaded in the middle of a trouble.
with put_off("asyncio", iscoroutine=iscoroutine, TimeoutError=TimeoutError, CancelledError=_Cancelled):
    import sqlalchemy as sa
    import sqlalchemy.dialects.sqlite  # noqa: F401  asks for it too
    from sqlalchemy import event
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.sql.operators import ColumnOperators
