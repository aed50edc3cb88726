"""Speeds, sizes and long proofs: what `make bench` and `make proof` run."""
