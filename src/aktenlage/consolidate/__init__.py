"""From the readings of many articles to events, origins and standpoints."""
