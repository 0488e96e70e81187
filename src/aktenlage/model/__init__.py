"""Values of the record: frozen, typed, without input or output."""
