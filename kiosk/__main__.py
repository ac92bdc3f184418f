"""Lets `python -m kiosk` do what the `kiosk` command does."""

from kiosk.cli import main

main()
