"""Where it happens: stad, stadsdelen, wijken and buurten."""
