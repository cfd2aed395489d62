# What tools send: instants where the column is a day, and texts of instants
SELECT COUNT(*) FROM sessions WHERE date BETWEEN '2024-01-01T00:00:00Z' AND '2024-02-29T23:59:59Z'

SELECT COUNT(*) FROM sessions WHERE date >= '2024-02-01T00:00:00Z'::timestamptz

SELECT COUNT(*) FROM sessions WHERE date >= '2024-02-01T00:00:00.000Z' AND date < '2024-03-01T00:00:00.000Z'

SELECT COUNT(*) FROM sessions WHERE date >= timestamp with time zone '2024-02-01 00:00:00.000Z' AND date < timestamp with time zone '2024-03-01 00:00:00.000Z'

SELECT COUNT(*) FROM sessions WHERE last_model_response_date >= '2024-02-01T00:00:00Z' AND last_model_response_date <= '2024-03-01T00:00:00Z'

SELECT timestamp with time zone 'epoch', timestamp 'epoch' + INTERVAL '1' DAY

SELECT COUNT(*) FROM sessions WHERE date >= (DATE_TRUNC('day', TIMESTAMP '2024-04-02 00:00:00') + (-60 || ' day')::INTERVAL)

SELECT last_model_response_date AT TIME ZONE 'Europe/Paris' FROM sessions

SELECT CAST(last_model_response_date::timestamptz AT TIME ZONE 'America/New_York' AS DATE), COUNT(*) FROM sessions GROUP BY 1

SELECT COUNT(*) FROM sessions WHERE date >= TO_TIMESTAMP('2024-02-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') AND date < TO_DATE('2024-03-01', 'YYYY-MM-DD')

SELECT date AS "time", count(*) AS count FROM sessions GROUP BY 1 ORDER BY count DESC, 1

SELECT COUNT(*) FROM sessions WHERE company_id = ANY ('{1,2}'::bigint[])

SELECT COUNT(*) FROM sessions WHERE company_id = ANY (ARRAY[1, 2])

SELECT COUNT(*) FROM companies WHERE company_name ~~ '%cm%' AND company_name !~~ '%x' AND company_name ~~* 'ACME'

SELECT company_id FROM companies ORDER BY company_id LIMIT 5::bigint

SELECT d::date AS day FROM generate_series(DATE '2024-02-27', DATE '2024-03-02', INTERVAL '1 day') AS d ORDER BY 1

SELECT d::date, COUNT(s.company_id) FROM generate_series(DATE '2024-02-27', DATE '2024-03-02', INTERVAL '1 day') AS g(d) LEFT JOIN sessions s ON s.date = g.d::date GROUP BY 1 ORDER BY 1

SELECT n FROM generate_series(1, 10, 3) AS n

SELECT EXTRACT(EPOCH FROM (TIMESTAMP '2024-03-01 00:00:00' - TIMESTAMP '2024-02-28 12:00:00')), EXTRACT(DAY FROM (TIMESTAMP '2024-03-01 00:00:00' - TIMESTAMP '2024-02-28 12:00:00'))

SELECT EXTRACT(YEAR FROM age(DATE '2024-04-02', DATE '2021-01-01')), EXTRACT(MONTH FROM age(DATE '2024-04-02', DATE '2024-01-31'))

SELECT CAST(SUM(sessions_count) AS DECIMAL(18, 2)) / NULLIF(COUNT(*), 0) FROM sessions

SELECT "t0"."company_id", SUM("t0"."sessions_count") AS "a0" FROM (SELECT "_"."company_id", "_"."sessions_count" FROM "paradigm"."sessions" "_" WHERE "_"."date" >= date '2024-02-01') AS "t0" GROUP BY "t0"."company_id"

SELECT (CAST(EXTRACT(YEAR FROM "sessions"."date") AS INTEGER)) AS "yr:date:ok", SUM("sessions"."sessions_count") AS "sum:sessions_count:ok" FROM "paradigm"."sessions" "sessions" GROUP BY 1

SELECT CAST(DATE_TRUNC('MONTH', "sessions"."date") AS DATE) AS "tmn:date:ok", COUNT(DISTINCT "sessions"."company_id") AS "ctd:company_id:ok" FROM "paradigm"."sessions" "sessions" WHERE (("sessions"."date" >= (DATE '2024-01-01')) AND ("sessions"."date" < (DATE '2024-03-01'))) GROUP BY 1

SELECT DATE(date), COUNT(*) FROM sessions GROUP BY 1 ORDER BY 1 LIMIT 500
