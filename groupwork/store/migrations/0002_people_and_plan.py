"""People's records, activities in full, groups and days at the centre. Frozen after its release."""

from __future__ import annotations

from typing import Any

from groupwork.store.schema import even, migrating, rebuild_table, run_all

VERSION = 2

NEW = """
CREATE TABLE "picture" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "key" TEXT NOT NULL, "kind" TEXT NOT NULL CHECK
  (kind IN ('image/png','image/jpeg')), "width" INTEGER NOT NULL CHECK (width BETWEEN 1 AND 1600),
  "height" INTEGER NOT NULL CHECK (height BETWEEN 1 AND 1600), "data" BLOB NOT NULL
) STRICT;;

CREATE UNIQUE INDEX "picture_key" ON "picture" ("key");;

CREATE TABLE "activity_phase" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "activity_id" INTEGER NOT NULL, "position" INTEGER
  NOT NULL, "name" TEXT NOT NULL, "minutes" INTEGER NOT NULL CHECK (minutes > 0), "words" TEXT NOT
  NULL, FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "activity_phase_activity_id" ON "activity_phase" ("activity_id");;

CREATE TABLE "activity_material" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "activity_id" INTEGER NOT NULL, "position" INTEGER
  NOT NULL, "name" TEXT NOT NULL, "quantity" TEXT NOT NULL, "tool" INTEGER NOT NULL, "permission" TEXT
  NOT NULL CHECK (permission IN ('free','shown','watched','staff')), FOREIGN KEY ("activity_id")
  REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "activity_material_activity_id" ON "activity_material" ("activity_id");;

CREATE TABLE "activity_hazard" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "activity_id" INTEGER NOT NULL, "position" INTEGER
  NOT NULL, "hazard" TEXT NOT NULL, "control" TEXT NOT NULL, FOREIGN KEY ("activity_id") REFERENCES
  "activity" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "activity_hazard_activity_id" ON "activity_hazard" ("activity_id");;

CREATE TABLE "group_gap" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" INTEGER NOT NULL, "date" TEXT NOT NULL,
  FOREIGN KEY ("group_id") REFERENCES "group_" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE UNIQUE INDEX "group_gap_group_id_date" ON "group_gap" ("group_id", "date");;

CREATE INDEX "participant_key_worker_id" ON "participant" ("key_worker_id");;

CREATE INDEX "participant_merged_into_id" ON "participant" ("merged_into_id");;

CREATE TABLE "contact" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL, "position"
  INTEGER NOT NULL, "name" TEXT NOT NULL, "relation" TEXT NOT NULL, "phone" TEXT NOT NULL, "email"
  TEXT NOT NULL, "note" TEXT NOT NULL, "emergency" INTEGER NOT NULL, FOREIGN KEY ("participant_id")
  REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "contact_participant_id" ON "contact" ("participant_id");;

CREATE TABLE "trait" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL, "position"
  INTEGER NOT NULL, "kind" TEXT NOT NULL CHECK (kind IN
  ('strength','need','adaptation','interest','diet','observance')), "words" TEXT NOT NULL, FOREIGN KEY
  ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "trait_participant_id" ON "trait" ("participant_id");;

CREATE TABLE "consent" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL, "purpose" TEXT
  NOT NULL CHECK (purpose IN ('photos','funder','doctors','family','wall_name','messages','other')),
  "words" TEXT NOT NULL, "given" INTEGER NOT NULL, "date" TEXT NOT NULL, "said_by" TEXT NOT NULL,
  "withdrawn_on" TEXT, "withdrawn_by" TEXT NOT NULL, FOREIGN KEY ("participant_id") REFERENCES
  "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "consent_participant_id" ON "consent" ("participant_id");;

CREATE TABLE "agreed_day" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL, "weekday"
  INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), "from_date" TEXT NOT NULL, "to_date" TEXT, FOREIGN
  KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "agreed_day_participant_id" ON "agreed_day" ("participant_id");;

CREATE TABLE "day_presence" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL, "date" TEXT NOT
  NULL, "arrived" TEXT, "left" TEXT, "away" TEXT NOT NULL CHECK (away IN
  ('','A','X','U','O','T','H','V','N')), "reason" TEXT NOT NULL, FOREIGN KEY ("participant_id")
  REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "day_presence_date" ON "day_presence" ("date");;

CREATE UNIQUE INDEX "day_presence_participant_id_date" ON "day_presence" ("participant_id",
  "date");;

CREATE TABLE "waiting" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" INTEGER NOT NULL, "participant_id"
  INTEGER NOT NULL, "since" TEXT NOT NULL, "words" TEXT NOT NULL, "ended" TEXT, "outcome" TEXT NOT
  NULL CHECK (outcome IN ('','joined','given_up')), FOREIGN KEY ("group_id") REFERENCES "group_"
  ("id") DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY ("participant_id") REFERENCES "participant" ("id")
  DEFERRABLE INITIALLY DEFERRED
) STRICT;;

CREATE INDEX "waiting_group_id" ON "waiting" ("group_id");;

CREATE INDEX "waiting_participant_id" ON "waiting" ("participant_id");;

CREATE INDEX "session_closure_id" ON "session" ("closure_id");;
"""

