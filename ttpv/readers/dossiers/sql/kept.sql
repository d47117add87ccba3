-- The rows of the batch just measured, for the slim table: by state, as its row groups are.
SELECT
    {names},
    state
FROM measured
ORDER BY state
