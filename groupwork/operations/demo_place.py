"""Where the demo centre lies and how it opens: light to import, unlike making it."""

from __future__ import annotations

from pathlib import Path

from groupwork import paths

PUBLIC_PASSPHRASE = "kiefer bogen werk tag"  # noqa: S105 - public: it opens the demo and stands in the banner
SIGN_IN = "hanna"
"""The sign-in name of the demo's lead."""


def demo_path(language: str) -> Path:
    """Where the demo centre that the window offers lies: in this user's data folder."""
    return paths.data_folder() / f"demo-{language}.groupwork"
