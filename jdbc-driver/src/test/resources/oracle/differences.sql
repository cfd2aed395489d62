-- What the driver answers otherwise than PostgreSQL on purpose; the only thing that may differ. Each difference is a title
-- after ##, a reason, and either definitions that make PostgreSQL answer so or, after ->, a rule of Comparison.java.
-- The table in docs/guides/jdbc.md is made from this file.

-- ## `SUM` of whole numbers is a `BIGINT`, not a `NUMERIC`
-- Tools show it as a whole number. `SUM(x) / COUNT(*)` therefore divides whole numbers, and a sum that does not fit is an
-- error (22003).
CREATE AGGREGATE sum(bigint) (SFUNC = int8pl, STYPE = bigint);

-- ## `AVG` is a `DOUBLE`, not a `NUMERIC`
-- About 16 digits, as every mean of the API itself.
CREATE FUNCTION avg_state(numeric[], numeric) RETURNS numeric[] IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT ARRAY[$1[1] + $2, $1[2] + 1]';
CREATE FUNCTION avg_state(numeric[], bigint) RETURNS numeric[] IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT ARRAY[$1[1] + $2, $1[2] + 1]';
CREATE FUNCTION avg_state(numeric[], integer) RETURNS numeric[] IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT ARRAY[$1[1] + $2, $1[2] + 1]';
CREATE FUNCTION avg_final(numeric[]) RETURNS double precision IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT ($1[1] / NULLIF($1[2], 0))::double precision';
CREATE AGGREGATE avg(numeric) (SFUNC = avg_state, STYPE = numeric[], INITCOND = '{0,0}', FINALFUNC = avg_final);
CREATE AGGREGATE avg(bigint) (SFUNC = avg_state, STYPE = numeric[], INITCOND = '{0,0}', FINALFUNC = avg_final);
CREATE AGGREGATE avg(integer) (SFUNC = avg_state, STYPE = numeric[], INITCOND = '{0,0}', FINALFUNC = avg_final);

-- ## `FLOOR`, `CEIL`, `ROUND`, `TRUNC`, `SIGN` and `DIV` of whole numbers are whole numbers
-- Nothing is to be rounded, and no digit of a large number is lost; PostgreSQL makes them `DOUBLE` or `NUMERIC`, so that `ROUND(x) / 2`
-- has a fraction there.
CREATE FUNCTION floor(integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION ceil(integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION ceiling(integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION round(integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION trunc(integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION sign(integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT pg_catalog.sign($1)::integer';
CREATE FUNCTION round(integer, integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.round($1::numeric, $2)::integer';
CREATE FUNCTION trunc(integer, integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.trunc($1::numeric, $2)::integer';
CREATE FUNCTION div(integer, integer) RETURNS integer IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1 / $2';
CREATE FUNCTION floor(bigint) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION ceil(bigint) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION ceiling(bigint) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION round(bigint) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION trunc(bigint) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION sign(bigint) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql AS 'SELECT pg_catalog.sign($1)::bigint';
CREATE FUNCTION round(bigint, integer) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.round($1::numeric, $2)::bigint';
CREATE FUNCTION trunc(bigint, integer) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.trunc($1::numeric, $2)::bigint';
CREATE FUNCTION div(bigint, bigint) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql AS 'SELECT $1 / $2';

-- ## `EXP`, `LN`, `LOG`, `LOG10`, `POWER` and `SQRT` of decimals are `DOUBLE`
-- About 16 digits, as of all other numbers; PostgreSQL computes decimals to more.
CREATE FUNCTION exp(numeric) RETURNS double precision IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.exp($1::double precision)';
CREATE FUNCTION ln(numeric) RETURNS double precision IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.ln($1::double precision)';
CREATE FUNCTION log(numeric) RETURNS double precision IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.log($1::double precision)';
CREATE FUNCTION log10(numeric) RETURNS double precision IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.log10($1::double precision)';
CREATE FUNCTION sqrt(numeric) RETURNS double precision IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.sqrt($1::double precision)';
CREATE FUNCTION log(numeric, numeric) RETURNS double precision IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.log($1, $2)::double precision';
CREATE FUNCTION power(numeric, numeric) RETURNS double precision IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.power($1::double precision, $2::double precision)';
CREATE FUNCTION pow(numeric, numeric) RETURNS double precision IMMUTABLE STRICT LANGUAGE sql
  AS 'SELECT pg_catalog.pow($1::double precision, $2::double precision)';

-- ## `DATE_TRUNC` of a `DATE` is a `DATE`
-- PostgreSQL makes it a moment in the session's time zone. A tool that groups days by month gets days.
CREATE FUNCTION date_trunc(text, date) RETURNS date IMMUTABLE STRICT LANGUAGE sql
  AS $$ SELECT pg_catalog.date_trunc($1, $2::timestamp)::date $$;

-- ## A `DATE` plus or minus whole days, weeks, months or years is a `DATE`
-- The day is the same; PostgreSQL makes it a moment at midnight.
-- -> midnight

-- ## Names keep the case they were written in
-- PostgreSQL makes names without quotes lower case; here `SELECT 1 AS Total` is called `Total`, and found as `total` as well.
-- -> label-case

-- ## SQLStates of the standard
-- A text that is no number or truth value is 22018 (PostgreSQL: 22P02).
-- -> standard-states

-- ## A parameter's type comes from its place in the statement
-- A statement is planned before its values are set; PostgreSQL's driver sends the types of the values with it. A parameter
-- whose place says nothing is a text, as one without a type is in PostgreSQL; `CAST(? AS DATE)` says what it is.
-- -> untyped-parameters

-- ## A number with an exponent is a `DOUBLE`
-- As in the standard; PostgreSQL reads `1e3` as a `NUMERIC`.
-- -> exponent-literals

-- ## A parameter beside whole numbers may have a fraction
-- It counts as a `DECIMAL`, so that `x * ?` takes 0.5, and `x / ?` keeps the fraction; `CAST(? AS BIGINT)` divides whole
-- numbers. PostgreSQL decides by the type of the value.
-- -> decimal-parameters

-- ## `EXTRACT` of whole units is a `BIGINT`, not a `NUMERIC`
-- Tools show a year or a month as a whole number. Only seconds and `EPOCH` have a fraction, so that `EXTRACT(YEAR FROM date) / 7`
-- divides whole numbers.
-- -> whole-parts

-- ## A text with an offset cast to `TIMESTAMP` is that instant in UTC
-- All moments of the reports are in UTC; PostgreSQL leaves the offset out, and `'2026-01-01T00:00:00+02:00'` would be another instant.
-- -> offset-instants

-- ## What a repeated group of a regular expression takes
-- What a pattern matches as a whole is the same. `SUBSTRING(x FROM '(a*?)*b')` shows the group's last round as Perl and Java find it;
-- PostgreSQL divides the match anew, each round as long as can be.
-- -> repeated-groups

-- ## `CAST(x AS CHAR)` is the whole text
-- As in MySQL, whose spelling tools use for "as a text"; PostgreSQL and the standard cut it to one character.
-- -> bare-char
