"""The tests, by kind: unit, journeys, gui, golden, crash and fuzz; `visits` drives a desk without a window."""
