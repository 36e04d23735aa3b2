"""Frames -> clips -> film: encoding, joining, sound, captions, poster."""
