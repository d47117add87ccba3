-- Counts of a batch: department × field × procedure.
SELECT
    {keys},
    {sums}
FROM measured
WHERE state NOT IN ('not_counted', 'outside')
GROUP BY
    {keys}
