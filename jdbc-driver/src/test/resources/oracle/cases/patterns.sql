# Anchors, line breaks, words
SELECT 'a' || CHR(10) ~ 'a$', 'a' || CHR(10) || 'b' ~ '^b', 'a' || CHR(10) || 'b' ~ 'a.b', 'ab' ~ '\Aab\Z', 'x ab' ~ '\yab\y', 'xab' ~ '\mab', 'ab' ~ 'ab\M', 'xab' ~ '\Yab'

SELECT REGEXP_REPLACE('a' || CHR(10) || 'b', '^b', 'x', 'n'), REGEXP_REPLACE('a' || CHR(10) || 'b', 'a.b', 'x', 'n'), REGEXP_REPLACE('a' || CHR(10) || 'b', 'a.b', 'x', 'p'), REGEXP_REPLACE('a' || CHR(10) || 'b', '^b', 'x', 'w')

SELECT 'ab' ~ '[[:<:]]ab[[:>:]]', 'cab' ~ '[[:<:]]ab', 'a b' ~ '(?x) a \s b # three', 'ab' ~ '(?#nothing)a(?#more)b'

# Classes and brackets
SELECT 'b1_' ~ '^[[:alpha:]][[:digit:]]\w$', ']' ~ '^[]a]$', 'b' ~ '[^]a]', '-' ~ '^[a-]$', 'B' ~* '^[a-c]$', 'z' ~ '^[a-cx-z]$', '\' ~ '^[\\]$', '5' ~ '^[\d]$', ' ' ~ '^[\s]$'

SELECT 'a' ~ '\D', ' ' ~ '\S', '%' ~ '\W', 'a.b' ~ 'a\.b', 'axb' ~ 'a\.b', '{' ~ '{', '}' ~ '}', ']' ~ ']', 'a{x' ~ 'a{x'

SELECT CHR(9) ~ '\t', 'A' ~ '\x41', 'A' ~ '\u0041', '\' ~ '\B', CHR(8) ~ '\b', 'foo bar' ~ '\bbar'

# Quantifiers and groups
SELECT 'aaa' ~ '^a{3}$', 'aaaa' ~ '^a{2,3}$', 'aaaa' ~ '^a{2,}$', '' ~ '^a{0}$', 'abab' ~ '^(ab)*$', 'aba' ~ '^(ab)+$', '' ~ '^(|a)$', 'b' ~ '^(a|b|)$', 'abcabc' ~ '^(...)\1$', 'abcabd' ~ '^(...)\1$'

SELECT SUBSTRING('foobar' FROM 'o(.)b'), SUBSTRING('foobar' FROM 'o+'), SUBSTRING('foobar' FROM 'x'), SUBSTRING('foobar', '(?:o)(b)')

SELECT REGEXP_REPLACE('aXbXc', 'X', '-', 'g'), REGEXP_REPLACE('abc', '', '-', 'g'), REGEXP_REPLACE('abc', 'x*', '-', 'g'), REGEXP_REPLACE('aaa', 'a*', 'b', 'g'), REGEXP_REPLACE('hello world', '(\w+) (\w+)', '\2 \1')

SELECT REGEXP_REPLACE('foobarbaz', 'b(..)', 'X\1Y', 'g'), REGEXP_REPLACE('foobarbaz', 'b..', '[\&]', 'g'), REGEXP_REPLACE('a.b', '\.', '\\'), REGEXP_REPLACE('aab', '(a)(b)?', '<\1\2>', 'g'), REGEXP_REPLACE('aBc', 'b', 'x', 'i')

# The longest match, or the shortest
SELECT REGEXP_REPLACE('xabc', 'a|ab', '-'), REGEXP_REPLACE('xabcd', '(a|ab)(c|bcd)', '-'), SUBSTRING('XY1234Z' FROM 'Y*([0-9]{1,3})'), SUBSTRING('XY1234Z' FROM 'Y*?([0-9]{1,3})'), SUBSTRING('abc01234xyz' FROM '(?:.*?)(\d+)(?:.*)'), REGEXP_REPLACE('aaa', 'a+?', '-'), REGEXP_REPLACE('aaab', 'a??b|aa', '-'), SUBSTRING('<<a>>b>>' FROM '<<.*?>>'), REGEXP_COUNT('abababab', '(ab)+?'), REGEXP_COUNT('abababab', '(ab){1,2}')

# Looking round
SELECT REGEXP_REPLACE('price 100 EUR, 200 USD', '\d+(?= EUR)', 'x', 'g'), REGEXP_REPLACE('a1 b2', '(?<=b)\d', 'x'), REGEXP_REPLACE('a1 b2', '(?<!b)\d', 'x'), 'ab' ~ 'a(?!c)', 'ac' ~ 'a(?!c)'

# What is none
SELECT 'a' ~ '('

SELECT 'a' ~ 'a)'

SELECT 'a' ~ '*a'

SELECT 'a' ~ 'a**'

SELECT 'a' ~ '[a'

SELECT 'a' ~ 'a{2,1}'

SELECT 'a' ~ 'a{256}'

SELECT 'a' ~ '\q'

SELECT 'a' ~ '[[:none:]]'

SELECT 'a' ~ '(a)\2'

SELECT REGEXP_REPLACE('a', 'a', 'b', 'k')

