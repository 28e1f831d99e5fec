#!/usr/bin/env python3
"""The simplest honest script: numbers with units by a regular expression, the words to their left as the indicator.

    bench/compare/regex.py report.txt ...      one row a figure, as JSON Lines, spans in code points

What somebody writes in an afternoon who needs the figures of a few reports; bench/compare/run says how far it gets.
"""
import json, re, sys

UNITS = ('个百分点 百分点 % ％ ‰ 万亿元 亿元 万元 元 亿美元 万美元 美元 平方公里 平方千米 平方米 立方米 亿千瓦时 万千瓦时 千瓦时 万千瓦 千瓦 公里 '
         '千米 公顷 万亩 亩 万吨 亿吨 吨 公斤 斤 米 万人次 人次 万人 人 万户 户 万名 名 万辆 辆 万台 台 万套 套 万件 件 万个 亿件 个 家 项 条 座 '
         '处 所 起 次 场 张 间 部 批 类 宗 艘 支 门 倍 天 年 岁 分 亿 万').split()
FIGURE = re.compile(r'第(?P<rank>[\d一二三四五六七八九十]+)(?:位|名)|(?P<number>-?\d[\d,]*(?:\.\d+)?)(?P<unit>'
                    + '|'.join(sorted(UNITS, key=len, reverse=True)) + ')(?!月)')
HAN = '零一二三四五六七八九十'
GROWTH = re.compile(r'增长|增速|上涨|上升|提高|提升|增加|增幅|涨幅')
FALL = re.compile(r'下降|减少|降低|回落|下跌|负增长|降幅')
FILLER = re.compile(r'(?:20\d\d年|全年|预计|力争|确保|累计|同比|比上年|较上年|年均|分别|实现|完成|达到|达|突破|超过|超|增长|增速|上涨|上升|提高|提升|增加|增幅|'
                    r'下降|减少|降低|回落|新增|新建|约|近|为|了|到|至|第|其中|位居|居|排名|全国|全省|全市|[-—：:（(“”])')
TARGET = re.compile(r'力争|确保|目标|预期')


def rank(text):
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition('十')
    return (HAN.find(tens) if tens else 1) * 10 * ('十' in text) + max(0, HAN.find(ones) if ones else 0)


def row(figure, left, name, year, begin):
    unit, fall = figure['unit'], FALL.search(left)
    moved = bool(fall or GROWTH.search(left)) and not re.search('到|至|达', left)
    measure = 'rank' if figure['rank'] else 'level' if not moved else 'growth' if unit in '%％‰倍' else 'change'
    value = rank(figure['rank']) if figure['rank'] else float(figure['number'].replace(',', '')) * (-1 if moved and fall else 1)
    return {'type': 'observation', 'value_span': [begin + figure.start(), begin + figure.end()], 'value_text': figure[0],
            'measure': measure, 'value': value, 'unit': unit and unit.replace('％', '%'), 'bound': 'exact', 'indicator': name,
            'period': year, 'status': 'target' if TARGET.search(left) else 'actual', 'rank_of': 'level' if figure['rank'] else None}


def rows(text):
    year = None
    for sentence in re.finditer(r'[^。；！？\n]+', text):
        end, name = 0, ''
        year = (re.findall(r'(?:19|20)\d\d(?=年)', sentence[0]) or [year])[-1]
        for figure in FIGURE.finditer(sentence[0]):
            left = re.split('[，、,]', sentence[0][end:figure.start()])[-1]
            name = FILLER.sub('', left).strip() or name
            end = figure.end()
            if not (figure['unit'] == '年' and figure['number'].isdigit() and len(figure['number']) == 4):
                yield row(figure, left, name, year, sentence.start())


if __name__ == '__main__':
    for path in sys.argv[1:]:
        for one in rows(open(path, encoding='utf-8').read()):
            print(json.dumps(one, ensure_ascii=False))
