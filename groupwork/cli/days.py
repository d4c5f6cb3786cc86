"""The command `schedule`: the sessions of some days."""

from __future__ import annotations

import json
from argparse import Namespace

from groupwork.cli import opening, register_lines, shapes
from groupwork.errors import Refused
from groupwork.i18n import N_, _
from groupwork.operations import sessions

DONE = 0


def schedule(options: Namespace) -> int:
    """List the sessions of some days, both inclusive."""
    if options.last < options.first:
        raise Refused(N_("The last day lies before the first."))
    with opening.desk(options, write=False) as desk:
        found = sessions.sessions_between(desk, options.first, options.last)
    if options.json:
        print(json.dumps({"sessions": [shapes.session(s) for s in found]}, ensure_ascii=False, indent=2))
        return DONE
    for info in found:
        print(register_lines.session_line(info))
    if not found:
        print(_("No sessions on these days."))
    return DONE
