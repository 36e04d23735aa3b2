"""Open video models: one file a family, their releases as data, and what they share."""
