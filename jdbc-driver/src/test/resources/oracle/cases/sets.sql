SELECT company_id FROM sessions INTERSECT ALL SELECT company_id FROM feedback

SELECT company_id FROM sessions EXCEPT ALL SELECT company_id FROM feedback

SELECT company_name FROM sessions EXCEPT SELECT company_name FROM documents WHERE document_title IS NULL

SELECT document_title FROM documents UNION SELECT tool_name FROM tools

SELECT date, company_name FROM sessions UNION SELECT date, company_name FROM feedback INTERSECT SELECT date, company_name FROM documents

(SELECT company_id FROM sessions ORDER BY company_id DESC LIMIT 3) UNION ALL (SELECT company_id FROM feedback ORDER BY company_id LIMIT 2)

SELECT 1 AS x UNION ALL SELECT 2.5 UNION ALL SELECT NULL ORDER BY x

SELECT NULL UNION SELECT NULL

SELECT 'a' AS t UNION SELECT 'abc' UNION SELECT 'a' ORDER BY t

SELECT COUNT(*) FROM (SELECT company_id, date FROM sessions UNION ALL SELECT company_id, date FROM threads EXCEPT SELECT company_id, date FROM feedback) AS t

SELECT x, COUNT(*) FROM (SELECT likes_count AS x FROM feedback UNION ALL SELECT dislikes_count FROM feedback) AS t GROUP BY x

# A literal in quotes is of the other query's type
SELECT '2024-01-01' AS d UNION SELECT date FROM sessions ORDER BY 1 LIMIT 3

SELECT company_id FROM sessions UNION ALL SELECT '5' ORDER BY 1

SELECT * FROM (SELECT '2024-01-01' AS d UNION SELECT date FROM sessions) t WHERE d < DATE '2024-02-01'

SELECT CASE WHEN company_id = 1 THEN '2024-01-01' ELSE date END FROM sessions
