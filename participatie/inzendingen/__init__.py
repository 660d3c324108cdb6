"""What everything sent in shares: place, status, history, koppelingen."""
