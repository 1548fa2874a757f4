/* The smallest fake library: proves that one is built, named and called. */
struct pair {
    char first;
    int second;
};
_Static_assert(sizeof(struct pair) == 8, "size of pair");
_Static_assert(__builtin_offsetof(struct pair, second) == 4, "offset of second");

#ifndef SEVEN
#define SEVEN 7
#endif
#ifdef BROKEN
_Static_assert(sizeof(struct pair) == 5, "a layout that is wrong");
#endif

int seven(void);

int seven(void) {
    return SEVEN;
}
