"""Who speaks of an encounter: announces, confirms or denies it."""
