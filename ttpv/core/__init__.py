"""The words everything else speaks: periods, exact decimals, issues. Imports nothing of ttpv."""
