"""Proves archives with independent programs: check.py ARCHIVE... (bags as folders or zips)"""

import logging
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import bagit
from frictionless import validate


logging.disable()


def fault(folder: Path) -> str:
    """What bagit says is wrong; nothing when the bag is whole."""
    try:
        bagit.Bag(str(folder)).validate()
    except bagit.BagError as error:
        return str(error)
    return ""


def unpack(archive: Path, folder: Path) -> Path:
    if archive.is_dir():
        return Path(shutil.copytree(archive, folder / archive.name))
    with zipfile.ZipFile(archive) as packed:
        for entry in packed.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0) and not entry.extra, entry
            assert entry.external_attr >> 16 == 0o100644, entry
        names = packed.namelist()
        assert names == sorted(names), archive
        packed.extractall(folder)
    return folder / archive.stem


def check_tampering(folder: Path) -> None:
    """A byte flipped in a page, in a table or in what describes the bag, and a file that was added, are noticed."""
    for name in ("data/site/index.html", "data/tables/figures.csv", "bag-info.txt", "manifest-sha256.txt"):
        path = folder / name
        bytes_before = path.read_bytes()
        path.write_bytes(bytes([bytes_before[0] ^ 1]) + bytes_before[1:])
        assert name in fault(folder), (name, fault(folder))
        path.write_bytes(bytes_before)
    added = folder / "data" / "added.txt"
    added.write_text("x")
    assert "Oxum" in fault(folder), fault(folder)
    added.unlink()


def check(archive: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = unpack(archive, Path(temporary))
        assert not fault(folder), (archive, fault(folder))
        manifests = ["manifest-sha256.txt", "tagmanifest-sha256.txt"]
        subprocess.run(["sha256sum", "-c", "--quiet", *manifests], cwd=folder, check=True)
        report = validate(str(folder / "data" / "tables" / "datapackage.json"))
        assert report.valid, report.flatten(["type", "rowNumber", "fieldName", "message"])
        check_tampering(folder)
        assert not fault(folder), (archive, fault(folder))
        print(f"{archive}: whole, {len(report.tasks)} tables as described")


for name in sys.argv[1:]:
    check(Path(name))
