"""The command line: one small module a command, gathered by `main`."""
