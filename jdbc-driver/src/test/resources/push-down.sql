# A statement, then after --> each report asked and the days it is asked for. "start" is historyStart; "month" and "year"
# are the first days of the current ones. Blocks end with an empty line.

# Literals
SELECT * FROM sessions WHERE date = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM sessions WHERE date >= DATE '2026-02-03' AND date < DATE '2026-02-10'
--> sessions 2026-02-03..2026-02-09

SELECT * FROM sessions WHERE date > DATE '2026-02-03' AND date <= DATE '2026-02-10'
--> sessions 2026-02-04..2026-02-10

SELECT * FROM sessions WHERE DATE '2026-02-03' <= date AND DATE '2026-02-10' >= date
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE date BETWEEN DATE '2026-02-03' AND DATE '2026-02-10'
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE date BETWEEN SYMMETRIC DATE '2026-02-10' AND DATE '2026-02-03'
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE date = '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM sessions WHERE date >= '2026-02-03' AND date <= '2026-02-10'
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE date BETWEEN '2026-02-03' AND '2026-02-10'
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE date >= {d '2026-02-03'} AND date <= {d '2026-02-10'}
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE date >= CAST('2026-02-03' AS DATE) AND date <= CAST('2026-02-10' AS DATE)
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE "date" = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM sessions WHERE `date` = DATE '2026-02-03';
--> sessions 2026-02-03

SELECT * FROM SESSIONS S WHERE S.DATE = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM paradigm.sessions WHERE paradigm.sessions.date = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM sessions WHERE date >= DATE '2026-11-01'
--> sessions 2026-11-01..today

SELECT * FROM sessions WHERE date <= DATE '2026-01-10'
--> sessions start..2026-01-10

SELECT * FROM sessions
--> sessions start..today

SELECT * FROM sessions WHERE date <> DATE '2026-02-03' AND date >= DATE '2026-02-01' AND date <= DATE '2026-02-05'
--> sessions 2026-02-01..2026-02-05

# Sets of days
SELECT * FROM sessions WHERE date IN (DATE '2026-02-03', DATE '2026-02-04')
--> sessions 2026-02-03..2026-02-04

SELECT * FROM sessions WHERE date IN (DATE '2026-02-03', DATE '2026-06-04')
--> sessions 2026-02-03, 2026-06-04

SELECT * FROM sessions WHERE date IN ('2026-02-03', '2026-06-04')
--> sessions 2026-02-03, 2026-06-04

SELECT * FROM sessions WHERE date = DATE '2026-02-03' OR date = DATE '2026-06-04'
--> sessions 2026-02-03, 2026-06-04

SELECT * FROM sessions WHERE date BETWEEN '2026-02-01' AND '2026-02-05' OR date BETWEEN '2026-05-01' AND '2026-05-05'
--> sessions 2026-02-01..2026-02-05, 2026-05-01..2026-05-05

SELECT * FROM sessions WHERE date BETWEEN '2026-02-01' AND '2026-02-05' OR date BETWEEN '2026-02-09' AND '2026-02-12'
--> sessions 2026-02-01..2026-02-12

SELECT * FROM sessions WHERE NOT (date < DATE '2026-02-03' OR date > DATE '2026-02-10')
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE (date = DATE '2026-02-03' AND sessions_count > 5) OR (date = DATE '2026-02-05' AND company_id = 1)
--> sessions 2026-02-03..2026-02-05

SELECT * FROM sessions WHERE date >= DATE '2026-02-03' AND date <= DATE '2026-02-10' AND sessions_count > 5
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE (date = DATE '2026-02-03' OR sessions_count < 0) AND date <= DATE '2026-02-10' AND date >= DATE '2026-02-01'
--> sessions 2026-02-01..2026-02-10

# Nothing
SELECT * FROM sessions WHERE 1 = 0
--> sessions none

SELECT * FROM sessions WHERE ( 0 = 1 )
--> sessions none

SELECT * FROM sessions WHERE FALSE
--> sessions none

SELECT * FROM sessions WHERE date >= DATE '2026-02-03' AND date < DATE '2026-02-03'
--> sessions none

