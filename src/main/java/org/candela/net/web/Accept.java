package org.candela.net.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.base.Cancellation;

/**
 * What media types are welcome, best first (RFC 9110 §12.5.1).
 *
 * <p>Some servers read only a field of one choice and refuse all else as a bad request, so after the whole list each choice
 * is tried alone.
 *
 * @param choices without weights
 */
// [impl->req~net.web.accept~1]
record Accept(List<String> choices) {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_ACCEPTABLE = 406;

    Accept {
        choices = List.copyOf(choices);
    }

    /** The field with all choices, then fields with one each. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        fields.add(weighted());
        if (choices.size() > 1) {
            fields.addAll(choices);
        }
        return fields;
    }

    private String weighted() {
        StringBuilder field = new StringBuilder(choices.get(0));
        for (int i = 1; i < choices.size(); i++) {
            double weight = Math.max(0.1, 1 - 0.1 * i);
            field.append(", ").append(choices.get(i)).append(String.format(Locale.ROOT, ";q=%.1f", weight));
        }
        return field.toString();
    }

    /** How one call is sent. */
    @FunctionalInterface
    interface Opener {
        Answer open(Call call, Cancellation cancellation) throws WebException;
    }

    /** The answer to the first field the server understands, else the answer to the last. */
    Answer open(Call call, Opener opener, Cancellation cancellation) throws WebException {
        List<String> fields = fields();
        for (String field : fields.subList(0, fields.size() - 1)) {
            Answer answer = opener.open(call.with("Accept", field), cancellation);
            if (answer.status() != BAD_REQUEST && answer.status() != NOT_ACCEPTABLE) {
                return answer;
            }
            answer.close();
        }
        return opener.open(call.with("Accept", fields.get(fields.size() - 1)), cancellation);
    }
}
