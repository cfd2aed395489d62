# A statement of some dialect, then after --> each row of its answer. Blocks end with an empty line. Where a statement
# reads a report, the figures are those of the day's rows themselves, not of a simulator's.

# Names: date is a column, and still a type and a literal
SELECT date FROM calendar WHERE date = DATE '2026-11-03'
--> 2026-11-03

SELECT c.date, "date", `date`, paradigm.calendar.date FROM calendar c, calendar WHERE c.date = {d '2026-11-03'} AND calendar.date = c.date
--> error 42702

SELECT c.date, c."date", c.`date` FROM calendar c WHERE c.date = {d '2026-11-03'}
--> 2026-11-03 | 2026-11-03 | 2026-11-03

SELECT date AS date FROM calendar AS date WHERE date.date = CAST('2026-11-03' AS DATE)
--> 2026-11-03

SELECT date FROM calendar WHERE date = '2026-11-03'::date;
--> 2026-11-03

SELECT date FROM calendar WHERE date BETWEEN date '2026-11-03' AND DATE'2026-11-04' ORDER BY date DESC;;
--> 2026-11-04
--> 2026-11-03

SELECT DATE('2026-11-03'), date FROM calendar WHERE date = '2026-11-03' -- date
--> 2026-11-03 | 2026-11-03

SELECT COUNT(*) AS count, 2026 AS year, 'x' AS value, 1 AS user
--> 1 | 2026 | x | 1

SELECT calendar_month AS month, COUNT(*) AS count, MIN(date) AS start FROM calendar WHERE date BETWEEN '2026-10-30' AND '2026-11-03' GROUP BY month ORDER BY count DESC
--> 11 | 3 | 2026-11-01
--> 10 | 2 | 2026-10-30

SELECT t.month, t.value, value rank FROM (SELECT 11 AS month, 'x' AS value) t WHERE t.month = 11 AND value IS NOT NULL
--> 11 | x | x

WITH method (old, new) AS NOT MATERIALIZED (SELECT 1, 2), system AS (SELECT 3 AS range) SELECT old + new, system.range FROM method, system
--> 3 | 3

SELECT [date], c.[day_name] AS [my day] FROM [calendar] c WHERE [date] = '2026-11-03'
--> 2026-11-03 | Tuesday

SELECT COUNT(*) FROM "paradigm"."paradigm"."calendar" WHERE paradigm.paradigm.calendar.date = '2026-11-03' AND pg_catalog.lower('A') = 'a'
--> 1

SELECT 1 AS a WHERE 1 = 1 HAVING COUNT(*) = 1
--> 1

# Names that could be a column of a table or one of the answer
SELECT DATE_TRUNC('month', date) AS date, COUNT(*) FROM calendar WHERE date BETWEEN '2026-11-03' AND '2026-11-04' GROUP BY date HAVING date > DATE '2026-11-03' ORDER BY date
--> 2026-11-01 | 1

SELECT date::text, COUNT(*), date, date FROM calendar WHERE date BETWEEN '2026-11-03' AND '2026-11-04' GROUP BY date ORDER BY date - INTERVAL '1' DAY DESC
--> 2026-11-04 | 1 | 2026-11-04 | 2026-11-04
--> 2026-11-03 | 1 | 2026-11-03 | 2026-11-03

SELECT -iso_week AS iso_week FROM calendar WHERE date IN ('2026-11-03', '2026-11-23') ORDER BY iso_week
--> -48
--> -45

SELECT -iso_week AS iso_week FROM calendar WHERE date IN ('2026-11-03', '2026-11-23') ORDER BY iso_week + 0
--> -45
--> -48

SELECT x.count, max FROM (SELECT COUNT(*), MAX(date) FROM calendar WHERE date = '2026-11-03') x
--> 1 | 2026-11-03

# The first row of each
SELECT DISTINCT ON (calendar_month) calendar_month, date FROM calendar WHERE date BETWEEN '2026-10-30' AND '2026-11-03' ORDER BY calendar_month DESC, date DESC
--> 11 | 2026-11-03
--> 10 | 2026-10-31

