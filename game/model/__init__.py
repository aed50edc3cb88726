"""What a crisis is: frozen dataclasses whose field docs are the scenario format."""
