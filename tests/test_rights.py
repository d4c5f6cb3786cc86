"""Every public operation names the right it needs, and each role is let in or refused as decided."""

import importlib
import inspect
import pkgutil
from datetime import date, datetime

import pytest

from groupwork import operations
from groupwork.errors import NotAllowed
from groupwork.operations.desk import ROLE_RIGHTS, Desk, Right

ROLES = (*ROLE_RIGHTS, "unknown")


class Untouchable:
    """A store that tells when an operation got as far as to it."""

    def __getattr__(self, name):
        raise Touched(name)


class Touched(Exception):
    """The operation was let in."""


def operations_of_a_desk():
    found = {}
    for module in pkgutil.iter_modules(operations.__path__):
        if module.name == "desk":
            continue
        loaded = importlib.import_module(f"groupwork.operations.{module.name}")
        for name, thing in vars(loaded).items():
            own = inspect.isfunction(thing) and thing.__module__ == loaded.__name__
            if (
                own
                and not name.startswith("_")
                and next(iter(inspect.signature(thing).parameters), "") == "desk"
            ):
                found[f"{module.name}.{name}"] = thing
    return found


OPERATIONS = operations_of_a_desk()


def test_there_are_operations():
    assert {"vault.backup", "vault.check", "vault.verify_audit"} <= set(OPERATIONS)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_every_public_operation_names_its_right(name):
    assert isinstance(getattr(OPERATIONS[name], "right", None), Right), f"{name} has no @allowed"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_each_role_is_let_in_or_refused_as_decided(name, role):
    operation = OPERATIONS[name]
    desk = Desk(
        Untouchable(), 1, "x", role, date(2026, 10, 12), datetime.fromisoformat("2026-10-12T09:52"), "en"
    )
    needed = [
        None
        for each in list(inspect.signature(operation).parameters.values())[1:]
        if each.default is inspect.Parameter.empty and each.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    ]
    if operation.right in ROLE_RIGHTS.get(role, frozenset()):
        assert not refused(operation, desk, needed)
    else:
        assert refused(operation, desk, needed)


def refused(operation, desk, arguments):
    """Whether the right was missing; what happens behind the door does not matter here."""
    try:
        operation(desk, *arguments)
    except NotAllowed:
        return True
    except Exception:
        return False
    return False
