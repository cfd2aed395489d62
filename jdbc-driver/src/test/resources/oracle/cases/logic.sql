# COALESCE beside a column that may be NULL
SELECT COUNT(*), STDDEV(likes_count) FROM feedback WHERE COALESCE(dislikes_count, copies_count) < likes_count AND company_id = 1

SELECT a, b, c, SUM(1) OVER () FROM (VALUES (1, 2, 3), (CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), 5)) AS t(a, b, c) WHERE COALESCE(a, b) <= c

SELECT COUNT(*) FROM feedback WHERE COALESCE(dislikes_count, copies_count) < likes_count

SELECT COUNT(*) FROM documents WHERE COALESCE(document_title, document_filename) > company_name

# Rows compared
SELECT (3, NULL) >= (3, 10), (4, NULL) >= (3, 10), (3, NULL) = (3, 10), (3, NULL) = (4, 10), (1, 2) < (1, 3), (NULL, 1) < (2, 2)

SELECT COUNT(*) FROM feedback WHERE (likes_count, dislikes_count) >= (3, 10)

SELECT COUNT(*) FROM feedback WHERE (likes_count, dislikes_count) < (copies_count, model_responses_count)

SELECT COUNT(*) FROM feedback WHERE (likes_count, dislikes_count) <> (copies_count, 3)

SELECT COUNT(*) FROM feedback WHERE (likes_count, dislikes_count) IN ((1, 2), (3, NULL), (5, 5))

SELECT COUNT(*) FROM feedback WHERE (likes_count, dislikes_count) NOT IN ((1, 2), (3, NULL), (5, 5))

# NULL in lists and sub-queries
SELECT COUNT(*) FROM feedback WHERE likes_count NOT IN (1, NULL)

SELECT COUNT(*) FROM feedback WHERE likes_count IN (1, NULL) OR likes_count IS NULL

SELECT COUNT(*) FROM feedback WHERE likes_count NOT IN (SELECT dislikes_count FROM feedback)

SELECT COUNT(*) FROM feedback WHERE (likes_count NOT IN (SELECT dislikes_count FROM feedback WHERE dislikes_count > 100)) IS TRUE

SELECT COUNT(*) FROM feedback WHERE likes_count > ALL (SELECT dislikes_count FROM feedback WHERE company_id = 99)

SELECT COUNT(*) FROM feedback WHERE likes_count = ANY (SELECT dislikes_count FROM feedback WHERE company_id = 2)

SELECT likes_count > 3, likes_count > 3 IS UNKNOWN, NOT likes_count > 3, likes_count > 3 OR dislikes_count > 3, likes_count > 3 AND dislikes_count > 3, COUNT(*) FROM feedback GROUP BY 1, 2, 3, 4, 5

SELECT CASE WHEN likes_count > 3 THEN 'more' WHEN NOT likes_count > 3 THEN 'less' ELSE 'unknown' END AS how, COUNT(*) FROM feedback GROUP BY 1 ORDER BY 1

SELECT COUNT(*) FROM feedback WHERE NOT (likes_count BETWEEN dislikes_count AND copies_count)

SELECT COUNT(*) FROM feedback WHERE likes_count BETWEEN SYMMETRIC copies_count AND dislikes_count

SELECT COUNT(*) FROM feedback WHERE likes_count <> dislikes_count OR NULL

SELECT NULL AND FALSE, NULL AND TRUE, NULL OR TRUE, NULL OR FALSE, NOT CAST(NULL AS BOOLEAN), NULL = NULL, NULL IS DISTINCT FROM NULL

# OVERLAPS does not count ends that touch
SELECT (DATE '2024-01-01', DATE '2024-01-05') OVERLAPS (DATE '2024-01-05', DATE '2024-01-07'), (DATE '2024-01-01', DATE '2024-01-06') OVERLAPS (DATE '2024-01-05', DATE '2024-01-07'), (DATE '2024-01-05', DATE '2024-01-05') OVERLAPS (DATE '2024-01-05', DATE '2024-01-07')

# Days: dates as texts, conditions in odd places
SELECT COUNT(*) FROM sessions WHERE date IN (DATE '2024-01-31', CAST(date_trunc('month', date) AS DATE))

SELECT COUNT(*) FROM sessions WHERE '2024-02-29' = date OR date > '2024-03-30'

SELECT COUNT(*) FROM sessions WHERE date = '2024-02-30'

SELECT COUNT(*) FROM sessions WHERE date = CAST('2024-02-30' AS DATE)

SELECT COUNT(*) FROM sessions WHERE date >= DATE '2024-01-31' AND date < DATE '2024-01-31' + INTERVAL '1' MONTH AND NOT date = DATE '2024-02-28'

SELECT COUNT(*) FROM sessions WHERE EXTRACT(MONTH FROM date) = 2 AND EXTRACT(DAY FROM date) = 29

SELECT COUNT(*) FROM sessions WHERE CASE WHEN date > DATE '2024-02-01' THEN company_id = 1 ELSE company_id = 2 END

# Rows in lists and sub-queries
SELECT (likes_count, dislikes_count + 1, company_name) IN ((1, 2, 'Acme'), (likes_count, 3, NULL)), COUNT(*) FROM feedback GROUP BY 1

SELECT company_id, date FROM sessions WHERE (company_id, date) IN ((1, DATE '2024-01-02'), (2, DATE '2024-02-29'))

SELECT company_id, date FROM sessions WHERE (company_id, date) IN (SELECT company_id, date FROM feedback)

# Conditions that hold for every value, but not for NULL
SELECT COUNT(*) FROM sessions WHERE COALESCE(model_responses_count, model_responses_with_docs_count) NOT BETWEEN 100 AND 0

SELECT COUNT(*) FROM sessions WHERE COALESCE(model_responses_count, model_responses_with_docs_count) <> 1 OR COALESCE(model_responses_count, model_responses_with_docs_count) = 1

SELECT COALESCE(model_responses_count, model_responses_with_docs_count) NOT BETWEEN 100 AND 0, COUNT(*) FROM sessions GROUP BY 1

SELECT COUNT(*) FROM sessions WHERE NOT (COALESCE(model_responses_count, model_responses_with_docs_count) IN (1) AND COALESCE(model_responses_count, model_responses_with_docs_count) IN (2))
