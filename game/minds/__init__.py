"""Choosing for a side: history, chance, a script, and leader models."""
