"""The means of the journey: choices, geometry, child processes, stages, manifest."""
