"""`python -m plankit`."""

from plankit.cli.main import main

if __name__ == "__main__":
    main(prog_name="plankit")
