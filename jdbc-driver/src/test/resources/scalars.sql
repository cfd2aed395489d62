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

# Functions and operators

SELECT left('abcdef',-2)
--> abcd

SELECT right('abcdef',-2)
--> cdef

SELECT left('abc',0)
--> 

SELECT substr('abc',0)
--> abc

SELECT substr('abc',-1)
--> abc

SELECT substr('abc',0,2)
--> a

SELECT substr('abc',-1,3)
--> a

SELECT substr('abc',2,-1)
--> error 22011

SELECT substring('abc' from 2 for 100)
--> bc

SELECT substring('a😀bc' from 2 for 2)
--> 😀b

SELECT lpad('abc',2)
--> ab

SELECT lpad('a',5,'xy')
--> xyxya

SELECT lpad('a',5,'')
--> a

SELECT rpad('abc',2,'z')
--> ab

SELECT lpad('😀',3,'é')
--> éé😀

SELECT lpad('a',-1)
--> 

SELECT overlay('abc' placing 'XX' from 9 for 1)
--> abcXX

SELECT overlay('abc' placing 'XX' from 0)
--> error 22011

SELECT overlay('abcdef' placing 'XX' from 2)
--> aXXdef

SELECT overlay('abcdef' placing 'XX' from 2 for 0)
--> aXXbcdef

SELECT overlay('abcdef' placing 'X' from 3 for -1)
--> abXbcdef

SELECT position('' in 'abc')
--> 1

SELECT position('b' in 'a😀b')
--> 3

SELECT strpos('abc','c')
--> 3

SELECT repeat('ab',-1)
--> 

SELECT replace('aaa','','x')
--> aaa

SELECT translate('12345','143','ax')
--> a2x5

SELECT split_part('a,b,c',',',-1)
--> c

SELECT split_part('a,b,c',',',5)
--> 

SELECT split_part('a,b,c',',',0)
--> error 22023

SELECT split_part('abc','',1)
--> abc

SELECT ascii('')
--> 0

SELECT ascii('é')
--> 233

SELECT ascii('😀')
--> 128512

SELECT chr(128512)
--> 😀

SELECT concat('a',1,null,true,date '2026-01-01',1.50,cast(2.5 as double precision))
--> a1t2026-01-011.502.5

SELECT concat_ws('-','a',null,'b')
--> a-b

SELECT initcap('école ÉLÉMENTAIRE d''été o’neil x1y')
--> École Élémentaire D'Été O’Neil X1y

SELECT trim(both 'xy' from 'xyaxyx')
--> a

SELECT trim('xx' from 'xxaxx')
--> a

SELECT trim(leading from '  a ')
--> a 

SELECT trim('  a ')
--> a

SELECT btrim('  a ')
--> a

SELECT ltrim('xxa','x')
--> a

SELECT rtrim('a  ')
--> a

SELECT 'a'||1
--> a1

SELECT 'a'||null
--> null

SELECT 1||'a'||true
--> 1atrue

SELECT 'a' || date '2026-01-01'
--> a2026-01-01

SELECT octet_length('é😀')
--> 6

SELECT bit_length('é')
--> 16

SELECT char_length('é😀')
--> 2

SELECT character_length('é😀')
--> 2

SELECT length('é😀')
--> 2

SELECT reverse('a😀b')
--> b😀a

SELECT length('a  ')
--> 3

SELECT 'abc' like 'a_c'
--> true

SELECT 'a' || chr(10) || 'c' like 'a_c'
--> true

SELECT 'a_c' like 'a\_c'
--> true

SELECT 'abc' like 'a\_c'
--> false

SELECT 'a' like 'a\'
--> false

SELECT 'a%' like 'a!%' escape '!'
--> true

SELECT 'a\b' like 'a\b' escape ''
--> true

SELECT 'a' like 'a' escape 'xx'
--> error 22025

SELECT 'abc' like null
--> null

SELECT null like 'a'
--> null

SELECT 'abc' not like 'a%'
--> false

SELECT 'ABC' ilike 'a%'
--> true

SELECT 'É' ilike 'é'
--> true

SELECT 'abc' not ilike 'A%'
--> false

SELECT 'abc' similar to '(a|b)%'
--> true

SELECT 'a.c' similar to 'a.c'
--> true

SELECT 'abc' similar to 'a.c'
--> false

SELECT upper('ß')
--> ß

SELECT lower('İ')
--> i

SELECT upper('i')
--> I

SELECT starts_with('abc','ab')
--> true

