"""Backends that drive another project's own programs, in that project's own environment."""
