"""The long proofs. Each module is one: its `main()` does the work and writes docs/proof/NAME.json."""