SELECT md5('é')
--> 66ddcd97cfdeabb2f6fb8a999b4bc76f

SELECT to_hex(255)
--> ff

SELECT regexp_replace('a_b','(.)_(.)','\2\1')
--> ba

SELECT regexp_replace('a_b','(.)_(.)','\2_\1')
--> b_a

SELECT regexp_replace('aXbX','x','-','gi')
--> a-b-

SELECT regexp_replace('abc','b','[\&]')
--> a[b]c

SELECT regexp_replace('abc','b','$1')
--> a$1c

SELECT greatest(1,null)
--> 1

SELECT least(null,2)
--> 2

SELECT greatest('a','B')
--> a

SELECT greatest(1,2.5)
--> 2.5

SELECT regexp_substr('foobar','o.')
--> oo

SELECT regexp_like('abc','B','i')
--> true

SELECT regexp_count('aaa','a')
--> 3

SELECT regexp_instr('abc','c')
--> 3

SELECT 'abc' ~ 'b'
--> true

SELECT 'abc' ~* 'B'
--> true

SELECT 'abc' !~ 'b'
--> false

SELECT nullif(1,1.0)
--> null

SELECT abs(-2147483648)
--> error 22003

SELECT abs(-5.5)
--> 5.5

SELECT round(2.5)
--> 3.0

SELECT round(cast(2.5 as double precision))
--> 2.0

SELECT round(-2.5)
--> -3.0

SELECT round(1234.567,-2)
--> 1200.000

SELECT round(2.345,2)
--> 2.350

SELECT trunc(-2.7)
--> -2.0

SELECT trunc(2.789,2)
--> 2.780

SELECT ceil(-0.5)
--> 0

SELECT ceil(2)
--> 2

SELECT floor(2.5)
--> 2

SELECT mod(7,-3)
--> 1

SELECT mod(-7,3)
--> -1

SELECT mod(7.5,2)
--> 1.5

SELECT 7 % 3
--> 1

SELECT mod(7,0)
--> error 22012

SELECT power(2,10)
--> 1024.0

SELECT power(2.0,10)
--> 1024.0

SELECT power(0,-1)
--> error 2201F

SELECT power(-8,0.5)
--> error 2201F

SELECT power(-8,3)
--> -512.0

SELECT sqrt(-1)
--> error 2201F

SELECT sqrt(2)
--> 1.4142135623730951

SELECT sqrt(4.0)
--> 2.0

SELECT ln(0)
--> error 2201E

SELECT ln(-1)
--> error 2201E

SELECT ln(2.0)
--> 0.6931471805599453

SELECT log(100)
--> 2.0

SELECT log(2,8)
--> 3.0

SELECT log(10,1000)
--> 3.0

SELECT log(0)
--> error 2201E

SELECT log(2.0,0)
--> error 2201E

SELECT log10(1000)
--> 3.0

SELECT exp(1000)
--> error 22003

SELECT exp(1)
--> 2.718281828459045

SELECT sign(-2.5)
--> -1

SELECT sign(0)
--> 0

SELECT div(7,2)
--> 3

SELECT div(-7,2)
--> -3

SELECT pi()
--> 3.141592653589793

SELECT degrees(pi())
--> 180.0

SELECT 1.0/0
--> error 22012

SELECT cast(1.0 as double precision)/0
--> error 22012

SELECT cast(0 as double precision)/0
--> error 22012

SELECT cast(1e308 as double precision)*10
--> error 22003

SELECT cast(1e-308 as double precision)*cast(1e-308 as double precision)
--> error 22003

SELECT 2147483647+1
--> error 22003

SELECT -2147483648/-1
--> error 22003

SELECT 9223372036854775807+1
--> error 22003

SELECT 5000000000*5000000000
--> error 22003

SELECT 24*60*60*1000*31
--> error 22003

SELECT 12345678901234567890
--> 12345678901234567890

SELECT 12345678901234567890 + 1
--> 12345678901234567891

SELECT -12345678901234567890.5
--> -12345678901234567890.5

SELECT 0.1+0.2
--> 0.3

SELECT 1.5*2
--> 3.0

SELECT 3/2
--> 1

SELECT -3/2
--> -1

SELECT 3/2.0
--> 1.5000000000000000

SELECT 10/3.0
--> 3.3333333333333333

SELECT 2/3.0
--> 0.66666666666666666667

SELECT 100000000/3.0
--> 33333333.333333333333

SELECT 0.0001/3
--> 0.000033333333333333333333

SELECT 7.0/10000000000
--> 7.000000000000000000E-10

