"""Ideas and projects of residents."""
