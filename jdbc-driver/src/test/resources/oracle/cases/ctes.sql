WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 10) SELECT SUM(n), COUNT(*) FROM r

WITH RECURSIVE r(d) AS (SELECT DATE '2024-02-27' UNION ALL SELECT d + 1 FROM r WHERE d < DATE '2024-03-02') SELECT d FROM r ORDER BY d

WITH RECURSIVE r(d) AS (SELECT MIN(date) FROM sessions UNION ALL SELECT CAST(d + INTERVAL '1' MONTH AS DATE) FROM r WHERE d < DATE '2024-03-01') SELECT r.d, COUNT(s.company_id) FROM r LEFT JOIN sessions s ON s.date BETWEEN r.d AND r.d + 30 GROUP BY r.d

WITH RECURSIVE r(n, t) AS (SELECT 1, CAST('x' AS VARCHAR) UNION ALL SELECT n + 1, t || 'œ' FROM r WHERE n < 5) SELECT n, t FROM r ORDER BY n

WITH RECURSIVE r(n) AS (SELECT 1 UNION SELECT (n * 2) % 7 FROM r) SELECT n FROM r ORDER BY n

WITH a AS (SELECT company_id, SUM(sessions_count) AS n FROM sessions GROUP BY company_id), b AS (SELECT AVG(n) AS m FROM a) SELECT a.company_id FROM a, b WHERE a.n > b.m ORDER BY 1

WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS x FROM a) SELECT a.x, b.x FROM a, b

WITH s AS (SELECT * FROM sessions WHERE date > DATE '2024-02-01') SELECT x.company_id, y.date FROM s x LEFT JOIN s y ON y.company_id = x.company_id AND y.date > x.date ORDER BY 1, 2

WITH sessions AS (SELECT 1 AS one) SELECT one FROM sessions

WITH c AS (SELECT c.company_id, (SELECT MAX(f.likes_count) FROM feedback f WHERE f.company_id = c.company_id AND EXISTS (SELECT 1 FROM documents q WHERE q.company_id = f.company_id AND q.date < f.date)) AS m FROM companies c) SELECT a.company_id, b.m FROM c a JOIN c b ON a.company_id = b.company_id

WITH t AS (SELECT 1 AS a UNION ALL SELECT 2) SELECT (SELECT MAX(a) FROM t), a FROM t ORDER BY a
