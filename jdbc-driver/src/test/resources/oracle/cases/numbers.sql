# What does not fit is an error
SELECT 24*60*60*1000*31

SELECT CAST(day_of_year AS INTEGER) * 86400000 FROM calendar

SELECT ABS(-2147483648)

SELECT 5000000000 * 5000000000

SELECT 2147483647 + 1

SELECT -2147483648 - 1

SELECT CAST(9223372036854775807 AS BIGINT) + 1

SELECT -CAST(-9223372036854775808 AS BIGINT)

SELECT CAST(300 AS SMALLINT), CAST(40000 AS SMALLINT)

SELECT CAST(3000000000 AS INTEGER)

SELECT CAST(1e19 AS BIGINT)

SELECT CAST(2147483647.5 AS INTEGER)

SELECT document_id * 2 FROM documents

SELECT document_id + document_id FROM documents

SELECT CAST(123456 AS DECIMAL(4, 1))

SELECT CAST('99999999999' AS INTEGER)

SELECT (-2147483648) / (-1)

SELECT MOD(-2147483648, -1)

SELECT 12345678901234567890, 123456789012345678901234567890 + 1

SELECT POWER(10, 400)

SELECT EXP(1000)

# Division
SELECT 1 / 0

SELECT 1.5 / 0

SELECT 1e0 / 0

SELECT average_session_length / (sessions_count - sessions_count) FROM sessions WHERE sessions_count IS NOT NULL AND average_session_length IS NOT NULL

SELECT MOD(5, 0)

SELECT 7 / 2, -7 / 2, 7 % 3, -7 % 3, MOD(-7, 3), MOD(7, -3), MOD(7.5, 2), 7 / 2.0, 1 / 3.0, 2 / CAST(3 AS DOUBLE PRECISION)

SELECT SQRT(-1)

SELECT LN(0)

SELECT LN(-1)

SELECT LOG(0)

SELECT LOG(100), LOG(1000.0), LOG(2, 8), LN(10), LOG10(1000), EXP(1), POWER(2, 10), POWER(2.5, 2), SQRT(2), CBRT(27), PI()

SELECT POWER(-8, 0.5)

SELECT POWER(0, -1)

# Rounding
SELECT CAST(2.7 AS INTEGER), CAST(2.5 AS INTEGER), CAST(3.5 AS INTEGER), CAST(-2.5 AS INTEGER), CAST(-2.7 AS BIGINT), CAST(0.5 AS INTEGER)

SELECT CAST(CAST(2.5 AS DOUBLE PRECISION) AS INTEGER), CAST(CAST(3.5 AS DOUBLE PRECISION) AS INTEGER), CAST(CAST(-2.5 AS DOUBLE PRECISION) AS BIGINT), CAST(CAST(2.7 AS DOUBLE PRECISION) AS INTEGER)

SELECT CAST(2.7 AS DECIMAL(5, 0)), CAST(1.005 AS DECIMAL(5, 2)), CAST(-1.005 AS DECIMAL(5, 2)), CAST(2.445 AS DECIMAL(5, 2)), CAST(average_session_length AS DECIMAL(12, 2)), CAST(average_session_length AS BIGINT) FROM sessions

SELECT ROUND(2.5), ROUND(3.5), ROUND(-2.5), ROUND(2.445, 2), ROUND(1234.5, -2), ROUND(CAST(2.5 AS DOUBLE PRECISION)), ROUND(CAST(3.5 AS DOUBLE PRECISION)), TRUNC(2.99), TRUNC(-2.99), TRUNC(2.999, 2), CEIL(2.1), CEIL(-2.1), FLOOR(-2.1), FLOOR(2.9)

SELECT ROUND(average_session_length), CEIL(average_session_length), FLOOR(average_session_length), TRUNC(average_session_length) FROM sessions

SELECT SIGN(-3), SIGN(2.5), ABS(-2.5), ABS(-3), GREATEST(1, NULL, 3), LEAST(NULL, 2), GREATEST(NULL, NULL), GREATEST(1, 2.5), LEAST('a', 'b')

SELECT CAST('12' AS INTEGER), CAST(' 7 ' AS BIGINT), CAST('1.5' AS DECIMAL(5, 2)), CAST('1e3' AS DOUBLE PRECISION), CAST('-3' AS SMALLINT), '5'::int + 1

SELECT CAST('x' AS INTEGER)

SELECT CAST('1.5' AS INTEGER)

SELECT CAST('' AS INTEGER)

SELECT CAST(TRUE AS VARCHAR), CAST(FALSE AS VARCHAR), CAST('yes' AS BOOLEAN), CAST('f' AS BOOLEAN), CAST(1 AS BOOLEAN), CAST(TRUE AS INTEGER)

SELECT CAST(12.50 AS VARCHAR), CAST(5 AS VARCHAR), CAST(-0.5 AS VARCHAR), CAST(DATE '2024-02-29' AS VARCHAR), CAST(TIMESTAMP '2024-02-29 10:11:12.5' AS VARCHAR)

SELECT 0.1 + 0.2, 0.1 + 0.2 = 0.3, CAST(0.1 AS DOUBLE PRECISION) + CAST(0.2 AS DOUBLE PRECISION) = CAST(0.3 AS DOUBLE PRECISION), 1.10 = 1.1, 1e0 = 1

# A whole number compared with a fraction
SELECT COUNT(*) FROM sessions WHERE sessions_count = 5.5

SELECT COUNT(*) FROM sessions WHERE sessions_count < 5.5

SELECT COUNT(*) FROM sessions WHERE sessions_count IN (5, 7.9)

SELECT COUNT(*) FROM sessions WHERE sessions_count BETWEEN -0.5 AND 7.9

