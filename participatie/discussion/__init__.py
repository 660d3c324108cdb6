"""Steun, volgen en reacties: what people say and do about anything that is public."""
