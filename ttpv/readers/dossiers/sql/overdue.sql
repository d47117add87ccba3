-- The dossiers of the period with the first day at whose end they were overdue, had they not been
-- returned: the day of the deadline, not before that of receiving, nor before the period.
SELECT
    measured.*,
    CAST(
        CASE
            WHEN due < received AND received > $start THEN received
            WHEN due > $start THEN due
            WHEN due IS NOT NULL THEN $start
        END AS DATE
    ) AS overdue_day
FROM measured
WHERE state NOT IN ('not_counted', 'outside')
