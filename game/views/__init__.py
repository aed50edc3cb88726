"""Pure functions from a game to blocks, and the painters of blocks for terminal and page."""
