# Statements of one family, each compared with PostgreSQL in all ways. An empty line ends a statement; # begins a comment.

# A join on the nullable side of an outer join
SELECT COUNT(*), STDDEV(s.unique_models_count) FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date JOIN companies c ON c.company_id = f.company_id

SELECT TO_CHAR(s.date, 'YYYY-MM'), COUNT(*) FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date JOIN companies c ON c.company_id = f.company_id GROUP BY 1

SELECT f.company_id, STRING_AGG(c.company_name, ',' ORDER BY s.date) FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date JOIN companies c ON c.company_id = f.company_id GROUP BY f.company_id

SELECT MAX(EXTRACT(HOUR FROM s.last_model_response_date)) FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date JOIN companies c ON c.company_id = f.company_id

SELECT s.company_id, s.date, ROW_NUMBER() OVER (ORDER BY s.company_id, s.date) FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date JOIN companies c ON c.company_id = f.company_id

SELECT COUNT(*), STDDEV(t.threads_count) FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date LEFT JOIN threads t ON t.company_id = f.company_id AND t.date = f.date WHERE t.company_id IS NOT NULL

SELECT COUNT(*) FROM sessions s FULL JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date JOIN threads t ON t.company_id = f.company_id AND t.date = s.date

SELECT s.company_id, f.company_id, t.company_id FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date AND f.likes_count > 5 LEFT JOIN threads t ON t.company_id = f.company_id AND t.date = f.date ORDER BY s.company_id, s.date

# Joins without an equality
SELECT a.x, b.y, COUNT(*) OVER () FROM (VALUES (1), (2)) AS a(x) RIGHT JOIN (VALUES (5), (5), (6)) AS b(y) ON a.x > b.y

SELECT a.x, b.y FROM (VALUES (1), (2)) AS a(x) RIGHT JOIN (VALUES (5), (5), (6)) AS b(y) ON a.x > b.y

SELECT a.x, b.y FROM (VALUES (1), (2), (2)) AS a(x) LEFT JOIN (VALUES (2), (2), (NULL)) AS b(y) ON a.x > b.y

SELECT h.company_id, REVERSE(h.company_name) FROM threads h RIGHT JOIN feedback f ON h.company_id = f.company_id AND h.date = f.date AND f.date BETWEEN DATE '2024-02-29' AND DATE '2024-01-31'

SELECT COUNT(*) FROM companies a RIGHT JOIN companies b ON a.company_id < b.company_id

SELECT COUNT(*) FROM companies a CROSS JOIN companies b CROSS JOIN members c WHERE a.company_name = b.company_name OR a.company_id > c.company_id

# Conditions in ON and in WHERE
SELECT COUNT(*) FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date AND s.sessions_count > 5

SELECT COUNT(*) FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date WHERE s.sessions_count > 5 AND f.likes_count IS NULL

SELECT COUNT(*) FROM sessions s RIGHT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date AND f.date = DATE '2024-02-29'

SELECT COUNT(*), COUNT(s.company_id) FROM companies c LEFT JOIN sessions s ON s.company_id = c.company_id AND s.date >= DATE '2024-03-01' WHERE c.company_id <> 3

SELECT date, company_id, sessions_count, likes_count FROM sessions JOIN feedback USING (company_id, date) WHERE date > DATE '2024-02-01' ORDER BY date, company_id

SELECT date, COUNT(*) FROM sessions FULL JOIN feedback USING (company_id, date) GROUP BY date

SELECT c.date, s.sessions_count FROM calendar c LEFT JOIN sessions s ON s.date = c.date AND s.company_id = 1 WHERE c.calendar_month = 2 ORDER BY c.date

SELECT COUNT(*) FROM sessions a JOIN sessions b ON a.company_name = b.company_name AND a.date = b.date

SELECT COUNT(*) FROM documents a JOIN documents b ON a.document_title = b.document_filename

SELECT COUNT(*) FROM documents a LEFT JOIN documents b ON a.document_title IS NOT DISTINCT FROM b.document_title AND a.company_id = b.company_id

SELECT COUNT(*) FROM sessions s JOIN companies c ON c.company_id = s.company_id + 0 AND c.company_id = s.company_id * 1

# Left joins by the day of a side that may be NULL
SELECT s.company_id, s.date, f.date, t.date, t.tool_name FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date LEFT JOIN tools t ON t.company_id = f.company_id AND t.date = f.date WHERE s.date BETWEEN DATE '2024-01-15' AND DATE '2024-02-29'

SELECT s.company_id, s.date, f.date, t.date FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date AND f.likes_count > 2 LEFT JOIN threads t ON t.date IS NOT DISTINCT FROM f.date AND t.company_id = s.company_id WHERE s.date >= DATE '2024-02-01'

SELECT s.company_id, s.date, t.date, d.document_id FROM sessions s LEFT JOIN threads t ON t.company_id = s.company_id AND t.date = s.date LEFT JOIN documents d ON d.date = t.date AND d.company_id = s.company_id WHERE t.date IS NULL OR t.date > DATE '2024-01-31'

SELECT s.company_id, s.date, f.date, t.company_id, t.date FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date FULL JOIN tools t ON t.company_id = f.company_id AND t.date = f.date WHERE COALESCE(s.date, t.date) >= DATE '2024-02-01'

SELECT s.date, COUNT(*), COUNT(f.date), COUNT(t.date) FROM sessions s LEFT JOIN (SELECT date, company_id FROM feedback GROUP BY date, company_id) f ON f.date = s.date AND f.company_id = s.company_id LEFT JOIN (SELECT date FROM tools GROUP BY ROLLUP (date)) t ON t.date = f.date WHERE s.date < DATE '2024-02-01' GROUP BY s.date
