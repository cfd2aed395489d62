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

