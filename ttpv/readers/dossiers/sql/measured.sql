-- What each dossier of a batch is to the period [$start, $stop), and 1 or 0 for each measure, named
-- n_… because a measure may be called like a column of the list (`digitised`).
-- Dates decide; a status only says whom the list does not count, and whose deadline stands still.
-- No deadline is met, whenever: nobody promised a day (docs/IMPORT.md, tests/spec/test_dossiers.py).
SELECT
    {columns}
FROM (
    SELECT
        judged.*,
        CASE WHEN state IN ('not_counted', 'outside') OR received < $start THEN 0 ELSE 1 END
            AS n_received_new,
        CASE WHEN state IN ('not_counted', 'outside') OR received >= $start THEN 0 ELSE 1 END
            AS n_carried_over,
        CASE WHEN state = 'resolved_on_time' THEN 1 ELSE 0 END AS n_resolved_on_time,
        CASE WHEN state = 'resolved_late' THEN 1 ELSE 0 END AS n_resolved_late,
        CASE WHEN state IN ('pending_in_time', 'suspended') THEN 1 ELSE 0 END AS n_pending_in_time,
        CASE WHEN state = 'pending_overdue' THEN 1 ELSE 0 END AS n_pending_overdue,
        CASE WHEN state = 'suspended' THEN 1 ELSE 0 END AS n_suspended
    FROM (
        SELECT
            checked.*,
            CASE
                WHEN NOT counted THEN 'not_counted'
                WHEN received >= $stop OR returned < $start THEN 'outside'
                WHEN returned < $stop AND returned > due THEN 'resolved_late'
                WHEN returned < $stop THEN 'resolved_on_time'
                WHEN suspended THEN 'suspended'
                WHEN due < $stop THEN 'pending_overdue'
                ELSE 'pending_in_time'
            END AS state
        FROM checked
    ) AS judged
) AS placed
