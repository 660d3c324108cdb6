"""Organisations that carry out parts of the programme beside the gemeente, and their people."""
