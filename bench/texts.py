"""The texts that bench/run measures on: real reports with other digits in each copy, and texts made to be slow."""
import itertools, pathlib, random, re

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Years, months, days and codes stay, so that a copy has the dates and the table heads of the report.
NUMBER = re.compile(rb'(?<![\d.])(?!(?:19|20)\d\d(?!\d))[1-9][\d,]*(?:\.\d+)?(?!\d|\xe5\xb9\xb4|\xe6\x9c\x88|\xe6\x97\xa5)')


def decoded(path):
    data = path.read_bytes()
    for encoding in ('utf-8-sig', 'utf-16' if data[:2] in (b'\xff\xfe', b'\xfe\xff') else 'gb18030'):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return data.decode('gb18030', errors='replace')


def reports_in(folder):
    """Name and UTF-8 of each report, as the program reads them."""
    return [(path.name, decoded(path).encode()) for path in sorted(folder.glob('*.txt'))]


class Copies:
    """Copies of a text, each with its own digits in its numbers. Copy 0 is the text itself."""

    def __init__(self, text):
        self.numbers = b'\n'.join(match.group() for match in NUMBER.finditer(text))
        self.between = NUMBER.split(text)

    def copy(self, number):
        digits = b'123456789'
        other = bytes(random.Random(number).sample(digits, len(digits))) if number else digits
        numbers = self.numbers.translate(bytes.maketrans(digits, other)).split(b'\n')
        pairs = itertools.zip_longest(self.between, numbers if len(self.between) > 1 else [], fillvalue=b'')
        return b''.join(itertools.chain.from_iterable(pairs))


def write_copies(reports, folder, copies):
    """Each report `copies` times over, under names of their own. Returns the names."""
    names = []
    for number in range(copies):
        (folder / str(number)).mkdir(parents=True)
    for name, text in reports:
        other = Copies(text)
        for number in range(copies):
            path = folder / str(number) / name
            path.write_bytes(other.copy(number))
            names.append(str(path))
    return sorted(names)


def piece_of(text, begin, size):
    """About `size` bytes of whole lines behind `begin`."""
    first = text.find(b'\n', begin) + 1
    last = text.rfind(b'\n', first, first + size) + 1
    return text[first:last] if last > first else b''


def excerpts(reports, size, count):
    """`count` pieces of about `size` bytes, from all the reports in turn."""
    found = []
    for turn in itertools.count():
        pieces = [piece_of(text, turn * size, size) for _, text in reports]
        pieces = [piece for piece in pieces if len(piece) > size // 2]
        if not pieces:
            return found
        found += pieces
        if len(found) >= count:
            return found[:count]


def near_misses():
    """What the grammar's rules must reject, and what they accept, cut short."""
    rules = ''.join(path.read_text('utf-8') for path in sorted((ROOT / 'grammars').glob('*/*.toml')))
    lines = re.findall(r"^(?:accepts|rejects)\s*=\s*\[(.*?)\]", rules, re.M | re.S)
    sentences = [one.split(' => ')[0] for line in lines for one in re.findall(r"'([^']+)'", line)]
    return ''.join(sentence[:-1] + '，' for sentence in sentences) + '。\n'


def every_code_point():
    points = (chr(point) for point in range(1, 0x110000) if not 0xD800 <= point < 0xE000)
    return ''.join(c + '增长5%' if i % 50 == 0 else c for i, c in enumerate(points))


def repeated(piece, size):
    piece = piece.encode()
    return piece * (size // len(piece) + 1)


def cut(text, size):
    return text[:size].decode(errors='ignore').encode()


ADVERSARIAL = {
    'digits without end': lambda: '1234567890',
    '其中 in brackets, nested': lambda: '其中（',
    'one sentence': lambda: '新建道路12公里和桥梁3座以及',
    'headings': lambda: '一、标题\n（一）标题\n',
    'full and half width in turns': lambda: '产值5．6７%，增长1６．８％，',
    'rows of figures': lambda: '1  2,345.6  -7%\n',
    'every code point': every_code_point,
    'near misses of every rule': near_misses,
}


def adversarial(name, size):
    """The text of that name, about `size` bytes."""
    return cut(repeated(ADVERSARIAL[name](), size), size)
