"""One game as people meet it: asking, recording, saving, rewinding, telling, and what each side may know."""
