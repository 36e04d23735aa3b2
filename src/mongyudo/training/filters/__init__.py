"""Filters of what may be filmed, trained on labelled passages and measured against the rules."""
