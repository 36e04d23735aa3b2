"""`python -m mongyudo`."""

from mongyudo.cli import main

if __name__ == "__main__":
    main()
