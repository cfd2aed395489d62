SELECT sessions_count FROM sessions ORDER BY sessions_count

SELECT sessions_count FROM sessions ORDER BY sessions_count DESC

SELECT sessions_count, unique_models_count FROM sessions ORDER BY sessions_count DESC NULLS LAST, unique_models_count NULLS FIRST

SELECT company_name FROM companies ORDER BY company_name

SELECT company_name AS n FROM companies ORDER BY n DESC, 1

SELECT company_id, date FROM sessions ORDER BY date DESC, company_id OFFSET 3 ROWS FETCH FIRST ROW ONLY

SELECT company_id, date FROM sessions ORDER BY date DESC, company_id FETCH NEXT 3 ROWS ONLY

SELECT company_id FROM companies ORDER BY company_id LIMIT ALL

SELECT company_id FROM companies ORDER BY company_id LIMIT 5::bigint OFFSET 1

SELECT company_id FROM companies ORDER BY company_id LIMIT NULL

SELECT company_id % 2 AS odd, company_id FROM companies ORDER BY odd, company_id DESC

SELECT company_id FROM sessions GROUP BY company_id ORDER BY COUNT(*) DESC, company_id

SELECT DISTINCT ON (company_id) company_id, date, sessions_count FROM sessions ORDER BY company_id, date DESC

SELECT DISTINCT ON (company_name) company_name, company_id FROM companies ORDER BY company_name, company_id

SELECT document_title FROM documents WHERE document_title IS NOT NULL ORDER BY document_title

SELECT average_session_length FROM sessions ORDER BY average_session_length DESC

SELECT last_model_response_date FROM sessions ORDER BY 1 NULLS FIRST

SELECT company_id, date FROM sessions ORDER BY CASE WHEN company_id = 3 THEN 0 ELSE 1 END, company_id, date LIMIT 7

# The C collation is the order that there is
SELECT company_name FROM companies ORDER BY company_name COLLATE "C" DESC

SELECT MAX(company_name COLLATE "C"), COUNT(*) FROM companies WHERE company_name COLLATE pg_catalog."default" > 'a' AND company_name < 'z' COLLATE "POSIX"

# Rows that are equal to the last one
SELECT company_id, date, sessions_count FROM sessions ORDER BY sessions_count DESC NULLS LAST FETCH FIRST 3 ROWS WITH TIES

SELECT x FROM (VALUES (1), (2), (2), (2), (3)) AS t(x) ORDER BY x FETCH FIRST 2 ROWS WITH TIES

SELECT x FROM (VALUES (1), (2), (2), (2), (3)) AS t(x) ORDER BY 1 OFFSET 1 FETCH NEXT ROW WITH TIES

SELECT x, COUNT(*) AS n FROM (VALUES (1), (2), (2), (3), (3)) AS t(x) GROUP BY x ORDER BY n DESC FETCH FIRST 1 ROW WITH TIES

SELECT * FROM (VALUES (1, 'b'), (1, 'a'), (2, 'c')) AS t(x, y) WHERE y <> 'z' ORDER BY t.x FETCH FIRST (1) ROWS WITH TIES

SELECT company_id FROM companies ORDER BY company_id FETCH FIRST 0 ROWS WITH TIES

SELECT SUM(n) FROM (SELECT company_id AS n FROM sessions ORDER BY company_id FETCH FIRST 1 ROW WITH TIES) AS t

SELECT company_id, company_name FROM companies ORDER BY 2 DESC NULLS LAST, 1 OFFSET 2 ROWS FETCH FIRST 2 ROWS WITH TIES
