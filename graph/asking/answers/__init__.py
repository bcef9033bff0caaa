"""Answers that a query alone cannot give: each turns the rows of its question into rows of its own, and says what to mind."""
