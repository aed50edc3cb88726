"""Files to model: a safe reader, a builder driven by the field table, checks, and the catalogue of scenarios."""

from game.scenario.catalogue import Loaded, find, load, names, open_scenario, read

__all__ = ["Loaded", "find", "load", "names", "open_scenario", "read"]
