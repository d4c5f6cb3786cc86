"""Facts for sheets: the people and tasks of the demo centre, without a store."""

from datetime import date, datetime, time

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.people import Alert, AlertKind, PersonName, StaffBrief
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.sessions import Category, Number, SessionInfo, SessionStatus
from groupwork.domain.sheet_facts import Look, SessionFacts, Stamp
from groupwork.domain.tasks import Outcome, TaskColumn, TaskResult
from groupwork.sheets.draw import session_sheet

KEY = bytes(range(32))
PRINTED = datetime.combine(date(2026, 9, 29), time(14, 5))
STAMP = Stamp(bytes.fromhex("3a7c95b8d2f1"), KEY)
PEOPLE = (
    ("Annegret", "Annegret Vossbeck", "Vossbeck", ""),
    ("Jürgen", "Jürgen Hassenpflug-Maier", "Hassenpflug-Maier", ""),
    ("Björn", "Björn Thielecke", "Thielecke", ""),
    ("Magdalena", "Magdalena Wróblewska-Kłos", "Wróblewska-Kłos", ""),
    ("Zbigniew", "Zbigniew Łąckorzyński", "Łąckorzyński", ""),
    ("Yousef", "Yousef al-Kharrat", "al-Kharrat", "يوسف الخرّاط"),
    ("Rima", "Rima Haddadin", "Haddadin", "ريما حدّادين"),
    ("Anjali", "Anjali Deshwal", "Deshwal", "अंजलि देशवाल"),
    ("Rohit", "Rohit Chaturvedee", "Chaturvedee", "रोहित चतुर्वेदी"),
    ("Meihua", "Lin Meihua", "Lin Meihua", "林美华"),
    ("Wenbo", "Zhao Wenbo", "Zhao Wenbo", "赵文博"),
    ("Lụa", "Nguyễn Thị Bích Lụa", "Nguyễn Thị Bích Lụa", ""),
    ("Kha", "Trần Quốc Kha", "Trần Quốc Kha", ""),
    ("Olena", "Olena Hrytsenko", "Hrytsenko", "Олена Гриценко"),
    ("Gülşen", "Gülşen Karadere", "Karadere", ""),
    ("Kwabena", "Kwabena Asante-Boadi", "Asante-Boadi", ""),
    ("Moira", "Moira Tattersley", "Tattersley", ""),
    ("Declan", "Declan O'Farrelly", "O'Farrelly", ""),
    ("Sofia", "Sofia Papadimou", "Papadimou", "Σοφία Παπαδήμου"),
    ("João", "João Valdevez", "Valdevez", ""),
    ("Ivo", "Ivo", "", ""),
    ("Fatoumata", "Fatoumata Diarrasse", "Diarrasse", ""),
    ("Henrike", "Henrike Ostermoor", "Ostermoor", ""),
    ("Walter", "Walter Kümmelbein", "Kümmelbein", ""),
)
TASKS = (
    "Wash walls and ceiling",
    "Fill holes and cracks",
    "Sand filled spots (mask!)",
    "Rub down radiator and window frame, wet",
    "Tidy up, count tools in",
)
GERMAN_TASKS = (
    "Wände und Decke abwaschen",
    "Löcher und Risse spachteln",
    "Gespachtelte Stellen schleifen (Maske!)",
    "Heizkörper und Fenster\u00adrahmen nass anschleifen",
    "Aufräumen, Werkzeug zählen",
)
ALERTS = {
    AlertKind.SAFETY: "Dust allergy: mask before sanding",
    AlertKind.ONE_TO_ONE: "With Samuel all morning",
    AlertKind.FOOD: "No nuts",
    AlertKind.NO_PHOTOS: "No photos, no film",
}


def a_row(number, *, mark=None, results=(), last=(), alerts=(), name=None, until="", mood=None):
    called, full, rest, native = name or PEOPLE[number % len(PEOPLE)]
    return RegisterRow(
        participant=number + 1,
        code=f"P{number + 1:02d}",
        name=PersonName(called, full, rest, native),
        mark=mark or Mark(),
        alerts=tuple(Alert(kind, ALERTS[kind]) for kind in alerts),
        results=tuple(results),
        last_levels=tuple(last),
        absence_until=until,
        mood_before=mood,
    )


def a_session(title="Garden Room renovation", *, status=SessionStatus.PLANNED, reason="", **fields):
    return SessionInfo(
        id=5,
        date=date(2026, 9, 29),
        start=time(9, 45),
        end=time(12, 15),
        activity=1,
        title=title,
        short="GR",
        category=Category.PROJECT,
        status=status,
        room_name="Garden room",
        staff=(StaffBrief(1, "F2", "Tomasz Wilkowski"), StaffBrief(2, "F1", "Hanna Brückner")),
        number=Number(9, 23),
        reason=reason,
        **fields,
    )


def a_sheet(people=12, tasks=5, *, rows=None, record=False, mood=False, session=None, names=TASKS):
    """Facts of a session; every third person has alerts and a last level."""
    made = rows or [
        a_row(
            at,
            last=tuple((6, None, 4, 3, 5)[(at + k) % 5] for k in range(tasks)),
            alerts=(tuple(ALERTS) if at == 0 else (AlertKind.FOOD,)) if at % 3 == 0 else (),
        )
        for at in range(people)
    ]
    columns = tuple(TaskColumn(k, (names * 7)[k]) for k in range(tasks))
    register = Register(session or a_session(), columns, tuple(made), records_mood=mood)
    return SessionFacts("Kiefernbogen Day Centre", register, PRINTED, record)


def drawn(facts, *, stamp=STAMP, **look):
    """The PDF of these facts."""
    return session_sheet(facts, look=Look(**look), stamp=stamp)


def done(level):
    return TaskResult(Outcome.DONE, level)


PRESENT = Mark(Status.PRESENT)
