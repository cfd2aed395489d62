# A statement over rows that it gives itself, then after --> each row of PostgreSQL's answer. Blocks end with an empty line.

# Functions that Calcite compiles one call at a time: NULL stays NULL, and a branch that is not taken is not computed
SELECT REVERSE(x), x SIMILAR TO '(a|b)+', SPLIT_PART(x, 'b', 2), LPAD(x, 5, '*') FROM (VALUES ('abab'), (NULL)) AS t(x)
--> baba | true | a | *abab
--> null | null | null | null

SELECT CASE WHEN x = 4 THEN CAST(x AS BIGINT) ELSE 1 / (x - 4) END FROM (VALUES (4), (3), (NULL)) AS t(x)
--> 4
--> -1
--> null

SELECT COALESCE(CAST(x AS SMALLINT), 3000000000, 1 / 0) FROM (VALUES (4), (NULL)) AS t(x)
--> 4
--> 3000000000

SELECT x FROM (VALUES (TIME '10:00:00'), (TIME '08:00:00'), (NULL)) AS t(x) WHERE x > TIME '09:00:00'
--> 10:00:00

# A cast that drops nullability, which Calcite makes of COALESCE, must not turn NULL into 0
SELECT a, b, c, POWER(c, 1) FROM (VALUES (1, 2, 3), (CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), 5)) AS t(a, b, c) WHERE COALESCE(a, b) <= c
--> 1 | 2 | 3 | 3.0

# Aggregates
SELECT COVAR_POP(y, x) BETWEEN 2.44444 AND 2.44445, COVAR_SAMP(y, x) BETWEEN 3.66666 AND 3.66667, REGR_SXX(y, x) BETWEEN 12.66666 AND 12.66667, REGR_SYY(y, x) BETWEEN 4.66666 AND 4.66667, REGR_COUNT(y, x), CORR(y, x) BETWEEN 0.9538 AND 0.9539 FROM (VALUES (1, 2), (2, 5), (4, 7), (NULL, 3)) AS t(y, x)
--> true | true | true | true | 3 | true

SELECT ROUND("REGR_SLOPE"(y, x), 6), ROUND("REGR_INTERCEPT"(y, x), 6), ROUND("REGR_R2"(y, x), 6), ROUND("REGR_AVGX"(y, x), 6), ROUND("REGR_SXY"(y, x), 6) FROM (VALUES (1, 2), (2, 5), (4, 7), (NULL, 3)) AS t(y, x)
--> 0.578947 | -0.368421 | 0.909774 | 4.666667 | 7.333333

SELECT CORR(y, x), COVAR_SAMP(y, x), "REGR_R2"(y, x) FROM (VALUES (1, 2)) AS t(y, x)
--> null | null | null

SELECT STDDEV(x), STDDEV_POP(x), VAR_SAMP(x), VAR_POP(x) FROM (VALUES (4611686018427387904), (4611686018427387906)) AS t(x)
--> 1.4142135623730951 | 1.0 | 2.0 | 1.0

SELECT STDDEV(x), VAR_POP(x), AVG(x) FROM (VALUES (1.5e0), (2.5e0), (NULL)) AS t(x)
--> 0.7071067811865476 | 0.25 | 2.0

SELECT AVG(x) FROM (VALUES (4611686018427387904), (4611686018427387904), (4611686018427387904)) AS t(x)
--> 4.6116860184273879E18

SELECT SUM(x) FROM (VALUES (4611686018427387904), (4611686018427387904)) AS t(x)
--> error 22003

SELECT SUM(x) FROM (VALUES (4611686018427387904), (4611686018427387904), (-4611686018427387904)) AS t(x)
--> 4611686018427387904

SELECT STRING_AGG(x, '-' ORDER BY x DESC), STRING_AGG(DISTINCT x, ','), LISTAGG(x, ';') WITHIN GROUP (ORDER BY x) FROM (VALUES ('a'), ('b'), ('a'), (NULL)) AS t(x)
--> b-a-a | a,b | a;a;b

SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x), PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY x DESC), PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY x DESC), MODE(x), MEDIAN(x) FROM (VALUES (1), (2), (4), (2), (NULL)) AS t(x)
--> 2.0 | 2 | 2.5 | 2 | 2.0

SELECT PERCENTILE_DISC(0.1) WITHIN GROUP (ORDER BY d) FROM (VALUES (DATE '2026-01-01'), (DATE '2026-02-01')) AS t(d)
--> 2026-01-01

