"""From events and standpoints to what a reader wants to see."""
