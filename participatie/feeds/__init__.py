"""Atom and iCalendar of areas, searches and initiatives."""
