"""What bench/run holds zhibiao against, on the same bytes: ripgrep, a word segmenter, and a public recogniser."""
import json, pathlib, shutil, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent
PATTERN = '[0-9.]+(亿元|万元|%|个百分点)'


def seconds_of(command):
    start = time.perf_counter()
    subprocess.run(['bash', '-o', 'pipefail', '-c', command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


# A rival prints what it found to a pipe: with /dev/null for its output, grep stops at the first match.
def grep(path):
    return seconds_of(f"LC_ALL=C grep -aoE '{PATTERN}' '{path}' | cat")


def ripgrep(path):
    return seconds_of(f"rg -a -j1 -o '{PATTERN}' '{path}' | cat")


def node(script, paths):
    """MB/s that the script says it reached, its start-up and dictionaries left out."""
    done = subprocess.run(['node', str(HERE / 'compare' / script), *paths], check=True, capture_output=True, text=True)
    said = json.loads(done.stdout.splitlines()[-1])
    return said['bytes'] / 1e6 / said['seconds']


def set_up():
    """Installs the npm packages. False where there is no npm."""
    if not shutil.which('npm') or not shutil.which('node'):
        print('bench: no node and npm, so no jieba and no Recognizers-Text', file=sys.stderr)
        return False
    subprocess.run(['npm', 'ci', '--silent', '--no-audit', '--no-fund'], cwd=HERE / 'compare', check=True,
                   stdout=sys.stderr)
    return True
