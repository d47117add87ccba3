-- One department's dossiers in one state (late, overdue, suspended), the longest due first. $field
-- and $procedure narrow the list; NULL leaves it whole, '' is those that the list says nothing of.
SELECT
    code,
    field,
    procedure_code,
    procedure_name,
    received,
    due,
    returned
FROM read_parquet($files)
WHERE state = $state
    AND department = $department
    AND ($field IS NULL OR COALESCE(field, '') = $field)
    AND ($procedure IS NULL OR COALESCE(procedure_code, procedure_name, '') = $procedure)
ORDER BY due, code
LIMIT $most