SELECT DISTINCT ON (1) calendar_month * 2 AS x, COUNT(*) FROM calendar WHERE date BETWEEN '2026-10-30' AND '2026-11-03' GROUP BY calendar_month, date ORDER BY x LIMIT 1
--> 20 | 1

# Arrays that are written out, series, conditions of window functions
SELECT COUNT(*) FROM calendar WHERE date = ANY ('{2026-11-03,"2026-11-04"}'::date[]) AND iso_week = ANY (ARRAY[45, 46]) AND day_name <> ALL ('{Monday,NULL}'::text[]) IS NOT TRUE
--> 2

SELECT 1 = ANY ('{}'::int[]), 1 <> ALL ('{}'::int[]), 'a' = ANY ('{"a","b c"}'), 2 = ANY (ARRAY['1', '2']::bigint[])
--> false | true | true | true

SELECT d::date FROM generate_series(DATE '2026-11-03', DATE '2026-11-05', INTERVAL '1 day') AS d ORDER BY d
--> 2026-11-03
--> 2026-11-04
--> 2026-11-05

SELECT g.n, c.day_name FROM generate_series(5, 1, -2) AS g(n) JOIN calendar c ON c.day_of_week = g.n WHERE c.date BETWEEN '2026-11-02' AND '2026-11-08' ORDER BY 1
--> 1 | Monday
--> 3 | Wednesday
--> 5 | Friday

SELECT * FROM generate_series(1, 2)
--> 1
--> 2

SELECT iso_week, SUM(day_of_month) FILTER (WHERE iso_week = 45) OVER (), COUNT(*) FILTER (WHERE iso_week = 46) OVER () FROM calendar WHERE date BETWEEN '2026-11-07' AND '2026-11-09' ORDER BY date
--> 45 | 15 | 1
--> 45 | 15 | 1
--> 46 | 15 | 1

SELECT MODE() WITHIN GROUP (ORDER BY iso_week) FROM calendar WHERE date BETWEEN '2026-11-07' AND '2026-11-09'
--> 45

# The API's own names of tables
SELECT COUNT(*) FROM "chat-sessions" c WHERE c.date > '2026-11-03' AND 1 = 0
--> 0

SELECT COUNT(users.company_id) FROM paradigm.users WHERE 1 = 0
--> 0

# What people write around a statement
/*+ parallel(4) */ SELECT /*+ no_such_hint(x) */ 1 /* a /* comment */ in a comment */ AS a -- and one more;
;;
--> 1

SELECT $$it's$$ || N'x' || $q$'$q$ || E'\\\'\x41\u00e9' || U&'\0153' || 'a'
'b'
--> it'sx'\'Aéœab

# Fewer rows
SELECT date FROM calendar WHERE date >= '2026-11-03' ORDER BY date LIMIT 1 OFFSET 1
--> 2026-11-04

SELECT date FROM calendar WHERE date >= '2026-11-03' ORDER BY date LIMIT 1, 1
--> 2026-11-04

SELECT date FROM calendar WHERE date >= '2026-11-03' ORDER BY date OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY
--> 2026-11-04

SELECT date FROM calendar WHERE date >= '2026-11-03' ORDER BY date FETCH FIRST ROW ONLY
--> 2026-11-03

SELECT date FROM calendar WHERE date >= '2026-11-03' ORDER BY date OFFSET '1' LIMIT (1::bigint)
--> 2026-11-04

SELECT COUNT(*) FROM (SELECT date FROM calendar WHERE date BETWEEN '2026-11-01' AND '2026-11-03' LIMIT NULL) t
--> 3

SELECT TOP 1 date FROM calendar WHERE date >= '2026-11-03' ORDER BY date;
--> 2026-11-03

SELECT DISTINCT TOP 2 calendar_month FROM calendar WHERE date >= '2026-10-03' ORDER BY calendar_month
--> 10
--> 11

