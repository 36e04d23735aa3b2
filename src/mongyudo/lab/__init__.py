"""The lab: one question a file. Each answers with figures as JSON and one page for people."""
