/*
 * A peer of the benches. It reads commands from stdin, one a line, and answers each with one line:
 *   load PATH   what the rounds work on        "ok", or "error WHY"
 *   run COUNT   does it COUNT times            "CPU WALL BYTES": nanoseconds of this thread and of the clock for all
 *                                              rounds, bytes that one round gave; or "error WHY"
 * The end of stdin ends it. What a peer measures is only its library at work: files are read before.
 */
#ifndef ROUNDS_H
#define ROUNDS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Both return 0, or say what is wrong; the rounds' bytes come through the pointer. */
typedef const char *(*load_function)(const char *path);
typedef const char *(*round_function)(size_t *bytes);

static inline long long nanoseconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static inline void answer_run(round_function one_round, long count) {
    long long cpu = nanoseconds(CLOCK_THREAD_CPUTIME_ID), wall = nanoseconds(CLOCK_MONOTONIC);
    size_t bytes = 0;
    for (long i = 0; i < count; i++) {
        const char *error = one_round(&bytes);
        if (error) {
            printf("error %s\n", error);
            return;
        }
    }
    cpu = nanoseconds(CLOCK_THREAD_CPUTIME_ID) - cpu;
    wall = nanoseconds(CLOCK_MONOTONIC) - wall;
    printf("%lld %lld %zu\n", cpu, wall, bytes);
}

static inline int serve(load_function load, round_function one_round) {
    char line[8192];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        if (!strncmp(line, "load ", 5)) {
            const char *error = load(line + 5);
            printf(error ? "error %s\n" : "ok\n", error);
        } else if (!strncmp(line, "run ", 4)) {
            answer_run(one_round, atol(line + 4));
        } else {
            printf("error no such command\n");
        }
        fflush(stdout);
    }
    return 0;
}

/* A whole file in memory. */
typedef struct {
    unsigned char *bytes;
    size_t length;
} blob;

static inline const char *read_blob(const char *path, blob *target) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        return "cannot open the file";
    }
    fseek(file, 0, SEEK_END);
    target->length = (size_t)ftell(file);
    rewind(file);
    free(target->bytes);
    target->bytes = (unsigned char *)malloc(target->length);
    size_t read = target->bytes ? fread(target->bytes, 1, target->length, file) : 0;
    fclose(file);
    return read == target->length ? 0 : "cannot read the file";
}

#endif
