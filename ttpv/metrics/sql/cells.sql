-- The parts of every count and rate: one row per period, form and department (NULL: the centre's
-- Σ row). The column names are ids of the reference data, nothing else.
SELECT
    period_start,
    period_stop,
    form,
    department,
    {columns}
FROM read_parquet($files, union_by_name = true)
ORDER BY period_start, period_stop, form, department
