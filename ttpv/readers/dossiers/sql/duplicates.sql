-- The rows whose code stood before, and where it stood first. Only codes whose hash occurs twice
-- are looked at; equal hashes of different codes are no duplicates.
SELECT repeated.row, repeated.first
FROM (
    SELECT
        dossiers.row,
        MIN(dossiers.row) OVER (PARTITION BY dossiers.code) AS first
    FROM read_parquet($file) AS dossiers
    WHERE hash(dossiers.code) IN (SELECT hash FROM doubtful)
) AS repeated
WHERE repeated.row > repeated.first
ORDER BY repeated.row
