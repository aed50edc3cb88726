"""Brinkmanship: lead Washington or Moscow through the crises of 1955-62."""
