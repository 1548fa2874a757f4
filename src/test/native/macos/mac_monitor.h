/* A monitor that speaks DDC/CI over a wire, with the habits of real ones. */
#pragma once
#include "mac_types.h"
#include <string.h>

enum { NORMAL, IGNORE, TAKE_BACK, SLOW, SILENT, NULLS, NEEDS_TWO, LENGTH_LOST, OFFSET_ZERO, FLAKY };

typedef struct {
    int present, external, mode, reads_left, messages, failing, table_bytes;
    IOReturn failure;
    uint8_t edid[512];
    int edid_bytes;
    int supported[256], current[256], maximum[256], pending[256];
    uint8_t table[512];
    uint8_t reply[64], last_request[64];
    int reply_bytes;
} Monitor;

static const char CAPABILITIES[] = "(prot(monitor)type(LCD)model(TEST)cmds(01 02 03 0C E3 F3)vcp(10 12 73 75)mccs_ver(2.2))";

static uint8_t checksum(uint8_t start, const uint8_t *bytes, int count) {
    for (int i = 0; i < count; i++) start ^= bytes[i];
    return start;
}

static void answer(Monitor *m, const uint8_t *payload, int count) {
    m->reply[0] = 0x6E;
    m->reply[1] = (uint8_t)(0x80 | count);
    memcpy(m->reply + 2, payload, (size_t)count);
    m->reply[count + 2] = checksum(0x50, m->reply, count + 2);
    m->reply_bytes = count + 3;
}

static void answer_part(Monitor *m, uint8_t opcode, int offset, const void *all, int bytes) {
    uint8_t payload[35] = {opcode, (uint8_t)(offset >> 8), (uint8_t)offset};
    int count = offset >= bytes ? 0 : bytes - offset > 32 ? 32 : bytes - offset;
    memcpy(payload + 3, (const uint8_t *)all + offset, (size_t)count);
    answer(m, payload, 3 + count);
}

static void answer_feature(Monitor *m, int code) {
    if (m->mode == SLOW && m->current[code] != m->pending[code] && --m->reads_left < 0) m->current[code] = m->pending[code];
    uint8_t payload[8] = {2, !m->supported[code], (uint8_t)code, 0,
        (uint8_t)(m->maximum[code] >> 8), (uint8_t)m->maximum[code],
        (uint8_t)(m->current[code] >> 8), (uint8_t)m->current[code]};
    answer(m, payload, 8);
    if (m->mode == TAKE_BACK) m->current[code] = m->pending[code];
}

static void set_feature(Monitor *m, int code, int value) {
    if (!m->supported[code] || m->mode == IGNORE) return;
    m->reads_left = 2;
    if (m->mode != TAKE_BACK) m->pending[code] = value;
    if (m->mode != SLOW) m->current[code] = value;
}

/* A message without its first byte, which is the offset it was written to; a wrong one is not heard. */
static inline void hear(Monitor *m, const uint8_t *bytes, int length) {
    uint8_t start = 0x6E ^ 0x51;
    if (length < 3 || (bytes[0] & 0x7F) != length - 2 || checksum(start, bytes, length - 1) != bytes[length - 1]) return;
    int is_again = !memcmp(m->last_request, bytes, (size_t)length);
    memset(m->last_request, 0, sizeof m->last_request);
    if (!is_again) {
        memcpy(m->last_request, bytes, (size_t)length);
        m->messages++;
        if (m->mode == NEEDS_TWO) return; /* the reply stays that of the question before */
    } else if (m->mode != NEEDS_TWO) {
        return; /* the same question again: the reply is there */
    }
    const uint8_t *data = bytes + 2;
    switch (bytes[1]) {
    case 0x01: answer_feature(m, data[0]); break;
    case 0x03: set_feature(m, data[0], data[1] << 8 | data[2]); break;
    case 0xF3: answer_part(m, 0xE3, data[0] << 8 | data[1], CAPABILITIES, (int)sizeof CAPABILITIES - 1); break;
    case 0xE2: answer_part(m, 0xE4, data[1] << 8 | data[2], m->table, m->table_bytes); break;
    case 0xE7: {
        int offset = data[1] << 8 | data[2], count = length - 6;
        memcpy(m->table + offset, data + 3, (size_t)count);
        m->table_bytes = offset + count;
        break;
    }
    }
}

static inline void speak(Monitor *m, uint32_t offset, uint8_t *bytes, uint32_t length) {
    static const uint8_t null_message[3] = {0x6E, 0x80, 0xBE};
    memset(bytes, m->mode == SILENT ? 0 : 0xFF, length);
    if (m->mode == SILENT) return;
    int is_null = m->mode == NULLS || m->reply_bytes == 0 || (m->mode == OFFSET_ZERO && offset != 0);
    const uint8_t *from = is_null ? null_message : m->reply;
    uint32_t count = is_null ? 3 : (uint32_t)m->reply_bytes;
    memcpy(bytes, from, count < length ? count : length);
    if (m->mode == LENGTH_LOST && !is_null) bytes[1] = (uint8_t)offset;
    if (m->mode == FLAKY && m->messages % 2) bytes[9] ^= 0x20;
}
