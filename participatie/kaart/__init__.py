"""The map and the list beside it."""
