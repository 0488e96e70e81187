"""From an article to its reading; one reader a module."""
