"""The demo centre: from its written description, a seed and a day to rows; pure and repeatable."""
