"""From the outside world to articles."""
