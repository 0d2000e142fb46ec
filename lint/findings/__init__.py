"""From all that the engines say to what is shown: levels, duplicates, accepted terms, suppression."""
