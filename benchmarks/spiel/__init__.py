"""A reduced crisis as a game of OpenSpiel (Lanctot et al. 2019): how far leaders stand from their best replies."""
