"""The commands of the program `amends`."""
