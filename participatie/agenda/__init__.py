"""Meetings in areas: where, when, who comes, and what was said."""
