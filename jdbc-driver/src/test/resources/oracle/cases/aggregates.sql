# Figures of two columns keep their fractions
SELECT COVAR_POP(x, y), COVAR_SAMP(x, y), REGR_SXX(y, x), REGR_SYY(y, x), REGR_SXY(y, x), CORR(x, y) FROM (VALUES (1, 2), (2, 5), (4, 7)) AS t(x, y)

SELECT REGR_SLOPE(y, x), REGR_INTERCEPT(y, x), REGR_R2(y, x), REGR_AVGX(y, x), REGR_AVGY(y, x), REGR_COUNT(y, x) FROM (VALUES (1, 2), (2, 5), (4, 7), (NULL, 3), (9, NULL)) AS t(x, y)

SELECT REGR_SXX(unique_models_count, user_queries_count), COVAR_POP(user_queries_count, user_queries_count), VAR_POP(user_queries_count), STDDEV_SAMP(user_queries_count) FROM sessions

SELECT VAR_SAMP(x), STDDEV(x), VAR_POP(x), CORR(x, x) FROM (VALUES (1)) AS t(x)

SELECT VARIANCE(x), AVG(x), SUM(x), COUNT(x), MIN(x), MAX(x), STRING_AGG(CAST(x AS VARCHAR), ',') FROM (VALUES (1)) AS t(x) WHERE x > 1

# Sums that do not fit
SELECT SUM(x) FROM (VALUES (9223372036854775807), (1)) AS t(x)

SELECT SUM(document_id) FROM documents

SELECT AVG(document_id), MIN(document_id), MAX(document_id) FROM documents

SELECT SUM(x * x) FROM (VALUES (100000), (100000)) AS t(x)

SELECT SUM(x * x) FROM (VALUES (CAST(100000 AS BIGINT)), (100000)) AS t(x)

SELECT AVG(x) FROM (VALUES (9223372036854775807), (9223372036854775807)) AS t(x)

# DISTINCT, FILTER, ORDER BY
SELECT COUNT(DISTINCT company_name), COUNT(DISTINCT document_title), SUM(DISTINCT usage_count), AVG(DISTINCT usage_count) FROM documents

SELECT COUNT(*) FILTER (WHERE usage_count > 3), SUM(usage_count) FILTER (WHERE document_title LIKE '%a%'), MAX(date) FILTER (WHERE FALSE), BOOL_AND(usage_count > 0) FILTER (WHERE company_id = 1) FROM documents

SELECT company_id, STRING_AGG(document_title, ' / ' ORDER BY document_title DESC, document_id), STRING_AGG(DISTINCT document_title, '|' ORDER BY document_title) FROM documents GROUP BY company_id

SELECT BOOL_AND(usage_count > 0), BOOL_OR(usage_count > 100), EVERY(usage_count IS NOT NULL), COUNT(usage_count), COUNT(*) FROM documents

SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY sessions_count), PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY sessions_count), PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY average_session_length DESC), MODE() WITHIN GROUP (ORDER BY company_name) FROM sessions

SELECT PERCENTILE_DISC(0.25) WITHIN GROUP (ORDER BY date), PERCENTILE_DISC(0.75) WITHIN GROUP (ORDER BY company_name) FROM sessions

SELECT MIN(company_name), MAX(document_title), MIN(last) FROM documents, (SELECT MAX(last_model_response_date) AS last FROM sessions) AS x

SELECT BIT_AND(company_id), BIT_OR(usage_count), MIN(date), MAX(date) - MIN(date) FROM tools

SELECT COUNT(*) FROM (SELECT 1 FROM sessions HAVING COUNT(*) > 10) q

SELECT ROW_NUMBER() OVER () FROM (SELECT 1 FROM sessions HAVING COUNT(*) > 10) q

SELECT company_id, COUNT(*) FROM sessions GROUP BY company_id HAVING AVG(sessions_count) > 4.25 AND COUNT(DISTINCT date) > 2

SELECT MAX(MAX_PER) FROM (SELECT company_id, MAX(sessions_count) AS max_per FROM sessions GROUP BY company_id) AS t

SELECT SUM(average_session_length), AVG(average_session_length), SUM(0.1), AVG(0.5), SUM(CAST(sessions_count AS DECIMAL(10, 2))) FROM sessions

SELECT 1 AS one FROM sessions GROUP BY () HAVING COUNT(*) > 3

SELECT FIRST_VALUE(company_id) OVER (ORDER BY company_id), COUNT(*) FROM sessions GROUP BY company_id

# NULL where there is nothing to put together, of any type and in any order
SELECT PERCENTILE_DISC (0.5) WITHIN GROUP (ORDER BY (4)) FILTER (WHERE (company_id = company_id)) FROM sessions

SELECT company_id, PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY company_name DESC) FILTER (WHERE date > DATE '2024-01-15'), COUNT(*) FROM sessions GROUP BY 1

