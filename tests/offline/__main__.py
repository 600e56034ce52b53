"""Inside a network namespace of its own (see __init__.py): loopback is put up, and the tests run."""

import sys

from tests.offline import inside

sys.exit(inside(sys.argv[1:]))
