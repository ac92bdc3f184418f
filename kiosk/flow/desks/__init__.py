"""What each desk shows of the one visit: a desk is a projection, it holds no state and decides nothing."""
