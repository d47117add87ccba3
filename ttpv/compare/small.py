"""Small numbers: a rate over a few dossiers jumps with each of them; it is marked, not ranked."""

from ttpv.metrics import MetricValue


def is_small(metric: MetricValue, counted: int | None, threshold: int) -> bool:
    """Whether the rate rests on fewer than `threshold` dossiers (centre.toml: small_denominator).

    `counted` is the count of the rate's denominator measure for the same selection: it decides
    where only the published rate is known and the form still counts its denominator. What is not
    known is not marked, and a rate without a value has nothing to mark.
    """
    denominator = counted if metric.denominator is None else metric.denominator
    return metric.value is not None and denominator is not None and denominator < threshold
