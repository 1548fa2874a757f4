/* Asks the header of the distribution where the fields stand. */
#include <ddcutil_c_api.h>
#include <ddcutil_macros.h>
#include <ddcutil_status_codes.h>
#include <ddcutil_types.h>
#include <stddef.h>

_Static_assert(sizeof(DDCA_Non_Table_Vcp_Value) == 4, "non-table value");
_Static_assert(sizeof(DDCA_Table_Vcp_Value) == 16, "table value");
_Static_assert(offsetof(DDCA_Table_Vcp_Value, bytes) == 8, "table value");
_Static_assert(offsetof(DDCA_Error_Detail, status_code) == 4, "error detail");
_Static_assert(offsetof(DDCA_Error_Detail, detail) == 8, "error detail");
_Static_assert(offsetof(DDCA_Error_Detail, cause_ct) == 16, "error detail");
_Static_assert(offsetof(DDCA_Error_Detail, causes) == 24, "error detail");
_Static_assert(DDCRC_DDC_DATA == -3001 && DDCRC_NULL_RESPONSE == -3002, "status");
_Static_assert(DDCRC_REPORTED_UNSUPPORTED == -3005 && DDCRC_RETRIES == -3007, "status");
_Static_assert(DDCRC_ALL_RESPONSES_NULL == -3011 && DDCRC_DETERMINED_UNSUPPORTED == -3012, "status");
_Static_assert(DDCRC_ARG == -3013 && DDCRC_INVALID_OPERATION == -3014, "status");
_Static_assert(DDCRC_UNINITIALIZED == -3016 && DDCRC_UNKNOWN_FEATURE == -3017, "status");
_Static_assert(DDCRC_INVALID_DISPLAY == -3020 && DDCRC_VERIFY == -3023, "status");
_Static_assert(DDCRC_NOT_FOUND == -3024 && DDCRC_LOCKED == -3025, "status");
_Static_assert(DDCRC_ALREADY_OPEN == -3026, "status");

#define QUOTED(number) #number
#define TEXT(number) QUOTED(number)

const char *probe_version(void) {
    return TEXT(DDCUTIL_VMAJOR) "." TEXT(DDCUTIL_VMINOR);
}

int probe_size(void) {
    return sizeof(DDCA_Display_Info);
}

int probe_first_record(void) {
    return offsetof(DDCA_Display_Info_List, info);
}

int probe_bus(void) {
    return offsetof(DDCA_Display_Info, path) + offsetof(DDCA_IO_Path, path);
}

#define PROBE(field)                                \
    int probe_##field(void) {                       \
        return offsetof(DDCA_Display_Info, field);  \
    }

PROBE(path)
PROBE(mfg_id)
PROBE(model_name)
PROBE(product_code)
PROBE(edid_bytes)
PROBE(dref)
