"""Projects that touch each other in place and time, and too much work in one gebied."""
