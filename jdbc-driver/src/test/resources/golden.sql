# A statement, then after --> each row of its answer, or the SQLState of its error. Blocks end with an empty line.

# Reports
SELECT company_id, company_name, date, sessions_count, unique_models_count, average_session_length, user_queries_count, model_responses_with_docs_count, model_responses_count FROM sessions WHERE date = '2026-03-02' ORDER BY company_id
--> 2 | Northwind | 2026-03-02 | 182 | 3 | 238.96 | 841 | 337 | 835
--> 8 | Œuvres & Fils "SARL" | 2026-03-02 | 96 | 3 | 314.13 | 460 | 161 | 456

SELECT company_id, date, threads_count, average_thread_length, model_responses_count FROM threads WHERE date BETWEEN '2026-03-02' AND '2026-03-03' ORDER BY date, company_id
--> 2 | 2026-03-02 | 41 | 84.5 | 143
--> 8 | 2026-03-02 | 22 | 133.46 | 86
--> 2 | 2026-03-03 | 44 | 113.77 | 162
--> 8 | 2026-03-03 | 22 | 93.79 | 79

SELECT company_id, date, model_responses_count, likes_count, dislikes_count, copies_count FROM feedback WHERE date = '2026-03-02' ORDER BY company_id
--> 2 | 2026-03-02 | 835 | 69 | 22 | 151
--> 8 | 2026-03-02 | 456 | 35 | 8 | 71

SELECT company_id, document_id, document_filename, usage_count FROM documents WHERE date = '2026-03-02' ORDER BY company_id, document_id
--> 2 | 5002 | onboarding_guide.xlsx | 309
--> 2 | 55037 | security\checklist.pptx | 54
--> 8 | 5008 | Procédure qualité.xlsx | 214
--> 8 | 45036 | leave-policy.md | 32
--> 8 | 95071 | travel-expenses.pdf | 25

SELECT company_id, tool_name, usage_count FROM tools WHERE date = '2026-03-02' ORDER BY company_id, tool_name
--> 2 | code_execution | 29
--> 2 | document_search | 464
--> 2 | sharepoint_lookup | 40
--> 2 | web_search | 159
--> 8 | code_execution | 21
--> 8 | document_search | 287
--> 8 | sharepoint_lookup | 16
--> 8 | web_search | 108

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
--> 2 | 182 | 41 | 223 | 989
--> 8 | 96 | 22 | 118 | 547

SELECT company_id, week_start, active_days, conversations_count, user_queries_count FROM adoption WHERE week_start = '2026-03-02' ORDER BY company_id
--> 2 | 2026-03-02 | 7 | 1138 | 5581
--> 8 | 2026-03-02 | 7 | 574 | 2806

SELECT company_id, ratings_count, CAST(approval_rate AS DECIMAL(5, 3)) FROM satisfaction WHERE date = '2026-03-02' ORDER BY company_id
--> 2 | 91 | 0.758
--> 8 | 43 | 0.814

SELECT company_id, sessions_count, likes_count, CAST(rating_rate AS DECIMAL(5, 3)) FROM adoption_satisfaction WHERE date = '2026-03-02' ORDER BY company_id
--> 2 | 182 | 69 | 0.109
--> 8 | 96 | 35 | 0.094

SELECT resource_kind, COUNT(*), SUM(usage_count) FROM resource_usage WHERE date = '2026-03-02' GROUP BY resource_kind ORDER BY 1
--> document | 5 | 634
--> tool | 8 | 1124

# Joins
SELECT s.company_id, s.sessions_count, f.likes_count FROM sessions s JOIN feedback f USING (company_id, date) WHERE s.date = '2026-03-02' ORDER BY 1
--> 2 | 182 | 69
--> 8 | 96 | 35

SELECT c.date, COALESCE(SUM(s.sessions_count), 0) FROM calendar c LEFT JOIN sessions s ON s.date = c.date AND s.company_id = 2 WHERE c.date BETWEEN '2026-03-06' AND '2026-03-09' GROUP BY c.date ORDER BY c.date
--> 2026-03-06 | 162
--> 2026-03-07 | 10
--> 2026-03-08 | 5
--> 2026-03-09 | 182

# Groups
SELECT EXTRACT(MONTH FROM date) AS m, SUM(sessions_count) FROM sessions WHERE date BETWEEN '2026-02-25' AND '2026-03-04' GROUP BY 1 ORDER BY 1
--> 2 | 802
--> 3 | 872

SELECT company_id, SUM(usage_count) AS n FROM tools WHERE date = '2026-03-02' GROUP BY ROLLUP(company_id) HAVING SUM(usage_count) > 10 ORDER BY n
--> 8 | 432
--> 2 | 692
--> null | 1124

SELECT COUNT(*), COUNT(DISTINCT tool_name), MIN(date), MAX(date) FROM tools WHERE date BETWEEN '2026-03-02' AND '2026-03-05'
--> 32 | 4 | 2026-03-02 | 2026-03-05

# Windows
SELECT date, SUM(sessions_count) OVER (ORDER BY date), RANK() OVER (ORDER BY sessions_count DESC), LAG(sessions_count) OVER (ORDER BY date) FROM sessions WHERE company_id = 2 AND date BETWEEN '2026-03-02' AND '2026-03-05' ORDER BY date
--> 2026-03-02 | 182 | 3 | null
--> 2026-03-03 | 376 | 2 | 182
--> 2026-03-04 | 585 | 1 | 194
--> 2026-03-05 | 749 | 4 | 209

# Sets and sub-queries
SELECT tool_name FROM tools WHERE date = '2026-03-02' EXCEPT SELECT 'web_search' ORDER BY 1
--> code_execution
--> document_search
--> sharepoint_lookup

WITH days AS (SELECT date, SUM(sessions_count) AS n FROM sessions WHERE date BETWEEN '2026-03-02' AND '2026-03-08' GROUP BY date) SELECT date, n FROM days WHERE n = (SELECT MAX(n) FROM days)
--> 2026-03-04 | 297

SELECT company_id FROM companies c WHERE EXISTS (SELECT 1 FROM sessions s WHERE s.company_id = c.company_id AND s.date = '2026-03-02') ORDER BY 1
--> 2
--> 8

# Nulls and cases
SELECT SUM(CASE WHEN company_id = 2 THEN sessions_count END), SUM(CASE WHEN company_id = 99 THEN sessions_count END) FROM sessions WHERE date = '2026-03-02'
--> 182 | null

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

