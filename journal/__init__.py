"""Networking Journal: a private journal of contacts, events and learnings for one assistant."""

__version__ = "0.1.0"
APPLICATION_NAME = "networking-journal"
