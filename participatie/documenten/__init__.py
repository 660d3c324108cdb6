"""Documents that are asked for on a page and made in the background: booklets as PDF."""
