"""Where and when an encounter takes place, and whether it does."""
