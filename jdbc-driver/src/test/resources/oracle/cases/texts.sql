# Literals of every script
SELECT * FROM tools WHERE tool_name = 'tool 😀'

SELECT 'œuvre', '€', 'Ωmega', '→', '中文', '😀', 'it’s' || ' x', 'a' || '–' || 'b'

SELECT COUNT(*) FROM companies WHERE company_name LIKE '%€%'

SELECT COUNT(*) FROM tools WHERE tool_name IN ('outil œuvre', '工具', 'x')

SELECT COUNT(*) FROM tools WHERE tool_name <> 'cœur'

SELECT company_id, CASE WHEN company_name IS NULL THEN '→' ELSE company_name END FROM companies

SELECT COALESCE(company_name, 'néant œ') FROM companies ORDER BY 1

SELECT document_title, COUNT(*) FROM documents WHERE document_title > 'Œ' GROUP BY document_title HAVING MAX(document_title) <> '中文报告' ORDER BY 1

# Lengths and cuts count characters
SELECT CHAR_LENGTH('😀'), LENGTH('中文 😀'), CHARACTER_LENGTH('œ'), OCTET_LENGTH('é'), OCTET_LENGTH('😀'), BIT_LENGTH('é')

SELECT SUBSTRING('a😀b' FROM 2 FOR 1), SUBSTRING('a😀b' FROM 3), LEFT('😀😀x', 2), RIGHT('x😀😀', 2), LPAD('😀', 3, '*'), RPAD('😀', 3, '中'), REVERSE('a😀b'), POSITION('b' IN 'a😀b'), OVERLAY('a😀b' PLACING 'X' FROM 2 FOR 1)

SELECT tool_name, CHAR_LENGTH(tool_name), OCTET_LENGTH(tool_name), SUBSTRING(tool_name FROM 6 FOR 1), UPPER(tool_name), LOWER(tool_name), INITCAP(tool_name) FROM tools

SELECT INITCAP('école élémentaire été'), INITCAP('hello WORLD-wide o''neil x2y'), UPPER('straße œuvre'), LOWER('ÉCOLE ŒUVRE Ω')

SELECT t FROM (VALUES ('😀'), ('ｆ'), ('z'), ('Z'), ('é'), ('')) AS v(t) ORDER BY t

SELECT '😀' > 'ｆ', 'a' < 'B', 'Z' < 'a', 'é' > 'z', '' < ' ', 'a' < 'a '

SELECT MIN(t), MAX(t) FROM (VALUES ('😀'), ('ｆ')) AS v(t)

# Cuts outside of the text
SELECT SUBSTR('abc', 0), SUBSTR('abc', -1), SUBSTR('abc', -1, 3), SUBSTRING('abc' FROM 0 FOR 2), SUBSTRING('abc' FROM 5), SUBSTRING('abc' FROM 2 FOR 100), LEFT('abc', 5), RIGHT('abc', 5), LEFT('abc', -1), RIGHT('abc', -1), LPAD('abc', 2), LPAD('abc', 0), REPEAT('ab', 0), REPEAT('ab', -1)

SELECT SUBSTRING('abc' FROM 2 FOR -1)

SELECT OVERLAY('abc' PLACING 'XX' FROM 9 FOR 1), OVERLAY('abc' PLACING 'XX' FROM 2), OVERLAY('abc' PLACING '' FROM 1 FOR 2), OVERLAY('abc' PLACING 'X' FROM 2 FOR 0)

SELECT SPLIT_PART('a,b,c', ',', 2), SPLIT_PART('a,b,c', ',', 9), SPLIT_PART('a,b,c', ',', -1), SPLIT_PART('abc', '', 1)

SELECT SPLIT_PART('a,b', ',', 0)

SELECT TRIM('  a '), LTRIM('  a '), RTRIM(' a  '), TRIM(BOTH 'x' FROM 'xxaxx'), TRIM(LEADING 'xy' FROM 'xyxa'), TRIM(TRAILING FROM 'a  '), BTRIM('xyxax', 'xy'), LTRIM('xyxa', 'yx'), RTRIM('a12', '0123456789')

SELECT REPLACE('banana', 'an', 'AN'), REPLACE('abc', '', 'x'), TRANSLATE('abcabc', 'abc', 'xy'), REVERSE('abc'), STRPOS('banana', 'nan'), POSITION('' IN 'abc'), ASCII('é'), CHR(233), MD5('œ'), STARTS_WITH('abc', 'ab')

SELECT 'a' || NULL, CONCAT('a', NULL, 'b'), CONCAT(NULL), CONCAT_WS('-', 'a', NULL, 'b'), CONCAT('a', 1, TRUE, DATE '2024-02-29'), 'n' || 5

