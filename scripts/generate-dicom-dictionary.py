#!/usr/bin/python3
"""Writes the tables that org.candela.dicom.Dictionary reads: attributes, private attributes and UIDs.

Sources: pydicom's tables of PS3.6 and of GDCM's private attributes (Debian package python3-pydicom), and the table of
dcmjs (npm package dcmjs, unpacked), which is younger.
Usage:  scripts/generate-dicom-dictionary.py DCMJS_FOLDER [src/main/resources/org/candela/dicom]

Run it with Debian's own interpreter (/usr/bin/python3), which sees Debian's pydicom. Of an attribute that both have,
pydicom's row counts, since dcmjs writes ambiguous VRs in spellings of its own. The output depends on the versions of the
sources alone, so that running it twice gives the same bytes.
"""

import datetime
import json
import os
import pathlib
import re
import sys

import pydicom
from pydicom import _dicom_dict
from pydicom._dicom_dict import DicomDictionary, RepeatersDictionary
from pydicom._private_dict import private_dictionaries
from pydicom._uid_dict import UID_dictionary

COPYING = pathlib.Path("/usr/share/doc/python3-pydicom/copyright")
SPELLINGS = {"ox": "OB/OW", "xs": "US/SS", "up": "UL", "lt": "US/OW", "na": "", "see note": ""}

EXPAT = """\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and
this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""
PYDICOM = "Copyright (c) 2008-2018 Darcy Mason and pydicom contributors"


def dcmjs_rows(folder):
    """Keyword, VR and VM by tag (with x where it repeats) of the unpacked npm package."""
    text = (folder / "generate/dictionary.mjs").read_text(encoding="utf-8")
    for block in re.findall(r"\{\s*tag: (.*?)\n    \}", text, re.S):
        fields = dict(re.findall(r'(\w+): "([^"]*)"', "tag: " + block))
        tag = re.fullmatch(r"\(([0-9A-Fa-fx]{4}),([0-9A-Fa-fx]{4})\)", fields.get("tag", ""))
        if tag and fields.get("version") not in ("PrivateTag", "PRIVATE", "ILLEGAL", "GENERIC"):
            retired = fields.get("version", "").endswith("retired")
            keyword = re.sub(r"^RETIRED_", "", fields.get("name", ""))
            yield normal(tag.group(1) + tag.group(2)), (fields.get("vr", ""), fields.get("vm", "1"), keyword, retired)


def normal(tag):
    return tag.upper().replace("X", "x")


def spelled(vr):
    return SPELLINGS.get(vr, vr.replace(" or ", "/").replace("|", "/"))


def words(keyword):
    """A readable name of a keyword, for the attributes pydicom does not have."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", keyword)


def attributes(folder):
    rows = {}
    for tag, (vr, vm, keyword, retired) in dcmjs_rows(folder):
        if keyword and re.fullmatch(r"[A-Z]{2}(/[A-Z]{2})*", spelled(vr)):
            rows[tag] = (spelled(vr), vm, keyword, words(keyword), retired)
    for tag, (vr, vm, name, retired, keyword) in DicomDictionary.items():
        rows[f"{tag:08X}"] = (spelled(vr), vm, keyword, name, retired)
    for mask, (vr, vm, name, retired, keyword) in RepeatersDictionary.items():
        rows[normal(mask)] = (spelled(vr), vm, keyword, name, retired)
    for tag, (vr, vm, keyword, name, retired) in sorted(rows.items()):
        yield "\t".join([tag, vr, vm, keyword, name, "retired" if retired else ""])


def private_attributes():
    for creator, tags in sorted(private_dictionaries.items()):
        for tag, (vr, vm, name, _) in sorted(tags.items()):
            if re.fullmatch(r"[0-9A-Fa-f]{4}xx[0-9A-Fa-f]{2}", tag) and re.fullmatch(r"[A-Z]{2}", vr) and vr != "UN":
                yield "\t".join([creator, normal(tag), vr])


def uids():
    for uid, (name, *_) in sorted(UID_dictionary.items()):
        yield f"{uid}\t{name}"


def pydicom_edition():
    """The version with its date; pydicom does not say which edition of PS3.6 it holds."""
    written = datetime.date.fromtimestamp(os.path.getmtime(_dicom_dict.__file__))
    return f"pydicom {pydicom.__version__} of {written}"


def gdcm_licence():
    """The notice of GDCM's data, as Debian states it for pydicom's table of private attributes."""
    stanza = COPYING.read_text(encoding="utf-8").split("Files: pydicom/_private_dict.py\n")[1].split("\n\n")[0]
    return re.sub(r"(?m)^ \.?", "", stanza)


def write(target, title, source, rows):
    head = [title, "Generated by scripts/generate-dicom-dictionary.py; do not edit.", *source.splitlines()]
    lines = [("# " + line).rstrip() for line in head] + list(rows)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments):
    folder = pathlib.Path(arguments[0])
    out = pathlib.Path(arguments[1] if len(arguments) > 1 else "src/main/resources/org/candela/dicom")
    dcmjs = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    notice = re.search(r"Copyright \(c\).*", (folder / "License.txt").read_text(encoding="utf-8")).group(0)
    expat = f"Source: {pydicom_edition()}, {PYDICOM}; MIT licence as follows\n{EXPAT}"
    both = f"Source: {pydicom_edition()}, {PYDICOM};\nand dcmjs {dcmjs['version']} (npm), {notice}; both under the"
    write(
        out / "dictionary.tsv",
        "DICOM data dictionary: tag (x repeats), VR, VM, keyword, name, retired.",
        f"{both} MIT licence as follows\n{EXPAT}",
        attributes(folder),
    )
    write(
        out / "private-dictionary.tsv",
        "Private attributes: creator, tag (x is the block), VR.",
        f"Source: {pydicom_edition()}, from GDCM's table; licence as follows\n{gdcm_licence()}",
        private_attributes(),
    )
    write(out / "uids.tsv", "UIDs of PS3.6 Annex A: UID, name.", expat, uids())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