CHANGED = {
    "facilitator": """
CREATE TABLE "facilitator" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "code" TEXT NOT NULL, "name" TEXT NOT NULL, "role"
  TEXT NOT NULL, "phone" TEXT NOT NULL, "email" TEXT NOT NULL, "note" TEXT NOT NULL, "active" INTEGER
  NOT NULL
) STRICT
""",
    "room": """
CREATE TABLE "room" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "code" TEXT NOT NULL, "name" TEXT NOT NULL,
  "capacity" INTEGER CHECK (capacity IS NULL OR capacity > 0), "note" TEXT NOT NULL, "active" INTEGER
  NOT NULL
) STRICT
""",
    "activity": """
CREATE TABLE "activity" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "code" TEXT NOT NULL, "name" TEXT NOT NULL, "short"
  TEXT NOT NULL, "category" TEXT NOT NULL CHECK (category IN
  ('craft','art','project','daily','work','talk','wellbeing','community')), "minutes" INTEGER NOT NULL
  CHECK (minutes > 0), "min_people" INTEGER, "max_people" INTEGER, "staff" INTEGER NOT NULL,
  "people_per_staff" INTEGER CHECK (people_per_staff IS NULL OR people_per_staff > 0), "aims" TEXT NOT
  NULL, "method" TEXT NOT NULL, "hazard" TEXT NOT NULL CHECK (hazard IN ('low','medium','high')),
  "off_site" INTEGER NOT NULL, "records_mood" INTEGER NOT NULL, "example" TEXT NOT NULL, "active"
  INTEGER NOT NULL
) STRICT
""",
    "activity_task": """
CREATE TABLE "activity_task" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "activity_id" INTEGER NOT NULL, "position" INTEGER
  NOT NULL, "name" TEXT NOT NULL, "usual" INTEGER NOT NULL, "easier" TEXT NOT NULL, "harder" TEXT NOT
  NULL, "active" INTEGER NOT NULL, FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") DEFERRABLE
  INITIALLY DEFERRED
) STRICT
""",
    "group_": """
CREATE TABLE "group_" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "activity_id" INTEGER NOT NULL, "name" TEXT NOT
  NULL, "short" TEXT NOT NULL, "weekday" INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), "start"
  TEXT NOT NULL, "end" TEXT NOT NULL, "every_weeks" INTEGER NOT NULL CHECK (every_weeks > 0), "nth"
  INTEGER CHECK (nth IS NULL OR nth IN (-1,1,2,3,4)), "from_date" TEXT NOT NULL, "to_date" TEXT,
  "counted_from" TEXT, "room_id" INTEGER, "place" TEXT NOT NULL, "min_people" INTEGER, "max_people"
  INTEGER, "all_present" INTEGER NOT NULL, "note" TEXT
  NOT NULL, FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("room_id") REFERENCES "room" ("id") DEFERRABLE INITIALLY DEFERRED, CHECK ("start" <
  "end")
) STRICT
""",
    "group_facilitator": """
CREATE TABLE "group_facilitator" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" INTEGER NOT NULL, "facilitator_id"
  INTEGER NOT NULL, "position" INTEGER NOT NULL, "role" TEXT NOT NULL CHECK (role IN
  ('lead','assist','stand_in')), FOREIGN KEY ("group_id") REFERENCES "group_" ("id") DEFERRABLE
  INITIALLY DEFERRED, FOREIGN KEY ("facilitator_id") REFERENCES "facilitator" ("id") DEFERRABLE
  INITIALLY DEFERRED
) STRICT
""",
    "participant": """
CREATE TABLE "participant" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "code" TEXT NOT NULL, "given" TEXT NOT NULL,
  "family" TEXT NOT NULL, "family_first" INTEGER NOT NULL, "called" TEXT NOT NULL, "full" TEXT NOT
  NULL, "rest" TEXT NOT NULL, "native" TEXT NOT NULL, "sort_name" TEXT NOT NULL, "pronunciation" TEXT
  NOT NULL, "birth_date" TEXT, "language" TEXT NOT NULL, "speaks" TEXT NOT NULL, "interpreter" INTEGER
  NOT NULL, "print_language" TEXT NOT NULL, "phone" TEXT NOT NULL, "email" TEXT NOT NULL, "address"
  TEXT NOT NULL, "note" TEXT NOT NULL, "key_worker_id" INTEGER, "merged_into_id" INTEGER, "active"
  INTEGER NOT NULL, "search" TEXT NOT NULL, FOREIGN KEY ("key_worker_id") REFERENCES "facilitator"
  ("id") DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY ("merged_into_id") REFERENCES "participant" ("id")
  DEFERRABLE INITIALLY DEFERRED
) STRICT
""",
    "episode": """
CREATE TABLE "episode" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "participant_id" INTEGER NOT NULL, "start" TEXT NOT
  NULL, "end" TEXT, "reason" TEXT NOT NULL, "planned" INTEGER, "stage" TEXT NOT NULL CHECK (stage IN
  ('referred','waiting','trial','active','paused')), "referred_on" TEXT, "referred_by" TEXT NOT NULL,
  FOREIGN KEY ("participant_id") REFERENCES "participant" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT
""",
    "closure": """
CREATE TABLE "closure" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "from_date" TEXT NOT NULL, "to_date" TEXT NOT NULL,
  "name" TEXT NOT NULL, "kind" TEXT NOT NULL CHECK (kind IN ('closure','holiday')), "room_id" INTEGER,
  "allowed_activity_id" INTEGER, FOREIGN KEY ("room_id") REFERENCES "room" ("id") DEFERRABLE INITIALLY
  DEFERRED, FOREIGN KEY ("allowed_activity_id") REFERENCES "activity" ("id") DEFERRABLE INITIALLY
  DEFERRED
) STRICT
""",
    "session": """
CREATE TABLE "session" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" INTEGER, "activity_id" INTEGER NOT NULL,
  "title" TEXT NOT NULL, "date" TEXT NOT NULL, "start" TEXT NOT NULL, "end" TEXT NOT NULL, "room_id"
  INTEGER, "place" TEXT NOT NULL, "status" TEXT NOT NULL CHECK (status IN
  ('planned','held','not_held')), "reason" TEXT NOT NULL, "decided_at" TEXT, "closure_id" INTEGER,
  "series_date" TEXT, "register_taken" INTEGER NOT NULL, "all_present" INTEGER NOT NULL,
  "expected_count" INTEGER NOT NULL, "attended_count" INTEGER NOT NULL, "recorded_count" INTEGER NOT
  NULL, "register_count" INTEGER NOT NULL, FOREIGN KEY ("group_id") REFERENCES "group_" ("id")
  DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") DEFERRABLE
  INITIALLY DEFERRED, FOREIGN KEY ("room_id") REFERENCES "room" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("closure_id") REFERENCES "closure" ("id") DEFERRABLE INITIALLY DEFERRED, CHECK ("start"
  < "end")
) STRICT
""",
}
"""The new definition of each table that was there."""

