-- The driver's own tables and views as PostgreSQL defines them. The views are written apart from the driver's: by outer
-- joins, where the driver puts rows together by UNION ALL and GROUP BY.

CREATE TABLE calendar AS
SELECT d::date AS date,
  EXTRACT(YEAR FROM d)::bigint AS calendar_year, EXTRACT(QUARTER FROM d)::bigint AS calendar_quarter,
  EXTRACT(MONTH FROM d)::bigint AS calendar_month, to_char(d, 'FMMonth') AS month_name,
  EXTRACT(DAY FROM d)::bigint AS day_of_month, EXTRACT(DOY FROM d)::bigint AS day_of_year,
  EXTRACT(ISODOW FROM d)::bigint AS day_of_week, to_char(d, 'FMDay') AS day_name,
  CASE WHEN EXTRACT(ISODOW FROM d) > 5 THEN 1 ELSE 0 END::bigint AS is_weekend,
  EXTRACT(ISOYEAR FROM d)::bigint AS iso_year, EXTRACT(WEEK FROM d)::bigint AS iso_week,
  pg_catalog.date_trunc('week', d)::date AS week_start, pg_catalog.date_trunc('month', d)::date AS month_start,
  pg_catalog.date_trunc('quarter', d)::date AS quarter_start, pg_catalog.date_trunc('year', d)::date AS year_start
FROM generate_series(TIMESTAMP '2023-12-28', TIMESTAMP '2024-04-02', INTERVAL '1 day') AS d;

CREATE VIEW daily_usage AS
SELECT company_id, COALESCE(s.company_name, t.company_name) AS company_name, date, s.sessions_count, t.threads_count,
  CASE WHEN s.sessions_count IS NOT NULL OR t.threads_count IS NOT NULL
    THEN COALESCE(s.sessions_count, 0) + COALESCE(t.threads_count, 0) END AS conversations_count,
  CASE WHEN s.user_queries_count IS NOT NULL OR t.user_queries_count IS NOT NULL
    THEN COALESCE(s.user_queries_count, 0) + COALESCE(t.user_queries_count, 0) END AS user_queries_count,
  CASE WHEN s.model_responses_count IS NOT NULL OR t.model_responses_count IS NOT NULL
    THEN COALESCE(s.model_responses_count, 0) + COALESCE(t.model_responses_count, 0) END AS model_responses_count,
  CASE WHEN s.model_responses_with_docs_count IS NOT NULL OR t.model_responses_with_docs_count IS NOT NULL
    THEN COALESCE(s.model_responses_with_docs_count, 0) + COALESCE(t.model_responses_with_docs_count, 0)
    END AS model_responses_with_docs_count,
  s.average_session_length, t.average_thread_length,
  CASE WHEN s.sessions_count * s.average_session_length IS NULL
    THEN t.threads_count * t.average_thread_length / NULLIF(t.threads_count, 0)
    WHEN t.threads_count * t.average_thread_length IS NULL
    THEN s.sessions_count * s.average_session_length / NULLIF(s.sessions_count, 0)
    ELSE (s.sessions_count * s.average_session_length + t.threads_count * t.average_thread_length)
      / NULLIF(s.sessions_count + t.threads_count, 0) END AS average_conversation_length,
  GREATEST(s.last_model_response_date, t.last_model_response_date) AS last_model_response_date
FROM sessions s FULL JOIN threads t USING (company_id, date);

CREATE VIEW adoption AS
SELECT company_id, MAX(company_name) AS company_name, pg_catalog.date_trunc('week', date)::date AS week_start,
  COUNT(*) FILTER (WHERE user_queries_count > 0) AS active_days,
  SUM(conversations_count)::bigint AS conversations_count, SUM(user_queries_count)::bigint AS user_queries_count,
  SUM(model_responses_count)::bigint AS model_responses_count,
  SUM(user_queries_count)::double precision / NULLIF(SUM(conversations_count), 0) AS queries_per_conversation,
  SUM(user_queries_count)::double precision / NULLIF(COUNT(*) FILTER (WHERE user_queries_count > 0), 0)
    AS queries_per_active_day,
  SUM(model_responses_with_docs_count)::double precision / NULLIF(SUM(model_responses_count), 0)
    AS responses_with_docs_share
FROM daily_usage GROUP BY 1, 3;

CREATE VIEW satisfaction AS
SELECT company_id, company_name, date, model_responses_count, likes_count, dislikes_count, copies_count,
  likes_count + dislikes_count AS ratings_count,
  likes_count::double precision / NULLIF(likes_count + dislikes_count, 0) AS approval_rate,
  (likes_count + dislikes_count)::double precision / NULLIF(model_responses_count, 0) AS rating_rate,
  copies_count::double precision / NULLIF(model_responses_count, 0) AS copy_rate
FROM feedback;

CREATE VIEW adoption_satisfaction AS
SELECT company_id, COALESCE(s.company_name, f.company_name) AS company_name, date, s.sessions_count,
  s.user_queries_count, COALESCE(s.model_responses_count, f.model_responses_count) AS model_responses_count,
  f.likes_count, f.dislikes_count, f.copies_count, f.likes_count + f.dislikes_count AS ratings_count,
  f.likes_count::double precision / NULLIF(f.likes_count + f.dislikes_count, 0) AS approval_rate,
  (f.likes_count + f.dislikes_count)::double precision / NULLIF(f.model_responses_count, 0) AS rating_rate,
  f.copies_count::double precision / NULLIF(f.model_responses_count, 0) AS copy_rate
FROM sessions s FULL JOIN feedback f USING (company_id, date);

CREATE VIEW resource_usage AS
SELECT company_id, company_name, date, 'document' AS resource_kind, document_id::text AS resource_id,
  COALESCE(document_title, document_filename) AS resource_name, usage_count FROM documents
UNION ALL
SELECT company_id, company_name, date, 'tool', tool_name, tool_name, usage_count FROM tools;
