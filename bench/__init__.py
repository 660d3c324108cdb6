"""Speed, measured as ratios within one run. `make bench` prints a report and keeps it."""
