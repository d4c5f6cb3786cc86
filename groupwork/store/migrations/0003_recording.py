"""Notes, follow-ups, incidents, and what a register keeps besides. Frozen after its release."""

from __future__ import annotations

from typing import Any

from groupwork.store.schema import even, migrating, rebuild_table, run_all

VERSION = 3

NEW = """
CREATE TABLE "note" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "session_id" INTEGER, "participant_id" INTEGER,
  "template" TEXT NOT NULL CHECK (template IN ('group','girp','dap','soap','birp','three')), "parts"
  TEXT NOT NULL, "dismissed" TEXT, "contact" TEXT NOT NULL, "written_at" TEXT NOT NULL, "author_id"
  INTEGER, "late_reason" TEXT NOT NULL, "signed_at" TEXT, "signed_by" TEXT NOT NULL, "cosigned_at"
  TEXT, "cosigned_by" TEXT NOT NULL, FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE
  INITIALLY DEFERRED, FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE
  INITIALLY DEFERRED, FOREIGN KEY ("author_id") REFERENCES "sign_in" ("id") DEFERRABLE INITIALLY
  DEFERRED
) STRICT;;

CREATE INDEX "note_session_id" ON "note" ("session_id");;

CREATE INDEX "note_participant_id" ON "note" ("participant_id");;

CREATE INDEX "note_author_id" ON "note" ("author_id");;

CREATE TABLE "note_version" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "note_id" INTEGER NOT NULL, "at" TEXT NOT NULL,
  "by" TEXT NOT NULL, "template" TEXT NOT NULL, "parts" TEXT NOT NULL, FOREIGN KEY ("note_id")
  REFERENCES "note" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "note_version_note_id" ON "note_version" ("note_id");;

CREATE TABLE "note_amendment" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "note_id" INTEGER NOT NULL, "at" TEXT NOT NULL,
  "by" TEXT NOT NULL, "reason" TEXT NOT NULL, "words" TEXT NOT NULL, FOREIGN KEY ("note_id")
  REFERENCES "note" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "note_amendment_note_id" ON "note_amendment" ("note_id");;

CREATE TABLE "phrase" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "position" INTEGER NOT NULL, "short" TEXT NOT NULL,
  "words" TEXT NOT NULL, "part" TEXT NOT NULL
) STRICT;;

CREATE TABLE "follow_up" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL, "opened" TEXT
  NOT NULL, "first_day" TEXT NOT NULL, "owner_id" INTEGER, "next_date" TEXT, "closed" TEXT, "outcome"
  TEXT NOT NULL CHECK (outcome IN ('','came_back','agreed','ended','unreachable','mistake')), "words"
  TEXT NOT NULL, FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY
  DEFERRED, FOREIGN KEY ("owner_id") REFERENCES "sign_in" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "follow_up_participant_id" ON "follow_up" ("participant_id");;

CREATE INDEX "follow_up_owner_id" ON "follow_up" ("owner_id");;

CREATE UNIQUE INDEX "follow_up_open" ON "follow_up" ("participant_id") WHERE "closed" IS NULL;;

CREATE TABLE "follow_up_call" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "follow_up_id" INTEGER NOT NULL, "at" TEXT NOT
  NULL, "by" TEXT NOT NULL, "way" TEXT NOT NULL CHECK (way IN
  ('phone','message','letter','visit','other')), "result" TEXT NOT NULL CHECK (result IN
  ('reached','not_reached','message_left','contact_reached')), "words" TEXT NOT NULL, FOREIGN KEY
  ("follow_up_id") REFERENCES "follow_up" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "follow_up_call_follow_up_id" ON "follow_up_call" ("follow_up_id");;

CREATE TABLE "incident" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" TEXT NOT NULL CHECK (kind IN
  ('injury','near_miss','conflict','health','damage','missing','other')), "session_id" INTEGER, "date"
  TEXT NOT NULL, "time" TEXT, "place" TEXT NOT NULL, "what" TEXT NOT NULL, "done" TEXT NOT NULL,
  "first_aid" TEXT NOT NULL, "first_aider" TEXT NOT NULL, "told" TEXT NOT NULL, "to_do" TEXT NOT NULL,
  "to_do_by" TEXT, "closed" TEXT, "reported_by" TEXT NOT NULL, "written_at" TEXT NOT NULL, FOREIGN KEY
  ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "incident_session_id" ON "incident" ("session_id");;

CREATE INDEX "incident_date" ON "incident" ("date");;

CREATE TABLE "incident_person" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "incident_id" INTEGER NOT NULL, "participant_id"
  INTEGER, "name" TEXT NOT NULL, "part" TEXT NOT NULL CHECK (part IN ('hurt','involved','witness')),
  "injury" TEXT NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id") DEFERRABLE
  INITIALLY DEFERRED, FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE
  INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "incident_person_incident_id" ON "incident_person" ("incident_id");;

CREATE INDEX "incident_person_participant_id" ON "incident_person" ("participant_id");;

CREATE TABLE "late_change" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "session_id" INTEGER NOT NULL, "at" TEXT NOT NULL,
  "by" TEXT NOT NULL, "reason" TEXT NOT NULL, FOREIGN KEY ("session_id") REFERENCES "session" ("id")
  DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "late_change_session_id" ON "late_change" ("session_id");;
"""

