"""Refit the tension parameters on the dated events and print the fit: `python -m benchmarks.fit`.

Weighted least squares (scipy) over five parameters; every other rule is on and stays at its default.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import least_squares

from game.insight.fit import FITTED, errors, with_values
from game.insight.validate import error
from game.model.moment import moment_text
from game.model.parameters import DEFAULT
from game.scenario.chronicle import targets


def main() -> None:
    """Fit, then print the parameters, the error and each target."""
    weights = np.sqrt([target.weight for target in targets()])
    begin = np.array([getattr(DEFAULT, name) for name in FITTED])
    bounds = np.array(list(FITTED.values())).T
    found = least_squares(
        lambda values: weights * errors(with_values(values)),
        begin,
        bounds=(bounds[0], bounds[1]),
        x_scale=np.abs(begin),
    )
    for label, parameters in (("in force", DEFAULT), ("best fit", with_values(found.x))):
        off = errors(parameters)
        values = "  ".join(f"{name} {getattr(parameters, name):.3f}" for name in FITTED)
        spread, largest = error(off)
        print(f"{label}: {values}\n  root mean square {spread:.2f} points, largest {largest:.2f}")
    print("date        target  model  difference (in force)")
    for target, off in zip(targets(), errors(DEFAULT), strict=True):
        print(f"{moment_text(target.minute)[:10]}  {target.tension:6.0f} {target.tension + off:6.1f} {off:+6.1f}")


if __name__ == "__main__":
    main()
