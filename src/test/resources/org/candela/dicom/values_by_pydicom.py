"""Prints what pydicom reads from its own test files: one JSON object a file, [path of tags, VR, values] an element."""

import json
import pathlib
import sys
import warnings

import pydicom
import pydicom.data

NUMBERS = {"DS", "IS", "FD", "FL", "SL", "SS", "UL", "US"}
BYTES = {"OB", "OD", "OF", "OL", "OV", "OW", "UN"}


def values(element):
    value = element.value
    if element.VR in BYTES:
        return [str(len(value or b""))]
    if value is None or value == "" or value == []:
        return []
    many = value if isinstance(value, (list, pydicom.multival.MultiValue)) else [value]
    if element.VR in NUMBERS:
        return [repr(float(v)) if v is not None and v != "" else "" for v in many]
    if element.VR == "AT":
        return ["%08X" % int(v) for v in many]
    return [str(v) for v in many]


def walk(data_set, prefix, out):
    for element in data_set:
        path = prefix + "%08X" % element.tag
        if element.VR == "SQ":
            for index, item in enumerate(element.value):
                walk(item, "%s[%d]." % (path, index), out)
        else:
            out.append([path, element.VR, values(element)])


def main():
    warnings.simplefilter("ignore")
    folder = pathlib.Path(pydicom.data.__file__).parent
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        try:
            data_set = pydicom.dcmread(file, force=file.suffix == ".dcm")
            elements = []
            walk(data_set, "", elements)
        except Exception:  # whatever pydicom cannot read is no reference
            continue
        print(json.dumps({"file": str(file), "elements": elements}))


if __name__ == "__main__":
    sys.exit(main())
