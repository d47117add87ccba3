-- What happens in a batch on each day of the period, by department. Received and resolved count on
-- their own day; `turned_overdue` and `ended_overdue` are how the stock of overdue ones changes
-- between the ends of two days. What was so before the period happens on its first day.
SELECT
    day,
    department,
    SUM(n_carried_over) AS carried_over,
    SUM(turned_overdue) AS turned_overdue,
    SUM(ended_overdue) AS ended_overdue,
    {sums}
FROM (
    SELECT
        CAST(CASE WHEN received < $start THEN $start ELSE received END AS DATE) AS day,
        department,
        n_carried_over,
        0 AS turned_overdue,
        0 AS ended_overdue,
        {received}
    FROM measured
    WHERE state NOT IN ('not_counted', 'outside')
    UNION ALL
    SELECT
        CAST(returned AS DATE) AS day,
        department,
        0 AS n_carried_over,
        0 AS turned_overdue,
        CASE WHEN overdue_day < CAST(returned AS DATE) THEN 1 ELSE 0 END AS ended_overdue,
        {resolved}
    FROM overdue
    WHERE returned < $stop
    UNION ALL
    SELECT
        overdue_day AS day,
        department,
        0 AS n_carried_over,
        1 AS turned_overdue,
        0 AS ended_overdue,
        {neither}
    FROM overdue
    WHERE overdue_day < CAST($stop AS DATE)
        AND state <> 'suspended'
        AND (returned IS NULL OR overdue_day < CAST(returned AS DATE))
) AS events
GROUP BY day, department
