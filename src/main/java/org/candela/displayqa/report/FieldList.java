package org.candela.displayqa.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of a report in the order written.
 *
 * @param fields up to where the text could be read
 * @param end empty when it could be read to its end, else why not
 */
record FieldList(List<Field> fields, String end) {
    FieldList {
        fields = List.copyOf(fields);
    }

    static FieldList whole(List<Field> fields) {
        return new FieldList(fields, "");
    }

    /** One digest for each field, one behind the other. */
    String digests() {
        return fields.stream().map(Field::digest).collect(Collectors.joining());
    }

    /** The first field that is not the one which {@code signed} states; empty when all are. */
    Optional<String> firstChange(String signed) {
        int expected = signed.length() / Field.DIGITS;
        for (int i = 0; i < fields.size(); i++) {
            if (i >= expected || !fields.get(i).digest().equals(digest(signed, i))) {
                return Optional.of(change(i, signed));
            }
        }
        if (!end.isEmpty()) {
            return Optional.of(end + after(fields.size()));
        }
        return fields.size() < expected ? Optional.of("a field is missing" + after(fields.size())) : Optional.empty();
    }

    private String change(int at, String signed) {
        Field field = fields.get(at);
        if (field.digest().equals(digest(signed, at + 1))) {
            return "a field is missing before " + field.place();
        }
        if (at + 1 < fields.size() && fields.get(at + 1).digest().equals(digest(signed, at))) {
            return field + ", which was not there";
        }
        return field.toString();
    }

    private String after(int at) {
        return at == 0 ? " at the start" : " after " + fields.get(at - 1).place();
    }

    private static String digest(String signed, int at) {
        int from = at * Field.DIGITS;
        return from + Field.DIGITS <= signed.length() ? signed.substring(from, from + Field.DIGITS) : "";
    }
}
