"""The demonstration visit: a family of four moves in, with cards, papers, signatures and delivery - all fictional."""
