"""The window: the only home of pygame. It knows blocks, views and a desk, and nothing of the game behind them."""
