SELECT c.company_id, (SELECT MAX(f.likes_count) FROM feedback f WHERE f.company_id = c.company_id AND EXISTS (SELECT 1 FROM documents q WHERE q.company_id = f.company_id AND q.date < f.date)) FROM companies c

SELECT c.company_id, x.d FROM companies c, LATERAL (SELECT MAX(s.date) AS d FROM sessions s WHERE s.company_id = c.company_id) AS x

SELECT c.company_id, x.n FROM companies c CROSS JOIN LATERAL (SELECT SUM(s.sessions_count) AS n FROM sessions s WHERE s.company_id = c.company_id) AS x

SELECT c.company_id, x.date, x.sessions_count FROM companies c LEFT JOIN LATERAL (SELECT s.date, s.sessions_count FROM sessions s WHERE s.company_id = c.company_id ORDER BY s.date DESC LIMIT 2) AS x ON TRUE

SELECT c.company_id, (SELECT COUNT(*) FROM sessions s WHERE s.company_id = c.company_id), (SELECT s.date FROM sessions s WHERE s.company_id = c.company_id ORDER BY s.date LIMIT 1) FROM companies c ORDER BY 1

SELECT c.company_id FROM companies c WHERE NOT EXISTS (SELECT 1 FROM sessions s WHERE s.company_id = c.company_id)

SELECT s.company_id, s.date FROM sessions s WHERE s.sessions_count NOT IN (SELECT f.likes_count FROM feedback f WHERE f.company_id = s.company_id)

SELECT s.company_id, s.date FROM sessions s WHERE s.sessions_count > ALL (SELECT f.likes_count FROM feedback f WHERE f.date = s.date)

SELECT s.company_id, s.date FROM sessions s WHERE s.sessions_count >= (SELECT AVG(x.sessions_count) FROM sessions x WHERE x.company_id = s.company_id)

SELECT s.company_id, s.date, (SELECT COUNT(*) FROM documents d WHERE d.company_id = s.company_id AND d.date < s.date AND d.usage_count > s.sessions_count) FROM sessions s

SELECT (SELECT MAX(date) FROM sessions), (SELECT company_id FROM companies WHERE company_id = 99), (SELECT COUNT(*) FROM sessions WHERE company_id = 99)

SELECT (SELECT company_id FROM companies)

SELECT c.company_id FROM companies c WHERE (SELECT f.likes_count FROM feedback f WHERE f.company_id = c.company_id) > 1

SELECT company_id IN (SELECT company_id FROM sessions WHERE sessions_count > 5), COUNT(*) FROM companies GROUP BY 1

SELECT c.company_id, CASE WHEN c.company_id IN (SELECT s.company_id FROM sessions s WHERE s.date = DATE '2024-02-29') THEN 'yes' ELSE 'no' END FROM companies c

SELECT t.company_id, t.date FROM (SELECT * FROM sessions WHERE sessions_count = (SELECT MAX(sessions_count) FROM sessions)) AS t WHERE EXISTS (SELECT 1 FROM feedback f WHERE f.company_id = t.company_id)

SELECT s.company_id, SUM(s.sessions_count) FROM sessions s GROUP BY s.company_id HAVING SUM(s.sessions_count) > (SELECT COALESCE(SUM(f.likes_count), 0) FROM feedback f WHERE f.company_id = s.company_id)

# Values that a sub-query is searched for
SELECT o.company_id FROM companies o WHERE 3 >= ALL (SELECT i.model_responses_with_docs_count FROM sessions i WHERE i.company_id = o.company_id)

SELECT o.company_id, 3 IN (SELECT i.model_responses_with_docs_count FROM sessions i WHERE i.company_id = o.company_id) FROM companies o

SELECT o.company_id FROM companies o WHERE 'Acme' = ANY (SELECT i.company_name FROM sessions i) AND DATE '2024-01-02' NOT IN (SELECT date FROM feedback)