SELECT * FROM (SELECT TOP 1 date FROM calendar WHERE date >= '2026-11-03' ORDER BY date) t
--> 2026-11-03

SELECT TOP 1 1 AS a UNION ALL SELECT TOP 1 2 ORDER BY a
--> 1
--> 2

# Moments and units
SELECT DATE_TRUNC('month', date), DATE_TRUNC('week', date), DATE_TRUNC(date, QUARTER), DATE_TRUNC('year', date) FROM calendar WHERE date = '2026-11-22'
--> 2026-11-01 | 2026-11-16 | 2026-10-01 | 2026-01-01

SELECT DATE_TRUNC('hour', TIMESTAMP '2026-11-22 10:11:12'), TRUNC(DATE '2026-11-22', 'MONTH')
--> 2026-11-22T10:00 | 2026-11-01

SELECT DATE '2026-11-22' + INTERVAL '1 day', DATE '2026-11-22' - INTERVAL '3 months', DATE '2026-11-22' + INTERVAL '2 weeks', DATE '2026-11-22' - INTERVAL 1 DAY, DATE '2026-11-22' - INTERVAL '400' DAY
--> 2026-11-23 | 2026-08-22 | 2026-12-06 | 2026-11-21 | 2025-10-18

SELECT NOW() >= CURRENT_DATE, CURDATE() = CURRENT_DATE, GETDATE() >= CURDATE(), {fn NOW()} > {ts '2020-01-01 00:00:00'}, {fn CURDATE()} > {d '2020-01-01'}
--> true | true | true | true | true

SELECT DATE_ADD('2026-11-03', INTERVAL 2 MONTH), DATE_SUB(DATE '2026-11-03', INTERVAL 1 DAY), DATE_SUB('2026-11-03', 3), DATE_ADD('2026-11-03', INTERVAL -89 DAY)
--> 2027-01-03 | 2026-11-02 | 2026-10-31 | 2026-08-06

SELECT DATEADD(DAY, -3, '2026-11-22'), DATEADD('month', 1, DATE '2026-01-31'), {fn TIMESTAMPADD(SQL_TSI_DAY, -89, DATE '2026-11-01')}
--> 2026-11-19 | 2026-02-28 | 2026-08-04

SELECT DATEDIFF('2026-11-03', '2026-11-01'), DATEDIFF(DAY, '2026-11-01', '2026-11-03'), DATEDIFF(MONTH, '2026-01-31', '2026-02-01'), DATEDIFF(YEAR, '2025-12-31', '2026-01-01'), DATEDIFF(WEEK, '2026-11-21', '2026-11-22'), TIMESTAMPDIFF(MONTH, DATE '2026-01-31', DATE '2026-02-01')
--> 2 | 2 | 1 | 1 | 1 | 0

SELECT DATE '2026-11-22' - 1, DATE '2026-11-22' + 7, DATE '2026-11-22' - DATE '2026-11-01', CURRENT_DATE - 30 < CURRENT_DATE
--> 2026-11-21 | 2026-11-29 | 21 | true

SELECT date - 1, date - DATE '2026-11-01' FROM calendar WHERE date = '2026-11-03'
--> 2026-11-02 | 2

SELECT {fn YEAR(date)}, EXTRACT(MONTH FROM date), DATE_PART('day', date), DATEPART(QUARTER, date) FROM calendar WHERE date = '2026-11-03'
--> 2026 | 11 | 3 | 4

SELECT DATE_FORMAT(DATE '2026-11-05', '%Y-%m-%d'), TO_CHAR(DATE '2026-11-05', 'YYYY-MM'), TO_DATE('2026-11-03', 'YYYY-MM-DD')
--> 2026-11-05 | 2026-11 | 2026-11-03

SELECT TIMESTAMP '2026-11-22 10:11:12' AT TIME ZONE 'UTC'
--> 2026-11-22T10:11:12

