"""What partners propose for the register, until the redacteur agrees."""
