"""Het grote geld in de wijken: who spends how much where, to the cent."""