# LIKE
SELECT COUNT(*) FROM documents WHERE document_title LIKE 'line_break'

SELECT COUNT(*) FROM documents WHERE document_title LIKE 'line%break' OR document_title LIKE '%' || CHR(10) || '%'

SELECT 'a_b' LIKE 'a\_b', 'axb' LIKE 'a\_b', 'a%' LIKE 'a\%', 'a\b' LIKE 'a\\b', 'a\b' LIKE 'a\b', 'ab' LIKE 'a\b', '100%' LIKE '%!%' ESCAPE '!', 'a\b' LIKE 'a\b' ESCAPE ''

SELECT 'abc' LIKE 'a\'

SELECT 'abc' LIKE 'a!' ESCAPE '!'

SELECT tool_name FROM tools WHERE tool_name LIKE 'a\\b' OR tool_name LIKE '%\%%' OR tool_name LIKE ' %' OR tool_name LIKE '__'

SELECT 'Éa' ILIKE 'éA', 'STRASSE' ILIKE 'straße', 'x' NOT ILIKE 'X', NULL LIKE 'a', 'a' LIKE NULL, '' LIKE '', '' LIKE '%', '' LIKE '_', '😀' LIKE '_', 'a😀b' LIKE 'a_b'

SELECT 'abc' SIMILAR TO 'a(b|x)c', 'abc' SIMILAR TO 'b', 'abc' SIMILAR TO '%(b|d)%', 'a.c' SIMILAR TO 'a.c', 'axc' SIMILAR TO 'a.c'

SELECT 'abc' ~ '^a', 'Abc' ~* '^a', 'abc' !~ 'b', 'abc' ~ 'B', 'line' || CHR(10) || 'break' ~ 'e.b', 'É' ~* 'é', 'a1' ~ '\d'

SELECT REGEXP_REPLACE('a_b', '(.)_(.)', '\2_\1'), REGEXP_REPLACE('aaa', 'a', 'b'), REGEXP_REPLACE('aaa', 'a', 'b', 'g'), REGEXP_REPLACE('Abc', 'a', 'x', 'i'), REGEXP_REPLACE('abc', 'x', 'y'), REGEXP_REPLACE('a$b', '\$', '\\')

SELECT CAST('abcdef' AS VARCHAR(3)), CAST(12345 AS VARCHAR(3)), CAST('ab' AS VARCHAR(5)) || '!', CHAR_LENGTH(CAST('😀😀' AS VARCHAR(1)))

SELECT CASE WHEN company_id = 1 THEN 'a' ELSE 'abc' END || '!' FROM companies

SELECT LOWER(company_name) LIKE LOWER('%ŒUVRE%'), company_name || '' FROM companies

SELECT 'a' || 1 + 2, 1 + 2 || 'a', 'a' || 2 * 3, 'a' || 1 + 2 || 'b' || 4 - 1, 'x' || 7 % 4, 'a' || 1 = 'a1', 10 / 2 || 'x', 'd' || DATE '2024-01-01' + 1

SELECT LPAD('x', '3'), REPEAT('a', '3'), OVERLAY('abcdef' PLACING 'x' FROM '2'), LEFT('abc', '2'), SPLIT_PART('a,b', ',', '2'), CHR('65')

SELECT SUBSTRING(company_name FROM '([a-z])[a-z]'), SUBSTRING(company_name, 'e.'), SUBSTR(company_name || company_name, 11, 3) FROM companies

SELECT company_name FROM companies WHERE company_name BETWEEN 'ｆ' AND '😀' OR company_name > '😀' AND company_name < 'ｆ'

SELECT COALESCE(CAST(company_name AS VARCHAR(5)), '100%_sure'), GREATEST(CAST(company_id AS VARCHAR(3)), 'back\slash') FROM companies

SELECT GREATEST(CAST(company_id AS VARCHAR(3)), 'apple'), LEAST('Œuvre', CAST(company_id AS VARCHAR(3))) FROM companies

# Doubles by the fewest digits that tell them apart
SELECT CAST(x AS VARCHAR) FROM (VALUES (CAST(4611686018427387905 AS DOUBLE PRECISION)), (2e-3), (1.1e0), (5e-324), (1.7976931348623157e308), (2.2250738585072014e-308), (1e15), (123456789012345680e0), (0.1e0), (9007199254740993e0), (1e-5)) AS t(x)

# Cut texts
SELECT CAST('abc' AS CHAR), CAST(company_name AS CHAR(2)), CAST('abcdefgh' || 'ij' AS VARCHAR(5)), CAST(company_name || 'ij' AS VARCHAR(5)) FROM companies
