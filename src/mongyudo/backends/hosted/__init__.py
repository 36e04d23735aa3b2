"""Backends that film elsewhere, for money: what leaves the machine is told before."""
