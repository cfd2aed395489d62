# A statement, then after --> each row of its answer, or the SQLState of its error. Blocks end with an empty line.

# Reports
SELECT company_id, company_name, date, sessions_count, unique_models_count, average_session_length, user_queries_count, model_responses_with_docs_count, model_responses_count FROM sessions WHERE date = '2026-03-02' ORDER BY company_id
--> 2 | Northwind | 2026-03-02 | 161 | 3 | 252.96 | 744 | 298 | 738
--> 8 | Œuvres & Fils "SARL" | 2026-03-02 | 85 | 3 | 324.4 | 407 | 143 | 404

SELECT company_id, date, threads_count, average_thread_length, model_responses_count FROM threads WHERE date BETWEEN '2026-03-02' AND '2026-03-03' ORDER BY date, company_id
--> 2 | 2026-03-02 | 36 | 87.47 | 126
--> 8 | 2026-03-02 | 20 | 135.57 | 78
--> 2 | 2026-03-03 | 39 | 117.03 | 144
--> 8 | 2026-03-03 | 19 | 85.46 | 68

SELECT company_id, date, model_responses_count, likes_count, dislikes_count, copies_count FROM feedback WHERE date = '2026-03-02' ORDER BY company_id
--> 2 | 2026-03-02 | 738 | 61 | 20 | 134
--> 8 | 2026-03-02 | 404 | 31 | 7 | 63

SELECT company_id, document_id, document_filename, usage_count FROM documents WHERE date = '2026-03-02' ORDER BY company_id, document_id
--> 2 | 5002 | onboarding_guide.xlsx | 273
--> 2 | 55037 | security\checklist.pptx | 48
--> 8 | 5008 | Procédure qualité.xlsx | 190
--> 8 | 45036 | leave-policy.md | 29

SELECT company_id, tool_name, usage_count FROM tools WHERE date = '2026-03-02' ORDER BY company_id, tool_name
--> 2 | code_execution | 25
--> 2 | document_search | 410
--> 2 | sharepoint_lookup | 35
--> 2 | web_search | 141
--> 8 | code_execution | 19
--> 8 | document_search | 255
--> 8 | sharepoint_lookup | 15
--> 8 | web_search | 96

SELECT company_id, window_start, window_end FROM members WHERE window_start = '2026-03-01' AND window_end = '2026-03-31' ORDER BY company_id
--> 2 | 2026-03-01 | 2026-03-31
--> 8 | 2026-03-01 | 2026-03-31

SELECT company_id, company_name FROM companies ORDER BY company_id
--> 2 | Northwind
--> 8 | Œuvres & Fils "SARL"

SELECT * FROM calendar WHERE date = '2026-03-02'
--> 2026-03-02 | 2026 | 1 | 3 | March | 2 | 61 | 1 | Monday | 0 | 2026 | 10 | 2026-03-02 | 2026-03-01 | 2026-01-01 | 2026-01-01

# Views
SELECT company_id, sessions_count, threads_count, conversations_count, user_queries_count FROM daily_usage WHERE date = '2026-03-02' ORDER BY company_id
--> 2 | 161 | 36 | 197 | 874
--> 8 | 85 | 20 | 105 | 486

SELECT company_id, week_start, active_days, conversations_count, user_queries_count FROM adoption WHERE week_start = '2026-03-02' ORDER BY company_id
--> 2 | 2026-03-02 | 7 | 1006 | 4935
--> 8 | 2026-03-02 | 7 | 509 | 2486

SELECT company_id, ratings_count, CAST(approval_rate AS DECIMAL(5, 3)) FROM satisfaction WHERE date = '2026-03-02' ORDER BY company_id
--> 2 | 81 | 0.753
--> 8 | 38 | 0.815

SELECT company_id, sessions_count, likes_count, CAST(rating_rate AS DECIMAL(5, 3)) FROM adoption_satisfaction WHERE date = '2026-03-02' ORDER BY company_id
--> 2 | 161 | 61 | 0.109
--> 8 | 85 | 31 | 0.094

