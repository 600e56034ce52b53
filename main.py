"""python3 main.py: makes sure of the environment, then hands over to the program."""

import sys

import bootstrap

if __name__ == "__main__":
    bootstrap.enter(["requirements.lock"], qt=bootstrap.qt_use(sys.argv[1:]))

    from journal.app import main

    sys.exit(main(sys.argv[1:]))
