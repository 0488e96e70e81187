"""What a clause shows of an encounter: who stands where in it, its nouns and what they hang on."""