SELECT SUM(sessions_count * 0.5), SUM(sessions_count * 0.5e0) FROM sessions

SELECT COUNT(*) FROM documents WHERE document_id < 2.5

SELECT COUNT(*) FROM documents WHERE document_id = 9007199254740993.0

SELECT COUNT(*) FROM documents WHERE document_id > 4611686018427387904.5

SELECT COUNT(*) FROM sessions s JOIN feedback f ON s.sessions_count = f.likes_count * 1.0

SELECT SQRT('4'), ABS('-5'), ROUND('2.5'), POWER('2', 3), MOD(5, '3'), 5 % '3', 5 / '2', GREATEST(1, '3'), NULLIF(1, '1'), CASE WHEN 1 = '1' THEN '2' ELSE 3 END

VALUES ('a', 1, NULL), ('b', '2', '2024-01-01'), ('c', NULL, DATE '2024-01-01')

SELECT '100', company_name FROM companies EXCEPT SELECT company_id, 'it''s' FROM documents

SELECT LAG(ASCII(company_name), '1', '0') OVER (ORDER BY company_id) FROM companies

<<<<<<< HEAD
# Decimals of many digits beside others keep their places
SELECT GREATEST(FLOOR(1 / 3.0), 2.5), COALESCE(SUM(sessions_count * 0.5), 0.125), LEAST(SUM(sessions_count * 0.5), 0.125), NULLIF(FLOOR(5 / 2.0), 2.4), LEAST(CEIL(5 / 2.0), 2.44), 2.5 IN (FLOOR(3 / 1.0), 3) FROM sessions WHERE company_id = 77

SELECT CASE WHEN company_id = 1 THEN SUM(sessions_count * 0.5) ELSE 2.555 END FROM sessions GROUP BY company_id

SELECT SUM(sessions_count * 0.5) FROM sessions UNION SELECT 2.555

SELECT CEIL(company_id / 2.0) x FROM companies UNION ALL SELECT 2.55 ORDER BY 1

SELECT * FROM (VALUES (FLOOR(1 / 3.0)), (2.5)) AS t(x)

SELECT COUNT(*) FROM sessions a JOIN sessions b ON FLOOR(a.sessions_count / 2.0) = b.sessions_count / 4.0

SELECT COUNT(*) FROM sessions WHERE FLOOR(-2.75) < -2.75

# NULLIF has the type of both
SELECT 7 / NULLIF(2, 0.5), NULLIF(7, 0.5) / 2, NULLIF(CAST(7 AS BIGINT), 0.5) / 2, NULLIF(7, CAST(0.5 AS DOUBLE PRECISION)) / 2, NULLIF(2.5, 2) * 2, NULLIF(2, 2.0), NULLIF(7, 3) / 2

SELECT NULLIF('2024-01-01', MIN(date)), NULLIF(DATE '2024-01-31', '2024-01-31'), NULLIF('a', 'a'), NULLIF(company_id, 2) FROM sessions GROUP BY company_id

SELECT NULLIF(DATE '2024-01-31', DATE '2023-01-31'), NULLIF(NULL, 1), NULLIF(1, NULL), NULLIF(TRUE, FALSE), NULLIF((SELECT MAX(company_id) FROM companies), (SELECT MIN(company_id) FROM companies))

# A literal in quotes beside decimals keeps its places
SELECT GREATEST(sessions_count * 0.5, '12.345'), COALESCE(sessions_count * 0.5, '12.345'), CASE WHEN company_id > 0 THEN sessions_count * 0.5 ELSE '12.345' END, NULLIF(sessions_count * 0.5, '12.345') FROM sessions

SELECT CAST(1 AS DECIMAL(10,1)) UNION SELECT '12.345' ORDER BY 1 DESC

# Rounded numbers are divided as what they are
SELECT SIGN(2.5) / 2, SIGN(average_session_length) / 2, FLOOR(5.5) / 2, ROUND(average_session_length) / 2, DIV(9.5, 2) / 3 FROM sessions
=======
# Parts of a range
SELECT WIDTH_BUCKET(5.35, 0.024, 10.06, 5), WIDTH_BUCKET(0, 0, 10, 5), WIDTH_BUCKET(10, 0, 10, 5), WIDTH_BUCKET(-1, 0, 10, 5), WIDTH_BUCKET(9.99, 0, 10, 5), WIDTH_BUCKET(3, 10, 0, 5), WIDTH_BUCKET(10, 10, 0, 5), WIDTH_BUCKET(0, 10, 0, 5), WIDTH_BUCKET(11, 10, 0, 5), WIDTH_BUCKET(CAST(2.5 AS DOUBLE PRECISION), 0, 10, 4), WIDTH_BUCKET(NULL, 0, 10, 4)

SELECT x, WIDTH_BUCKET(x, 0, 1, 10), WIDTH_BUCKET(CAST(x AS DOUBLE PRECISION), 0, 1, 10), WIDTH_BUCKET(x, 1, 0, 3) FROM (VALUES (0.1), (0.2), (0.3), (0.6), (0.7), (0.9), (0.99999), (1.0)) AS t(x)

SELECT WIDTH_BUCKET(sessions_count, 0, 100, 10), COUNT(*) FROM sessions GROUP BY 1

SELECT WIDTH_BUCKET(1, 0, 10, 0)

SELECT WIDTH_BUCKET(1, 5, 5, 3)
>>>>>>> 1cc480d (feat(jdbc): ranks without order, arguments of regular expressions, REGEXP_MATCH, WIDTH_BUCKET, JUSTIFY_…, WITH TIES, COLLATE "C", arrays as PostgreSQL writes them; SHOW of what is not there is 42704)