SELECT EXTRACT(DOW FROM date), EXTRACT(ISODOW FROM date), DATE_PART('dow', date), DAYOFWEEK(date), {fn DAYOFWEEK(date)}, DATEPART(WEEKDAY, date), DATEPART(dw, '2026-11-08') FROM calendar WHERE date BETWEEN '2026-11-07' AND '2026-11-09' ORDER BY date
--> 6 | 6 | 6 | 7 | 7 | 7 | 1
--> 0 | 7 | 0 | 1 | 1 | 1 | 1
--> 1 | 1 | 1 | 2 | 2 | 2 | 1

SELECT date FROM calendar WHERE EXTRACT(DOW FROM date) = 0 AND date BETWEEN '2026-11-01' AND '2026-11-14' ORDER BY date
--> 2026-11-01
--> 2026-11-08

SELECT {fn DAYNAME(date)}, {fn MONTHNAME(date)} FROM calendar WHERE date = '2026-11-03'
--> Tuesday | November

SELECT YEAR('2026-11-03'), MONTH('2026-11-03'), EXTRACT(DAY FROM '2026-11-03'), {fn QUARTER('2026-11-03')}, HOUR(TIMESTAMP '2026-11-03 04:05:06')
--> 2026 | 11 | 3 | 4 | 4

SELECT YEAR(date), MONTH(date), DAY(date), INTERVAL '5' DAY(2) + date FROM calendar WHERE date = '2026-11-03'
--> 2026 | 11 | 3 | 2026-11-08

SELECT EXTRACT(EPOCH FROM (TIMESTAMP '2026-11-22 10:00:00' - TIMESTAMP '2026-11-21 09:59:00')), TO_DATE('2026-47', 'IYYY-IW'), TO_DATE(TO_CHAR(DATE '2027-01-02', 'IYYY-01'), 'IYYY-IW'), TO_TIMESTAMP('22 Nov 2026', 'FMDD Mon YYYY')
--> 86460.000000 | 2026-11-16 | 2025-12-29 | 2026-11-22T00:00

SELECT TO_CHAR(date, 'FMDay, DD Mon YYYY "week" IW D ID Q DDD'), TO_CHAR(date, 'day|MONTH|FMMM/FMDD/YY'), DATE_FORMAT(date, '%W %M %Y') FROM calendar WHERE date = '2026-11-01'
--> Sunday, 01 Nov 2026 week 44 1 7 4 305 | sunday   |NOVEMBER |11/1/26 | Sunday November 2026

SELECT TO_CHAR(TIMESTAMP '2027-01-01 00:05:09', 'IYYY-IW HH24:MI:SS HH12 am W WW'), TO_CHAR(NULL, 'YYYY')
--> 2026-53 00:05:09 12 am 1 01 | null

SELECT TO_DATE('soon', 'YYYY-MM-DD') FROM (VALUES (1)) AS t(x)
--> error 22007

# Types
SELECT ROUND(2.446::numeric, 2), CAST(2.5 AS NUMERIC), CAST('1.25' AS DECIMAL), CAST(2.5 AS DECIMAL(3, 0))
--> 2.45 | 2.5 | 1.25 | 3

SELECT CAST(12 AS TEXT) || '!', CAST(12 AS STRING), CAST('abc' AS CHAR), CAST('7' AS INT8), CAST('1.5' AS FLOAT8), CAST('2026-11-22 10:00:00' AS DATETIME), CAST(1 AS BOOL)
--> 12! | 12 | abc | 7 | 1.5 | 2026-11-22T10:00 | true

SELECT (1 + 2)::text || 'x', '2026-11-01'::date::text, CASE WHEN 1 = 1 THEN '5' END::int, ABS(-3)::bigint, 1.5::decimal(5, 2), '7'::double precision, DATE '2026-11-01'::timestamp, '12:34:56'::time::text
--> 3x | 2026-11-01 | 5 | 3 | 1.50 | 7.0 | 2026-11-01T00:00 | 12:34:56

