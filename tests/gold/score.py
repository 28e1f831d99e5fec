#!/usr/bin/env python3
"""Score extracted observations (JSON Lines) against gold rows (JSON Lines).

usage: score.py GOLD.jsonl PREDICTED.jsonl [--errors] [--json]
       score.py --pairs GOLD1 PRED1 GOLD2 PRED2 ...      micro-average over several documents

A prediction is one observation as docs/observation.md defines it. Four nested scores, each precision / recall / F1:
  found    the value expression was found (value spans overlap)
  number   found, and measure, value and unit are right
  fact     number, and the indicator is right: it contains indicator_min and stays inside indicator_max
  record   fact, and bound, scope, period, status, rank_of, rank_scope and condition are right
Rows flagged optional neither help nor hurt. Predictions outside the annotated ranges are ignored. A gold attribute "?" is not scored.
Standard library only.
"""
import json, re, sys, unicodedata

ATTRS = ['measure', 'value', 'unit', 'indicator', 'bound', 'scope', 'period', 'status', 'rank_of', 'rank_scope', 'condition']
DROP = re.compile(r'[\s"“”\'‘’「」『』《》〈〉()()（）\[\]【】,，、:：·\-—]+')

NOTE = re.compile(r'[\[［【]\d{1,2}[\]］】]')

def squash(s):
    return DROP.sub('', unicodedata.normalize('NFKC', NOTE.sub('', s or '')))

def unit_key(u):
    u = squash(u)
    return {'百分比': '%', 'percent': '%', '百分点': '个百分点', '': None}.get(u, u)

def numbers(r):
    v = r.get('value')
    if isinstance(v, list): return [float(x) for x in v]
    if r.get('low') is not None and r.get('high') is not None and v is None:
        return [float(r['low']), float(r['high'])]
    return None if v is None else [float(v)]

MULTIPLIER = re.compile(r'^(?:(万亿)|(亿)|(千万)|(百万)|(十万)|(万)|(千(?!克|米|瓦|伏|卡|焦|字|赫))|(百(?!分)))')
POWERS = (12, 8, 7, 6, 5, 4, 3, 2)

def split_unit(u):
    """万吨 -> (10000, 吨): 3.5 万吨 and 35000 吨 are the same quantity."""
    u, scale = unit_key(u) or '', 1.0
    while (m := MULTIPLIER.match(u)):
        scale *= 10.0 ** POWERS[m.lastindex - 1]; u = u[m.end():]
    return scale, u

def same_value(g, p):
    a, b = numbers(g), numbers(p)
    if not a or not b or len(a) != len(b): return False
    x, y = split_unit(g.get('unit'))[0], split_unit(p.get('unit'))[0]
    return all(abs(i * x - j * y) <= 1e-9 * max(1, abs(i * x)) for i, j in zip(a, b))

def same_unit(g, p):
    return split_unit(g.get('unit'))[1] == split_unit(p.get('unit'))[1]

def span_of(p):
    return (p.get('spans') or {}).get('value') or p.get('value_span')

def indicator_ok(g, p):
    pred, lo, hi = squash(p.get('indicator')), squash(g['indicator_min']), squash(g['indicator_max'])
    return bool(pred) and lo in pred and pred in hi

def same_text(g, p):
    return g == '?' or squash(g) == squash(p)

def same_period(g, p):
    """A baseline that tells no year takes any answer; an end level of a multi-year review may have the range or its last year."""
    want, got = g.get('period') or '', str(p.get('period') or '')
    if want == '?' or want == got or (not want and g['status'] == 'baseline'): return True
    return '..' in want and g['measure'] in ('level', 'rank') and got == want.split('..')[1][:4] and len(want) == 10

def compare(g, p):
    r = dict(measure=g['measure'] == p.get('measure'), value=same_value(g, p),
             unit=same_unit(g, p) or g['measure'] == 'rank',
             indicator=indicator_ok(g, p), bound=g['bound'] == (p.get('bound') or 'exact'),
             status=g['status'] == (p.get('status') or 'actual'), rank_of=(g.get('rank_of') or None) == (p.get('rank_of') or None))
    for k in ('scope', 'rank_scope', 'condition'): r[k] = same_text(g.get(k), p.get(k))
    r['period'] = same_period(g, p)
    return r

def match(gold, pred):
    """One-to-one by largest overlap of value spans; a tie goes to the same measure, then the same value."""
    cand = []
    for i, g in enumerate(gold):
        a, b = g['value_span']
        for j, p in enumerate(pred):
            s = span_of(p)
            if not s: continue
            o = min(b, s[1]) - max(a, s[0])
            if o > 0: cand.append((o / max(b - a, s[1] - s[0]), g['measure'] == p.get('measure'), same_value(g, p), -i, -j))
    pairs, gi, pj = {}, set(), set()
    for c in sorted(cand, reverse=True):
        i, j = -c[3], -c[4]
        if i in gi or j in pj: continue
        pairs[i] = j; gi.add(i); pj.add(j)
    return pairs

