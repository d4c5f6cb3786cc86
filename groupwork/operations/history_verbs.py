"""What the journal's plain verbs are called: a sentence with the names of the rows it is about."""

from __future__ import annotations

from groupwork.i18n import N_

PLAIN: dict[str, str] = {
    "activity.added": N_("Activity added"),
    "attendance.drop_in_added": N_("{participant} came as a walk-in"),
    "attendance.drop_in_removed": N_("{participant} taken off the register"),
    "backup.folder_chosen": N_("Folder of the backups changed"),
    "backup.made": N_("Backup made"),
    "backup.thinned": N_("Old backups removed: {count}"),
    "demo.filled": N_("Demo centre filled"),
    "draft.dropped": N_("Kept unfinished entry taken away"),
    "draft.kept": N_("Unfinished entry kept"),
    "recovery.confirmed": N_("Recovery sheet confirmed"),
    "recovery.made": N_("Recovery sheet made"),
    "recovery.printed": N_("Recovery sheet printed or saved"),
    "facilitator.added": N_("Facilitator added"),
    "file.created": N_("File made"),
    "file.opened": N_("File opened"),
    "person.viewed": N_("Records looked at"),
    "restore.done": N_("Restored from a backup"),
    "room.added": N_("Room added"),
    "session.changed": N_("{session}: session changed"),
    "session.held": N_("{session}: marked as held"),
    "session.moved": N_("{session}: moved"),
    "session.not_held": N_("{session}: marked as not held"),
    "session.removed": N_("Session removed: {activity}, {date}"),
    "session.reopened": N_("{session}: opened again"),
    "sheet.printed": N_("Sheet printed: {session}"),
    "day.printed": N_("Sheets of {date} printed"),
    "sign_in.added": N_("Sign-in added"),
    "sign_in.disabled": N_("{sign_in}: sign-in disabled"),
    "sign_in.enabled": N_("{sign_in}: sign-in enabled, with a new passphrase"),
    "sign_in.failed": N_("A sign-in failed"),
    "sign_in.passphrase_changed": N_("{sign_in}: own passphrase changed"),
    "sign_in.passphrase_given": N_("{sign_in}: new passphrase given"),
    "sign_in.removed": N_("Sign-in removed"),
    "sign_in.role_changed": N_("{sign_in}: role changed"),
    "recovery.used": N_("Opened with the recovery sheet"),
    "task.added": N_("Task added"),
    "task.removed": N_("Task removed"),
    "task.renamed": N_("Task renamed: {task}"),
}
"""Verb → text; placeholders are kinds of rows, `date` and `count`."""
