-- Day × department, without gaps: what happened on the day, and the stocks at its start
-- (`carried_over`) and its end.
SELECT
    day,
    department,
    {flows},
    stock - received_new + resolved_on_time + resolved_late AS carried_over,
    stock - overdue AS pending_in_time,
    overdue AS pending_overdue
FROM (
    SELECT
        dated.*,
        SUM(carried_over + received_new - resolved_on_time - resolved_late)
            OVER (PARTITION BY department ORDER BY day ROWS UNBOUNDED PRECEDING) AS stock,
        SUM(turned_overdue - ended_overdue)
            OVER (PARTITION BY department ORDER BY day ROWS UNBOUNDED PRECEDING) AS overdue
    FROM (
        SELECT
            calendar.day,
            present.department,
            COALESCE(SUM(carried_over), 0) AS carried_over,
            COALESCE(SUM(turned_overdue), 0) AS turned_overdue,
            COALESCE(SUM(ended_overdue), 0) AS ended_overdue,
            {sums}
        FROM calendar
        CROSS JOIN (SELECT DISTINCT department FROM day_parts) AS present
        LEFT JOIN day_parts
            ON day_parts.day = calendar.day AND day_parts.department = present.department
        GROUP BY calendar.day, present.department
    ) AS dated
) AS running
ORDER BY day, department