def prf(tp, np_, ng):
    p = tp / np_ if np_ else 1.0; r = tp / ng if ng else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0

def score(gold, pred, errors=None):
    if gold and gold[0].get('ranges'):
        pred = [p for p in pred if span_of(p) and any(a <= span_of(p)[0] < b for a, b in gold[0]['ranges'])]
    pairs = match(gold, pred)
    must = [i for i, g in enumerate(gold) if g['flag'] == 'must']
    opt_pred = {pairs[i] for i, g in enumerate(gold) if g['flag'] != 'must' and i in pairs}
    n_pred = len(pred) - len(opt_pred)
    t = dict(gold=len(must), pred=n_pred, found=0, number=0, fact=0, record=0, attr={a: 0 for a in ATTRS})
    for i in must:
        g = gold[i]
        if i not in pairs:
            if errors is not None: errors.append(('missed', g, None, []))
            continue
        p = pred[pairs[i]]; c = compare(g, p)
        t['found'] += 1
        for a in ATTRS: t['attr'][a] += c[a]
        num = c['measure'] and c['value'] and c['unit']
        fact = num and c['indicator']
        rec = fact and all(c[a] for a in ATTRS)
        t['number'] += num; t['fact'] += fact; t['record'] += rec
        if not rec and errors is not None: errors.append(('wrong', g, p, [a for a in ATTRS if not c[a]]))
    used = set(pairs.values())
    if errors is not None:
        for j, p in enumerate(pred):
            if j not in used: errors.append(('spurious', None, p, []))
    return t

def add(a, b):
    for k in ('gold', 'pred', 'found', 'number', 'fact', 'record'): a[k] = a.get(k, 0) + b[k]
    a.setdefault('attr', {x: 0 for x in ATTRS})
    for x in ATTRS: a['attr'][x] += b['attr'][x]
    return a

def show(t):
    lines = [f"gold {t['gold']}  predicted {t['pred']}"]
    for k in ('found', 'number', 'fact', 'record'):
        p, r, f = prf(t[k], t['pred'], t['gold'])
        lines.append(f'{k:8s} P {p:6.1%}  R {r:6.1%}  F1 {f:6.1%}')
    n = max(t['found'], 1)
    lines.append('of found: ' + '  '.join(f"{a} {t['attr'][a] / n:.1%}" for a in ATTRS))
    return '\n'.join(lines)

def load(path):
    rows = []
    for line in open(path, encoding='utf-8'):
        if line.strip(): rows.append(json.loads(line))
    return [r for r in rows if r.get('type', 'observation') == 'observation']

def main(argv):
    flags = {a for a in argv if a.startswith('--')}; files = [a for a in argv if not a.startswith('--')]
    if len(files) < 2 or len(files) % 2: sys.exit(__doc__)
    total = {}
    for g, p in zip(files[::2], files[1::2]):
        errors = [] if '--errors' in flags else None
        gold = load(g); t = score(gold, load(p), errors); add(total, t)
        if len(files) > 2 and '--json' not in flags:
            print(f"{g}: found {prf(t['found'], t['pred'], t['gold'])[2]:.1%} number {prf(t['number'], t['pred'], t['gold'])[2]:.1%}"
                  f" fact {prf(t['fact'], t['pred'], t['gold'])[2]:.1%} record {prf(t['record'], t['pred'], t['gold'])[2]:.1%}")
        for kind, gg, pp, wrong in errors or []:
            if kind == 'missed': print(f"missed    {gg['value_text']} [{gg['measure']}] {gg['indicator_max']} @{gg['value_span'][0]}")
            elif kind == 'spurious': print(f"spurious  {pp.get('value_text')} [{pp.get('measure')}] {pp.get('indicator')} @{span_of(pp)[0]}")
            else:
                d = '; '.join(f"{a}: want {gg.get('indicator_min') + '..' + gg.get('indicator_max') if a == 'indicator' else gg.get(a)!r} got {pp.get(a)!r}" for a in wrong)
                print(f"wrong     {gg['value_text']} @{gg['value_span'][0]}  {d}")
    if '--json' in flags:
        print(json.dumps({k: dict(zip(('p', 'r', 'f1'), prf(total[k], total['pred'], total['gold']))) for k in ('found', 'number', 'fact', 'record')}
                         | {'gold': total['gold'], 'pred': total['pred']}))
    else: print(show(total))

if __name__ == '__main__': main(sys.argv[1:])
