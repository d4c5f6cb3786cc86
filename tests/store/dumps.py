"""What is in a file, to the last column."""

from groupwork.store import tables


def dump(db):
    """Every row of every table that a step may change, by table."""
    return {
        model._meta.table_name: sorted(db.execute_sql(f'SELECT * FROM "{model._meta.table_name}"').fetchall())
        for model in tables.ALL
    }
