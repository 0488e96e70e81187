"""From mentions to actors."""
