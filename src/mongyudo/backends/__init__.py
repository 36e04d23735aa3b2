"""Who films: one contract, one door (entry points), one file or folder per backend."""
