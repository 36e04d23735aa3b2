"""Services that are paid: what they are asked for is written down first, and never paid twice."""
