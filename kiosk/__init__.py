"""The no-writing counter (書かない窓口): facts are collected once, every official form fills itself."""