SELECT * FROM sessions WHERE date > CURRENT_DATE
--> sessions none

SELECT * FROM sessions WHERE date = NULL
--> sessions none

SELECT * FROM sessions LIMIT 0
--> sessions none

SELECT 1
--> sessions none

SELECT COUNT(*) FROM sessions WHERE 1 = 0
--> sessions none

# Relative to today
SELECT * FROM sessions WHERE date = CURRENT_DATE
--> sessions today

SELECT * FROM sessions WHERE date >= CURRENT_DATE - INTERVAL '6' DAY
--> sessions today-6..today

SELECT * FROM sessions WHERE date BETWEEN CURRENT_DATE - INTERVAL '13' DAY AND CURRENT_DATE - INTERVAL '7' DAY
--> sessions today-13..today-7

SELECT * FROM sessions WHERE date >= TIMESTAMPADD(DAY, -6, CURRENT_DATE)
--> sessions today-6..today

SELECT * FROM sessions WHERE CAST(date AS TIMESTAMP) >= {fn TIMESTAMPADD(SQL_TSI_DAY,-6,CURRENT_DATE)}
--> sessions today-6..today

SELECT * FROM sessions WHERE CAST(date AS TIMESTAMP) >= CURRENT_TIMESTAMP - INTERVAL '6' DAY
--> sessions today-5..today

SELECT * FROM sessions WHERE date >= CAST(CURRENT_TIMESTAMP AS DATE)
--> sessions today

SELECT * FROM sessions WHERE date >= FLOOR(CURRENT_DATE TO MONTH)
--> sessions month..today

SELECT * FROM sessions WHERE date >= FLOOR(CURRENT_DATE TO YEAR)
--> sessions year..today

SELECT * FROM sessions WHERE EXTRACT(YEAR FROM date) = EXTRACT(YEAR FROM CURRENT_DATE) AND EXTRACT(MONTH FROM date) = EXTRACT(MONTH FROM CURRENT_DATE)
--> sessions month..today

SELECT * FROM sessions WHERE TIMESTAMPDIFF(DAY, date, CURRENT_DATE) <= 6
--> sessions today-6..today

# Casts to timestamp
SELECT * FROM sessions WHERE CAST(date AS TIMESTAMP) >= TIMESTAMP '2026-02-03 00:00:00' AND CAST(date AS TIMESTAMP) < TIMESTAMP '2026-02-10 00:00:00'
--> sessions 2026-02-03..2026-02-09

SELECT * FROM sessions WHERE date >= TIMESTAMP '2026-02-03 12:00:00' AND date <= TIMESTAMP '2026-02-10 12:00:00'
--> sessions 2026-02-04..2026-02-10

SELECT * FROM sessions WHERE CAST(date AS TIMESTAMP) BETWEEN {ts '2026-02-03 00:00:00'} AND {ts '2026-02-10 23:59:59'}
--> sessions 2026-02-03..2026-02-10

SELECT * FROM sessions WHERE CAST(CAST(date AS TIMESTAMP) AS DATE) = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM sessions WHERE CAST(date AS VARCHAR) = '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM sessions WHERE CAST(date AS VARCHAR) LIKE '2026-02-%'
--> sessions 2026-02-01..2026-02-28

# Parts of the date
SELECT * FROM sessions WHERE EXTRACT(YEAR FROM date) = 2026 AND EXTRACT(MONTH FROM date) = 3
--> sessions 2026-03-01..2026-03-31

SELECT * FROM sessions WHERE YEAR(date) = 2026 AND MONTH(date) = 3
--> sessions 2026-03-01..2026-03-31

SELECT * FROM sessions WHERE YEAR(date) = 2026 AND MONTH(date) = 3 AND DAY(date) < 5
--> sessions 2026-03-01..2026-03-04

SELECT * FROM sessions WHERE YEAR(date) = 2026 AND QUARTER(date) = 2
--> sessions 2026-04-01..2026-06-30

SELECT * FROM sessions WHERE {fn YEAR(date)} = 2026 AND {fn MONTH(date)} IN (2, 3)
--> sessions 2026-02-01..2026-03-31