SELECT BOOL_AND(x > 1), BOOL_OR(x > 1), EVERY(x > 0), BIT_AND(x), BIT_OR(x), BIT_XOR(x), COUNT(DISTINCT x), SUM(x) FILTER (WHERE x > 1), SUM(DISTINCT x) FROM (VALUES (1), (2), (2)) AS t(x)
--> false | true | true | 0 | 3 | 1 | 2 | 4 | 3

SELECT company_id, COUNT(*), GROUPING(company_id) FROM sessions WHERE company_id = 99 GROUP BY ROLLUP (company_id)
--> null | 0 | 1

SELECT x, y, COUNT(*), GROUPING(x, y), GROUPING(y) FROM (VALUES (1, 'a'), (1, 'b'), (2, NULL)) AS t(x, y) GROUP BY CUBE (x, y) ORDER BY 4, 1, 2
--> 1 | a | 1 | 0 | 0
--> 1 | b | 1 | 0 | 0
--> 2 | null | 1 | 0 | 0
--> 1 | null | 2 | 1 | 1
--> 2 | null | 1 | 1 | 1
--> null | a | 1 | 2 | 0
--> null | b | 1 | 2 | 0
--> null | null | 1 | 2 | 0
--> null | null | 3 | 3 | 1

SELECT COUNT(*) FROM (VALUES (1.0), (1.00), (2.5)) AS t(x) GROUP BY x ORDER BY 1
--> 1
--> 2

# Set operations
SELECT x FROM (VALUES (1), (1), (1), (2)) AS t(x) EXCEPT ALL SELECT x FROM (VALUES (1), (2), (2)) AS t(x)
--> 1
--> 1

SELECT x FROM (VALUES (1), (1), (1), (2)) AS t(x) INTERSECT ALL SELECT x FROM (VALUES (1), (1), (2), (2)) AS t(x)
--> 1
--> 1
--> 2

SELECT x FROM (VALUES (1), (2)) AS t(x) INTERSECT SELECT x FROM (VALUES (1e0), (2.5e0)) AS t(x)
--> 1.0

# Joins
SELECT COUNT(*) FROM (VALUES (1.0), (2.50)) AS a(x) JOIN (VALUES (1.00), (2.5)) AS b(y) ON a.x = b.y
--> 2

SELECT a.x, b.y FROM (VALUES (1), (2)) AS a(x) FULL JOIN (VALUES (1.0), (2.5)) AS b(y) ON a.x = b.y ORDER BY 1, 2
--> 1 | 1.0
--> 2 | null
--> null | 2.5

SELECT a.x, b.y FROM (VALUES (1), (2)) AS a(x) RIGHT JOIN (VALUES (5), (5), (6)) AS b(y) ON a.x > b.y ORDER BY 2
--> null | 5
--> null | 5
--> null | 6

# Sub-queries that depend on the row around them
SELECT c.x, (SELECT MAX(f.y) FROM (VALUES (1, 1), (1, 4), (2, 3)) AS f(x, y) WHERE f.x = c.x AND EXISTS (SELECT 1 FROM (VALUES (1, 2)) AS q(x, y) WHERE q.x = f.x AND q.y < f.y)) FROM (VALUES (1), (2)) AS c(x)
--> 1 | 4
--> 2 | null

SELECT c.x, l.d FROM (VALUES (1), (2)) AS c(x), LATERAL (SELECT MAX(s.d) AS d FROM (VALUES (1, DATE '2026-01-01'), (1, DATE '2026-01-02')) AS s(x, d) WHERE s.x = c.x) AS l
--> 1 | 2026-01-02
--> 2 | null

SELECT c.x, l.n, l.s FROM (VALUES (1), (2)) AS c(x) CROSS JOIN LATERAL (SELECT COUNT(*) AS n, SUM(s.y) AS s FROM (VALUES (1, 4), (1, 5), (3, NULL)) AS s(x, y) WHERE s.x = c.x) AS l
--> 1 | 2 | 9
--> 2 | 0 | null

SELECT c.x, l.s FROM (VALUES (1), (2)) AS c(x) CROSS JOIN LATERAL (SELECT SUM(s.y) AS s FROM (VALUES (1, 4), (1, 5), (3, NULL)) AS s(x, y) WHERE s.x = c.x) AS l
--> 1 | 9
--> 2 | null

