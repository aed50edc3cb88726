"""The measurements of `make bench`. Each module is one: `main()` returns its figures."""
