"""Laws of reading: the same thing told in another form gives the same claims."""
