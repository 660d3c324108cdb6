"""Programme years, the MJGP and the P&C cycle."""
