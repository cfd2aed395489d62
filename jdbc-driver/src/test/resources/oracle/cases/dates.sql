# A DATE with hours
SELECT DATE '2026-01-31' + INTERVAL '36' HOUR, DATE '2026-01-31' - INTERVAL '1' MINUTE, DATE '2026-01-31' + INTERVAL '1' SECOND

SELECT company_id, date FROM sessions WHERE last_model_response_date > date + INTERVAL '20' HOUR

SELECT CURRENT_DATE - INTERVAL '1' HOUR < CURRENT_DATE

SELECT date + 1.5 * INTERVAL '1 DAY', date + 36 * INTERVAL '1 HOUR' FROM sessions WHERE company_id = 1

SELECT date + sessions_count * INTERVAL '1 DAY' FROM sessions

SELECT DATE '2024-01-31' + INTERVAL '1' MONTH, DATE '2024-03-31' - INTERVAL '1' MONTH, DATE '2024-02-29' + INTERVAL '1' YEAR, DATE '2024-02-29' - INTERVAL '4' YEAR, DATE '2024-01-31' + INTERVAL '1 month 1 day'

# Days and whole numbers, of any expression
SELECT MAX(date) - MIN(date), MAX(date) + 1, MIN(date) - 7, DATE '2024-04-02' - MAX(date) FROM sessions

SELECT d - 1, d + 1, 3 + d FROM (SELECT MAX(date) AS d FROM sessions) AS t

SELECT date - day_of_month + 1 FROM (SELECT date, CAST(day_of_month AS INTEGER) AS day_of_month FROM calendar) AS c WHERE date > DATE '2024-03-20'

SELECT date + CAST(3 AS INTEGER), 3 + date, date - 0, date + (-2) FROM sessions WHERE company_id = 3

SELECT x - y, x - 1, y + 2 FROM (VALUES (DATE '2024-03-01', DATE '2024-02-28'), (NULL, DATE '2024-01-01')) AS t(x, y)

SELECT (SELECT MIN(date) FROM sessions) + 10, (SELECT MAX(date) FROM sessions) - (SELECT MIN(date) FROM sessions)

SELECT COUNT(*) FROM sessions WHERE date > (SELECT MAX(date) FROM sessions) - 31

SELECT COUNT(*) FROM sessions s JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date + 1

SELECT COALESCE(date, DATE '2024-01-01') - 7, CASE WHEN company_id = 1 THEN date ELSE date + 1 END - 1, GREATEST(date, DATE '2024-02-01') - date FROM sessions

SELECT week_start - 1, week_start + INTERVAL '6' DAY FROM (SELECT CAST(DATE_TRUNC('week', date) AS DATE) AS week_start FROM sessions) AS t

SELECT CAST(week_start AS BIGINT) FROM (SELECT sessions_count AS week_start FROM sessions) AS t

SELECT week_start + 1 FROM (SELECT sessions_count AS week_start FROM sessions) AS t

# Parts and texts
SELECT EXTRACT(YEAR FROM date), EXTRACT(QUARTER FROM date), EXTRACT(WEEK FROM date), EXTRACT(ISOYEAR FROM date), EXTRACT(DOW FROM date), EXTRACT(ISODOW FROM date), EXTRACT(DOY FROM date) FROM sessions

SELECT EXTRACT(EPOCH FROM last_model_response_date), EXTRACT(SECOND FROM last_model_response_date), EXTRACT(MINUTE FROM last_model_response_date), EXTRACT(HOUR FROM last_model_response_date) FROM sessions

SELECT EXTRACT(EPOCH FROM last_model_response_date) / 86400 FROM sessions

SELECT EXTRACT(EPOCH FROM DATE '2024-02-29'), EXTRACT(DECADE FROM DATE '2024-02-29'), EXTRACT(CENTURY FROM DATE '2024-02-29'), EXTRACT(MILLENNIUM FROM DATE '2024-02-29'), EXTRACT(MILLISECONDS FROM TIMESTAMP '2024-02-29 10:11:12.345')

