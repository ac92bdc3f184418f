"""The no-writing counter (書かない窓口): facts are collected once, every official form fills itself.

Pydantic looks among all installed packages for plugins, and would hand every value to them. A plugin of whatever is
installed would see every resident's data, so it finds none; and what would look (mail headers, sockets) is not loaded.
"""

import os
import sys
from types import ModuleType

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

_nobodys = ModuleType("pydantic.plugin._loader", "Finds no plugins, and looks nowhere.")
vars(_nobodys)["get_plugins"] = tuple
sys.modules.setdefault(_nobodys.__name__, _nobodys)