SELECT STRING_AGG (CAST('a' AS VARCHAR), '; ' ORDER BY CAST('a' AS VARCHAR)) FILTER (WHERE STARTS_WITH(document_title, 'a')) FROM documents

SELECT company_id, STRING_AGG(DISTINCT CAST('a' AS VARCHAR), '; ' ORDER BY CAST('a' AS VARCHAR)) FILTER (WHERE STARTS_WITH(document_title, 'a')) FROM documents GROUP BY company_id

SELECT company_id, PERCENTILE_DISC(0.25) WITHIN GROUP (ORDER BY last_model_response_date DESC), PERCENTILE_DISC(0.75) WITHIN GROUP (ORDER BY company_id > 2) FROM sessions GROUP BY company_id

SELECT MODE() WITHIN GROUP (ORDER BY sessions_count DESC), MODE() WITHIN GROUP (ORDER BY company_name DESC) FROM sessions WHERE company_id IN (1,2)

SELECT ARRAY_AGG(company_id) IS NULL, STRING_AGG('a', ',') IS NULL, COALESCE(STRING_AGG('x', ','), 'none') FROM sessions WHERE company_id = 99

SELECT SUM(1) IS NULL, AVG(1) IS NULL, MIN(1) IS NULL, MAX('a') IS NULL, BOOL_AND(TRUE) IS NULL, BIT_AND(1) IS NULL, STDDEV(1) IS NULL, VAR_POP(1.5) IS NULL, MODE() WITHIN GROUP (ORDER BY 1) IS NULL, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY 1) IS NULL, CORR(1, 2) IS NULL, REGR_COUNT(1, 2) IS NULL, REGR_SXX(1, 2) IS NULL, COVAR_POP(1, 2) IS NULL, PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY CAST('a' AS VARCHAR)) IS NULL, EVERY(TRUE) IS NULL FROM sessions WHERE company_id = 99

SELECT company_id, SUM(1) FILTER (WHERE company_id = 99) IS NULL, AVG(1) FILTER (WHERE company_id = 99) IS NULL, MIN(1) FILTER (WHERE company_id = 99) IS NULL, BOOL_AND(TRUE) FILTER (WHERE company_id = 99) IS NULL, BIT_AND(1) FILTER (WHERE company_id = 99) IS NULL, STDDEV(1) FILTER (WHERE company_id = 99) IS NULL, MODE() WITHIN GROUP (ORDER BY 1) FILTER (WHERE company_id = 99) IS NULL, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY 1) FILTER (WHERE company_id = 99) IS NULL, CORR(1, 2) FILTER (WHERE company_id = 99) IS NULL, REGR_SXX(1, 2) FILTER (WHERE company_id = 99) IS NULL, EVERY(TRUE) FILTER (WHERE company_id = 99) IS NULL, STRING_AGG('a', ',') FILTER (WHERE company_id = 99) IS NULL FROM sessions GROUP BY company_id

SELECT COALESCE(STRING_AGG(company_name, ', ' ORDER BY company_id DESC NULLS LAST), 'x') FROM companies

SELECT company_id, ARRAY_AGG(date ORDER BY date DESC) IS NULL, STRING_AGG(DISTINCT company_name, ',' ORDER BY company_name DESC) FROM sessions GROUP BY 1

SELECT company_id, MODE() WITHIN GROUP (ORDER BY model_responses_count % 4 DESC) FILTER (WHERE date > DATE '2024-02-01'), STRING_AGG(company_name, ',' ORDER BY model_responses_count % 4, -company_id DESC) FILTER (WHERE company_id < 3) FROM feedback GROUP BY company_id

# Arrays as texts
SELECT ARRAY_AGG(company_id ORDER BY company_id), ARRAY_AGG(company_name ORDER BY company_id), ARRAY_AGG(company_id > 1 ORDER BY company_id), ARRAY_AGG(CAST(company_id AS DOUBLE PRECISION) / 4 ORDER BY company_id) FROM companies

SELECT company_id, ARRAY_AGG(date ORDER BY date), ARRAY_AGG(last_model_response_date ORDER BY date), ARRAY_AGG(unique_models_count ORDER BY date) FROM sessions GROUP BY 1

SELECT ARRAY_AGG(x ORDER BY n), CAST(ARRAY_AGG(x ORDER BY n) AS VARCHAR(8)), CAST(ARRAY_AGG(n > 3 ORDER BY n) AS TEXT) FROM (VALUES (1, 'a b'), (2, ''), (3, 'NULL'), (4, 'null'), (5, 'nulls'), (6, 'x,y'), (7, '{'), (8, 'q"q'), (9, 'b\s'), (10, 'é'), (11, NULL)) AS t(n, x)

SELECT CAST(ARRAY_AGG(company_id ORDER BY company_id DESC) AS TEXT) || '!' FROM companies
