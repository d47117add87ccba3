-- One department's counts by field and procedure, out of a dossier list's cube.
SELECT
    field,
    procedure_code,
    procedure_name,
    {columns}
FROM read_parquet($files)
WHERE department = $department
GROUP BY field, procedure_code, procedure_name
ORDER BY field, procedure_name, procedure_code
