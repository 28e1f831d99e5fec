"""The wheel: CMake builds the compiled part in build/release, where nothing is compiled twice, setuptools packs it. With
ZHIBIAO_BUILD the one of that build tree is packed as it is."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = SOURCE / "build" / "wheel"


class CMakeBuild(build_ext):
    def build_extension(self, extension: Extension) -> None:
        def cmake(*arguments: str) -> None:
            subprocess.run(["cmake", *arguments], cwd=SOURCE, check=True)

        build = os.environ.get("ZHIBIAO_BUILD")
        if build is None:
            cmake("--preset", "release", "-DZHIBIAO_PYTHON_EXECUTABLE=" + sys.executable)
            cmake("--build", "--preset", "release", "--target", "zhibiao_python")
            build = SOURCE / "build" / "release"
        target = pathlib.Path(self.get_ext_fullpath(extension.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(pathlib.Path(build) / "python" / "zhibiao" / target.name, target)


BUILD.mkdir(parents=True, exist_ok=True)
setup(
    version=re.search(r"project\(zhibiao VERSION ([\d.]+)", (SOURCE / "CMakeLists.txt").read_text())[1],
    ext_modules=[Extension("zhibiao._zhibiao", [])],
    cmdclass={"build_ext": CMakeBuild},
    options={"build": {"build_base": str(BUILD)}, "egg_info": {"egg_base": str(BUILD)}},
)
