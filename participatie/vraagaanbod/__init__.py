"""What initiatives need and offer, and who responds to it."""
