"""Measures of the networks of reported relations and of citations: what they say is said of reports, never of the world."""
