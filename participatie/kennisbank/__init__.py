"""How-to articles for initiators and officials, shown where they help."""
