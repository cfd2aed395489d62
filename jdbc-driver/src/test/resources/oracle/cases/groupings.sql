# Over no rows there is still the total
SELECT company_id, COUNT(*) FROM sessions WHERE company_id = 99 GROUP BY ROLLUP (company_id)

SELECT company_id, COUNT(*) FROM sessions WHERE company_id = 99 GROUP BY CUBE (company_id)

SELECT company_id, COUNT(*), SUM(sessions_count), GROUPING(company_id) FROM sessions WHERE 1 = 0 GROUP BY GROUPING SETS ((company_id), ())

SELECT COUNT(*) FROM sessions WHERE company_id = 99 GROUP BY ()

SELECT COUNT(*) FROM sessions WHERE company_id = 99 GROUP BY GROUPING SETS ((), ())

SELECT company_id, COUNT(*) FROM sessions WHERE company_id = 99 GROUP BY company_id

SELECT STRING_AGG(company_name, ','), COUNT(DISTINCT date), STDDEV(sessions_count), company_id FROM sessions WHERE company_id = 99 GROUP BY ROLLUP (company_id)

# Totals beside groups
SELECT company_id, EXTRACT(MONTH FROM date), COUNT(*), SUM(sessions_count), GROUPING(company_id, EXTRACT(MONTH FROM date)) FROM sessions GROUP BY CUBE (company_id, EXTRACT(MONTH FROM date))

SELECT company_name, date, COUNT(*), GROUPING(company_name), GROUPING(date) FROM feedback GROUP BY ROLLUP (company_name, date) HAVING COUNT(*) > 1

SELECT company_name, COUNT(*), COUNT(DISTINCT likes_count) FROM feedback GROUP BY GROUPING SETS ((company_name), (company_name), ()) ORDER BY 1, 2

SELECT DATE_TRUNC('month', date), CASE WHEN GROUPING(company_id) = 1 THEN 'all' ELSE CAST(company_id AS VARCHAR) END, SUM(usage_count) FROM tools GROUP BY ROLLUP (DATE_TRUNC('month', date), company_id)

SELECT DISTINCT company_name, EXTRACT(YEAR FROM date) FROM documents ORDER BY 1, 2

SELECT COUNT(*) FROM (SELECT DISTINCT company_id, document_title FROM documents) AS t

# Every set has its rows, also one that is there before
SELECT company_name, COUNT(*) FROM documents GROUP BY ROLLUP(company_name, company_name)

SELECT d.company_name, COUNT(*), GROUPING(company_name) FROM documents d GROUP BY ROLLUP(company_name, d.company_name)

SELECT company_name AS n, company_id, COUNT(*) FROM documents d GROUP BY CUBE(1, company_id, 2)

SELECT company_name, COUNT(*) FROM documents WHERE company_id = 99 GROUP BY CUBE(company_name, company_name)

SELECT company_name, company_id, COUNT(*) FROM documents WHERE company_id = 99 GROUP BY CUBE(company_name), company_id

SELECT company_name, company_id, COUNT(*), GROUPING(company_id, company_name) FROM documents GROUP BY ROLLUP((company_name, company_id), (company_id))

SELECT company_name, company_id, COUNT(*) FROM documents GROUP BY GROUPING SETS (ROLLUP(company_name, company_id), CUBE(company_id), GROUPING SETS((company_id), ()))

SELECT CASE WHEN s.date IN (DATE '2024-02-28', DATE '2024-02-29') THEN 1 END, COUNT(*) FROM sessions s GROUP BY 1

SELECT CASE WHEN s.last_model_response_date IN (TIMESTAMP '2024-02-28 00:00:00') THEN DATE '2024-01-01' END x, COUNT(*) FROM sessions s GROUP BY x
