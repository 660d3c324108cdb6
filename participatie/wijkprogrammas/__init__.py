"""The wijkuitvoeringsprogramma: everything planned in a wijk in one year."""
