"""Peewee tables, the journal, the vault. The only room that speaks SQL."""
