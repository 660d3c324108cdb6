"""A change is told to every open page, from the journal."""
