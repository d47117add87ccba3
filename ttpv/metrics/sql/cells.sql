-- The parts of every count and rate: one row per period and department (NULL: the centre's Σ row).
-- The forms of one period lie in files of their own and no two of them hold the same column, so
-- MAX only puts them on one line. The column names are ids of the reference data, nothing else.
SELECT
    period_start,
    period_stop,
    department,
    {columns}
FROM read_parquet($files, union_by_name = true)
GROUP BY period_start, period_stop, department
ORDER BY period_start, period_stop, department
