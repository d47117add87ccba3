"""Trợ giúp: what the import understands, and each issue explained."""

from ttpv.ui.guards import guard_page
from ttpv.ui.help import render_help

guard_page()
render_help()
