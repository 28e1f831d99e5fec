-- A row for each observation of a report, as `zhibiao extract` prints it; `name` becomes "doc".
CREATE FUNCTION zhibiao_extract(report text, name text DEFAULT '') RETURNS SETOF json
  AS 'MODULE_PATHNAME', 'zhibiao_pg_extract' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 300;
