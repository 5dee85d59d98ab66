"""What was found in plans, in the forms that other programs read. Knows neither the terminal nor how plans are read."""
