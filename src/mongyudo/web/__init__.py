"""The diary's face: pages and API over HTTP, for one dreamer on this machine."""
