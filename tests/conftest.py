"""What every test stands on: no screen, quiet Qt, and property tests that are the same on every machine."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("office", deadline=None, print_blob=True)
settings.load_profile("office")
