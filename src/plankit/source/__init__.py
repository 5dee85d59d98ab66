"""Files in, values and problems out: the only part of the library that reads a plan or a guide."""