SELECT 1/3.0
--> 0.33333333333333333333

SELECT cast(2.5 as int)
--> 3

SELECT cast(-2.5 as int)
--> -3

SELECT cast(cast(2.5 as double precision) as int)
--> 2

SELECT cast(cast(3.5 as double precision) as bigint)
--> 4

SELECT cast('12.5' as int)
--> error 22018

SELECT cast('  12 ' as int)
--> 12

SELECT cast(true as text)
--> true

SELECT cast(true as varchar)
--> true

SELECT cast(true as int)
--> 1

SELECT cast(2 as boolean)
--> true

SELECT cast('yes' as boolean)
--> true

SELECT cast('of' as boolean)
--> false

SELECT cast('maybe' as boolean)
--> error 22018

SELECT cast(3000000000 as int)
--> error 22003

SELECT cast(cast(1e20 as double precision) as bigint)
--> error 22003

SELECT cast(123.456 as numeric(5,1))
--> 123.5

SELECT cast(1.005 as numeric(10,2))
--> 1.01

SELECT cast(2.7 as decimal(10,0))
--> 3

SELECT cast(12345.6 as numeric(5,1))
--> error 22003

SELECT cast('abc' as double precision)
--> error 22018

SELECT cast('1e3' as double precision)
--> 1000.0

SELECT cast('1e3' as numeric)
--> 1000

SELECT cast(1.50 as text)
--> 1.50

SELECT cast(cast(1e20 as double precision) as text)
--> 1e+20

SELECT cast(cast(0.1 as real) as text)
--> 0.1

SELECT cast(cast(123456789 as double precision) as varchar)
--> 123456789

SELECT cast(40000 as smallint)
--> error 22003

SELECT cast(32767 as smallint) + cast(1 as smallint)
--> error 22003

SELECT cast(1 as numeric)/3
--> 0.33333333333333333333

SELECT cast(2.567 as numeric)
--> 2.567

SELECT cast(1.5 as varchar)
--> 1.5

SELECT cast('1.50' as numeric)
--> 1.50

SELECT cast(7 as bigint) / 2
--> 3

SELECT 2^10
--> 1024.0

SELECT 2^0.5
--> 1.4142135623730951

SELECT 4611686018427387904 < 2.5
--> false

SELECT 4611686018427387904 = 4611686018427387904.0
--> true

SELECT cast(4611686018427387904 as double precision) > 2.5
--> true

SELECT (1,2) = (1,null)
--> null

SELECT (3, null) >= (3, 10)
--> null

SELECT (3, null) < (4, 10)
--> true

SELECT (1, 2, null) <> (1, 3, 4)
--> true

SELECT (1,2) < (1,3)
--> true

SELECT (null, 1) = (2, 2)
--> false

SELECT (date '2026-01-01', date '2026-01-05') overlaps (date '2026-01-05', date '2026-01-07')
--> false

SELECT (date '2026-01-01', date '2026-01-06') overlaps (date '2026-01-05', date '2026-01-07')
--> true

SELECT (date '2026-01-01', interval '10' day) overlaps (date '2026-01-05', date '2026-01-07')
--> true

SELECT (date '2026-01-05', date '2026-01-05') overlaps (date '2026-01-05', date '2026-01-07')
--> true

SELECT (date '2026-01-05', cast(null as date)) overlaps (date '2026-01-04', date '2026-01-07')
--> true

SELECT 'abc' ~* 'B'
--> true

SELECT 'abc' ~ '(?i)B'
--> true

SELECT cast(true as int)
--> 1

SELECT cast('2017-01-01 12:12:12' AS DATE)
--> 2017-01-01

SELECT CAST('2026-02-30' AS DATE)
--> error 22008

SELECT DATE '2026-02-30'
--> error 22008

SELECT (3, null) >= (3, 10)
--> null

SELECT (3, null) < (4, 10)
--> true

SELECT (1, 2, null) <> (1, 3, 4)
--> true

SELECT (1,2) < (1,3)
--> true

SELECT DATE '2026-01-31' + INTERVAL '36' HOUR
--> 2026-02-01T12:00

SELECT DATE '2026-01-31' + 1, 1 + DATE '2026-01-31', DATE '2026-01-31' - 1, DATE '2026-03-01' - DATE '2026-02-01'
--> 2026-02-01 | 2026-02-01 | 2026-01-30 | 28

SELECT x - y FROM (VALUES (DATE '2026-10-05', DATE '2026-10-01')) AS t(x, y)
--> 4