EMPTY = "''"
_HAS_FAMILY = "instr(sort_name, ', ') > 0"
_FAMILY = f"CASE WHEN {_HAS_FAMILY} THEN substr(sort_name, 1, instr(sort_name, ', ') - 1) ELSE '' END"
_GIVEN = f"CASE WHEN {_HAS_FAMILY} THEN substr(sort_name, instr(sort_name, ', ') + 2) ELSE called END"
_FAMILY_FIRST = (
    f"CASE WHEN {_HAS_FAMILY} AND substr(full, 1, instr(sort_name, ', ')) = "
    "substr(sort_name, 1, instr(sort_name, ', ') - 1) || ' ' THEN 1 ELSE 0 END"
)
VALUES = {
    "facilitator": {"phone": EMPTY, "email": EMPTY, "note": EMPTY},
    "room": {"active": "1"},
    "activity": {"aims": EMPTY, "example": EMPTY},
    "activity_task": {"easier": EMPTY, "harder": EMPTY, "active": "1"},
    "group_": {"short": EMPTY, "note": EMPTY},
    "group_facilitator": {"role": "CASE WHEN position = 0 THEN 'lead' ELSE 'assist' END"},
    "participant": {
        "given": _GIVEN,
        "family": _FAMILY,
        "family_first": _FAMILY_FIRST,
        **dict.fromkeys(("pronunciation", "speaks", "phone", "email", "address", "note"), EMPTY),
    },
    "episode": {"stage": "'active'", "referred_by": EMPTY},
    "closure": {"kind": "'closure'"},
    "session": {"series_date": "CASE WHEN group_id IS NULL THEN NULL ELSE date END"},
}
"""What the rows that are there get in new columns; columns that may be empty stay so."""


def up(_migrator: Any, db: Any) -> None:
    """Add what people, activities, groups and days need; every row that was there stays."""
    with migrating(db, VERSION):
        for table, text in CHANGED.items():
            rebuild_table(db, table, even(text), VALUES[table])
        run_all(db, even(NEW))
