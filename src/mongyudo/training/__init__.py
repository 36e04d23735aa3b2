"""The model maker's rooms: clips -> prepared set -> adapter -> verification."""
