"""Coming back: where one was, and a short way back after days away."""