CHANGED = {
    "planned_absence": """
CREATE TABLE "planned_absence" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL, "from_date" TEXT
  NOT NULL, "to_date" TEXT NOT NULL, "status" TEXT NOT NULL CHECK (status IN
  ('H','V','X','U','O','N')), "words" TEXT NOT NULL, "told_at" TEXT, "from_time" TEXT, "to_time" TEXT,
  "told_by" TEXT NOT NULL, FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE
  INITIALLY DEFERRED
) STRICT
""",
    "session": """
CREATE TABLE "session" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" INTEGER, "activity_id" INTEGER NOT NULL,
  "title" TEXT NOT NULL, "date" TEXT NOT NULL, "start" TEXT NOT NULL, "end" TEXT NOT NULL, "room_id"
  INTEGER, "place" TEXT NOT NULL, "status" TEXT NOT NULL CHECK (status IN
  ('planned','held','not_held')), "reason" TEXT NOT NULL, "decided_at" TEXT, "closure_id" INTEGER,
  "series_date" TEXT, "next_time" TEXT NOT NULL, "register_taken" INTEGER NOT NULL, "all_present"
  INTEGER NOT NULL, "expected_count" INTEGER NOT NULL, "attended_count" INTEGER NOT NULL,
  "recorded_count" INTEGER NOT NULL, "register_count" INTEGER NOT NULL, FOREIGN KEY ("group_id")
  REFERENCES "group_" ("id") DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY ("activity_id") REFERENCES
  "activity" ("id") DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY ("room_id") REFERENCES "room" ("id")
  DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY ("closure_id") REFERENCES "closure" ("id") DEFERRABLE
  INITIALLY DEFERRED, CHECK ("start" < "end")
) STRICT
""",
    "result": """
CREATE TABLE "result" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "task_id" INTEGER NOT NULL, "participant_id"
  INTEGER NOT NULL, "outcome" TEXT NOT NULL CHECK (outcome IN
  ('done','partly','not_done','not_offered')), "level" INTEGER CHECK (level BETWEEN 1 AND 6), "reason"
  TEXT, "quantity" INTEGER CHECK (quantity IS NULL OR quantity >= 0), "minutes" INTEGER CHECK (minutes
  IS NULL OR minutes >= 0), FOREIGN KEY ("task_id") REFERENCES "session_task" ("id") DEFERRABLE
  INITIALLY DEFERRED, FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE
  INITIALLY DEFERRED, CHECK (level IS NULL OR outcome IN ('done','partly'))
) STRICT
""",
}
"""The new definition of each table that was there."""
EMPTY = "''"
VALUES: dict[str, dict[str, str]] = {
    "session": {"next_time": EMPTY},
    "planned_absence": {"told_by": EMPTY},
    "result": {},
}
"""What the rows that are there get in new columns; columns that may be empty stay so."""


def up(_migrator: Any, db: Any) -> None:
    """Add what recording needs; every row that was there stays."""
    with migrating(db, VERSION):
        for table, text in CHANGED.items():
            rebuild_table(db, table, even(text), VALUES[table])
        run_all(db, even(NEW))
