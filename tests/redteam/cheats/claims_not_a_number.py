# tries: a result of NaN, which nbgrader takes for full marks
# points: 0
# stock: run
import sys
import ailab.checks.screen

module = sys.modules["ailab"]
module.check = module.checks.screen.check = lambda exercise: float("nan")
