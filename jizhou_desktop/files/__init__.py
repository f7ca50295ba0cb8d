"""How a file is written, whoever writes it: whole or absent. Standard library only."""
