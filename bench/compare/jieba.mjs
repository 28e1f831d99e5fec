// Cuts reports into words, as @node-rs/jieba does it fastest, and says how long the cutting took.
//
//     node bench/compare/jieba.mjs report.txt ...
import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

const jieba = Jieba.withDict(dict);
jieba.cut('预热', false);
let bytes = 0, words = 0, seconds = 0;
for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, 'utf8');
  const start = performance.now();
  words += jieba.cut(text, false).length;
  seconds += (performance.now() - start) / 1000;
  bytes += Buffer.byteLength(text);
}
console.log(JSON.stringify({ bytes, words, seconds }));
