# Values, functions and operators, with the values that PostgreSQL 17 gives in UTF-8, collation C and the time zone UTC.
# One block is a statement and its rows; see SqlScript. By subject.

# Texts in any script

SELECT 'œuvre', 'Œ', '€', '’', '–', 'Ωmega', '中文', '😀'
--> œuvre | Œ | € | ’ | – | Ωmega | 中文 | 😀

SELECT 'it’s' || 'x', CASE WHEN 1 = 1 THEN '→' ELSE 'b' END, COALESCE(NULL, 'é€'), NULLIF('€', 'x')
--> it’sx | → | é€ | €

SELECT COUNT(*) FROM (VALUES ('cœur'), ('10 €'), ('Ωmega'), ('😀')) AS t(x)
WHERE x <> 'cœur' AND (x LIKE '%€%' OR x IN ('Ωmega', 'Ж')) AND x = x || ''
--> 2

SELECT x AS "a€" FROM (VALUES ('😀'), ('Ｆ')) AS t(x) WHERE x = '😀'
--> 😀

# Sorted and compared by code point: U+FE4F, U+FF26, U+1F600

SELECT x FROM (VALUES ('😀'), ('Ｆ'), ('a'), ('é'), ('﹏')) AS t(x) ORDER BY x
--> a
--> é
--> ﹏
--> Ｆ
--> 😀

SELECT MAX(x), MIN(x), COUNT(*) FROM (VALUES ('😀'), ('Ｆ')) AS t(x) WHERE x >= 'Ｆ'
--> 😀 | Ｆ | 2

