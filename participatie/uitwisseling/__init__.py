"""Projecten in and out of the register: import with a mapping, dry run and choices, and export."""