SELECT c.date::text || c.day_of_month::text, SUM(c.day_of_month) OVER (ORDER BY c.date)::int FROM calendar c WHERE date = '2026-11-03'
--> 2026-11-033 | 3

# Conditions
SELECT 'Abc' ILIKE 'aB%', NULL <=> NULL, 1 <=> NULL, 1 <=> 1, 'a::b' = 'a::b'
--> true | true | false | true | true

SELECT IFNULL(NULL, 2), NVL(NULL, 'x'), ISNULL(NULL, 'z'), COALESCE(NULL, 4), {fn IFNULL(NULL, 3)}, NULLIF(1, 1)
--> 2 | x | z | 4 | 3 | null

SELECT IF(1 > 2, 'yes', 'no'), IIF(1 = 1, 1, 2), GREATEST(1, 2), LEAST(1, 2)
--> no | 1 | 2 | 1

SELECT 'abc' ~~ 'a%', 'abc' !~~ 'a%', 'ABC' ~~* 'a%', 'ABC' !~~* 'x%', 'a%c' LIKE 'a!%c' {escape '!'}, 1 ISNULL, NULL NOTNULL
--> true | false | true | true | true | false | false

SELECT a.x, b.y FROM {oj (VALUES (1), (2)) AS a(x) LEFT OUTER JOIN (VALUES (1, 3)) AS b(x, y) ON a.x = b.x} WHERE a.x > 0 ORDER BY 1
--> 1 | 3
--> 2 | null

SELECT 'abc' ~ 'b', 'abc' ~* 'B', 'abc' !~ 'x', 'abc' !~* 'B', 'a' || 'b' ~ '^ab$', NOT 'abc' ~ 'B', '~' = '~*'
--> true | true | true | false | true | true | false

SELECT day_name FROM calendar WHERE day_name ~ '^(Mon|Sun)' AND date BETWEEN '2026-11-06' AND '2026-11-09' ORDER BY date
--> Sunday
--> Monday

# Columns that tables have in common
SELECT date, a.x, b.y, k FROM (VALUES (DATE '2026-11-01', 1, 10), (DATE '2026-11-02', 2, 10)) AS a(date, x, k) JOIN (VALUES (DATE '2026-11-02', 3, 10), (DATE '2026-11-03', 4, 10)) AS b(date, y, k) USING (date, k) WHERE date > '2026-11-01' AND k = 10 GROUP BY date, x, y, k HAVING MAX(date) < '2026-11-05' ORDER BY date, x
--> 2026-11-02 | 2 | 3 | 10

SELECT date, x, y FROM (VALUES (DATE '2026-11-01', 1), (DATE '2026-11-02', 2)) AS a(date, x) FULL JOIN (VALUES (DATE '2026-11-02', 3), (DATE '2026-11-03', 4)) AS b(date, y) USING (date) WHERE date <> '2026-11-01' ORDER BY date DESC
--> 2026-11-03 | null | 4
--> 2026-11-02 | 2 | 3

SELECT date, COUNT(*) AS n FROM (VALUES (DATE '2026-11-01', 1)) AS a(date, x) RIGHT JOIN (VALUES (DATE '2026-11-03', 4)) AS b(date, y) USING (date) GROUP BY date ORDER BY date
--> 2026-11-03 | 1

SELECT date AS d, x + y + z AS total FROM (VALUES (DATE '2026-11-01', 1)) AS a(date, x) NATURAL JOIN (VALUES (DATE '2026-11-01', 4)) AS b(date, y) JOIN (VALUES (DATE '2026-11-01', 5)) AS c(date, z) USING (date) WHERE EXTRACT(YEAR FROM date) = 2026 ORDER BY MAX(date) OVER (PARTITION BY date)
--> 2026-11-01 | 10

