/* JPEG-LS by CharLS. */
#include "rounds.h"
#include <charls/charls.h>

static blob stream;
static unsigned char *samples;
static size_t capacity;

static const char *load(const char *path) { return read_blob(path, &stream); }

static const char *decode(size_t *bytes) {
    charls_jpegls_decoder *decoder = charls_jpegls_decoder_create();
    charls_jpegls_errc code = charls_jpegls_decoder_set_source_buffer(decoder, stream.bytes, stream.length);
    code = code ? code : charls_jpegls_decoder_read_header(decoder);
    code = code ? code : charls_jpegls_decoder_get_destination_size(decoder, 0, bytes);
    if (!code && *bytes > capacity) {
        free(samples);
        samples = malloc(*bytes);
        capacity = *bytes;
    }
    code = code ? code : charls_jpegls_decoder_decode_to_buffer(decoder, samples, *bytes, 0);
    charls_jpegls_decoder_destroy(decoder);
    return code ? charls_get_error_message(code) : 0;
}

int main(void) { return serve(load, decode); }
