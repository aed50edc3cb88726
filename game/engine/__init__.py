"""The rules, as pure functions over arrays with the world as the last axis."""
