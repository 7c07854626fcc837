"""Hidden cases of tell_city_from_chart: the two charts that a look at the height of the bars would mix up."""

from ailab.checks import Case, Outcome


def cases(_seed):
    # The charts stand in the notebook, so that no seed can change where they belong.
    return (
        Case("harbor", _asks_about("harbor", "c"), True, weight=2, needs=("each_once",)),
        Case("oasis", _asks_about("oasis", "a"), True, weight=2, needs=("each_once",)),
    )


def _asks_about(town, chart):
    def ask(answer):
        boxes = answer.read("cities").value
        charts = boxes.get(town, ()) if isinstance(boxes, dict) else ()
        return Outcome(value=isinstance(charts, list | tuple | set | str) and list(charts) == [chart])

    return ask
