"""The static checks: one module a family, each with a `check(case)` and the pages that explain its codes."""