SELECT c.x, (SELECT COUNT(*) FROM (SELECT DISTINCT s.y FROM (VALUES (4), (5)) AS s(y) WHERE c.x <= COALESCE(c.z, s.y)) AS t) FROM (VALUES (4, NULL), (5, 6)) AS c(x, z)
--> 4 | 2
--> 5 | 2

SELECT c.x, c.y FROM (VALUES (1, NULL), (2, 5), (7, NULL), (7, 8)) AS c(x, y) WHERE (c.x, c.y) NOT IN (SELECT s.x, s.y FROM (VALUES (7, 9), (2, 5)) AS s(x, y))
--> 1 | null
--> 7 | 8

SELECT c.x, (c.x, c.y) IN (SELECT s.x, s.y FROM (VALUES (7, 9), (2, NULL)) AS s(x, y)) FROM (VALUES (1, NULL), (2, 5), (7, NULL), (7, 9)) AS c(x, y)
--> 1 | false
--> 2 | null
--> 7 | null
--> 7 | true

SELECT c.x FROM (VALUES (1), (2), (3)) AS c(x) WHERE 4 < ALL (SELECT s.y FROM (VALUES (1, 4), (2, 5)) AS s(x, y) WHERE s.x = c.x)
--> 2
--> 3

SELECT c.x, l.y FROM (VALUES (1), (2)) AS c(x) LEFT JOIN LATERAL (SELECT s.y FROM (VALUES (1, 3), (1, 5), (1, 4)) AS s(x, y) WHERE s.x = c.x ORDER BY s.y DESC LIMIT 2) AS l ON TRUE
--> 1 | 5
--> 1 | 4
--> 2 | null

SELECT x, x IN (SELECT y FROM (VALUES (1), (NULL)) AS u(y)), x NOT IN (SELECT y FROM (VALUES (1), (NULL)) AS u(y)), x > ALL (SELECT y FROM (VALUES (1), (2)) AS u(y)), x = ANY (SELECT y FROM (VALUES (1), (2)) AS u(y)) FROM (VALUES (1), (2), (NULL), (3)) AS t(x)
--> 1 | true | false | false | true
--> 2 | null | null | false | true
--> null | null | null | null | null
--> 3 | null | null | true | false

SELECT (SELECT x FROM (VALUES (1), (2)) AS t(x))
--> error 21000

# Recursion
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT * FROM n LIMIT 3
--> 1
--> 2
--> 3

WITH RECURSIVE n(x) AS (SELECT 1 UNION SELECT MOD(x + 1, 4) FROM n) SELECT * FROM n
--> 1
--> 2
--> 3
--> 0

# Arrays as rows
SELECT * FROM UNNEST(ARRAY[3, 1, 2]) WITH ORDINALITY AS t(x, i)
--> 3 | 1
--> 1 | 2
--> 2 | 3

SELECT t.i, u.y FROM (VALUES (1, ARRAY[1, 2]), (2, ARRAY[3])) AS t(i, x), UNNEST(t.x) AS u(y)
--> 1 | 1
--> 1 | 2
--> 2 | 3

# Windows
SELECT d, COUNT(*) OVER (ORDER BY d RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW) FROM (VALUES (DATE '2026-01-01'), (DATE '2026-01-05'), (DATE '2026-01-10'), (DATE '2026-01-30')) AS t(d)
--> 2026-01-01 | 1
--> 2026-01-05 | 2
--> 2026-01-10 | 2
--> 2026-01-30 | 1

SELECT d, COUNT(*) OVER (ORDER BY d RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND CURRENT ROW) FROM (VALUES (DATE '2026-01-01'), (DATE '2026-01-05'), (DATE '2026-01-31'), (DATE '2026-02-28')) AS t(d)
--> 2026-01-01 | 1
--> 2026-01-05 | 2
--> 2026-01-31 | 3
--> 2026-02-28 | 2

SELECT d, COUNT(*) OVER (ORDER BY d RANGE BETWEEN INTERVAL '36' HOUR PRECEDING AND INTERVAL '1' DAY FOLLOWING) FROM (VALUES (TIMESTAMP '2026-01-01 00:00:00'), (TIMESTAMP '2026-01-02 12:00:00'), (TIMESTAMP '2026-01-10 00:00:00')) AS t(d)
--> 2026-01-01T00:00 | 1
--> 2026-01-02T12:00 | 2
--> 2026-01-10T00:00 | 1

SELECT x, SUM(x) OVER (w ROWS 1 PRECEDING), SUM(x) OVER w FROM (VALUES (1), (2), (3), (4)) AS t(x) WINDOW w AS (ORDER BY x)
--> 1 | 1 | 1
--> 2 | 3 | 3
--> 3 | 5 | 6
--> 4 | 7 | 10