SELECT * FROM sessions WHERE YEAR(date) * 100 + MONTH(date) = 202603
--> sessions 2026-03-01..2026-03-31

SELECT * FROM sessions WHERE FLOOR(date TO MONTH) = DATE '2026-03-01'
--> sessions 2026-03-01..2026-03-31

SELECT * FROM sessions WHERE FLOOR(date TO QUARTER) = DATE '2026-04-01'
--> sessions 2026-04-01..2026-06-30

SELECT * FROM sessions WHERE CASE WHEN date >= DATE '2026-02-03' THEN date <= DATE '2026-02-05' ELSE FALSE END
--> sessions 2026-02-03..2026-02-05

SELECT * FROM sessions WHERE DAYOFWEEK(date) = 2 AND date >= DATE '2026-02-01' AND date <= DATE '2026-02-28'
--> sessions 2026-02-02..2026-02-23

SELECT * FROM sessions WHERE COALESCE(date, DATE '2026-02-03') = DATE '2026-02-03'
--> sessions 2026-02-03

# Through projections, sub-queries, groups, unions and windows
SELECT * FROM (SELECT * FROM sessions) t WHERE t.date = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM (SELECT date AS d, sessions_count AS n FROM sessions) WHERE d = DATE '2026-02-03'
--> sessions 2026-02-03

WITH t AS (SELECT date, sessions_count FROM sessions) SELECT SUM(sessions_count) FROM t WHERE date = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT date, SUM(sessions_count) FROM sessions GROUP BY date HAVING date = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM (SELECT date, SUM(sessions_count) AS n FROM sessions GROUP BY date) WHERE date >= '2026-02-03' AND date <= '2026-02-04'
--> sessions 2026-02-03..2026-02-04

SELECT * FROM (SELECT FLOOR(date TO MONTH) AS m, SUM(sessions_count) AS n FROM sessions GROUP BY FLOOR(date TO MONTH)) WHERE m = DATE '2026-03-01'
--> sessions 2026-03-01..2026-03-31

SELECT * FROM (SELECT date, usage_count FROM documents UNION ALL SELECT date, usage_count FROM tools) WHERE date = DATE '2026-02-03'
--> documents 2026-02-03
--> tools 2026-02-03

SELECT * FROM (SELECT date, ROW_NUMBER() OVER (PARTITION BY date ORDER BY company_id) AS n FROM sessions) WHERE date = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT DISTINCT date FROM sessions WHERE date BETWEEN '2026-02-03' AND '2026-02-05' ORDER BY date DESC
--> sessions 2026-02-03..2026-02-05

SELECT MAX(1) FROM (SELECT * FROM sessions WHERE date = DATE '2026-02-03') t
--> sessions 2026-02-03

SELECT COUNT(*) FROM sessions WHERE date = DATE '2026-02-03'
--> sessions 2026-02-03

SELECT * FROM sessions WHERE date = DATE '2026-02-03' AND company_id IN (SELECT company_id FROM feedback WHERE date = DATE '2026-02-04')
--> sessions 2026-02-03
--> feedback 2026-02-04

SELECT * FROM sessions s WHERE date = DATE '2026-02-03' AND EXISTS (SELECT 1 FROM feedback f WHERE f.date = s.date AND f.company_id = s.company_id)
--> sessions 2026-02-03
--> feedback 2026-02-03

# Joins
SELECT * FROM sessions s JOIN feedback f ON s.company_id = f.company_id AND s.date = f.date WHERE s.date = DATE '2026-02-03'
--> sessions 2026-02-03
--> feedback 2026-02-03

SELECT * FROM sessions s LEFT JOIN feedback f ON s.company_id = f.company_id AND s.date = f.date WHERE s.date BETWEEN '2026-02-03' AND '2026-02-05'
--> sessions 2026-02-03..2026-02-05
--> feedback 2026-02-03..2026-02-05

SELECT * FROM feedback f RIGHT JOIN sessions s ON s.company_id = f.company_id AND s.date = f.date WHERE s.date BETWEEN '2026-02-03' AND '2026-02-05'
--> sessions 2026-02-03..2026-02-05
--> feedback 2026-02-03..2026-02-05

