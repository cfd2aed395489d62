# Words that are keywords elsewhere
SELECT calendar_month AS month, COUNT(*) AS count FROM calendar GROUP BY month ORDER BY count, month

SELECT t.month FROM (SELECT calendar_month AS month FROM calendar) AS t ORDER BY t.month LIMIT 1

SELECT t.count, t.value, t.rank, t.year FROM (SELECT COUNT(*) AS count, 1 AS value, 2 AS rank, 2024 AS year FROM calendar) AS t

SELECT 1 AS percent, 2 AS period, 3 AS next, 4 AS prev, 5 AS one, 6 AS old, 7 AS new, 8 AS open, 9 AS match, 10 AS method, 11 AS range, 12 AS system, 13 AS filter, 14 AS unknown, 15 AS lower, 16 AS upper

SELECT 1 AS avg, 2 AS count, 3 AS current, 4 AS day, 5 AS end, 6 AS hour, 7 AS language, 8 AS max, 9 AS min, 10 AS minute, 11 AS month, 12 AS position, 13 AS rank, 14 AS result, 15 AS row, 16 AS rows, 17 AS second, 18 AS start, 19 AS sum, 20 AS time, 21 AS timestamp, 22 AS user, 23 AS value, 24 AS year

SELECT date, SUM(sessions_count) AS sum FROM sessions GROUP BY date HAVING SUM(sessions_count) > 3 ORDER BY sum DESC, date

SELECT value FROM (SELECT sessions_count AS value FROM sessions) AS t WHERE value > 3 ORDER BY value

# Columns without a name
SELECT COUNT(*), SUM(sessions_count), MAX(date), DATE_TRUNC('month', MIN(date)), COALESCE(MIN(company_name), 'x'), 1 + 1, CAST(1 AS BIGINT), '2024-01-01'::date, CASE WHEN 1 = 1 THEN 2 END FROM sessions

SELECT EXTRACT(YEAR FROM DATE '2024-02-29'), ABS(-1), UPPER('a'), CURRENT_DATE = CURRENT_DATE, (SELECT 1), (SELECT MAX(date) AS last FROM sessions), EXISTS (SELECT 1), NOT TRUE, 'a' || 'b', GREATEST(1, 2), NULLIF(1, 2), ROW_NUMBER() OVER ()

SELECT count, sum FROM (SELECT COUNT(*), SUM(sessions_count) FROM sessions) AS t

SELECT s.date, s."date", date AS day, company_id id, company_name "Company Name" FROM sessions s ORDER BY 1, id LIMIT 3

SELECT Company_ID, COMPANY_NAME FROM Companies ORDER BY company_id

SELECT x.* , x.date + 1 AS tomorrow FROM (SELECT date, COUNT(*) AS n FROM sessions GROUP BY date) AS x ORDER BY x.date

SELECT "paradigm"."sessions"."company_id" FROM "paradigm"."sessions" ORDER BY 1