SELECT MAX(date) AS date, day_name FROM calendar JOIN (VALUES (DATE '2026-11-03'), (DATE '2026-11-10')) AS b(date) USING (date) WHERE date IN (SELECT date FROM calendar WHERE date > '2026-11-01') GROUP BY day_name ORDER BY date
--> 2026-11-10 | Tuesday

SELECT x FROM (VALUES (1, 2)) AS a(x, y) JOIN (VALUES (1, 3)) AS b(x, y) USING (x) WHERE y = 2
--> error 42702

# Text and numbers
SELECT 3 ^ 2, (REGEXP_MATCHES('abcd', '(b)(c)'))[2], (REGEXP_MATCHES('abcd', 'b.'))[1], REGEXP_REPLACE('aBab', 'b', 'x', 'gi'), REGEXP_REPLACE('abab', '(b)', '<\1$>', ''), LTRIM('  a', ' ') || BTRIM(' b ', ' ') || RTRIM('cxx', 'x'), BTRIM(' d ')
--> 9.0 | c | bc | axax | a<b$>ab | abc | d

SELECT {fn LCASE('AB')}, {fn CONCAT('a', 'b')}, CONCAT('a', 1), 'a' || 'b', LENGTH('abc'), SUBSTR('abc', 2), SUBSTRING('abc' FROM 2 FOR 1), SPLIT_PART('a,b', ',', 2), REGEXP_REPLACE('abc', 'b', 'x')
--> ab | ab | a1 | ab | 3 | bc | b | b | axc

SELECT ROUND(1.239, 2), TRUNC(1.59), TRUNC(1.559, 2), 7 / 2, 7 % 2, ABS(-1), MOD(7, 3)
--> 1.240 | 1.00 | 1.550 | 3 | 1 | 1 | 1

SELECT CURRENT_SCHEMA, current_database(), version()
--> paradigm | paradigm | paradigm-reporting

# Groups and aggregates
SELECT calendar_month, COUNT(*) FROM calendar WHERE date BETWEEN '2026-09-29' AND '2026-10-03' GROUP BY 1 ORDER BY 1
--> 9 | 2
--> 10 | 3

SELECT day_of_month > 15 AS late, COUNT(*) FROM calendar WHERE date BETWEEN '2026-10-01' AND '2026-10-31' GROUP BY late ORDER BY late
--> false | 15
--> true | 16

SELECT MEDIAN(x), PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY x), PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY x DESC), MEDIAN(x) FILTER (WHERE x > 1) FROM (VALUES (1), (2), (4), (CAST(NULL AS INTEGER))) AS t(x)
--> 2.0 | 1.5 | 2 | 3.0

SELECT MEDIAN(x), COUNT(x) FROM (VALUES (1)) AS t(x) WHERE x = 2
--> null | 0

SELECT ROUND(CORR(x, y), 9), CORR(x, 1) FROM (VALUES (1, 2), (2, 4), (3, 6), (CAST(NULL AS INTEGER), 3)) AS t(x, y)
--> 1.0 | null

SELECT STRING_AGG(day_name, ', ' ORDER BY date), LISTAGG(day_name, '-') WITHIN GROUP (ORDER BY date DESC) FROM calendar WHERE date IN ('2026-11-03', '2026-11-04')
--> Tuesday, Wednesday | Wednesday-Tuesday

SELECT SUM(x), AVG(x), SUM(1), AVG(y) FROM (VALUES (9.5, 1), (9.5, 2)) AS t(x, y)
--> 19.0 | 9.5 | 2 | 1.5

SELECT CASE WHEN day_of_month = 3 THEN 'three' ELSE 'x' END || '!' FROM calendar WHERE date IN ('2026-11-03', '2026-11-04') ORDER BY date
--> three!
--> x!

# What would be answered wrongly is refused
SELECT COUNT(DISTINCT x) OVER () FROM (VALUES (1), (1)) AS t(x)
--> error 0A000

SELECT NTH_VALUE(x, 2) OVER (ORDER BY x) FROM (VALUES (1), (1)) AS t(x)
--> error 0A000
