"""From the parsed TOML of the demo centre to its Script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from groupwork.domain.demo.follow_ups import followed
from groupwork.domain.demo.incident_texts import read_incidents
from groupwork.domain.demo.library import example_named, graded
from groupwork.domain.demo.notes_texts import read_notes
from groupwork.domain.demo.profiles import read_profiles
from groupwork.domain.demo.script import (
    Absence,
    Activity,
    Closed,
    Group,
    OpenRegister,
    Person,
    ProjectDay,
    Room,
    Rule,
    Script,
    Staff,
    Talk,
    Task,
    weeks_of,
)
from groupwork.domain.demo.waiting import waits

Table = Mapping[str, Any]


class Reader:
    """Reads one language of the description and moves every date by `shift` (whole weeks)."""

    def __init__(self, files: Mapping[str, Table], language: str, shift: timedelta) -> None:
        self._files = files
        self._language = language
        self._shift = shift
        self._weeks = weeks_of(files["centre"], language, shift)

    def script(self) -> Script:
        """The whole description."""
        centre, project = self._files["centre"], self._files["project"]
        return Script(
            name=self._say(centre["name"]),
            time_zone=centre["time_zone"],
            seed=centre["seed"],
            passphrase=centre["passphrase"],
            weeks=self._weeks,
            staff=tuple(
                Staff(
                    code=s["code"],
                    name=s["name"],
                    role=self._say(s["role"]),
                    sign_in=s["sign_in"],
                    may=s["may"],
                    passphrase=s.get("passphrase", ""),
                )
                for s in centre["staff"]
            ),
            rooms=tuple(
                Room(r["code"], self._say(r["name"]), r["capacity"], self._say(r.get("note")))
                for r in centre["rooms"]
            ),
            activities=tuple(self._activity(a) for a in self._files["activities"]["activities"]),
            groups=tuple(self._group(g) for g in centre["groups"]),
            people=tuple(self._person(p) for p in self._files["people"]["people"]),
            profiles=read_profiles(self._files["profiles"], self._say, self._day),
            closures=tuple(self._closures(centre)),
            project=project["activity"],
            project_days=tuple(
                ProjectDay(self._day(d["day"]), d["activity"], tuple(d["tasks"]), tuple(d.get("part", ())))
                for d in project["plan"]
            ),
            open_registers=tuple(
                OpenRegister(o["weekday"], o["activity"], tuple(o.get("blank", ()))) for o in centre["open"]
            ),
            moved=self._moved(centre["clashes"]),
            talk=self._talk(centre["clashes"]),
            waiting=waits(self._files["waiting"], self._weeks, self._say),
            notes=read_notes(self._files["notes"], self._say, self._language),
            incidents=read_incidents(self._files["incidents"], self._weeks.day, self._say),
            follow_ups=followed(self._files["follow_ups"], self._weeks, self._say),
        )

    def _say(self, words: Mapping[str, str] | None) -> str:
        return words[self._language] if words else ""

    def _day(self, day: date) -> date:
        return day + self._shift

    def _activity(self, a: Table) -> Activity:
        usual = a.get("usual", True)
        tasks = [
            Task(f"{a['code']}-{n}", self._say(t), usual) for n, t in enumerate(a.get("tasks", ()), start=1)
        ]
        like = example_named(self._files, a.get("like", ""), self._language)
        project = self._files["project"]
        if a["code"] == project["activity"]:
            tasks += [self._project_task(t, project["grading"].get(t["code"], {})) for t in project["tasks"]]
        return Activity(
            code=a["code"],
            name=self._say(a["name"]),
            short=self._say(a["short"]),
            category=a["category"],
            minutes=a["minutes"],
            min_people=a["min_people"],
            max_people=a["max_people"],
            staff=a["staff"],
            method=a["method"],
            hazard=a["hazard"],
            off_site=a.get("off_site", False),
            records_mood=a.get("records_mood", False),
            parts={part: self._say(words) for part, words in a.get("parts", {}).items()},
            tasks=graded(tasks, like),
            like=like,
            people_per_staff=a.get("people_per_staff", like.people_per_staff if like else None),
        )

    def _project_task(self, t: Table, grading: Table) -> Task:
        words = self._say(grading.get("easier")), self._say(grading.get("harder"))
        return Task(t["code"], self._say(t["name"]), False, t["crew"], *words)

    def _group(self, g: Table) -> Group:
        return Group(
            activity=g["activity"],
            weekday=g["weekday"],
            start=g["start"],
            end=g["end"],
            room=g.get("room", ""),
            place=self._say(g.get("place")),
            staff=tuple(g["staff"]),
            part=g.get("part", ""),
        )

    def _person(self, p: Table) -> Person:
        early = p.get("early")
        return Person(
            code=p["code"],
            called=p["called"],
            full=p["full"],
            rest=p.get("rest", ""),
            native=p.get("native", ""),
            sort_name=p["sort_name"],
            birth_date=self._born(p["age"], p["birthday"]),
            language=p["language"],
            interpreter=p.get("interpreter", False),
            enrolled=tuple(p["groups"]),
            alerts=tuple(
                (a["kind"], self._say(a["words"]), a.get("printed", True)) for a in p.get("alerts", ())
            ),
            absences=(*self._absences(p), *self._weekly_absences(p)),
            rules=tuple(_rule(r) for r in p.get("rules", ())),
            chance=tuple((*c["weeks"], c["percent"]) for c in p.get("chance", ())),
            participation=tuple((*c["weeks"], c["level"]) for c in p.get("participation", ())),
            early=(*early["minutes"], early["longer_than"]) if early else None,
            walk_ins=tuple((self._day(w["day"]), w["activity"]) for w in p.get("walk_ins", ())),
            starts=self._day(p["starts"]) if "starts" in p else None,
            ends=self._day(p["ends"]) if "ends" in p else None,
            end_reason=p.get("end_reason", ""),
            planned_end=p.get("planned_end"),
        )

    def _born(self, age: int, birthday: str) -> date:
        """The birth date that gives this age on the first day of the term; birthdays lie before 31 August."""
        first = self._weeks.first
        this_year = date.fromisoformat(f"{first.year}-{birthday}")
        return this_year.replace(year=first.year - age - (this_year > first))

    def _absences(self, p: Table) -> Iterator[Absence]:
        for a in p.get("absences", ()):
            told = self._day(a["told"]) if "told" in a else None
            yield Absence(
                a["status"], self._day(a["from"]), self._day(a["to"]), told, self._say(a.get("words"))
            )

    def _weekly_absences(self, p: Table) -> Iterator[Absence]:
        for a in p.get("weekly_absences", ()):
            for week in range(1, self._weeks.count + 1):
                day = self._weeks.day(week, a["weekday"])
                yield Absence(a["status"], day, day, None, self._say(a["words"]))

    def _closures(self, centre: Table) -> Iterator[Closed]:
        for c in centre["closures"]:
            yield Closed(self._day(c["day"]), self._day(c["day"]), self._say(c["name"]))
        for c in centre["room_closures"]:
            first, last = self._day(c["from"]), self._day(c["to"])
            yield Closed(first, last, self._say(c["name"]), c["room"], c["allowed"])

    def _moved(self, clashes: Table) -> tuple[str, date, str]:
        moved = clashes["moved"]
        return moved["activity"], self._weeks.day(clashes["week"], moved["weekday"]), moved["room"]

    def _talk(self, clashes: Table) -> Talk:
        t = clashes["talk"]
        day = self._weeks.day(clashes["week"], t["weekday"])
        return Talk(
            t["activity"],
            day,
            t["start"],
            t["end"],
            t["room"],
            tuple(t["staff"]),
            tuple(t["people"]),
            self._say(t["title"]),
        )


def _rule(r: Table) -> Rule:
    late = r.get("late")
    return Rule(
        frozenset(r.get("weeks", ())), r.get("weekday"), r["status"], (late[0], late[1]) if late else None
    )
