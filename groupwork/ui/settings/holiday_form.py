"""Public holidays: choose the region, see them, tick what is kept, add all in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from groupwork.domain.centre import Hours, Region
from groupwork.domain.holidays import Country, Holiday, is_usual
from groupwork.i18n import _, current, ngettext
from groupwork.ui import fonts
from groupwork.ui.settings.spans import SpanForm
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import Choice, labelled
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column

YEARS = 3
Read = Callable[[Region, date, date], Sequence[Holiday]]


class HolidayBox(QCheckBox):
    """One holiday: its day and name, and what it would take."""

    def __init__(self, holiday: Holiday, *, ticked: bool) -> None:
        day = current().day(holiday.date, year=True)
        super().__init__(_("{day}: {name}").format(day=day, name=holiday.name) + _beside(holiday))
        self.holiday = holiday
        self.setChecked(ticked)
        self.setEnabled(not holiday.there)
        self.restyle()

    def restyle(self) -> None:
        """Font at the present text size."""
        self.setFont(fonts.font(14))


class HolidayForm(SpanForm):
    """Country and part, the year, and a box for each holiday; days before today are left out."""

    def __init__(
        self, countries: Sequence[Country], region: Region | None, today: date, hours: Hours, read: Read
    ) -> None:
        super().__init__("")
        self._countries = {country.code: country for country in countries}
        self._today, self._hours, self._read = today, hours, read
        self.boxes: list[HolidayBox] = []
        self.country, self.part = Choice(_("Country")), Choice(_("Part of the country"))
        years = [str(today.year + number) for number in range(YEARS)]
        self.year = Segments(years, _("Year"), small=True)
        self._country_box = box(labelled(_("Country"), self.country)[0])
        self._part_box = box(labelled(_("Part of the country"), self.part)[0])
        year_box = box(labelled(_("Year"), self.year)[0])
        self._list: Box = column(gap=4)
        self._note = Label("", "warn_ink", 13.5, 500, wrap=True)
        self._note.hide()
        choices = Flow(self._country_box, self._part_box, year_box, gap=12)
        self.body.add(choices, box(self._list), self._note)
        self._offer(region)
        self.country.picked.connect(self._other_country)
        self.part.picked.connect(self.show_holidays)
        self.year.chosen.connect(self.show_holidays)

    def first_field(self) -> QWidget:
        """The country."""
        return self.country

    @property
    def region(self) -> Region:
        """The region chosen."""
        return Region(str(self.country.value()), str(self.part.value() or ""))

    def chosen(self) -> list[Holiday]:
        """What is ticked."""
        return [each.holiday for each in self.boxes if each.isChecked() and each.isEnabled()]

    def show_holidays(self) -> None:
        """Read the region's holidays of the year and show them."""
        year = self._today.year + (self.year.current() or 0)
        first = max(self._today, date(year, 1, 1))
        clear(self._list)
        self.boxes = [
            HolidayBox(each, ticked=is_usual(each, self._hours))
            for each in self._read(self.region, first, date(year, 12, 31))
        ]
        for each in self.boxes:
            each.toggled.connect(self._count)
            self._list.add(each)
        self._count()

    def typed(self) -> Words:
        """Region, year, and what is ticked, by its day: names change with the language."""
        where = {"country": self.country.value(), "part": self.part.value()}
        return {
            **where,
            "year": self.year.current(),
            "ticked": [each.date.isoformat() for each in self.chosen()],
        }

    def retype(self, kept: Words) -> None:
        """Choose and tick the same again; a country that is not offered any more leaves all as it is."""
        if kept.get("country") not in self._countries:
            return
        self.country.choose(kept["country"])
        self._other_country()
        self.part.choose(kept.get("part"))
        self.year.select(kept.get("year"))
        self.show_holidays()
        ticked = kept.get("ticked", ())
        for each in self.boxes:
            if each.isEnabled():
                each.setChecked(each.holiday.date.isoformat() in ticked)

    def _offer(self, region: Region | None) -> None:
        self.country.set_options([(each.code, _(each.label)) for each in self._countries.values()])
        start = region or Region("DE" if current().language == "de" else "GB")
        self.country.choose(start.country)
        self._other_country()
        self.part.choose(start.part)
        self.show_holidays()

    def _other_country(self, _code: object = None) -> None:
        parts = self._countries[str(self.country.value())].parts
        everywhere: tuple[object, str] = ("", _("Only those of the whole country"))
        self.part.set_options([everywhere, *parts])
        self.part.choose("")
        self._part_box.setVisible(bool(parts))
        self.show_holidays()

    def _count(self) -> None:
        self.edited.emit()
        number = len(self.chosen())
        self.save.set_words(
            ngettext("Add {n} public holiday", "Add {n} public holidays", number).format(n=number)
        )
        self.save.setEnabled(number > 0)
        lost = sum(each.lost for each in self.chosen())
        words = ngettext(
            "{n} planned session would not take place.", "{n} planned sessions would not take place.", lost
        )
        self._note.set_words(words.format(n=lost))
        self._note.setVisible(lost > 0)


def _beside(holiday: Holiday) -> str:
    parts = []
    if holiday.there:
        parts.append(_("closed already"))
    if not holiday.everywhere:
        parts.append(_("in some places only"))
    if holiday.lost and not holiday.there:
        parts.append(ngettext("{n} session", "{n} sessions", holiday.lost).format(n=holiday.lost))
    return f" ({', '.join(parts)})" if parts else ""
