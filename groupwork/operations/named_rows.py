"""Rows that carry a name of their own while they are in use, and are archived when they go.

Rooms and facilitators are such rows: two in use never share a name, whatever was used stays in the history,
and only what was entered by mistake can be taken away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from groupwork.domain.text import fold
from groupwork.errors import Refused

if TYPE_CHECKING:
    from groupwork.operations.desk import Desk
    from groupwork.store.journal import Done

RowT = TypeVar("RowT")


@dataclass(frozen=True)
class NamedRows(Generic[RowT]):
    """One table of such rows. The sentences are gettext source texts; `taken` and `used` name {name}.

    `noun` names the row in the journal; `links` are the tables and columns that may point at it.
    """

    table: Any
    noun: str
    links: tuple[tuple[Any, Any], ...]
    gone: str
    taken: str
    used: str

    def existing(self, row_id: int) -> RowT:
        """The row; refused in words when it is gone."""
        row: RowT | None = self.table.get_or_none(self.table.id == row_id)
        if row is None:
            raise Refused(self.gone)
        return row

    def free(self, name: str, row_id: int) -> str:
        """The name; refused in words while another row in use has it, in whatever spelling."""
        others = self.table.select(self.table.name).where(self.table.active, self.table.id != row_id)
        if fold(name) in {fold(other) for (other,) in others.tuples()}:
            raise Refused(self.taken, name=name)
        return name

    def is_used(self, row_id: int) -> bool:
        """Whether anything in the file names it. At most one SELECT for each of `links`."""
        return any(table.select().where(link == row_id).exists() for table, link in self.links)

    def save(self, desk: Desk, row: Any, verb: str) -> Done:
        """One undoable step."""
        with desk.step(verb, **{self.noun: row.id}) as step:
            step.save(row)
        return step.done

    def archive(self, desk: Desk, row_id: int, verb: str) -> Done:
        """Offer it no longer; what names it stays."""
        row: Any = self.existing(row_id)
        row.active = False
        return self.save(desk, row, verb)

    def bring_back(self, desk: Desk, row_id: int, verb: str) -> Done:
        """Offer it again. Refused while another one has the name."""
        row: Any = self.existing(row_id)
        self.free(row.name, row_id)
        row.active = True
        return self.save(desk, row, verb)

    def remove(self, desk: Desk, row_id: int, verb: str) -> Done:
        """Take away what was entered by mistake. Refused for what was used."""
        row: Any = self.existing(row_id)
        if self.is_used(row_id):
            raise Refused(self.used, name=row.name)
        with desk.step(verb) as step:
            step.delete(row)
        return step.done