SELECT * FROM sessions s, feedback f WHERE s.company_id = f.company_id AND s.date = f.date AND f.date = DATE '2026-02-03'
--> sessions 2026-02-03
--> feedback 2026-02-03

SELECT * FROM sessions JOIN feedback USING (company_id, date) WHERE sessions.date = DATE '2026-02-03'
--> sessions 2026-02-03
--> feedback 2026-02-03

SELECT date, SUM(sessions_count) FROM sessions JOIN feedback USING (company_id, date) WHERE date = DATE '2026-02-03' GROUP BY date ORDER BY date
--> sessions 2026-02-03
--> feedback 2026-02-03

SELECT date, sessions_count FROM sessions NATURAL JOIN calendar WHERE date BETWEEN '2026-02-03' AND '2026-02-05'
--> sessions 2026-02-03..2026-02-05

SELECT * FROM sessions s JOIN feedback f ON s.date = f.date JOIN tools t ON f.date = t.date WHERE s.date = DATE '2026-02-03'
--> sessions 2026-02-03
--> feedback 2026-02-03
--> tools 2026-02-03

SELECT * FROM sessions s JOIN documents d ON s.company_id = d.company_id WHERE s.date = DATE '2026-02-03' AND d.date = DATE '2026-02-05'
--> sessions 2026-02-03
--> documents 2026-02-05

SELECT * FROM sessions s JOIN (SELECT date, SUM(usage_count) AS n FROM documents GROUP BY date) d ON s.date = d.date WHERE s.date >= DATE '2026-02-03' AND s.date <= DATE '2026-02-04'
--> sessions 2026-02-03..2026-02-04
--> documents 2026-02-03..2026-02-04

# A condition at the far end of four tables: two rounds of PushDown leave the first one without it
SELECT COUNT(*) FROM tools t JOIN feedback f ON t.date = f.date JOIN documents d ON f.date = d.date JOIN sessions s ON d.date = s.date WHERE s.date = DATE '2026-02-03'
--> tools 2026-02-03
--> feedback 2026-02-03
--> documents 2026-02-03
--> sessions 2026-02-03

SELECT COUNT(*) FROM sessions s LEFT JOIN (feedback f LEFT JOIN (tools t LEFT JOIN documents d ON t.date = d.date) ON f.date = t.date) ON s.date = f.date WHERE s.date = DATE '2026-02-03'
--> sessions 2026-02-03
--> feedback 2026-02-03
--> tools 2026-02-03
--> documents 2026-02-03

# By the day of a side that an outer join may have filled with NULL
SELECT s.date, t.date FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date LEFT JOIN tools t ON t.company_id = f.company_id AND t.date = f.date WHERE s.date BETWEEN '2026-02-03' AND '2026-02-05'
--> sessions 2026-02-03..2026-02-05
--> feedback 2026-02-03..2026-02-05
--> tools 2026-02-03..2026-02-05

SELECT COUNT(*) FROM sessions s LEFT JOIN feedback f ON f.date = s.date AND f.likes_count > 3 LEFT JOIN tools t ON f.date = t.date LEFT JOIN documents d ON d.date = t.date AND d.company_id = s.company_id WHERE s.date = '2026-02-03'
--> sessions 2026-02-03
--> feedback 2026-02-03
--> tools 2026-02-03
--> documents 2026-02-03

SELECT COUNT(*) FROM sessions s LEFT JOIN (SELECT date, SUM(likes_count) AS likes FROM feedback GROUP BY date) f ON f.date = s.date LEFT JOIN (SELECT date, COUNT(*) AS n FROM tools GROUP BY date) t ON t.date = f.date WHERE s.date BETWEEN '2026-02-03' AND '2026-02-04'
--> sessions 2026-02-03..2026-02-04
--> feedback 2026-02-03..2026-02-04
--> tools 2026-02-03..2026-02-04

