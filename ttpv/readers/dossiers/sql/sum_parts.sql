-- The counts of all batches together, by the coordinates asked for.
SELECT
    {keys},
    {sums}
FROM cube_parts
GROUP BY {keys}
ORDER BY {keys}
