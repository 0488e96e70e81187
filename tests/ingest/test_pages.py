"""Real pages of many outlets, where they are at hand."""

import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aktenlage.ingest.sources import Sources
from aktenlage.model.article import Article

BERLIN = ZoneInfo("Europe/Berlin")


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.replace("\u00ad", "").lower()))


def test_day_and_body_of_real_pages(shared: Path) -> None:
    """All pages are read, nearly all days are right, and hardly a word of a body is lost."""
    folder = shared / "gold" / "pages"
    pages = [json.loads(line) for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    days = 0
    recalls = []
    for page in pages:
        [article] = Sources([str(folder / page["page"])])
        assert isinstance(article, Article), page["page"]
        moment = datetime.fromisoformat(page["published"])
        day = (moment.astimezone(BERLIN) if moment.tzinfo else moment).date().isoformat()
        days += (article.published or "").startswith(day)
        paragraphs = [words for part in page["body"]["sections"] for words in part["headline"] + part["paragraphs"]]
        wanted = _words("\n".join(page["body"]["summary"] + paragraphs))
        recalls.append((wanted & _words(article.text)).total() / wanted.total())

    assert days >= 0.95 * len(pages)
    assert sum(recalls) / len(recalls) > 0.97
    assert min(recalls) > 0.8
