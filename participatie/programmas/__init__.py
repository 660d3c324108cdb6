"""What the gemeente and its partners plan: projecten of the gebiedsprogramma."""
