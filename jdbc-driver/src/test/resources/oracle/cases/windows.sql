# RANGE over days
SELECT d, COUNT(*) OVER (ORDER BY d RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW) FROM (VALUES (DATE '2026-01-01'), (DATE '2026-01-05'), (DATE '2026-01-10'), (DATE '2026-01-30')) AS t(d)

SELECT d, COUNT(*) OVER (ORDER BY d RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND CURRENT ROW) FROM (VALUES (DATE '2026-01-01'), (DATE '2026-01-05'), (DATE '2026-01-31'), (DATE '2026-02-28')) AS t(d)

SELECT company_id, date, AVG(sessions_count) OVER (PARTITION BY company_id ORDER BY date RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW) FROM sessions

SELECT company_id, date, SUM(sessions_count) OVER (ORDER BY date RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND INTERVAL '1' MONTH FOLLOWING) FROM sessions

SELECT company_id, last_model_response_date, COUNT(*) OVER (ORDER BY last_model_response_date RANGE BETWEEN INTERVAL '36' HOUR PRECEDING AND CURRENT ROW) FROM sessions

SELECT company_id, date, SUM(sessions_count) OVER (ORDER BY date DESC RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW) FROM sessions

# A named window with a frame of its own
SELECT x, SUM(x) OVER (w ROWS 1 PRECEDING) FROM (VALUES (1), (2), (3), (4)) AS t(x) WINDOW w AS (ORDER BY x)

SELECT x, SUM(x) OVER (w ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING), COUNT(*) OVER w, COUNT(*) OVER (w RANGE CURRENT ROW) FROM (VALUES (1), (2), (2), (4)) AS t(x) WINDOW w AS (ORDER BY x)

SELECT company_id, date, SUM(sessions_count) OVER (p ORDER BY date ROWS 2 PRECEDING), RANK() OVER (p ORDER BY date DESC) FROM sessions WINDOW p AS (PARTITION BY company_id)

# Functions over NULLs
SELECT company_id, date, LAG(sessions_count, 1, 0) OVER (PARTITION BY company_id ORDER BY date), LEAD(unique_models_count, 2, -1) OVER (PARTITION BY company_id ORDER BY date), LAG(average_session_length, 1, 0) OVER (PARTITION BY company_id ORDER BY date) FROM sessions

SELECT k, LAG(x, 1, 0) OVER (ORDER BY k), LEAD(x, 1, 9) OVER (ORDER BY k), LAG(x, 0) OVER (ORDER BY k), LAG(x, 5) OVER (ORDER BY k) FROM (VALUES (1, 10), (2, NULL), (3, 30), (4, NULL)) AS t(k, x)

SELECT x, SUM(x) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES (1), (2), (NULL), (4), (NULL), (5)) AS t(x)

SELECT x, SUM(x) OVER (ORDER BY x DESC NULLS LAST RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), COUNT(*) OVER (ORDER BY x NULLS FIRST RANGE BETWEEN 1 FOLLOWING AND 3 FOLLOWING) FROM (VALUES (1), (2), (NULL), (4), (NULL), (5)) AS t(x)

SELECT company_id, date, date - LAG(date) OVER (PARTITION BY company_id ORDER BY date) AS gap FROM sessions

