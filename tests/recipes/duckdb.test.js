// Each ```duckdb block of the recipes runs, and gives what a count over the lines gives.
// usage: node duckdb.test.js RECIPES.md FOLDER      FOLDER holds all.ndjson and long.csv
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [recipes, folder] = process.argv.slice(2);
const blocks = [...readFileSync(recipes, 'utf8').matchAll(/^```duckdb\n(.*?)^```$/gms)].map((match) => match[1]);
process.chdir(folder);
const lines = readFileSync('all.ndjson', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();

const counts = new Map();
for (const { doc } of lines) counts.set(doc, (counts.get(doc) ?? 0) + 1);
const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 3);

const yuan = new Map();
for (const o of lines) {
  if (o.base_unit !== '元' || o.measure !== 'level' || o.status !== 'actual' || o.indicator_id !== 'gdp') continue;
  yuan.set(o.indicator, (yuan.get(o.indicator) ?? 0) + Number(o.base_value));
}

assert.equal(blocks.length, 3);
assert.deepEqual(
  (await rowsOf(blocks[0])).map(([doc, figures]) => [doc, Number(figures)]),
  most,
);
const sums = (await rowsOf(blocks[1])).map(([indicator, sum]) => [indicator, Number(sum)]);
assert.ok(sums.length > 0);
assert.deepEqual(new Map(sums), yuan);
await rowsOf(blocks[2]);
const [[written]] = await rowsOf("SELECT count(*) FROM 'long.parquet'");
const [[chosen]] = await rowsOf("SELECT count(*) FROM read_csv('long.csv', all_varchar = true) WHERE chosen = 'true'");
assert.ok(Number(written) > 100);
assert.equal(written, chosen);
console.log(`${blocks.length} recipes for DuckDB hold`);
