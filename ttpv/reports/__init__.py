"""Files that the product writes for its users."""
