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
