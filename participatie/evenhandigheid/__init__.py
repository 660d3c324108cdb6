"""How equally decisions were taken: per area, theme and moderator."""
