"""Single files come out of packages of three kinds; nothing else is written, and failures are told in Chinese."""

import gzip
import io
import os
import shutil
import subprocess
import tarfile
import zipfile

import pytest

from jizhou_desktop.setup.faces import fetch as fetching
from jizhou_desktop.setup.faces.fetch import NotFetched, available, fetch

posix = pytest.mark.skipif(os.name == "nt", reason="the trial client is a shell script")


@pytest.fixture
def client(tmp_path, monkeypatch):
    """Puts a trial client on the path, which copies a prepared package into the folder it runs in."""

    def install(name, package):
        bin_folder = tmp_path / "bin"
        bin_folder.mkdir(exist_ok=True)
        (bin_folder / name).write_text(f"#!/bin/sh\ncp '{package}' .\n")
        (bin_folder / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{bin_folder}{os.pathsep}{os.environ['PATH']}")

    return install


def _tgz(path, files):
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


@posix
def test_an_npm_package_gives_the_wanted_files_only(client, tmp_path):
    client("npm", _tgz(tmp_path / "faces-1.0.tgz", {"package/a.ttf": b"face", "package/b.ttf": b"other"}))
    got = fetch("npm", "faces", "1.0", ["package/a.ttf"], tmp_path / "work")
    assert got.version == "1.0"
    assert got.members == {"package/a.ttf": b"face"}
    assert sorted(file.name for file in (tmp_path / "work").iterdir()) == ["client.log", "faces-1.0.tgz"]


@posix
def test_a_package_without_the_wanted_file_is_told(client, tmp_path):
    client("npm", _tgz(tmp_path / "faces-1.0.tgz", {"package/b.ttf": b"other"}))
    with pytest.raises(NotFetched, match=r"faces-1\.0\.tgz 中没有 package/a\.ttf"):
        fetch("npm", "faces", "1.0", ["package/a.ttf"], tmp_path / "work")


@posix
def test_a_client_that_fails_is_told_with_its_last_words(tmp_path, monkeypatch):
    (tmp_path / "npm").write_text("#!/bin/sh\necho one >&2; echo no network >&2; exit 7\n")
    (tmp_path / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(NotFetched, match="npm 退出码 7：no network"):
        fetch("npm", "faces", "1.0", ["package/a.ttf"], tmp_path / "work")


@posix
def test_root_renews_the_package_lists_of_a_new_machine_even_if_one_source_is_away(tmp_path, monkeypatch):
    (tmp_path / "apt-get").write_text("""#!/bin/sh
[ "$1" = update ] && { touch ../updated; exit 100; }
[ -e ../updated ] || exit 100
touch faces_1_all.deb
""")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(fetching, "_read_members", lambda _file, _wanted: {"a": b"face"})
    assert fetch("apt", "faces", "", ["a"], tmp_path / "work").members == {"a": b"face"}


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="Debian's own tool")
def test_a_debian_package_is_read_without_being_installed(client, tmp_path):
    tree = tmp_path / "tree"
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "DEBIAN" / "control").write_text(
        "Package: faces\nVersion: 2022.1-1\nArchitecture: all\nMaintainer: A <a@example.org>\nDescription: faces\n"
    )
    (tree / "usr").mkdir()
    (tree / "usr" / "a.otf").write_bytes(b"face")
    (tree / "usr" / "COPYING.gz").write_bytes(gzip.compress(b"licence"))
    subprocess.run(["dpkg-deb", "--build", tree, tmp_path / "faces_2022.1-1_all.deb"], check=True, capture_output=True)
    client("apt-get", tmp_path / "faces_2022.1-1_all.deb")
    got = fetch("apt", "faces", "", ["usr/a.otf", "usr/COPYING.gz"], tmp_path / "work")
    assert got.version == "2022.1-1"
    assert got.members == {"usr/a.otf": b"face", "usr/COPYING.gz": b"licence"}


def test_a_wheel_is_read_as_the_archive_it_is(tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "faces-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("faces/a.otf", b"face")
    monkeypatch.setattr(
        fetching, "_run", lambda _command, folder: shutil.copy(tmp_path / "faces-1.0-py3-none-any.whl", folder)
    )
    assert fetch("pip", "faces", "1.0", ["faces/a.otf"], tmp_path / "work").members == {"faces/a.otf": b"face"}


def test_pip_is_always_there_and_the_others_where_their_client_is(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    assert [name for name in ("apt", "npm", "pip") if available(name)] == ["pip"]
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert [name for name in ("apt", "npm", "pip") if available(name)] == ["apt", "npm", "pip"]
