"""Language data as files, and how they are loaded."""
