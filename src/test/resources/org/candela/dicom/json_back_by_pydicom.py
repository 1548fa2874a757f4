"""Reads a DICOM JSON model a line with pydicom, and prints the model pydicom makes of what it has read.

Binary values are named by length and SHA-1. Where a value lies at a bulk data URI, pydicom is given the URI itself.
"""

import json
import logging
import sys
import warnings

import pydicom

from json_by_pydicom import compact


def at(tag, vr, uri):
    return uri.encode() if vr[:1] == "O" or vr == "UN" else uri


def main():
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            try:
                data_set = pydicom.Dataset.from_json(json.loads(line), at)
                print(json.dumps(compact(data_set.to_json_dict(bulk_data_threshold=1 << 30))))
            except Exception as error:  # told to the test
                print(json.dumps({"error": repr(error)}))


if __name__ == "__main__":
    sys.exit(main())