SELECT COUNT(*) FROM sessions s LEFT JOIN feedback f ON f.date = s.date FULL JOIN tools t ON t.date = f.date AND t.date > DATE '2026-11-28' WHERE s.date = '2026-02-03' OR t.date = DATE '2026-11-29'
--> sessions start..today
--> feedback start..today
--> tools start..today

# No first day: from historyStart on
SELECT * FROM sessions WHERE date IN (DATE '2026-01-31', CAST(date_trunc('month', date) AS DATE)) AND date <= DATE '2026-03-20'
--> sessions 2026-01-01, 2026-01-31..2026-02-01, 2026-03-01

SELECT * FROM sessions WHERE EXTRACT(DAY FROM date) = 29 AND EXTRACT(MONTH FROM date) = 1
--> sessions 2026-01-29

SELECT * FROM sessions WHERE EXTRACT(DAY FROM date) = 29 AND EXTRACT(MONTH FROM date) = 2
--> sessions none

SELECT * FROM sessions WHERE date < DATE '2025-06-01'
--> sessions none

SELECT * FROM sessions WHERE date >= DATE '1970-01-01' AND date <= DATE '2026-01-05'
--> sessions start..2026-01-05

SELECT * FROM sessions WHERE CAST(date AS TIMESTAMP) BETWEEN TIMESTAMP '2025-12-30 00:00:00' AND TIMESTAMP '2026-01-05 00:00:00'
--> sessions 2025-12-30..2026-01-05

# Members: the window asked
SELECT * FROM members WHERE window_start = DATE '2026-02-01' AND window_end = DATE '2026-02-28'
--> members 2026-02-01..2026-02-28

SELECT * FROM members WHERE window_start >= DATE '2026-02-01' AND window_end <= DATE '2026-02-28'
--> members 2026-02-01..2026-02-28

SELECT * FROM members
--> members start..today

SELECT * FROM members WHERE window_start = DATE '2026-02-01'
--> members 2026-02-01..today

SELECT * FROM members WHERE window_end = DATE '2026-02-28'
--> members start..2026-02-28

SELECT * FROM members WHERE window_start = DATE '2026-02-01' AND window_end = DATE '2026-01-01'
--> members none

# Built-in views
SELECT * FROM daily_usage WHERE date BETWEEN '2026-02-03' AND '2026-02-10'
--> sessions 2026-02-03..2026-02-10
--> threads 2026-02-03..2026-02-10

SELECT company_name, SUM(sessions_count) FROM daily_usage WHERE EXTRACT(YEAR FROM date) = 2026 AND MONTH(date) = 2 GROUP BY company_name
--> sessions 2026-02-01..2026-02-28
--> threads 2026-02-01..2026-02-28

SELECT * FROM adoption WHERE week_start = '2026-02-02'
--> sessions 2026-02-02..2026-02-08
--> threads 2026-02-02..2026-02-08

SELECT * FROM adoption WHERE week_start BETWEEN '2026-02-01' AND '2026-02-10' AND active_days > 3
--> sessions 2026-02-02..2026-02-15
--> threads 2026-02-02..2026-02-15

SELECT * FROM satisfaction WHERE date >= '2026-02-03' AND date < '2026-02-10' AND approval_rate > 0.5
--> feedback 2026-02-03..2026-02-09

SELECT * FROM adoption_satisfaction WHERE date = '2026-02-03'
--> sessions 2026-02-03
--> feedback 2026-02-03

SELECT * FROM adoption_satisfaction a JOIN calendar c ON c.date = a.date WHERE c.date BETWEEN '2026-02-03' AND '2026-02-10'
--> sessions 2026-02-03..2026-02-10
--> feedback 2026-02-03..2026-02-10

SELECT resource_kind, SUM(usage_count) FROM resource_usage WHERE date BETWEEN '2026-02-03' AND '2026-02-10' GROUP BY resource_kind
--> documents 2026-02-03..2026-02-10
--> tools 2026-02-03..2026-02-10

SELECT * FROM resource_usage WHERE date BETWEEN '2026-02-03' AND '2026-02-10' AND resource_kind = 'tool'
--> tools 2026-02-03..2026-02-10

