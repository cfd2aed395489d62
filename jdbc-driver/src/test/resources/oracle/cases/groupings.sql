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
