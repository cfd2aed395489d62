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
