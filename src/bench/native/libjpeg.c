/* 8-bit JPEG by the system's libjpeg (libjpeg-turbo on Debian), components as coded, without colour conversion. */
#include "rounds.h"
#include <jpeglib.h>
#include <setjmp.h>

static blob stream;
static jmp_buf failed;

static void fail(j_common_ptr common) {
    (void)common;
    longjmp(failed, 1);
}

static void stay_silent(j_common_ptr common) { (void)common; }

static const char *load(const char *path) { return read_blob(path, &stream); }

static const char *decode(size_t *bytes) {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = fail;
    errors.output_message = stay_silent;
    if (setjmp(failed)) {
        jpeg_destroy_decompress(&jpeg);
        return "libjpeg does not read it";
    }
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, stream.bytes, stream.length);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space = jpeg.jpeg_color_space;
    jpeg_start_decompress(&jpeg);
    size_t line = (size_t)jpeg.output_width * jpeg.output_components;
    *bytes = line * jpeg.output_height;
    unsigned char *samples = malloc(*bytes);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = samples + line * jpeg.output_scanline;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    free(samples);
    return 0;
}

int main(void) { return serve(load, decode); }
