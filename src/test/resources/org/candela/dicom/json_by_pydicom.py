"""Prints the DICOM JSON model of the files below the folders given, as pydicom makes it: one line a file.

Binary values are named by length and SHA-1, so that the output stays small; those of small files are there as well. Files pydicom cannot read are left out.
"""

import base64
import hashlib
import json
import logging
import pathlib
import sys
import warnings

import pydicom
import pydicom.data

MOST = 1 << 21
MOST_WHOLE = 1 << 17


def compact(node):
    for key, element in list(node.items()):
        if "InlineBinary" in element:
            value = base64.b64decode(element["InlineBinary"])
            element["InlineBinary"] = "%d %s" % (len(value), hashlib.sha1(value).hexdigest())
        for value in element.get("Value") or []:
            if isinstance(value, dict) and element.get("vr") == "SQ":
                compact(value)
    return node


def files(folders):
    for folder in folders or [pathlib.Path(pydicom.data.__file__).parent]:
        yield from sorted(p for p in pathlib.Path(folder).rglob("*") if p.is_file() and p.stat().st_size <= MOST)


def main():
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    for file in files(sys.argv[1:]):
        try:
            data_set = pydicom.dcmread(file, force=file.suffix == ".dcm")
            model = data_set.to_json_dict(suppress_invalid_tags=True)
            whole = json.loads(json.dumps(model)) if file.stat().st_size <= MOST_WHOLE else None
            line = json.dumps({"file": str(file), "json": compact(model), "whole": whole})
        except Exception:  # whatever pydicom cannot read is no reference
            continue
        print(line)


if __name__ == "__main__":
    sys.exit(main())
