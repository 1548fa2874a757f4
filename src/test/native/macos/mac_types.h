/* Types of 64-bit macOS; a layout that is wrong does not compile. */
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef double CGFloat;
typedef struct { CGFloat x, y; } CGPoint;
typedef struct { CGFloat width, height; } CGSize;
typedef struct { CGPoint origin; CGSize size; } CGRect;
_Static_assert(sizeof(CGRect) == 32, "CGRect");
_Static_assert(offsetof(CGRect, size) == 16, "size");

typedef uint32_t CGDirectDisplayID;
typedef int32_t CGError;
typedef float CGGammaValue;
_Static_assert(sizeof(CGGammaValue) == 4, "CGGammaValue");

typedef int32_t IOReturn;
typedef uint32_t mach_port_t;
typedef mach_port_t io_object_t;
typedef long CFIndex;
typedef unsigned long CFTypeID;
typedef unsigned char Boolean;
typedef uint32_t CFStringEncoding;
_Static_assert(sizeof(CFIndex) == 8 && sizeof(CFTypeID) == 8, "64 bit");

#define kIOReturnSuccess 0
#define kIOReturnNoDevice ((IOReturn)0xE00002C0)
#define kIOReturnBadArgument ((IOReturn)0xE00002C2)
#define kIOReturnUnsupported ((IOReturn)0xE00002C7)
#define kIOReturnNotResponding ((IOReturn)0xE00002ED)
