"""Parts that Today and the Schedule share: rows of sessions, words about a day."""
