"""A drawing library for short painted films: knows scenes and materials, nothing of dreams."""
