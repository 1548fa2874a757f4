/*
 * DCMTK as its tools use it: "dcmtk decode" decodes a frame by the codec that dcmdjpeg and dcmdrle call,
 * "dcmtk headers" reads all that stands before Pixel Data of the files that the loaded list names.
 */
#include "rounds.h"
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <fstream>
#include <string>
#include <vector>

static DcmFileFormat *file = NULL;
static std::vector<std::string> paths;
static std::vector<Uint8> samples;
static std::string failure;

static const char *text(const OFCondition &condition) {
    failure = condition.text();
    return failure.c_str();
}

static const char *load_file(const char *path) {
    delete file;
    file = new DcmFileFormat();
    OFCondition condition = file->loadFile(path);
    condition = condition.good() ? file->loadAllDataIntoMemory() : condition;
    return condition.good() ? NULL : text(condition);
}

/* The first frame. */
static const char *decode(size_t *bytes) {
    DcmDataset *data_set = file->getDataset();
    DcmElement *element = NULL;
    Uint32 size = 0;
    OFCondition condition = data_set->findAndGetElement(DCM_PixelData, element);
    DcmPixelData *pixels = OFstatic_cast(DcmPixelData *, element);
    condition = condition.good() ? pixels->getUncompressedFrameSize(data_set, size) : condition;
    if (condition.good()) {
        Uint32 fragment = 0;
        OFString photometric;
        samples.resize(size + 1);
        condition = pixels->getUncompressedFrame(data_set, 0, fragment, samples.data(), size, photometric);
    }
    *bytes = size;
    return condition.good() ? NULL : text(condition);
}

static bool read_header(const std::string &path) {
    DcmFileFormat header;
    return header.loadFileUntilTag(path.c_str(), EXS_Unknown, EGL_noChange, DCM_MaxReadLength, ERM_autoDetect,
                                   DCM_PixelData)
        .good();
}

/* The files that cannot be read are named by their index. */
static const char *load_list(const char *path) {
    std::ifstream list(path);
    std::string line;
    paths.clear();
    while (std::getline(list, line)) {
        paths.push_back(line);
    }
    failure.clear();
    for (size_t i = 0; i < paths.size(); i++) {
        if (!read_header(paths[i])) {
            failure += (failure.empty() ? "" : " ") + std::to_string(i);
        }
    }
    return failure.empty() ? NULL : failure.c_str();
}

static const char *read_headers(size_t *count) {
    for (const std::string &path : paths) {
        if (!read_header(path)) {
            return "a file cannot be read any more";
        }
    }
    *count = paths.size();
    return NULL;
}

int main(int argc, char **argv) {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    if (argc > 1 && !strcmp(argv[1], "headers")) {
        return serve(load_list, read_headers);
    }
    DJDecoderRegistration::registerCodecs();
    DcmRLEDecoderRegistration::registerCodecs();
    return serve(load_file, decode);
}
