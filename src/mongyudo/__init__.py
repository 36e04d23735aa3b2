"""Mongyudo: a dream written in Korean becomes a short film."""

from importlib.metadata import version

__version__ = version("mongyudo")
