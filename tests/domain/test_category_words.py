"""The category that a title of one's own suggests."""

import pytest

from groupwork.domain.category_words import guess_category


@pytest.mark.parametrize(
    ("title", "category"),
    [
        ("Holz", "craft"),
        ("Wood on Mondays", "craft"),
        ("Gartengruppe", "work"),
        ("Offenes Malen", "art"),
        ("Kochen", "daily"),
        ("Gesprächsrunde", "talk"),
        ("Vesper", None),
        ("", None),
    ],
)
def test_a_word_of_the_title_tells_it(title, category):
    assert guess_category(title) == category
