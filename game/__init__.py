"""Brinkmanship: lead Washington or Moscow through the crises of 1955-62."""

__version__ = "0.1.0"
