"""The desk of the gebiedsverbinder: queue, besluiten, links to the programme."""
