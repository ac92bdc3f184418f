"""What is printed around the forms: the slip, the guide sheet with its route through the building, the packet."""
