"""Many games: coverage, drama, fit, checks by play."""
