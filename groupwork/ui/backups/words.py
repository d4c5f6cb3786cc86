"""Backups in words: when, how large, what to worry about."""

from __future__ import annotations

from datetime import datetime, timedelta

from groupwork.domain.backups import BackupInfo, BackupState, Concern, concerns, newest_of
from groupwork.i18n import N_, _, current, ngettext, say
from groupwork.ui.backup_keeper import BackupKeeper

CONCERNS: dict[Concern, str] = {
    Concern.FOLDER_GONE: N_("The folder of the backups is not there"),
    Concern.NONE_YET: N_("No backup yet"),
    Concern.OLD: N_("The last backup is more than a day old"),
    Concern.DISK_LOW: N_("Less than 200 MB free on the disk: make room"),
    Concern.SECOND_UNSEEN: N_("The second folder was not seen for a week"),
}


def when(at: datetime, now: datetime) -> str:
    """ "today 08:30", "yesterday 16:05", "Tue 18 Nov 16:05", with the year when it is another one."""
    local, today = at.astimezone(), now.astimezone().date()
    day, clock = local.date(), f"{local:%H:%M}"
    if day == today:
        return _("today {time}").format(time=clock)
    if day == today - timedelta(days=1):
        return _("yesterday {time}").format(time=clock)
    named = current().day(day, year=day.year != today.year)
    return _("{day}, {time}").format(day=named, time=clock)


def size(number: int) -> str:
    """ "840 kB", "12 MB", "1.3 GB"."""
    for unit, of in (("GB", 10**9), ("MB", 10**6)):
        if number >= of:
            value = number / of
            return f"{current().number(value, 0 if value >= 10 else 1)} {unit}"
    return f"{current().number(max(1, number / 1000))} kB"


def about(backup: BackupInfo) -> str:
    """ "12 MB, 3204 rows, verified"."""
    rows = ngettext("{n} row", "{n} rows", backup.rows).format(n=backup.rows)
    return _("{size}, {rows}, verified").format(size=size(backup.size), rows=rows)


def newest(state: BackupState, now: datetime) -> str:
    """ "Backup: today 08:30, verified", or that there is none."""
    found = newest_of(state.backups, now)
    if found is None:
        return _("No backup yet")
    return _("Backup: {when}, verified").format(when=when(found.made_at, now))


def second(state: BackupState, now: datetime) -> str:
    """When the second folder was last seen, or that there is none."""
    if state.second is None:
        return _("No second folder, such as a USB stick")
    if state.second_seen is None:
        return _("Second folder: not seen yet")
    return _("Second folder: last seen {when}").format(when=when(state.second_seen, now))


def worries(keeper: BackupKeeper) -> list[str]:
    """What to warn about, the worst first: why the last try failed, then what the folders show."""
    found = [say(keeper.trouble)] if keeper.trouble is not None else []
    if keeper.state is not None:
        told = concerns(keeper.state, keeper.clock())
        gone = keeper.trouble is not None and Concern.FOLDER_GONE in told
        found += [_(CONCERNS[each]) for each in told if not (gone and each is Concern.FOLDER_GONE)]
    return found
