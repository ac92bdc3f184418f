"""The `kiosk` command. The counter window must not wait for a command-line parser, so it has a door of its own."""

import sys


def main() -> None:
    """Keep to ourselves, then open the counter at once, or hand the words to the command line."""
    from kiosk.bootstrap.privacy import keep_private

    if sys.argv[1:] in (["lobby"], ["lobby", "open"]):
        from kiosk.bootstrap.overwriting import begin_overwriting

        begin_overwriting()
    keep_private()
    if sys.argv[1:] == ["counter"]:
        from kiosk.bootstrap.start import counter

        sys.exit(counter())
    from kiosk.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
