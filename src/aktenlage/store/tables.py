"""The tables of a store; SQLite and PostgreSQL take them alike."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

# Raise it whenever a table changes, and say in `schema` how an older file is brought up to it.
SCHEMA_VERSION = 4

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


# What the articles say together: every entry of the dossier by kind and id, as JSON, with what it is looked up by.
# Entries of a kind are in the order of *place*; *owner* is the entry that a change tells of.
entries = Table(
    "entry",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("place", Text, nullable=False),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Column("sort", Text),
    Column("status", Text),
    Column("issue", Text),
    Column("owner", Text),
    Column("hidden", Boolean, nullable=False, default=False),
    Column("record", Text, nullable=False),
)
Index("entry_day", entries.c.kind, entries.c.first_day)
# Counting and listing what is not hidden reads no entry that is not shown.
Index("entry_shown", entries.c.kind, entries.c.hidden, entries.c.place)
Index("entry_latest", entries.c.kind, entries.c.hidden, entries.c.last_day, entries.c.place)
Index("entry_place", entries.c.kind, entries.c.place)
Index("entry_owner", entries.c.owner)

# Whom an entry concerns; *part* says in what part, a person's state counts as concerned.
entry_actors = Table(
    "entry_actor",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("part", String(20), primary_key=True),
)
Index("entry_actor_actor", entry_actors.c.actor, entry_actors.c.kind)

entry_evidence = Table(
    "entry_evidence",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("article", Text, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    # So the index below holds whole rows: else SQLite rather reads all entries of a kind than those of an article.
    sqlite_with_rowid=False,
)
Index("entry_evidence_article", entry_evidence.c.article, entry_evidence.c.kind)

# What users have decided; rows are only ever added. An "undo" takes back the one that it names.
judgements = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("by", Text),
    Column("act", String(20), nullable=False),
    Column("record", Text, nullable=False),
)

# Ids that an event bore before, each with words that it rests on.
aliases = Table(
    "alias",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

# The sentences of the articles; their words stand in the full-text table `words` under the same number.
sentences = Table(
    "sentence",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
Index("sentence_article", sentences.c.article)

# What each article tells, by the keys under which others may tell the same: here is looked up what a new one concerns.
told = Table(
    "told",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("article", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("record", Text),
)
Index("told_article", told.c.article)

# Every encounter of an article: the event that it became part of, and the component of all that it fits.
accounts = Table(
    "account",
    metadata,
    Column("article", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("event", Text, nullable=False),
    Column("component", Text, nullable=False),
)
Index("account_component", accounts.c.component)

# The actors of all articles by the ids that readings give them, and the ids that stand for them in the file.
known_actors = Table(
    "known_actor",
    metadata,
    Column("id", Text, primary_key=True),
    Column("same", Text, nullable=False),
    Column("key", Text),
    Column("record", Text, nullable=False),
)
Index("known_actor_key", known_actors.c.key)
Index("known_actor_same", known_actors.c.same)