# SIMILAR TO and LIKE
SELECT 'abc' SIMILAR TO 'a%', 'abc' SIMILAR TO 'a_c', 'abc' SIMILAR TO '(a|x)bc', 'a.c' SIMILAR TO 'a.c', 'a%c' SIMILAR TO 'a\%c', 'abbc' SIMILAR TO 'ab{2}c', 'abc' SIMILAR TO '[a-c]+', '1' SIMILAR TO '[[:digit:]]', 'a^c' SIMILAR TO 'a^c', 'abc' SIMILAR TO 'b'

SELECT 'aXb' LIKE 'a%b', 'a%b' LIKE 'a\%b', 'axxb' LIKE 'a%x_b', 'ABC' ILIKE '%b%', 'a_b' LIKE 'a!_b' ESCAPE '!', '' LIKE '%', '' LIKE '_', 'aaab' LIKE '%a%a%b'

SELECT TRANSLATE('abcabc', 'abca', 'xyz'), TRANSLATE('abc', 'bb', 'xy'), REPLACE('aaaa', 'aa', 'b'), REPLACE('abc', '', 'x'), BTRIM('xyxabcyx', 'xy'), STRPOS('abcabc', 'ca'), SPLIT_PART('a--b--c', '--', 2), SPLIT_PART('abc', '', 1)

# References to groups, and octal numbers
SELECT 'aa' ~ '(a\1)'

SELECT 'aa' ~ '((a)\1)'

SELECT 'aa' ~ '((a)\2)', 'A' ~ '\101', 'A1' ~ '\1011', CHR(10) ~ '\012', 'b' ~ '(a)|b\1*', 'b' ~ '(a)|b', 'bb' ~ '^(b)\1{0,1}$', 'a' ~ '\0'

# Where a search begins, which match, which group, and flags
SELECT REGEXP_COUNT('abcabc', 'b'), REGEXP_COUNT('abcabc', 'b', 3), REGEXP_COUNT('abcabc', 'B', 1, 'i'), REGEXP_COUNT('abc', 'x*'), REGEXP_COUNT('abc', '$'), REGEXP_COUNT('abc', 'b', 4), REGEXP_COUNT('abc', 'b', 9), REGEXP_COUNT('aab', '^a', 2), REGEXP_COUNT('😀b😀', 'x*'), REGEXP_COUNT('😀b😀', '.', 2)

SELECT REGEXP_INSTR('foobarbaz', 'ba.'), REGEXP_INSTR('foobarbaz', 'ba.', 5), REGEXP_INSTR('foobarbaz', 'ba.', 1, 2), REGEXP_INSTR('foobarbaz', 'ba.', 1, 3), REGEXP_INSTR('foobarbaz', 'b(a)(.)', 1, 1, 1), REGEXP_INSTR('foobarbaz', 'b(a)(.)', 1, 2, 0, '', 2), REGEXP_INSTR('foobarbaz', 'b(a)(.)', 1, 2, 1, 'i', 2), REGEXP_INSTR('foobarbaz', 'b(a)', 1, 1, 0, '', 3), REGEXP_INSTR('😀xa', 'a'), REGEXP_INSTR('ac', 'a(b)?c', 1, 1, 0, '', 1)

SELECT REGEXP_SUBSTR('foobarbaz', 'ba.'), REGEXP_SUBSTR('foobarbaz', 'ba.', 5), REGEXP_SUBSTR('foobarbaz', 'ba.', 1, 2), REGEXP_SUBSTR('foobarbaz', 'BA.', 1, 2, 'i'), REGEXP_SUBSTR('foobarbaz', 'b(a)(.)', 1, 2, '', 2), REGEXP_SUBSTR('foobarbaz', 'b(a)(.)', 1, 1, '', 3) IS NULL, REGEXP_SUBSTR('foobarbaz', 'x') IS NULL, REGEXP_SUBSTR('ac', 'a(b)?c', 1, 1, '', 1) IS NULL

SELECT company_id, COALESCE(REGEXP_SUBSTR(company_name, 'q[^u]'), 'none'), REGEXP_SUBSTR(company_name, '^[A-Z]') IS NULL, CASE WHEN REGEXP_SUBSTR(company_name, 'zzz') IS NOT NULL THEN 1 END, COALESCE((REGEXP_MATCH(company_name, 'zzz'))[1], '-') FROM companies WHERE REGEXP_SUBSTR(company_name, 'zzz') IS NULL

SELECT REGEXP_MATCH('foobarbequebaz', '(bar)(beque)'), REGEXP_MATCH('foobarbequebaz', 'bar.*que'), REGEXP_MATCH('foo', 'x'), REGEXP_MATCH('FOO', 'o', 'i'), REGEXP_MATCH('ac', 'a(b)?(c)'), (REGEXP_MATCH('foobarbequebaz', '(bar)(beque)'))[2], (REGEXP_MATCH('FOObar', '(o+)(b)', 'i'))[1], (REGEXP_MATCH('foo', '(o)'))[3] IS NULL

SELECT REGEXP_COUNT('abc', 'b', 0)

SELECT REGEXP_INSTR('abc', 'b', 1, 0)

SELECT REGEXP_INSTR('abc', 'b', 1, 1, 2)

SELECT REGEXP_SUBSTR('abc', 'b', 1, 1, 'g')

SELECT REGEXP_MATCH('abc', 'b', 'g')

SELECT REGEXP_LIKE('abc', 'b', 'g')

SELECT REGEXP_REPLACE('😀a😀', '', '-', 'g'), REGEXP_REPLACE('é😀', 'x*', '.', 'g')
