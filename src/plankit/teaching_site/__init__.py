"""The site of a teaching kit: pages that run without accounts, storage or network, and read well without a program."""