SELECT resource_kind, COUNT(*), SUM(usage_count) FROM resource_usage WHERE date = '2026-03-02' GROUP BY resource_kind ORDER BY 1
--> document | 4 | 540
--> tool | 8 | 996

# Joins
SELECT s.company_id, s.sessions_count, f.likes_count FROM sessions s JOIN feedback f USING (company_id, date) WHERE s.date = '2026-03-02' ORDER BY 1
--> 2 | 161 | 61
--> 8 | 85 | 31

SELECT c.date, COALESCE(SUM(s.sessions_count), 0) FROM calendar c LEFT JOIN sessions s ON s.date = c.date AND s.company_id = 2 WHERE c.date BETWEEN '2026-03-06' AND '2026-03-09' GROUP BY c.date ORDER BY c.date
--> 2026-03-06 | 143
--> 2026-03-07 | 9
--> 2026-03-08 | 5
--> 2026-03-09 | 162

# Groups
SELECT EXTRACT(MONTH FROM date) AS m, SUM(sessions_count) FROM sessions WHERE date BETWEEN '2026-02-25' AND '2026-03-04' GROUP BY 1 ORDER BY 1
--> 2 | 710
--> 3 | 771

SELECT company_id, SUM(usage_count) AS n FROM tools WHERE date = '2026-03-02' GROUP BY ROLLUP(company_id) HAVING SUM(usage_count) > 10 ORDER BY n
--> 8 | 385
--> 2 | 611
--> null | 996

SELECT COUNT(*), COUNT(DISTINCT tool_name), MIN(date), MAX(date) FROM tools WHERE date BETWEEN '2026-03-02' AND '2026-03-05'
--> 32 | 4 | 2026-03-02 | 2026-03-05

# Windows
SELECT date, SUM(sessions_count) OVER (ORDER BY date), RANK() OVER (ORDER BY sessions_count DESC), LAG(sessions_count) OVER (ORDER BY date) FROM sessions WHERE company_id = 2 AND date BETWEEN '2026-03-02' AND '2026-03-05' ORDER BY date
--> 2026-03-02 | 161 | 3 | null
--> 2026-03-03 | 333 | 2 | 161
--> 2026-03-04 | 518 | 1 | 172
--> 2026-03-05 | 663 | 4 | 185

# Sets and sub-queries
SELECT tool_name FROM tools WHERE date = '2026-03-02' EXCEPT SELECT 'web_search' ORDER BY 1
--> code_execution
--> document_search
--> sharepoint_lookup

WITH days AS (SELECT date, SUM(sessions_count) AS n FROM sessions WHERE date BETWEEN '2026-03-02' AND '2026-03-08' GROUP BY date) SELECT date, n FROM days WHERE n = (SELECT MAX(n) FROM days)
--> 2026-03-04 | 263

SELECT company_id FROM companies c WHERE EXISTS (SELECT 1 FROM sessions s WHERE s.company_id = c.company_id AND s.date = '2026-03-02') ORDER BY 1
--> 2
--> 8

# Nulls and cases
SELECT SUM(CASE WHEN company_id = 2 THEN sessions_count END), SUM(CASE WHEN company_id = 99 THEN sessions_count END) FROM sessions WHERE date = '2026-03-02'
--> 161 | null

SELECT x FROM (VALUES (2), (CAST(NULL AS INTEGER)), (1)) AS t(x) ORDER BY x
--> 1
--> 2
--> null

SELECT x FROM (VALUES (2), (CAST(NULL AS INTEGER)), (1)) AS t(x) ORDER BY x DESC NULLS LAST LIMIT 2
--> 2
--> 1

# Tables about tables
SELECT table_name FROM information_schema.tables WHERE table_schema = 'system' ORDER BY 1
--> cache
--> requests

# Errors
SELECT nosuch FROM sessions
--> error 42703

DELETE FROM sessions
--> error 25006

