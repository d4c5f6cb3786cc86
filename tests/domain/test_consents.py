"""Consents: the latest counts, withdrawals, and the no-photo alert beside them."""

from datetime import date

import pytest

from groupwork.domain.consents import (
    Answer,
    Consent,
    Photos,
    Purpose,
    check_purpose,
    check_withdrawal,
    latest,
    photos,
)
from groupwork.domain.people import Alert, AlertKind
from groupwork.errors import Refused

TODAY = date(2026, 10, 12)
NO_PHOTOS = (Alert(AlertKind.NO_PHOTOS, ""),)


def said(number, given, day, withdrawn=None, purpose=Purpose.PHOTOS, words=""):
    ended = date(2026, 9, withdrawn) if withdrawn else None
    return Consent(number, purpose, given, date(2026, 9, day), words, withdrawn_on=ended)


@pytest.mark.parametrize(
    ("history", "alerts", "answer"),
    [
        ([], (), Photos.UNASKED),
        ([], NO_PHOTOS, Photos.NO),
        ([said(1, True, 1)], (), Photos.YES),
        ([said(1, True, 1)], NO_PHOTOS, Photos.UNCLEAR),
        ([said(1, False, 1)], (), Photos.NO),
        ([said(1, False, 1)], NO_PHOTOS, Photos.NO),
        ([said(1, True, 1, withdrawn=5)], (), Photos.NO),
        ([said(1, True, 1, withdrawn=5), said(2, True, 8)], (), Photos.YES),
        ([said(2, True, 1), said(1, False, 8)], (), Photos.NO),
        ([said(1, True, 8), said(2, False, 8)], (), Photos.NO),
        ([said(1, True, 1, purpose=Purpose.FUNDER)], (), Photos.UNASKED),
    ],
)
def test_whether_somebody_may_be_photographed(history, alerts, answer):
    assert photos(history, alerts, TODAY) is answer


def test_each_purpose_counts_for_itself_and_others_by_their_words():
    history = [
        said(1, True, 1, purpose=Purpose.OTHER, words="newsletter"),
        said(2, False, 2, purpose=Purpose.OTHER, words="radio"),
        said(3, True, 3, purpose=Purpose.FUNDER),
        said(4, True, 4),
    ]
    found = latest(history)
    assert list(found) == [
        (Purpose.PHOTOS, ""),
        (Purpose.FUNDER, ""),
        (Purpose.OTHER, "newsletter"),
        (Purpose.OTHER, "radio"),
    ]
    assert found[Purpose.OTHER, "radio"].answer(TODAY) is Answer.NO


@pytest.mark.parametrize(
    ("consent", "day", "words"),
    [
        (said(1, False, 1), TODAY, "that was given"),
        (said(1, True, 1, withdrawn=5), TODAY, "on 2026-09-05 already"),
        (said(1, True, 5), date(2026, 9, 4), "before 2026-09-05"),
        (said(1, True, 5), date(2026, 10, 13), "future: 2026-10-13"),
    ],
)
def test_withdrawals_that_cannot_be(consent, day, words):
    with pytest.raises(Refused, match=words):
        check_withdrawal(consent, day, TODAY)


def test_other_purposes_need_words():
    assert check_purpose("other", "newsletter") is Purpose.OTHER
    for purpose, words in (("other", ""), ("nonsense", "x")):
        with pytest.raises(Refused):
            check_purpose(purpose, words)
