"""python -m ttpv show: figures as they are published, or were, for people or as JSON."""

import argparse
from datetime import datetime

from ttpv.cli.asking import open_asked, say_not_covered, say_unknown
from ttpv.cli.output import print_json, say
from ttpv.comparisons import compare_period
from ttpv.monitor import (
    PeriodNotCovered,
    Structure,
    UnknownDepartment,
    answer_period,
    resolve_departments,
    resolve_period,
)
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.views.comparisons_json import build_comparisons_json
from ttpv.views.show_json import build_show_json
from ttpv.views.show_text import build_show_text


def run_show(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    """`reference` is the current state's."""
    try:
        timeline = open_asked(options, reference, store)
        period = resolve_period(timeline, options.period)
        today = datetime.now().astimezone().date()
        day = period.last if options.structure == "then" else max(period.last, today)
        departments = resolve_departments(timeline.reference, day, options.departments)
        figures = answer_period(timeline, period).figures(
            frozenset(departments), structure=options.structure, today=today
        )
    except PeriodNotCovered as error:
        return say_not_covered(error, as_json=options.json)
    except UnknownDepartment as error:
        return say_unknown(error, as_json=options.json)
    if options.json:
        structure: Structure | None = None if options.structure == "then" else "now"
        comparison = compare_period(
            timeline, period, frozenset(departments), structure=structure, today=today
        )
        shown = build_show_json(figures, is_simulated=store.is_simulated)
        print_json({**shown, "comparisons": build_comparisons_json(comparison)})
    else:
        say(build_show_text(figures, is_simulated=store.is_simulated))
    return 0
