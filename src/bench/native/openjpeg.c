/* JPEG 2000 and HTJ2K by OpenJPEG, on the calling thread. */
#include "rounds.h"
#include <openjpeg.h>

static blob stream;
static size_t position;

static OPJ_SIZE_T read_bytes(void *target, OPJ_SIZE_T count, void *user) {
    (void)user;
    if (position >= stream.length) {
        return (OPJ_SIZE_T)-1;
    }
    OPJ_SIZE_T left = stream.length - position;
    OPJ_SIZE_T taken = count < left ? count : left;
    memcpy(target, stream.bytes + position, taken);
    position += taken;
    return taken;
}

static OPJ_OFF_T skip_bytes(OPJ_OFF_T count, void *user) {
    (void)user;
    position += (size_t)count;
    return count;
}

static OPJ_BOOL seek_byte(OPJ_OFF_T target, void *user) {
    (void)user;
    position = (size_t)target;
    return OPJ_TRUE;
}

static const char *load(const char *path) { return read_blob(path, &stream); }

static OPJ_CODEC_FORMAT format(void) {
    return stream.length > 2 && stream.bytes[0] == 0xFF && stream.bytes[1] == 0x4F ? OPJ_CODEC_J2K : OPJ_CODEC_JP2;
}

static const char *decode(size_t *bytes) {
    position = 0;
    opj_stream_t *input = opj_stream_create(1 << 20, OPJ_TRUE);
    opj_stream_set_user_data(input, NULL, NULL);
    opj_stream_set_user_data_length(input, stream.length);
    opj_stream_set_read_function(input, read_bytes);
    opj_stream_set_skip_function(input, skip_bytes);
    opj_stream_set_seek_function(input, seek_byte);
    opj_codec_t *codec = opj_create_decompress(format());
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_image_t *image = NULL;
    int is_read = opj_setup_decoder(codec, &parameters) && opj_read_header(input, codec, &image)
        && opj_decode(codec, input, image) && opj_end_decompress(codec, input);
    *bytes = 0;
    for (OPJ_UINT32 i = 0; is_read && i < image->numcomps; i++) {
        opj_image_comp_t *component = &image->comps[i];
        *bytes += (size_t)component->w * component->h * (component->prec > 8 ? 2 : 1);
    }
    if (image) {
        opj_image_destroy(image);
    }
    opj_destroy_codec(codec);
    opj_stream_destroy(input);
    return is_read ? 0 : "OpenJPEG does not read it";
}

int main(void) { return serve(load, decode); }