SELECT week_start + 1 FROM (SELECT 5 AS week_start) q
--> 6

WITH RECURSIVE r(d) AS (SELECT DATE '2026-01-01' UNION ALL SELECT d + 1 FROM r WHERE d < DATE '2026-01-04') SELECT d FROM r
--> 2026-01-01
--> 2026-01-02
--> 2026-01-03
--> 2026-01-04

SELECT TIMESTAMP '2026-01-03 05:00:00' - TIMESTAMP '2026-01-01 06:30:00.5'
--> 1 day 22:29:59.5

SELECT EXTRACT(EPOCH FROM TIMESTAMP '2026-01-03 05:00:00' - TIMESTAMP '2026-01-01 06:30:00')
--> 167400.000000

SELECT TIMESTAMP '2026-01-03 05:00:00' - TIMESTAMP '2026-01-01 06:30:00' > INTERVAL '1' DAY
--> true

SELECT 1.5 * INTERVAL '1' DAY, DATE '2026-01-01' + 1.5 * INTERVAL '1 DAY'
--> 1 day 12:00:00 | 2026-01-02T12:00

SELECT (DATE '2026-01-01' - 1 * INTERVAL '1 DAY')::timestamp
--> 2025-12-31T00:00

SELECT INTERVAL '1' DAY / 3, INTERVAL '1' MONTH * 1.5, INTERVAL '1' MONTH * 2
--> 08:00:00 | 1 mon 15 days | 2 mons

SELECT INTERVAL '1' DAY = INTERVAL '24' HOUR, INTERVAL '1' MONTH, INTERVAL '36' HOUR, -INTERVAL '36' HOUR
--> true | 1 mon | 36:00:00 | -36:00:00

SELECT TIMESTAMP '2026-03-31 10:00:00' - INTERVAL '1' MONTH
--> 2026-02-28T10:00

SELECT CAST('2026-01-01' AS TIMESTAMP), CAST(TIMESTAMP '2026-01-01 10:11:12.567' AS TIMESTAMP(0)), TIMESTAMP '2026-01-01 10:11:12.567'::timestamp(1)
--> 2026-01-01T00:00 | 2026-01-01T10:11:13 | 2026-01-01T10:11:12.600

SELECT EXTRACT(EPOCH FROM TIMESTAMP '2026-01-01 10:11:12.567') / 86400, EXTRACT(SECOND FROM TIMESTAMP '2026-01-01 10:11:12.567')
--> 20454.424451006944 | 12.567000

SELECT EXTRACT(DOW FROM DATE '2026-01-04'), EXTRACT(ISODOW FROM DATE '2026-01-04'), EXTRACT(WEEK FROM DATE '2026-01-01'), EXTRACT(DECADE FROM DATE '2026-01-01'), EXTRACT(CENTURY FROM DATE '2026-01-01')
--> 0 | 7 | 1 | 202 | 21

SELECT DATE_PART('day', TIMESTAMP '2026-02-01 00:00:00' - TIMESTAMP '2026-01-01 00:00:00')
--> 31

SELECT make_date(2026,2,28), age(DATE '2026-03-31', DATE '2026-02-28'), age(TIMESTAMP '2026-01-01 10:00:00', TIMESTAMP '2026-01-02 11:30:05.5')
--> 2026-02-28 | 1 mon 3 days | -1 days -01:30:05.5

SELECT make_date(2026,2,30)
--> error 22008

SELECT TO_TIMESTAMP('2026-01-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US'), TO_DATE('05 Jan 2026', 'DD Mon YYYY'), TO_TIMESTAMP(1.5), TO_DATE('2026-12', 'IYYY-IW')
--> 2026-01-01T00:00 | 2026-01-05 | 1970-01-01T00:00:01.500 | 2026-03-16

SELECT TO_CHAR(TIMESTAMP '2026-01-01 10:11:12.567', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), TO_CHAR(1234.5, 'FM9,999.00'), TO_CHAR(DATE '2026-01-05', 'FMDay DDth Mon')
--> 2026-01-01T10:11:12.567 | 1,234.50 | Monday 05th Jan

SELECT '2026-01-01T00:00:00Z'::timestamptz AT TIME ZONE 'UTC'
--> 2026-01-01T00:00

# Zones: a moment without one is what its clock shows, and the other way round

SELECT TIMESTAMP '2026-07-01 12:00:00' AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Paris', TIMESTAMP '2026-01-01 12:00:00' AT TIME ZONE 'Europe/Paris'
--> 2026-07-01T14:00 | 2026-01-01T11:00

