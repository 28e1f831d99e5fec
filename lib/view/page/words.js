// Every word that the page itself says, in Chinese and in English.
import { $, signal } from './dom.js';

const WORDS = {
  report: ['报告', 'Report'],
  text: ['正文', 'Text'],
  overview: ['概览', 'Overview'],
  views: ['视图', 'Views'],
  panes: ['栏目', 'Panes'],
  outline: ['目录', 'Outline'],
  figures: ['指标', 'Figures'],
  whole: ['全文', 'Whole report'],
  theme: ['浅色、深色', 'Light or dark'],
  help: ['帮助', 'Help'],
  review: ['核对', 'Review'],
  unexplained: ['未解释的数字 {0}', '{0} unexplained numbers'],
  measure: ['类别', 'Measure'],
  level: ['水平', 'Level'],
  growth: ['增速', 'Growth'],
  change: ['增减', 'Change'],
  rank: ['位次', 'Rank'],
  status: ['状态', 'Status'],
  actual: ['实际', 'Actual'],
  estimate: ['预计', 'Estimate'],
  target: ['目标', 'Target'],
  baseline: ['基期', 'Baseline'],
  place: ['序', 'No.'],
  indicator: ['指标', 'Indicator'],
  value: ['数值', 'Value'],
  period: ['时期', 'Period'],
  section: ['章节', 'Section'],
  search: ['查找文字、数字、章节', 'Search text, numbers, sections'],
  all_indicators: ['全部指标', 'All indicators'],
  all_sections: ['全部章节', 'All sections'],
  all_figures: ['全部', 'All'],
  only_findings: ['有疑问', 'In doubt'],
  only_open: ['未核对', 'Not reviewed'],
  only_decided: ['已核对', 'Reviewed'],
  shown: ['{0} / {1} 项', '{0} of {1}'],
  clear: ['清除筛选', 'Clear filters'],
  nothing: ['没有符合条件的指标。', 'No figure fits these filters.'],
  nothing_found: ['本报告中没有找到指标。', 'No figures were found in this report.'],
  no_name: ['（未说明）', '(no name)'],
  members: ['成员', 'Members'],
  indicator_id: ['规范名称', 'Canonical name'],
  subject: ['主体', 'Subject'],
  scope: ['范围', 'Scope'],
  written: ['原文', 'As written'],
  bound: ['界限', 'Bound'],
  ratio_to: ['相对于', 'Ratio to'],
  base: ['基本单位', 'In base unit'],
  region: ['地区', 'Region'],
  tone: ['语气', 'Tone'],
  basis: ['对比', 'Compared with'],
  rank_of: ['排名对象', 'Ranked by'],
  rank_scope: ['排名范围', 'Ranked among'],
  condition: ['口径', 'Condition'],
  part_of: ['属于', 'Part of'],
  group: ['同组', 'Told together'],
  rules: ['规则', 'Rules'],
  sentence: ['句子', 'Sentence'],
  exact: ['等于', 'exactly'],
  at_least: ['不低于', 'at least'],
  more: ['超过', 'more than'],
  at_most: ['不超过', 'at most'],
  less: ['不到', 'less than'],
  about: ['约', 'about'],
  yoy: ['同比', 'a year before'],
  mom: ['环比', 'the period before'],
  average: ['年均', 'a year on average'],
  finding: ['核查', 'Check'],
  finding_ok: ['相符', 'agrees'],
  finding_bad: ['不符', 'does not agree'],
  stated: ['报告', 'stated'],
  computed: ['推算', 'computed'],
  difference: ['相差', 'difference'],
  to_table: ['在表中查看', 'Show in table'],
  copy_link: ['复制链接', 'Copy link'],
  copied: ['已复制', 'Copied'],
  close: ['关闭', 'Close'],
  right: ['正确', 'Right'],
  wrong: ['错误', 'Wrong'],
  corrected: ['更正', 'Correct…'],
  is_corrected: ['已更正', 'Corrected'],
  added: ['补充', 'Added'],
  undo: ['撤销', 'Undo'],
  add_figure: ['添加指标', 'Add figure'],
  unit: ['单位', 'Unit'],
  save: ['保存', 'Save'],
  cancel: ['取消', 'Cancel'],
  correct_title: ['更正指标', 'Correct a figure'],
  add_title: ['补充漏掉的指标', 'Add a missed figure'],
  value_hint: ['一个数，如 424 或 -2.6；区间写 5-6', 'A number, 424 or -2.6; a range as 5-6'],
  period_hint: ['如 2022、2022-06、2022Q3、2018..2022', '2022, 2022-06, 2022Q3 or 2018..2022'],
  not_a_number: ['请填写数值', 'Give a number'],
  select_more: ['请在一个句子里选取带数字的文字', 'Select text with a number inside one sentence'],
  review_title: ['核对结果', 'Review'],
  review_intro: [
    '在卡片中给指标标上“正确”“错误”或“更正”；选取正文中漏掉的数字可以补充。结果只在本页中，关闭前请导出。',
    'Mark figures right, wrong or corrected on their cards; select a missed number in the text to add it. All of it stays in this page until you export it.',
  ],
  review_count: ['{0} 正确 · {1} 错误 · {2} 更正 · {3} 补充', '{0} right · {1} wrong · {2} corrected · {3} added'],
  export: ['导出', 'Export'],
  export_count: ['导出 {0} 条核对', 'Export decisions ({0})'],
  import: ['载入', 'Load'],
  exported: ['已导出 {0} 条', '{0} decisions exported'],
  imported: ['已载入 {0} 条，{1} 条不属于这些报告', '{0} decisions loaded, {1} of other reports'],
  bad_file: ['不是核对结果文件：第 {0} 行', 'No file of decisions: line {0}'],
  eval_hint: ['评测：zhibiao eval --decisions 文件 报告', 'Score it: zhibiao eval --decisions FILE REPORT'],
  no_hash: ['本页的数据没有文件指纹，结果按文件名保存。', 'These lines told no hash: decisions are kept by file name.'],
  reports: ['报告', 'Reports'],
  year: ['年份', 'Year'],
  observations: ['指标数', 'Figures'],
  findings: ['疑问', 'In doubt'],
  errors: ['错误', 'Errors'],
  charts: ['图表', 'Charts'],
  chart_growth: ['历年增速', 'Growth by year'],
  chart_target: ['目标与完成', 'Target against outcome'],
  chart_next: ['上年完成与本年目标', 'Outcome of the year before and target'],
  chart_rank: ['位次', 'Ranks'],
  chart_target_note: ['空心为目标，实心为完成（%）', 'Hollow: target; solid: outcome (%)'],
  chart_rank_note: ['越靠左位次越高', 'Further left is better'],
  chart_growth_note: ['实心为实际，半心为预计，空心为目标', 'Solid: actual; half: estimate; hollow: target'],
  no_points: ['没有可以画出的数据。', 'Nothing to draw.'],
  no_pairs: ['没有目标与完成可以对照的指标。', 'No figure has both a target and an outcome.'],
  first_rows: ['只画出前 {0} 项，共 {1} 项', 'The first {0} of {1}'],
  help_title: ['怎样使用', 'How to use this page'],
  help_colours: ['底色表示类别，下划线表示状态', 'Colour tells the measure, the line below the status'],
  key_next: ['上一个、下一个指标', 'The figure before, the next one'],
  key_table: ['在正文与表格之间切换', 'Between text and table'],
  key_open: ['打开卡片；在表中：跳到正文', 'Open the card; in the table: jump to the text'],
  key_close: ['关闭', 'Close'],
  key_search: ['查找', 'Search'],
  key_review: ['正确、错误、更正', 'Right, wrong, correct'],
  key_help: ['本帮助', 'This help'],
  help_links: ['每个指标都有自己的链接，如 #o17。', 'Every figure has a link of its own: #o17.'],
};

let column = navigator.language.toLowerCase().startsWith('zh') ? 0 : 1;

export const languageChanged = signal();

export const language = () => (column === 0 ? 'zh-CN' : 'en');

/** The word, {0} and {1} filled in; a key that is no word stands for itself. */
export function t(key, ...values) {
  const word = Object.hasOwn(WORDS, key) ? WORDS[key][column] : String(key);
  return word.replace(/\{(\d)\}/g, (_, index) => values[Number(index)]);
}

function translateShell() {
  document.documentElement.lang = language();
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', t(node.dataset.label));
  for (const node of document.querySelectorAll('[data-title]')) {
    node.title = t(node.dataset.title);
    node.setAttribute('aria-label', node.title);
  }
  const button = $('language-button');
  button.textContent = column === 0 ? 'EN' : '中';
  button.lang = column === 0 ? 'en' : 'zh-CN';
}

export function startWords() {
  $('language-button').addEventListener('click', () => {
    column = 1 - column;
    translateShell();
    languageChanged.emit();
  });
  translateShell();
}
