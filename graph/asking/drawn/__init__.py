"""What the explorer shows, taken along: the edges on a screen with their claims, as files and as a query."""
