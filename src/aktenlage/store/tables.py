"""The tables of a store; SQLite and PostgreSQL take them alike."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

# Raise it whenever a table changes, and say in `database` how an older file is brought up to it.
SCHEMA_VERSION = 1

metadata = MetaData()

meta = Table("aktenlage", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

articles = Table(
    "article",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("digest", String(40), nullable=False),
    Column("published", String(40)),
    Column("outlet", Text),
    Column("reading", Text, nullable=False),
    UniqueConstraint("id", "version"),
)

# Where an article's words stand in others: a few carriers a print are enough, since a copy of a copy is found as well.
fingerprints = Table(
    "fingerprint",
    metadata,
    Column("print", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Integer, ForeignKey("article.number"), primary_key=True),
    sqlite_with_rowid=False,
)

passages = Table(
    "passage",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("first", Integer, ForeignKey("article.number"), nullable=False),
    Column("first_start", Integer, nullable=False),
    Column("first_end", Integer, nullable=False),
    Column("second", Integer, ForeignKey("article.number"), nullable=False),
    Column("second_start", Integer, nullable=False),
    Column("second_end", Integer, nullable=False),
    Column("words", Integer, nullable=False),
)
Index("passage_first", passages.c.first)
Index("passage_second", passages.c.second)