SELECT company_id, date, FIRST_VALUE(sessions_count) OVER (PARTITION BY company_id ORDER BY date), LAST_VALUE(sessions_count) OVER (PARTITION BY company_id ORDER BY date ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NTH_VALUE(sessions_count, 2) OVER (PARTITION BY company_id ORDER BY date) FROM sessions

SELECT company_id, date, PERCENT_RANK() OVER (ORDER BY sessions_count), CUME_DIST() OVER (ORDER BY sessions_count DESC), NTILE(3) OVER (ORDER BY company_id, date) FROM sessions

SELECT company_id, date, SUM(sessions_count) FILTER (WHERE sessions_count > 3) OVER (), COUNT(*) FILTER (WHERE unique_models_count IS NULL) OVER (PARTITION BY company_id) FROM sessions

SELECT company_id, date, COUNT(*) OVER (ORDER BY date GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW), SUM(sessions_count) OVER (PARTITION BY company_id ORDER BY sessions_count GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM sessions

SELECT x, COUNT(*) OVER (ORDER BY x ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW), COUNT(*) OVER (ORDER BY x RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES), COUNT(*) OVER (ORDER BY x GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) FROM (VALUES (1), (2), (2), (4)) AS t(x)

# Windows over groups, and over windows
SELECT company_id, SUM(sessions_count), RANK() OVER (ORDER BY SUM(sessions_count) DESC NULLS LAST), SUM(SUM(sessions_count)) OVER (ORDER BY company_id), CAST(SUM(sessions_count) AS DOUBLE PRECISION) / SUM(SUM(sessions_count)) OVER () FROM sessions GROUP BY company_id

SELECT * FROM (SELECT company_id, date, ROW_NUMBER() OVER (PARTITION BY company_id ORDER BY date DESC) AS n FROM sessions) AS t WHERE n <= 2 ORDER BY company_id, n

SELECT COUNT(DISTINCT n) FROM (SELECT DENSE_RANK() OVER (ORDER BY sessions_count) AS n FROM sessions) AS t

SELECT company_id, date FROM sessions ORDER BY ROW_NUMBER() OVER (ORDER BY date DESC, company_id) LIMIT 5

SELECT DISTINCT COUNT(*) OVER (PARTITION BY company_id) FROM sessions

SELECT company_id, MAX(sessions_count) OVER (PARTITION BY company_id) - sessions_count FROM sessions WHERE date >= DATE '2024-02-01'

SELECT STRING_AGG(tool_name, ',') OVER (PARTITION BY company_id ORDER BY date, tool_name), company_id, date, tool_name FROM tools WHERE company_id = 1

# GROUPS that refine a named window, and functions of empty frames
SELECT company_id, MAX(company_name) OVER (w0 GROUPS BETWEEN CURRENT ROW AND 2 FOLLOWING) FROM threads WINDOW w0 AS (ORDER BY company_id)

SELECT company_id, date, COUNT(*) OVER (w0 GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM threads WINDOW w0 AS (PARTITION BY date ORDER BY company_id)

SELECT company_id, SUM(1) OVER w IS NULL, AVG(1) OVER w IS NULL, MIN(1) OVER w IS NULL, MAX('a') OVER w IS NULL, STDDEV(1) OVER w IS NULL, FIRST_VALUE(1) OVER w IS NULL, NTH_VALUE(1, 1) OVER w IS NULL, LAG(1) OVER (ORDER BY company_id) IS NULL FROM companies WINDOW w AS (ORDER BY company_id ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING)

# DISTINCT values of windows, sorted by them
SELECT DISTINCT COUNT(*) OVER (PARTITION BY company_id) FROM sessions ORDER BY COUNT(*) OVER (PARTITION BY company_id)

SELECT DISTINCT COUNT(*) OVER (PARTITION BY company_id) AS n, company_id % 2 FROM sessions ORDER BY 2 DESC, COUNT(*) OVER (PARTITION BY company_id) DESC NULLS LAST

SELECT DISTINCT RANK() OVER (ORDER BY sessions_count) FROM sessions ORDER BY RANK() OVER (ORDER BY sessions_count) LIMIT 3

# Named windows that are equal
SELECT company_id, date, document_id, NTILE(4) OVER w0, LEAD(MOD(usage_count, 5), 0) OVER w1 FROM documents WINDOW w0 AS (ORDER BY company_id, date, document_id), w1 AS (ORDER BY company_id, date, document_id)

SELECT company_id, COUNT(*) OVER w0, SUM(company_id) OVER w1 FROM companies WINDOW w0 AS (ORDER BY company_id ROWS 1 PRECEDING), w1 AS (ORDER BY company_id ROWS 1 PRECEDING)

# Ranks where nothing is sorted
SELECT company_id, date, RANK() OVER (), DENSE_RANK() OVER (), PERCENT_RANK() OVER (), CUME_DIST() OVER () FROM sessions

SELECT company_id, date, RANK() OVER (PARTITION BY company_id), CUME_DIST() OVER (PARTITION BY company_id), DENSE_RANK() OVER w FROM sessions WINDOW w AS (PARTITION BY date)

SELECT LAG(company_id) OVER () IS NULL, LEAD(company_id, 1, 7) OVER (), NTILE(2) OVER (), FIRST_VALUE(company_id) OVER (), ROW_NUMBER() OVER () FROM companies WHERE company_id = 1
