"""How fast the monitor is: `make bench`. Benchmarks, not tests: nothing here fails for slowness."""
