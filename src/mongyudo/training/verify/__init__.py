"""Did each adapter learn what it should, and nothing else? A grid of clips, measures, a verdict."""
