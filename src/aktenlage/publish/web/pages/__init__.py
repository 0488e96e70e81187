"""The pages, a module for each room of the house: each takes a `Desk` and answers it."""
