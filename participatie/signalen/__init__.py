"""What rises in an area, against its own past, and from where nobody is heard."""
