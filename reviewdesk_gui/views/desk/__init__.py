"""The main window: views and counts, the list, the frame around them."""