SELECT k, x, LAG(x, 1, 0) OVER (ORDER BY k), LEAD(x, 1, 0.5) OVER (ORDER BY k), LAG(x, -1) OVER (ORDER BY k), LAG(x) IGNORE NULLS OVER (ORDER BY k) FROM (VALUES (1, 5), (2, NULL), (3, 7), (4, 8)) AS t(k, x)
--> 1 | 5 | 0 | null | null | null
--> 2 | null | 5 | 7.0 | 7 | 5
--> 3 | 7 | null | 8.0 | 8 | 5
--> 4 | 8 | 7 | 0.5 | null | 7

SELECT x, SUM(x) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), COUNT(*) OVER (ORDER BY x DESC RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES (1), (2), (4), (NULL), (5)) AS t(x)
--> 1 | 3 | 2
--> 2 | 3 | 2
--> 4 | 9 | 2
--> null | null | 1
--> 5 | 9 | 2

SELECT x, PERCENT_RANK() OVER (ORDER BY x), CUME_DIST() OVER (ORDER BY x), RANK() OVER (ORDER BY x), DENSE_RANK() OVER (ORDER BY x), NTILE(3) OVER (ORDER BY x), ROW_NUMBER() OVER (ORDER BY x) FROM (VALUES (1), (2), (2), (NULL), (5)) AS t(x)
--> 1 | 0.0 | 0.2 | 1 | 1 | 1 | 1
--> 2 | 0.25 | 0.6 | 2 | 2 | 1 | 2
--> 2 | 0.25 | 0.6 | 2 | 2 | 2 | 3
--> null | 1.0 | 1.0 | 5 | 4 | 3 | 5
--> 5 | 0.75 | 0.8 | 4 | 3 | 2 | 4

SELECT x, NTH_VALUE(x, 2) OVER (ORDER BY x), FIRST_VALUE(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW), LAST_VALUE(x) OVER (ORDER BY x ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (1), (2), (3)) AS t(x)
--> 1 | null | null | 3
--> 2 | 2 | 1 | 3
--> 3 | 2 | 2 | 3

SELECT x, SUM(x) OVER (ORDER BY x RANGE UNBOUNDED PRECEDING EXCLUDE TIES), SUM(x) OVER (ORDER BY x RANGE UNBOUNDED PRECEDING EXCLUDE GROUP), AVG(x) OVER (), VAR_POP(x) OVER (), STRING_AGG(CAST(x AS VARCHAR), ',') OVER (ORDER BY x) FROM (VALUES (1), (2), (2), (3)) AS t(x)
--> 1 | 1 | null | 2.0 | 0.5 | 1
--> 2 | 3 | 1 | 2.0 | 0.5 | 1,2,2
--> 2 | 3 | 1 | 2.0 | 0.5 | 1,2,2
--> 3 | 8 | 5 | 2.0 | 0.5 | 1,2,2,3

SELECT x, SUM(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), MIN(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), COUNT(*) OVER (ORDER BY x ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING), SUM(x) OVER (ORDER BY x ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM (VALUES (1), (2), (4), (8)) AS t(x)
--> 1 | 3 | 1 | 2 | 15
--> 2 | 7 | 1 | 1 | 14
--> 4 | 14 | 2 | 0 | 12
--> 8 | 12 | 4 | 0 | 8

SELECT y, SUM(SUM(x)) OVER (ORDER BY y), RANK() OVER (ORDER BY SUM(x) DESC) FROM (VALUES (1, 1), (2, 1), (3, 2)) AS t(x, y) GROUP BY y
--> 1 | 3 | 1
--> 2 | 6 | 1

SELECT x FROM (VALUES (1, 1), (2, 1), (3, 2)) AS t(x, y) QUALIFY ROW_NUMBER() OVER (PARTITION BY y ORDER BY x DESC) = 1
--> 2
--> 3

SELECT COUNT(DISTINCT x) OVER () FROM (VALUES (1)) AS t(x)
--> error 0A000

SELECT x, SUM(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING), COUNT(*) OVER (ORDER BY x GROUPS UNBOUNDED PRECEDING) FROM (VALUES (1), (2), (2), (5), (9)) AS t(x)
--> 1 | 5 | 1
--> 2 | 10 | 3
--> 2 | 10 | 3
--> 5 | 18 | 4
--> 9 | 14 | 5

