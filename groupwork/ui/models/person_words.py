"""Words about a person: stage, age and languages, stays, in the language in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groupwork.domain.episodes import END_REASONS, STAGE_LABELS, Episode, Stage, Standing
from groupwork.domain.languages import LANGUAGE_WORDS, language_words, spoken
from groupwork.domain.participants import Profile, Record, age_on
from groupwork.i18n import WEEKDAYS, _, current, ngettext


@dataclass(frozen=True)
class Marked:
    """Words with a tone and an icon."""

    words: str
    tone: str
    icon: str


def stage_chip(stay: Episode | None, standing: Standing) -> Marked:
    """Where a person stands: "Active", "Paused", "Ended 16 Oct 2026"."""
    if stay is None:
        return Marked(_("No stay yet"), "neutral", "circle")
    if standing is Standing.ENDED and stay.end is not None:
        return Marked(_("Ended {day}").format(day=short(stay.end)), "neutral", "log-out")
    looks = {
        Stage.ACTIVE: ("good", "circle-check"),
        Stage.TRIAL: ("info", "calendar-clock"),
        Stage.PAUSED: ("pause", "moon"),
        Stage.REFERRED: ("info", "log-in"),
        Stage.WAITING: ("warn", "clock"),
    }
    tone, icon = looks[stay.stage]
    if standing is Standing.WAITING and stay.stage not in (Stage.REFERRED, Stage.WAITING):
        return Marked(_("From {day}").format(day=short(stay.start)), "info", "calendar-clock")
    words = _(STAGE_LABELS[stay.stage])
    return Marked(words[:1].upper() + words[1:], tone, icon)


def standing_chip(stay: Episode | None, standing: Standing) -> Marked | None:
    """The same for a list: nothing for those who are simply here."""
    if standing is Standing.HERE and stay is not None and stay.stage is Stage.ACTIVE:
        return None
    chip = stage_chip(stay, standing)
    return Marked(chip.words, "text3" if chip.tone == "neutral" else chip.tone, chip.icon)


def about_line(record: Record, stay: Episode | None, today: date) -> str:
    """ "52 years · speaks Polish and German · here since 31 Aug 2026 · key worker Tomasz Wilkowski"."""
    profile = record.profile
    parts = [profile.code]
    if profile.birth_date is not None:
        age = age_on(profile.birth_date, today)
        parts.append(ngettext("{n} year", "{n} years", age).format(n=age))
    parts += [speaks_words(profile)] if speaks_words(profile) else []
    if stay is not None and stay.covers(today):
        parts.append(_("here since {day}").format(day=short(stay.start)))
    if profile.key_worker is not None:
        parts.append(_("key worker {name}").format(name=profile.key_worker.name))
    return " · ".join(parts)


def speaks_words(profile: Profile) -> str:
    """ "speaks Polish and German, needs an interpreter", or empty."""
    said = [language_words(profile.language, _)] if profile.language else []
    said += [each for each in spoken(profile.speaks, _) if each not in said]
    if not said:
        return _("needs an interpreter") if profile.interpreter else ""
    joined = said[0]
    if len(said) > 1:
        joined = _("{first} and {last}").format(first=", ".join(said[:-1]), last=said[-1])
    words = _("speaks {languages}").format(languages=joined)
    return _("{words}, with an interpreter").format(words=words) if profile.interpreter else words


def stay_words(stay: Episode) -> str:
    """ "31 Aug 2026 – 16 Oct 2026", "since 31 Aug 2026"."""
    if stay.end is None:
        return _("since {day}").format(day=short(stay.start))
    return f"{short(stay.start)} – {short(stay.end)}"


def stay_details(stay: Episode, today: date) -> str:
    """Stage while it goes on; why it ended, planned or not; who referred."""
    parts = []
    if stay.end is None or not stay.over(today):
        parts.append(_(STAGE_LABELS[stay.stage]))
    if stay.reason:
        parts.append(_(END_REASONS[stay.reason].label))
    if stay.end is not None and stay.planned is not None:
        parts.append(_("planned ending") if stay.planned else _("unplanned ending"))
    if stay.referred_by:
        parts.append(_("referred by {who}").format(who=stay.referred_by))
    if stay.referred_on is not None:
        parts.append(_("referred on {day}").format(day=short(stay.referred_on)))
    return " · ".join(parts)


def weekday_time(weekday: int, start: str, end: str) -> str:
    """ "Mon 09:45–11:45"."""
    return f"{WEEKDAYS[current().language][weekday]} {start}–{end}"


def short(day: date) -> str:
    """ "31 Aug 2026", "31.08.2026"."""
    return current().short_day(day)


def language_options() -> list[tuple[object, str]]:
    """Languages by their name in the language in use; first: not said."""
    named = sorted(((code, _(words)) for code, words in LANGUAGE_WORDS.items()), key=lambda pair: pair[1])
    return [("", _("not said")), *named]
