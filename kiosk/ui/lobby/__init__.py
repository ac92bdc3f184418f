"""The terminal where residents fill in by themselves: one thing a page, touched, nothing modal."""
