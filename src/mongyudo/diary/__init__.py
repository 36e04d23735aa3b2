"""The diary: entries, their films, the jobs that make them, search, statistics, export."""
