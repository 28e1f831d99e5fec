"""PostgreSQL 15 in a cluster of the test's own: COPY FROM PROGRAM, with a worker killed, and zhibiao_extract(text), whose
errors leave the backend alone. Runs as root, to be somebody else and to show the server the extension without installing it."""
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

from engine import BUILD, SOURCE, Cluster, answers, free_port, kill_worker, need, run, wait_until

BIN = Path("/usr/lib/postgresql/15/bin")
AS_POSTGRES = "setpriv --reuid postgres --regid postgres --clear-groups"
# JSON holds neither control character: each line is one value as it stands.
AS_LINES = r"WITH (FORMAT csv, DELIMITER e'\x01', QUOTE e'\x02')"
LOAD = "COPY results (line) FROM PROGRAM 'zhibiao extract -q --jsonl --keep document {0}/shards/{1}.jsonl' " + AS_LINES
DUMP = "COPY (SELECT line FROM results WHERE shard = '{1}' ORDER BY n) TO '{0}/results/{1}.ndjson' " + AS_LINES


class Server:
    def __init__(self, cluster):
        self.folder = cluster.folder / "postgresql"
        self.folder.mkdir()
        shutil.chown(self.folder, "postgres")
        self.port = free_port()
        run(f"{AS_POSTGRES} {BIN}/initdb -D {self.folder}/data -U postgres -A trust -E UTF8 --locale=C.UTF-8 >initdb.log 2>&1")
        options = f"-D {self.folder}/data -p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        Path("start").write_text(f"set -e\n{self.with_extension()}exec {AS_POSTGRES} {BIN}/postgres {options}\n")
        cluster.start(["unshare", "--mount", "bash", "start"], stderr=open("postgresql.log", "w"))
        wait_until(lambda: answers(self.port), "the server")
        wait_until(lambda: self.ask("SELECT 1", code=None) == "1\n", "the server to be ready")

    def with_extension(self):
        """The server's own folders with the extension in them, for its eyes only."""
        files = [BUILD / "postgresql/zhibiao.so", *(SOURCE / "lib/postgresql").glob("zhibiao[.-]*[ls]*")]
        places = {".so": "/usr/lib/postgresql/15/lib", ".control": "/usr/share/postgresql/15/extension"}
        places[".sql"] = places[".control"]
        lines = []
        for place in sorted(set(places.values())):
            copy = self.folder / place.replace("/", "_")
            shutil.copytree(place, copy)
            lines.append(f"mount --bind {copy} {place}\n")
        for file in files:
            if file.suffix in places:
                shutil.copy(file, self.folder / places[file.suffix].replace("/", "_"))
        return "".join(lines)

    def ask(self, sql, code=0, database="postgres"):
        """What psql prints of one session, with its errors."""
        command = [str(BIN / "psql"), "-h", str(self.folder), "-p", str(self.port), "-U", "postgres", "-d", database, "-qAtX"]
        ran = subprocess.run(command, input=sql, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
        assert code is None or ran.returncode == code, ran.stdout
        return ran.stdout


def load(server, cluster, shard):
    return server.ask(
        f"BEGIN; ALTER TABLE results ALTER shard SET DEFAULT '{shard}'; {LOAD.format(cluster.folder, shard)}; COMMIT;"
    )


def copy_from_program(server, cluster):
    server.ask("CREATE TABLE results (n bigserial, shard text, line json)")
    shards = sorted(path.stem for path in Path("shards").glob("*.jsonl"))
    Path("results").chmod(0o777)
    for shard in shards:
        if shard == "shard-0002":
            kill_a_load(server, cluster, shard)
        assert load(server, cluster, shard) == "", shard
    for shard in shards:
        server.ask(DUMP.format(cluster.folder, shard))
    cluster.check("PostgreSQL, COPY FROM PROGRAM, a worker killed")


def kill_a_load(server, cluster, shard):
    """COPY takes all of what the program prints or nothing."""
    told = []
    loading = threading.Thread(target=lambda: told.append(load(server, cluster, shard)))
    loading.start()
    kill_worker(shard, is_at_work=lambda: True)
    loading.join()
    assert "137" in told[0] or "signal 9" in told[0], told
    assert server.ask(f"SELECT count(*) FROM results WHERE shard = '{shard}'") == "0\n"


def function(server, cluster):
    server.ask("CREATE EXTENSION zhibiao; CREATE TABLE reports (n bigserial, line json)")
    server.ask(f"COPY reports (line) FROM PROGRAM 'cat {cluster.folder}/shards/shard-*.jsonl' {AS_LINES}")
    server.ask(
        "COPY (SELECT o FROM reports, zhibiao_extract(line->>'text', line->>'doc') WITH ORDINALITY AS made (o, i) "
        f"WHERE line->>'text' <> '' ORDER BY line->>'doc' COLLATE \"C\", i) TO '{cluster.folder}/results/function' {AS_LINES}"
    )
    wanted = [line for line in Path("one.ndjson").read_bytes().splitlines() if b'"type":"error"' not in line]
    assert Path("results/function").read_bytes().splitlines() == wanted
    print("PostgreSQL, zhibiao_extract(text): as on one machine")


HOSTILE = [
    "SELECT count(*) FROM zhibiao_extract('')",
    "SELECT count(*) FROM zhibiao_extract(NULL)",
    "SELECT count(*) FROM zhibiao_extract(repeat('9', 5000000))",
    "SELECT count(*) FROM zhibiao_extract(repeat('(', 3000000) || '5亿元')",
    "SELECT count(*) FROM zhibiao_extract(repeat('一', 3000000))",
    "SELECT count(*) FROM zhibiao_extract(repeat(E'1\\t2\\t3\\n', 200000))",
    "SELECT count(*) FROM zhibiao_extract(E'%PDF-1.4\\nPK\\u0001\\u0002')",
    "SELECT count(*) FROM zhibiao_extract(repeat('地区生产总值424亿元，增长5.2%。', 1000000))",  # 45 MB
    "SELECT zhibiao_extract(repeat('产值5亿元。', 20000)) LIMIT 1",
]


def hostile(server):
    """One session: whatever is asked of it, it is the same backend in the end."""
    session = "SELECT pg_backend_pid();\n"
    session += "SET statement_timeout = '100s';\n" + ";\n".join(HOSTILE) + ";\n"
    session += "SELECT zhibiao_extract(repeat('x', 269000000));\n"  # past --max-bytes
    session += "SET statement_timeout = '2s';\nSELECT count(*) FROM zhibiao_extract(repeat('产值5亿元，增长6%。', 3000000));\n"
    session += "SELECT substring(pg_read_file('/proc/self/status'), 'VmHWM:\\s*(\\d+) kB');\n"
    session += "SELECT pg_backend_pid(), o->>'value' FROM zhibiao_extract(E'\\ufeff产值5亿元。') o;\n"
    began = time.monotonic()
    told = server.ask(session).splitlines()
    assert told[-1] == f"{told[0]}|5", told
    assert any("is larger than" in line for line in told), told
    assert any("canceling statement due to statement timeout" in line for line in told), told
    assert told[8] == "2000000", told
    peak = int(told[-2]) // 1024
    assert peak < 1024, peak  # 4.7 GB when rows were made of the whole report
    print(f"PostgreSQL, hostile texts: the backend lives ({time.monotonic() - began:.0f} s, at most {peak} MB)")


def other_encodings(server):
    server.ask("CREATE DATABASE latin ENCODING 'EUC_CN' LOCALE 'C' TEMPLATE template0; CREATE DATABASE bytes ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    asked = "SET client_encoding = 'UTF8'; CREATE EXTENSION zhibiao; SELECT o->>'indicator' FROM zhibiao_extract('财政收入5亿元。') o"
    assert server.ask(asked, database="latin") == "财政收入\n"
    broken = r"CREATE EXTENSION zhibiao; SELECT o->>'value' FROM zhibiao_extract(E'\xff\xfe\x80 5\xd2\xda') o; SELECT 'alive'"
    assert server.ask(broken, database="bytes").endswith("alive\n")
    print("PostgreSQL, other encodings: as they should")


def main():
    need("unshare", "setpriv", str(BIN / "postgres"))
    if os.getuid() != 0 or not (BUILD / "postgresql/zhibiao.so").exists():
        print("needs root, and postgresql-server-dev-15 when it was built")
        sys.exit(77)
    with Cluster() as cluster:
        server = Server(cluster)
        copy_from_program(server, cluster)
        function(server, cluster)
        hostile(server)
        other_encodings(server)
        log = Path("postgresql.log").read_text()
        assert "terminated by signal" not in log.replace("child process was terminated by signal 9", ""), log


if __name__ == "__main__":
    main()