SELECT DATE_TRUNC('decade', DATE '2024-02-29'), DATE_TRUNC('century', DATE '2024-02-29'), DATE_TRUNC('week', DATE '2024-01-01'), DATE_TRUNC('quarter', DATE '2024-05-05'), DATE_TRUNC('year', TIMESTAMP '2024-05-05 10:00:00'), DATE_TRUNC('minute', TIMESTAMP '2024-05-05 10:11:12.9')

SELECT CAST(TIMESTAMP '2024-02-29 10:11:12.500' AS TIMESTAMP(0)), CAST(last_model_response_date AS TIMESTAMP(0)) FROM sessions

SELECT CAST('2017-01-01 12:12:12' AS DATE), CAST(TIMESTAMP '2017-01-01 23:59:59' AS DATE), CAST('2024-02-29' AS TIMESTAMP), CAST('2024-02-29 10:11' AS TIMESTAMP)

SELECT CAST('2024-02-30' AS DATE)

SELECT CAST('soon' AS DATE)

SELECT TO_CHAR(last_model_response_date, 'YYYY-MM-DD HH24:MI:SS.MS'), TO_CHAR(date, 'IYYY-IW'), TO_CHAR(date, 'FMDay FMDD FMMonth YYYY') FROM sessions

SELECT (date - 1 * INTERVAL '1 DAY')::timestamp FROM sessions WHERE company_id = 1

SELECT TIMESTAMP '2024-03-01 00:00:00' - TIMESTAMP '2024-02-28 12:00:00' > INTERVAL '1' DAY

SELECT DATE '2024-02-29' = TIMESTAMP '2024-02-29 00:00:00', DATE '2024-02-29' < TIMESTAMP '2024-02-29 00:00:01', DATE '2024-02-29' + INTERVAL '1' DAY = DATE '2024-03-01'

SELECT COUNT(*) FROM sessions WHERE last_model_response_date >= date AND last_model_response_date < date + 1

SELECT COUNT(*) FROM sessions WHERE CAST(last_model_response_date AS DATE) = date

SELECT make_date(2024, 2, 29), date_part('year', date), date_part('dow', date) FROM sessions WHERE company_id = 1

SELECT make_date(2023, 2, 29)

SELECT EXTRACT(YEAR FROM DATE '2024-02-29') / 7, EXTRACT(MONTH FROM DATE '2024-02-29'), EXTRACT(SECOND FROM TIMESTAMP '2024-02-29 10:11:12.500') / 2

SELECT CAST('2024-01-01 10:00:00+02' AS TIMESTAMP), TIMESTAMP '2024-01-01 10:00:00+02'

# Intervals whose hours make days, and days months
SELECT CAST(JUSTIFY_HOURS(INTERVAL '50 hours 10 minutes') AS VARCHAR), CAST(JUSTIFY_HOURS(INTERVAL '1 day -1 hour') AS VARCHAR), CAST(JUSTIFY_HOURS(INTERVAL '-1 day 25 hours') AS VARCHAR), CAST(JUSTIFY_DAYS(INTERVAL '65 days') AS VARCHAR), CAST(JUSTIFY_DAYS(INTERVAL '1 month -1 day') AS VARCHAR), CAST(JUSTIFY_DAYS(INTERVAL '-1 month 31 days') AS VARCHAR), CAST(JUSTIFY_INTERVAL(INTERVAL '1 mon -1 hour') AS VARCHAR), CAST(JUSTIFY_INTERVAL(INTERVAL '33 days 25 hours') AS VARCHAR), CAST(JUSTIFY_INTERVAL(INTERVAL '-1 mon 1 hour') AS VARCHAR), CAST(JUSTIFY_INTERVAL(INTERVAL '-35 days 1 hour') AS VARCHAR)

SELECT company_id, date, CAST(JUSTIFY_INTERVAL(last_model_response_date - CAST(date AS TIMESTAMP)) AS VARCHAR), CAST(JUSTIFY_HOURS(last_model_response_date - TIMESTAMP '2024-01-01 12:00:00') AS VARCHAR) FROM sessions WHERE last_model_response_date IS NOT NULL
