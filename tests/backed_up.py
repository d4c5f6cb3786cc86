"""For tests of backups: a change to back up, and what lies in a folder."""

from datetime import UTC, datetime, timedelta

from groupwork.store.tables import Setting


class FakeClock:
    """The keeper's clock, moved by hand."""

    def __init__(self):
        self.now = datetime.now(UTC).replace(microsecond=0)

    def __call__(self):
        return self.now

    def forward(self, **by):
        self.now += timedelta(**by)


def change(desk, value=1):
    """Something is recorded."""
    with desk.store.journal.step("test.marked", {}, desk.actor) as step:
        row = Setting.get_or_none(Setting.key == "x") or Setting(key="x")
        row.value = value
        step.save(row)
    return step.done


def names(folder):
    """What lies in a folder."""
    return sorted(each.name for each in folder.iterdir())
