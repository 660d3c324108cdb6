"""Gebiedsopgaven: the goals of a gebied for four to five years, and how they were recalibrated."""
