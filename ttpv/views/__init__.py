"""What a page, a report or the command line shows: frozen texts and positions, ready to print.

The only room that rounds and that writes Vietnamese numbers and dates.
"""
