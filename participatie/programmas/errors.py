"""What can go wrong with programme items."""


class WaardeError(ValueError):
    """A value that cannot be read; the message says what to write instead."""


class OnbekendGebiedError(WaardeError):
    """A gebied nobody knows; `voorstel` is the one whose name looks like it."""

    def __init__(self, naam: str, voorstel: str | None) -> None:
        advies = (
            f"Bedoelt u “{voorstel}”?"
            if voorstel
            else "Gebruik de naam of de code van een wijk, buurt of stadsdeel."
        )
        super().__init__(f"het gebied “{naam}” is niet bekend. {advies}")
        self.naam = naam
        self.voorstel = voorstel
