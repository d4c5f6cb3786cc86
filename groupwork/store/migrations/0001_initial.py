"""The first schema. Frozen: never edited after a release, whatever becomes of tables.py."""

from __future__ import annotations

from typing import Any

from groupwork.store.schema import migrating, run_all

VERSION = 1

SCHEMA = """
CREATE TABLE "setting" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "key" TEXT NOT NULL, "value" TEXT
) STRICT;;
CREATE UNIQUE INDEX "setting_key" ON "setting" ("key");;

CREATE TABLE "facilitator" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "code" TEXT NOT NULL, "name" TEXT NOT NULL,
  "role" TEXT NOT NULL, "active" INTEGER NOT NULL
) STRICT;;
CREATE UNIQUE INDEX "facilitator_code" ON "facilitator" ("code");;

CREATE TABLE "sign_in" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK (role IN ('lead','facilitator','volunteer','viewer')),
  "facilitator_id" INTEGER, "active" INTEGER NOT NULL,
  FOREIGN KEY ("facilitator_id") REFERENCES "facilitator" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE UNIQUE INDEX "sign_in_name" ON "sign_in" ("name");;
CREATE INDEX "sign_in_facilitator_id" ON "sign_in" ("facilitator_id");;

CREATE TABLE "room" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "code" TEXT NOT NULL, "name" TEXT NOT NULL,
  "capacity" INTEGER CHECK (capacity IS NULL OR capacity > 0), "note" TEXT NOT NULL
) STRICT;;
CREATE UNIQUE INDEX "room_code" ON "room" ("code");;

CREATE TABLE "activity" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "code" TEXT NOT NULL, "name" TEXT NOT NULL,
  "short" TEXT NOT NULL,
  "category" TEXT NOT NULL CHECK (category IN
    ('craft','art','project','daily','work','talk','wellbeing','community')),
  "minutes" INTEGER NOT NULL CHECK (minutes > 0), "min_people" INTEGER, "max_people" INTEGER,
  "staff" INTEGER NOT NULL, "method" TEXT NOT NULL,
  "hazard" TEXT NOT NULL CHECK (hazard IN ('low','medium','high')), "off_site" INTEGER NOT NULL,
  "records_mood" INTEGER NOT NULL, "active" INTEGER NOT NULL
) STRICT;;
CREATE UNIQUE INDEX "activity_code" ON "activity" ("code");;

CREATE TABLE "activity_task" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "activity_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL, "name" TEXT NOT NULL, "usual" INTEGER NOT NULL,
  FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "activity_task_activity_id" ON "activity_task" ("activity_id");;

CREATE TABLE "group_" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "activity_id" INTEGER NOT NULL,
  "name" TEXT NOT NULL, "weekday" INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  "start" TEXT NOT NULL, "end" TEXT NOT NULL,
  "every_weeks" INTEGER NOT NULL CHECK (every_weeks > 0), "from_date" TEXT NOT NULL,
  "to_date" TEXT, "room_id" INTEGER, "place" TEXT NOT NULL, "min_people" INTEGER,
  "max_people" INTEGER, "all_present" INTEGER NOT NULL,
  FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("room_id") REFERENCES "room" ("id") DEFERRABLE INITIALLY DEFERRED,
  CHECK ("start" < "end")
) STRICT;;
CREATE INDEX "group__activity_id" ON "group_" ("activity_id");;
CREATE INDEX "group__room_id" ON "group_" ("room_id");;

CREATE TABLE "group_facilitator" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" INTEGER NOT NULL,
  "facilitator_id" INTEGER NOT NULL, "position" INTEGER NOT NULL,
  FOREIGN KEY ("group_id") REFERENCES "group_" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("facilitator_id") REFERENCES "facilitator" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "group_facilitator_facilitator_id" ON "group_facilitator" ("facilitator_id");;
CREATE UNIQUE INDEX "group_facilitator_group_id_facilitator_id"
  ON "group_facilitator" ("group_id", "facilitator_id");;

CREATE TABLE "participant" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "code" TEXT NOT NULL, "called" TEXT NOT NULL,
  "full" TEXT NOT NULL, "rest" TEXT NOT NULL, "native" TEXT NOT NULL, "sort_name" TEXT NOT NULL,
  "birth_date" TEXT, "language" TEXT NOT NULL, "interpreter" INTEGER NOT NULL,
  "print_language" TEXT NOT NULL, "active" INTEGER NOT NULL, "search" TEXT NOT NULL
) STRICT;;
CREATE UNIQUE INDEX "participant_code" ON "participant" ("code");;
CREATE INDEX "participant_search" ON "participant" ("search");;

CREATE TABLE "alert" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('safety','one_to_one','support','language','food','no_photos')),
  "words" TEXT NOT NULL, "printed" INTEGER NOT NULL,
  FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "alert_participant_id" ON "alert" ("participant_id");;

CREATE TABLE "episode" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL,
  "start" TEXT NOT NULL, "end" TEXT, "reason" TEXT NOT NULL, "planned" INTEGER,
  FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "episode_participant_id" ON "episode" ("participant_id");;

CREATE TABLE "membership" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" INTEGER NOT NULL,
  "participant_id" INTEGER NOT NULL, "from_date" TEXT NOT NULL, "to_date" TEXT,
  FOREIGN KEY ("group_id") REFERENCES "group_" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "membership_group_id" ON "membership" ("group_id");;
CREATE INDEX "membership_participant_id" ON "membership" ("participant_id");;

CREATE TABLE "planned_absence" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL,
  "from_date" TEXT NOT NULL, "to_date" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK (status IN ('H','V','X','U','O','N')), "words" TEXT NOT NULL,
  "told_at" TEXT,
  FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "planned_absence_participant_id" ON "planned_absence" ("participant_id");;

CREATE TABLE "closure" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "from_date" TEXT NOT NULL,
  "to_date" TEXT NOT NULL, "name" TEXT NOT NULL, "room_id" INTEGER, "allowed_activity_id" INTEGER,
  FOREIGN KEY ("room_id") REFERENCES "room" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("allowed_activity_id") REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "closure_room_id" ON "closure" ("room_id");;
CREATE INDEX "closure_allowed_activity_id" ON "closure" ("allowed_activity_id");;

CREATE TABLE "session" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" INTEGER,
  "activity_id" INTEGER NOT NULL, "title" TEXT NOT NULL, "date" TEXT NOT NULL,
  "start" TEXT NOT NULL, "end" TEXT NOT NULL, "room_id" INTEGER, "place" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK (status IN ('planned','held','not_held')), "reason" TEXT NOT NULL,
  "decided_at" TEXT, "register_taken" INTEGER NOT NULL, "all_present" INTEGER NOT NULL,
  "expected_count" INTEGER NOT NULL, "attended_count" INTEGER NOT NULL,
  "recorded_count" INTEGER NOT NULL, "register_count" INTEGER NOT NULL,
  FOREIGN KEY ("group_id") REFERENCES "group_" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("room_id") REFERENCES "room" ("id") DEFERRABLE INITIALLY DEFERRED,
  CHECK ("start" < "end")
) STRICT;;
CREATE INDEX "session_date" ON "session" ("date");;
CREATE INDEX "session_room_id" ON "session" ("room_id");;
CREATE INDEX "session_activity_id_date_start" ON "session" ("activity_id", "date", "start");;
CREATE INDEX "session_group_id_date" ON "session" ("group_id", "date");;
CREATE INDEX "session_to_take" ON "session" ("date") WHERE NOT "register_taken";;

CREATE TABLE "session_facilitator" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "session_id" INTEGER NOT NULL,
  "facilitator_id" INTEGER NOT NULL, "position" INTEGER NOT NULL,
  FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("facilitator_id") REFERENCES "facilitator" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "session_facilitator_facilitator_id" ON "session_facilitator" ("facilitator_id");;
CREATE UNIQUE INDEX "session_facilitator_session_id_facilitator_id"
  ON "session_facilitator" ("session_id", "facilitator_id");;

CREATE TABLE "session_invite" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "session_id" INTEGER NOT NULL,
  "participant_id" INTEGER NOT NULL,
  FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "session_invite_participant_id" ON "session_invite" ("participant_id");;
CREATE UNIQUE INDEX "session_invite_session_id_participant_id"
  ON "session_invite" ("session_id", "participant_id");;

CREATE TABLE "session_task" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "session_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL, "name" TEXT NOT NULL, "activity_task_id" INTEGER,
  FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("activity_task_id") REFERENCES "activity_task" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "session_task_session_id" ON "session_task" ("session_id");;
CREATE INDEX "session_task_activity_task_id" ON "session_task" ("activity_task_id");;

CREATE TABLE "attendance" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "session_id" INTEGER NOT NULL,
  "participant_id" INTEGER NOT NULL,
  "status" TEXT CHECK (status IN ('P','R','A','X','U','O','D','T','H','V','N','W')),
  "late_min" INTEGER CHECK (late_min >= 0), "early_min" INTEGER CHECK (early_min >= 0),
  "minutes" INTEGER CHECK (minutes >= 0), "reason" TEXT NOT NULL, "told_at" TEXT,
  "planned" INTEGER NOT NULL, "absence_id" INTEGER,
  "participation" INTEGER CHECK (participation BETWEEN 0 AND 4),
  "mood_before" INTEGER CHECK (mood_before BETWEEN 1 AND 5),
  "mood_after" INTEGER CHECK (mood_after BETWEEN 1 AND 5), "start" TEXT NOT NULL,
  FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("absence_id") REFERENCES "planned_absence" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "attendance_absence_id" ON "attendance" ("absence_id");;
CREATE UNIQUE INDEX "attendance_session_id_participant_id"
  ON "attendance" ("session_id", "participant_id");;
CREATE INDEX "attendance_participant_id_start" ON "attendance" ("participant_id", "start");;

CREATE TABLE "result" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "task_id" INTEGER NOT NULL,
  "participant_id" INTEGER NOT NULL,
  "outcome" TEXT NOT NULL CHECK (outcome IN ('done','partly','not_done','not_offered')),
  "level" INTEGER CHECK (level BETWEEN 1 AND 6), "reason" TEXT,
  FOREIGN KEY ("task_id") REFERENCES "session_task" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED,
  CHECK (level IS NULL OR outcome IN ('done','partly'))
) STRICT;;
CREATE INDEX "result_participant_id" ON "result" ("participant_id");;
CREATE UNIQUE INDEX "result_task_id_participant_id" ON "result" ("task_id", "participant_id");;

CREATE TABLE "print" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "sheet_id" TEXT NOT NULL,
  "session_id" INTEGER NOT NULL, "kind" TEXT NOT NULL, "language" TEXT NOT NULL,
  "paper" TEXT NOT NULL, "printed_at" TEXT NOT NULL, "pages" INTEGER NOT NULL,
  "layout" TEXT NOT NULL, "people" TEXT NOT NULL,
  FOREIGN KEY ("session_id") REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE UNIQUE INDEX "print_sheet_id" ON "print" ("sheet_id");;
CREATE INDEX "print_session_id" ON "print" ("session_id");;

CREATE TABLE "journal_chain" (
  "id" INTEGER NOT NULL PRIMARY KEY, "workstation" TEXT NOT NULL, "key" BLOB NOT NULL,
  "count" INTEGER NOT NULL, "head" BLOB NOT NULL
) STRICT;;
CREATE UNIQUE INDEX "journal_chain_workstation" ON "journal_chain" ("workstation");;

CREATE TABLE "journal_step" (
  "id" INTEGER NOT NULL PRIMARY KEY, "chain_id" INTEGER NOT NULL, "seq" INTEGER NOT NULL,
  "at" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('step','undo','system','event','final')), "actor" INTEGER,
  "verb" TEXT NOT NULL, "params" TEXT NOT NULL, "undoes" INTEGER, "changes" INTEGER NOT NULL,
  "mac" BLOB NOT NULL,
  FOREIGN KEY ("chain_id") REFERENCES "journal_chain" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;
CREATE INDEX "journal_step_undoes" ON "journal_step" ("undoes") WHERE "undoes" IS NOT NULL;;

CREATE TABLE "journal_change" (
  "step_id" INTEGER NOT NULL, "n" INTEGER NOT NULL, "table" TEXT NOT NULL, "row" INTEGER NOT NULL,
  "op" TEXT NOT NULL CHECK (op IN ('insert','update','delete')), "digest" BLOB NOT NULL,
  PRIMARY KEY ("step_id", "n"),
  FOREIGN KEY ("step_id") REFERENCES "journal_step" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;;

CREATE TABLE "journal_image" (
  "step" INTEGER NOT NULL, "n" INTEGER NOT NULL, "salt" BLOB NOT NULL, "before" TEXT, "after" TEXT,
  PRIMARY KEY ("step", "n")
) STRICT, WITHOUT ROWID;;
CREATE TRIGGER "journal_step_no_update" BEFORE UPDATE ON "journal_step"
  BEGIN SELECT RAISE(ABORT, 'journal_step is append-only'); END;;
CREATE TRIGGER "journal_step_no_delete" BEFORE DELETE ON "journal_step"
  BEGIN SELECT RAISE(ABORT, 'journal_step is append-only'); END;;
CREATE TRIGGER "journal_change_no_update" BEFORE UPDATE ON "journal_change"
  BEGIN SELECT RAISE(ABORT, 'journal_change is append-only'); END;;
CREATE TRIGGER "journal_change_no_delete" BEFORE DELETE ON "journal_change"
  BEGIN SELECT RAISE(ABORT, 'journal_change is append-only'); END;;
CREATE TRIGGER "journal_image_no_update" BEFORE UPDATE ON "journal_image"
  BEGIN SELECT RAISE(ABORT, 'journal_image is append-only'); END;;
CREATE TRIGGER "journal_chain_no_delete" BEFORE DELETE ON "journal_chain"
  BEGIN SELECT RAISE(ABORT, 'journal_chain is append-only'); END;;
CREATE TRIGGER "journal_chain_no_update" BEFORE UPDATE OF "id", "workstation", "key" ON "journal_chain"
  BEGIN SELECT RAISE(ABORT, 'journal_chain is append-only'); END;;
"""


def up(_migrator: Any, db: Any) -> None:
    """Create every table, index and trigger of the first version."""
    with migrating(db, VERSION):
        run_all(db, SCHEMA)
